#pragma once

namespace medskapa::cli {

class Command;

/// The subcommands of `opinion`, one file each.
void add_map(Command& parent, int& exit_code);
void add_planted(Command& parent, int& exit_code);
void add_replay(Command& parent, int& exit_code);
void add_measures(Command& parent, int& exit_code);
void add_signals(Command& parent, int& exit_code);
void add_synth(Command& parent, int& exit_code);
void add_weigh(Command& parent, int& exit_code);

}  // namespace medskapa::cli
