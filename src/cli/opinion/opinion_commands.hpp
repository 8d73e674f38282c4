#pragma once

namespace CLI {
class App;
}

namespace medskapa::cli {

/// The subcommands of `opinion`, one file each.
void add_map(CLI::App& parent, int& exit_code);
void add_planted(CLI::App& parent, int& exit_code);
void add_replay(CLI::App& parent, int& exit_code);
void add_measures(CLI::App& parent, int& exit_code);
void add_signals(CLI::App& parent, int& exit_code);
void add_synth(CLI::App& parent, int& exit_code);
void add_weigh(CLI::App& parent, int& exit_code);

}  // namespace medskapa::cli
