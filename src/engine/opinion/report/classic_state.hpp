#pragma once

#include "engine/opinion/exchange/polis_export.hpp"
#include "engine/opinion/groups/classic.hpp"

#include <ostream>

namespace medskapa::opinion::exchange {

/// How far a replay has come: what mode `polis` remembers, and how many votes have been counted.
struct ReplayState {
    std::size_t votes = 0;
    ClassicMemory classic;
};

/// A table `part,count,cluster,member`, which read_replay_state reads back as the same state.
void write_replay_state(std::ostream&, const ReplayState&);
Result<ReplayState> read_replay_state(const Pieces&);

}  // namespace medskapa::opinion::exchange
