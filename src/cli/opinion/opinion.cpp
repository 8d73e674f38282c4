#include "cli/opinion/opinion.hpp"

#include "cli/command.hpp"
#include "cli/opinion/opinion_commands.hpp"

namespace medskapa::cli {

void add_opinion(Command& program, int& exit_code) {
    auto* command = program.add_subcommand("opinion", "Opinion map without a server");
    command->require_subcommand(1);
    command->footer("Example: medskapa opinion map conversation/ --mode polis");
    add_map(*command, exit_code);
    add_measures(*command, exit_code);
    add_planted(*command, exit_code);
    add_replay(*command, exit_code);
    add_signals(*command, exit_code);
    add_synth(*command, exit_code);
    add_weigh(*command, exit_code);
}

}  // namespace medskapa::cli
