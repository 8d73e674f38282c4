#pragma once

#include "domain/referral/referral.hpp"

#include <map>

namespace medskapa {

/// One published answer's positions, for counting.
struct CountedPositions {
    std::optional<Party::Kind> kind = {};  // none: who it is from is not confirmed
    Position whole = Position::approves;
    std::map<std::string, Position> parts = {};  // by code; "?1" is the first question
};

/// How many answers take each position, by the kind of those who answered. Positions nobody takes are not
/// there.
using PositionCounts = std::map<Position, std::map<std::optional<Party::Kind>, int>>;

struct PositionsOn {
    std::string part;  // empty: the whole
    PositionCounts counts;
};
/// The whole first, then questions and parts of the text in their order; only those on which some answer
/// takes a position.
std::vector<PositionsOn> counted_positions(const std::vector<CountedPositions>&, const Answerable&);

}  // namespace medskapa
