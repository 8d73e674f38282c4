#include "cli/command.hpp"
#include "cli/opinion/opinion_commands.hpp"
#include "cli/opinion/opinion_input.hpp"
#include "cli/opinion/opinion_map.hpp"
#include "cli/options.hpp"
#include "engine/opinion/report/signals_report.hpp"

#include <filesystem>
#include <memory>

namespace medskapa::cli {
namespace {

namespace fs = std::filesystem;
using namespace opinion;

int run_signals(const MapOptions& options) {
    const auto settings = settings_of(options);
    const fs::path folder{options.input};
    auto conversation = conversation_at(folder);
    std::vector<Moment> moments;
    if (fs::exists(folder / "votes.csv")) {
        for (const auto& event : events_at(folder)) moments.push_back({event.participant, event.timestamp});
    }
    conversation.count_pairs(options.threads);
    const auto map = draw_map(conversation, settings, {}, [](auto) {});
    const auto found = signals(conversation, moments);
    const auto difference = sensitivity(conversation, settings, map, flagged(found)).sensitivity;
    write_out(options.out, [&](std::ostream& out) { exchange::write_signals(out, map, found, difference); });
    return 0;
}

}  // namespace

void add_signals(Command& parent, int& exit_code) {
    const auto options = std::make_shared<MapOptions>();
    auto* command = parent.add_subcommand("signals",
        "Signs of manipulation for a person to judge, and the map without whom they name, as JSON");
    command->footer("Example: medskapa opinion signals conversation/ --out signals.json");
    command
        ->add_option("INPUT", options->input, "Folder in Polis' export format; times are read from votes.csv")
        ->required();
    command->add_option("--seed", options->seed, "Seed of the search for groups")->capture_default_str();
    command->add_option("--out", options->out, "File for the result (default: stdout)");
    command->callback(
        [options, &exit_code] { exit_code = run_command([&] { return run_signals(*options); }); });
}

}  // namespace medskapa::cli
