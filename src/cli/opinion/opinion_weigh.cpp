#include "cli/command.hpp"
#include "cli/opinion/opinion_commands.hpp"
#include "cli/opinion/opinion_input.hpp"
#include "cli/opinion/opinion_map.hpp"
#include "cli/options.hpp"
#include "cli/terminal.hpp"
#include "engine/opinion/report/weighing_report.hpp"

#include <charconv>
#include <memory>

namespace medskapa::cli {
namespace {

using namespace opinion;

struct WeighOptions {
    std::string input;
    std::string out;
    std::vector<std::string> weights;
    std::size_t items = 0;
    std::size_t rounds = 1;
};

/// "citizen=2", as typed.
std::pair<std::string, double> weight(const std::string& typed) {
    const auto parted = typed.rfind('=');
    double value = -1;
    if (parted != typed.npos && parted > 0) {
        const auto* end = typed.data() + typed.size();
        const auto [stopped, error] = std::from_chars(typed.data() + parted + 1, end, value);
        if (error != std::errc{} || stopped != end) value = -1;
    }
    if (!(value >= 0 && value <= 1e6))
        give_up(
            N_("\"{}\" is not a weight. Write the sector, = and a number from 0, such as citizen=2."), typed);
    return {typed.substr(0, parted), value};
}

void write_json(const WeighOptions& options, const std::function<void(exchange::JsonWriter&)>& write) {
    write_out(options.out, [&](std::ostream& out) {
        exchange::JsonWriter json{out};
        write(json);
        out << '\n';
    });
}

int run_points(const WeighOptions& options) {
    std::map<std::string, double> weights;
    for (const auto& typed : options.weights) weights.insert(weight(typed));
    const auto table = points_at(options.input);
    write_json(options, [&](auto& json) { exchange::write_points(json, table, weights); });
    return 0;
}

int run_best_worst(const WeighOptions& options) {
    const auto items = options.items == 0 ? std::nullopt : std::optional{options.items};
    const auto weighing = best_worst_at(options.input, items);
    write_json(options, [&](auto& json) { exchange::write_best_worst(json, weighing); });
    return 0;
}

int run_design(const WeighOptions& options) {
    write_json(options, [&](auto& json) { exchange::write_design(json, options.items, options.rounds); });
    return 0;
}

using Options = std::shared_ptr<WeighOptions>;

Command& begun_with_file(Command& parent, const char* name, const char* what, const Options& options) {
    auto* command = parent.add_subcommand(name, what);
    command->add_option("FILE", options->input, "The answers, as CSV")->required();
    command->add_option("--out", options->out, "File for the result (default: stdout)");
    return *command;
}

void add_points(Command& parent, int& exit_code) {
    const auto options = std::make_shared<WeighOptions>();
    auto& command = begun_with_file(
        parent, "points", N_("A hundred points shared out: columns sector and one an item"), options);
    command.footer("Example: medskapa opinion weigh points points.csv --weights citizen=2,business=1");
    command
        .add_option("--weights", options->weights, "What a sector counts for in the total (default: 1 each)")
        ->delimiter(',');
    command.callback(
        [options, &exit_code] { exit_code = run_command([&] { return run_points(*options); }); });
}

void add_best_worst(Command& parent, int& exit_code) {
    const auto options = std::make_shared<WeighOptions>();
    auto& command = begun_with_file(parent, "best-worst",
        N_("The best and the worst of four, again and again: columns person, s1 to s4, best and worst"),
        options);
    command.footer("Example: medskapa opinion weigh best-worst answers.csv --items 10");
    command.add_option("--items", options->items, "How many there are (default: as many as were shown)")
        ->check(in_range(fewest_items, most_items));
    command.callback(
        [options, &exit_code] { exit_code = run_command([&] { return run_best_worst(*options); }); });
}

void add_design(Command& parent, int& exit_code) {
    const auto options = std::make_shared<WeighOptions>();
    auto* command = parent.add_subcommand("design", "The sets of four to ask about");
    command->footer("Example: medskapa opinion weigh design --items 10 --rounds 3");
    command->add_option("--items", options->items, "How many there are to weigh")
        ->required()
        ->check(in_range(fewest_items, most_items));
    command->add_option("--rounds", options->rounds, "How many times four each item is shown")
        ->capture_default_str()
        ->check(in_range(1, 100));
    command->add_option("--out", options->out, "File for the result (default: stdout)");
    command->callback(
        [options, &exit_code] { exit_code = run_command([&] { return run_design(*options); }); });
}

}  // namespace

void add_weigh(Command& parent, int& exit_code) {
    auto* command = parent.add_subcommand("weigh", "What many together find most important, as JSON");
    command->require_subcommand(1);
    command->footer("Example: medskapa opinion weigh points points.csv");
    add_points(*command, exit_code);
    add_best_worst(*command, exit_code);
    add_design(*command, exit_code);
}

}  // namespace medskapa::cli
