#pragma once

#include "engine/opinion/synthetic.hpp"

namespace medskapa::cli {

/// Writes a made-up conversation in Polis' export format, with a vote a second in the order that `each_vote`
/// gives, and says what it wrote. Makes the folder. Returns the exit code.
int write_made_up(const std::string& out_folder, const opinion::Conversation&,
    const std::function<void(const opinion::VoteSink&)>& each_vote);

}  // namespace medskapa::cli
