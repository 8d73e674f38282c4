#include "cli/command.hpp"
#include "cli/regional/command.hpp"
#include "cli/regional/tables.hpp"
#include "engine/regional/change/periods.hpp"
#include "engine/regional/change/report_change.hpp"

namespace medskapa::cli {
namespace {

using namespace regional;

struct ChangeOptions {
    std::string from;
    std::string to;
    std::string out;
    std::string record;
    TableOptions table = {};
};

struct ShiftShareOptions : ChangeOptions {
    std::vector<std::string> between;
    std::string form = "esteban-marquillas";
};

struct EntryOptions : ChangeOptions {
    double threshold = 1;
};

void add_change_options(Command& command, ChangeOptions& options) {
    command.add_option("--from", options.from, "First period, long CSV: region,industry,value")->required();
    command.add_option("--to", options.to, "Last period, likewise")->required();
    command.add_option("--out", options.out, "CSV file for the result (default: stdout)");
    add_table_options(command, options.table, Amounts::fixed);
    command.add_option("--record", options.record, "JSON file for the record of the run");
}

Outcome<std::vector<Table>> tables_in(
    const std::vector<std::string>& files, const TableOptions& options, std::vector<Input>& inputs) {
    std::vector<Table> tables;
    for (const auto& file : files) {
        auto table = table_in({file, {}, options.choices()}, tables.empty() ? "from" : "to", inputs);
        if (!table) return tl::unexpected{table.error()};
        tables.push_back(std::move(*table));
    }
    return tables;
}

Result<ShiftShare> shifts(const std::vector<Table>& periods, const std::string& form) {
    if (periods.size() > 2) return dynamic_shift_share(periods);
    return shift_share(
        periods.front(), periods.back(), form == "dunn" ? ShiftForm::dunn : ShiftForm::esteban_marquillas);
}

Completed run_shift_share(const ShiftShareOptions& options) {
    std::vector<std::string> files{options.from};
    files.insert(files.end(), options.between.begin(), options.between.end());
    files.push_back(options.to);
    Run run{"regional shift-share", {}, {}, {}, {}};
    const auto tables = tables_in(files, options.table, run.inputs);
    if (!tables) return tl::unexpected{tables.error()};
    const auto result = shifts(*tables, options.form);
    if (!result) return because(result.error(), options.from);

    run.parameters = {{"form", tables->size() > 2 ? "dynamic" : options.form}};
    run.warnings = result->warnings;
    print_warnings(run.warnings);
    const auto done = deliver(options.out, [&](std::ostream& out) { write_shift_share(out, *result); });
    if (!done) return done;
    return keep_record(options.record, run);
}

EntryExit counted(const std::vector<Table>& periods, double threshold) {
    const auto tables = aligned(periods);
    const auto before = presence(tables[0], totals(tables[0]), threshold);
    const auto after = presence(tables[1], totals(tables[1]), threshold);
    const CoOccurrence counts(before);
    const auto densities = density(before, proximities(counts, OwnProximity::left_out));
    return entry_exit(before, after, densities, tables[0].missing);
}

Completed run_entries(const EntryOptions& options) {
    Run run{"regional entries", {}, {{"threshold", options.threshold}}, {}, {}};
    const auto tables = tables_in({options.from, options.to}, options.table, run.inputs);
    if (!tables) return tl::unexpected{tables.error()};
    for (const auto& table : aligned(*tables)) {
        run.warnings.insert(run.warnings.end(), table.warnings.begin(), table.warnings.end());
    }
    print_warnings(run.warnings);
    const auto result = counted(*tables, options.threshold);
    const auto done = deliver(options.out, [&](std::ostream& out) { write_entry_exit(out, result); });
    if (!done) return done;
    return keep_record(options.record, run);
}

}  // namespace

void add_shift_share(Command& regional, int& exit_code) {
    auto options = std::make_shared<ShiftShareOptions>();
    auto* command = regional.add_subcommand("shift-share", "What regions' industries changed by, and why");
    command->footer("Example: medskapa regional shift-share --from 2019.csv --to 2024.csv --out shifts.csv");
    add_change_options(*command, *options);
    command->add_option(
        "--between", options->between, "Periods between them, in order: then the dynamic form is computed");
    command->add_option("--form", options->form, "esteban-marquillas splits the regional part of dunn in two")
        ->check(one_of({"dunn", "esteban-marquillas"}))
        ->capture_default_str();
    on_run(command, std::move(options), exit_code, run_shift_share);
}

void add_entries(Command& regional, int& exit_code) {
    auto options = std::make_shared<EntryOptions>();
    auto* command = regional.add_subcommand(
        "entries", "How often industries came and went, by how related they were to what was there");
    command->footer("Example: medskapa regional entries --from 2014.csv --to 2024.csv");
    add_change_options(*command, *options);
    command->add_option("--threshold", options->threshold, "Location quotient that counts as present")
        ->check(positive())
        ->capture_default_str();
    on_run(command, std::move(options), exit_code, run_entries);
}

}  // namespace medskapa::cli
