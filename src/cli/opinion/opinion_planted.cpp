#include "cli/command.hpp"
#include "cli/opinion/opinion_commands.hpp"
#include "cli/opinion/opinion_synth.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "engine/opinion/bridging/planted.hpp"

#include <memory>

namespace medskapa::cli {
namespace {

using namespace opinion;

struct PlantedOptions {
    std::string level;
    std::uint64_t seed = 0;
    std::string out;
};

const std::map<std::string, PlantedLevel> levels{
    {"clear", PlantedLevel::clear}, {"middling", PlantedLevel::middling}, {"hard", PlantedLevel::hard}};

int run_planted(const PlantedOptions& options) {
    const auto level = levels.at(options.level);
    return write_made_up(options.out, planted_conversation(level, options.seed),
        [&](const VoteSink& sink) { plant(planted_shape(level), options.seed, sink); });
}

}  // namespace

void add_planted(Command& parent, int& exit_code) {
    const auto options = std::make_shared<PlantedOptions>();
    auto* command = parent.add_subcommand("planted",
        "Write a made-up conversation of two sides, where statements 20-29 are liked by the larger one alone "
        "and 30-39 by both");
    command->footer("Example: medskapa opinion planted middling --seed 1 --out planted");
    command->add_option("LEVEL", options->level, "How easily the two are kept apart: clear, middling or hard")
        ->required()
        ->check(one_of({"clear", "middling", "hard"}));
    command->add_option("--seed", options->seed, "The same seed gives the same votes")->required();
    command->add_option("--out", options->out, "Folder for the files")->required();
    command->callback(
        [options, &exit_code] { exit_code = run_command([&] { return run_planted(*options); }); });
}

}  // namespace medskapa::cli
