#include "cli/site/dry_run.hpp"

#include "base/csv/write.hpp"
#include "cli/files.hpp"
#include "cli/terminal.hpp"

#include <fmt/ranges.h>
#include <iostream>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

std::string read_as(const ColumnRead& column) {
    return column.read_as.empty() ? words()(N_("not read")) : column.read_as;
}

void show(const Trial& trial) {
    std::string lines = csv::line({words()(N_("Name")), words()(N_("Read as")), words()(N_("First rows"))});
    for (const auto& column : trial.columns)
        lines +=
            csv::line({column.name, read_as(column), fmt::format("{}", fmt::join(column.examples, " | "))});
    if (!trial.columns.empty()) std::cout << aligned(lines, trial.columns.size() + 1);
    for (const auto& sentence : trial.left_out) std::cerr << sentence << '\n';
    if (!trial.is_right()) return;
    std::cout << words().count("{} row is right; nothing was saved", "{} rows are right; nothing was saved",
                     static_cast<std::int64_t>(trial.rows))
              << '\n';
}

}  // namespace

void add_dry_run(Command& command, DryRun& dry_run) {
    const auto* wanted = command.add_flag(
        "--dry-run", dry_run.is_wanted, "Only show how the file is understood and what is wrong");
    command.add_flag("--json", dry_run.as_json, "With --dry-run: as one JSON object")->needs(wanted);
}

nlohmann::json json_of(const Trial& trial) {
    using nlohmann::json;
    json all{{"rows", trial.rows}, {"right", trial.is_right()}, {"columns", json::array()},
        {"causes", json::array()}, {"left_out", trial.left_out}};
    for (const auto& column : trial.columns)
        all["columns"].push_back(
            {{"name", column.name}, {"read_as", column.read_as}, {"examples", column.examples}});
    std::map<std::string, std::size_t> place_of;
    if (!trial.refusal) return all;
    if (trial.refusal->complaints.empty())
        all["causes"].push_back({{"sentence", words()(refusal_without_complaints)}, {"count", 1}});
    for (const auto& complaint : trial.refusal->complaints) {
        const auto [found, is_new] = place_of.emplace(complaint.message, all["causes"].size());
        if (is_new) all["causes"].push_back({{"sentence", words().complaint(complaint)}, {"count", 0}});
        auto& count = all["causes"][found->second]["count"];
        count = count.get<std::size_t>() + 1;
    }
    return all;
}

void show_understood(const Trial& trial, const DryRun& dry_run) {
    if (dry_run.as_json)
        std::cout << json_of(trial).dump() << '\n';
    else
        show(trial);
}

int show_trial(const Trial& trial, const DryRun& dry_run) {
    show_understood(trial, dry_run);
    return trial.refusal ? refused(*trial.refusal) : 0;
}

}  // namespace medskapa::cli
