#include "cli/regional/regional.hpp"

#include "cli/command.hpp"
#include "cli/regional/command.hpp"

namespace medskapa::cli {

void add_regional(Command& program, int& exit_code) {
    auto* regional = program.add_subcommand("regional", "Regional analysis without a server");
    regional->require_subcommand(1);
    regional->footer("Example: medskapa regional analyse --in jobs.csv --out analysis");
    add_analyse(*regional, exit_code);
    add_opportunities(*regional, exit_code);
    add_shift_share(*regional, exit_code);
    add_entries(*regional, exit_code);
    add_labour_markets(*regional, exit_code);
    add_project(*regional, exit_code);
    add_skill(*regional, exit_code);
    add_neighbours(*regional, exit_code);
    add_places(*regional, exit_code);
    add_read(*regional, exit_code);
}

}  // namespace medskapa::cli
