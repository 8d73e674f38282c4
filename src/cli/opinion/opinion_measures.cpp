#include "cli/command.hpp"
#include "cli/opinion/opinion_commands.hpp"
#include "cli/opinion/opinion_input.hpp"
#include "cli/opinion/opinion_map.hpp"
#include "cli/options.hpp"
#include "engine/opinion/report/measures_report.hpp"
#include "engine/opinion/report/privacy_report.hpp"
#include "engine/opinion/slate/profile.hpp"

#include <memory>

namespace medskapa::cli {
namespace {

struct MeasuresOptions {
    std::string input;
    std::string out;
    opinion::exchange::MeasuresSettings settings;
};

int run_measures(const MeasuresOptions& options) {
    const auto conversation = conversation_at(options.input);
    write_out(options.out, [&](std::ostream& out) {
        opinion::exchange::JsonWriter json{out};
        json.open_object();
        opinion::exchange::write_measures(json, conversation, options.settings);
        opinion::exchange::write_published(json.key("published"), conversation);
        opinion::exchange::write_attack(json.key("attack8"), conversation);
        json.close_object();
        out << '\n';
    });
    return 0;
}

}  // namespace

void add_measures(Command& parent, int& exit_code) {
    const auto options = std::make_shared<MeasuresOptions>();
    auto& settings = options->settings;
    auto* command = parent.add_subcommand("measures",
        "What bridges and how sure that is, a slate that leaves nobody out, how far the map lies, what would "
        "be "
        "published and what can be read of that: for whoever has the votes, as JSON");
    command->footer("Example: medskapa opinion measures conversation/ --k 5 --out measures.json");
    command->add_option("INPUT", options->input, "Folder in Polis' export format, or participants-votes.csv")
        ->required();
    command->add_option("--k", settings.slate_places, "How many statements a slate has")
        ->capture_default_str()
        ->check(in_range(1, opinion::longest_slate));
    command->add_option("--seed", settings.seed, "Seed of the halves that are compared")
        ->capture_default_str();
    command->add_option("--out", options->out, "File for the result (default: stdout)");
    command->callback(
        [options, &exit_code] { exit_code = run_command([&] { return run_measures(*options); }); });
}

}  // namespace medskapa::cli
