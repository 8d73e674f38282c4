#include "cli/opinion/opinion_commands.hpp"
#include "cli/opinion/opinion_input.hpp"
#include "cli/opinion/opinion_map.hpp"
#include "cli/options.hpp"
#include "engine/opinion/exchange/privacy_report.hpp"

#include <memory>

namespace medskapa::cli {
namespace {

int run_measures(const MapOptions& options) {
    const auto conversation = conversation_at(options.input);
    write_out(options.out, [&](std::ostream& out) {
        opinion::exchange::JsonWriter json{out};
        json.open_object();
        opinion::exchange::write_published(json.key("published"), conversation);
        opinion::exchange::write_attack(json.key("attack8"), conversation);
        json.close_object();
        out << '\n';
    });
    return 0;
}

}  // namespace

void add_measures(CLI::App& parent, int& exit_code) {
    const auto options = std::make_shared<MapOptions>();
    auto* command = parent.add_subcommand("measures",
        "What would be published of a conversation, and what can be read of it: for whoever has the votes, "
        "as JSON");
    command->footer("Example: medskapa opinion measures conversation/ --out measures.json");
    command->add_option("INPUT", options->input, "Folder in Polis' export format, or participants-votes.csv")
        ->required();
    command->add_option("--out", options->out, "File for the result (default: stdout)");
    command->callback(
        [options, &exit_code] { exit_code = run_command([&] { return run_measures(*options); }); });
}

}  // namespace medskapa::cli
