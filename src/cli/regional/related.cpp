#include "cli/command.hpp"
#include "cli/regional/command.hpp"
#include "cli/regional/folder.hpp"
#include "engine/regional/neighbours/report_neighbours.hpp"
#include "engine/regional/places/report_places.hpp"
#include "engine/regional/read/columns.hpp"
#include "engine/regional/read/wide/industry_moves.hpp"
#include "engine/regional/read/wide/jobs.hpp"
#include "engine/regional/read/wide/region_variables.hpp"
#include "engine/regional/skills/report_skills.hpp"

namespace medskapa::cli {
namespace {

using namespace regional;

struct SkillOptions {
    std::string flows;
    std::string jobs;
    std::string out;
    TableOptions table = {};
};

struct NeighbourOptions {
    std::string variables;
    std::string blocks;
    std::string out;
    std::size_t k = 10;
    TableOptions table = {};
};

struct PlaceOptions {
    std::string jobs;
    std::string priorities;
    std::string out;
    TableOptions table = {};
};

void append(std::vector<Warning>& to, const std::vector<Warning>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

Fact count(std::size_t number) {
    return static_cast<std::int64_t>(number);
}

Outcome<Table> jobs_in(const std::string& file, const TableOptions& table, std::vector<Input>& inputs) {
    return read_input(file, "jobs", inputs,
        [&](std::string_view bytes) { return read::read_jobs(bytes, table.choices()); });
}

/// Warns of industries that nobody changed work to or from, whose skills nothing is known of.
void warn_of_unmoved(Run& run, const IndustryMoves& moves, const std::vector<std::string>& before) {
    if (moves.size() == before.size()) return;
    run.warnings.push_back({"industries",
        N_("{} industries of the jobs stand in no row of the flows: nothing is related to them."),
        {moves.size() - before.size()}});
}

void warn_of_missing(Run& run, const Table& jobs) {
    const auto missing = jobs.missing_cells();
    if (missing == 0) return;
    run.warnings.push_back({"missing", N_("{} cells are missing and were left out."), {missing}});
}

Completed run_skill(const SkillOptions& options) {
    Run run{"regional skill", {}, {{"related_above", SkillRelatedness::related_above}}, {}, {}};
    auto builder = read_input(options.flows, "flows", run.inputs,
        [&](std::string_view bytes) { return read::read_industry_moves(bytes, options.table.choices()); });
    if (!builder) return tl::unexpected{builder.error()};
    auto moves = builder->finish();
    if (!moves) return because(moves.error(), options.flows);

    std::optional<Table> jobs;
    RelatedIndustries related;
    if (!options.jobs.empty()) {
        auto read = jobs_in(options.jobs, options.table, run.inputs);
        if (!read) return tl::unexpected{read.error()};
        const auto before = moves->industries;
        for (const auto& code : read->industries) builder->add_industry(code);
        moves = builder->finish();
        if (!moves) return because(moves.error(), options.jobs);
        warn_of_unmoved(run, *moves, before);
        jobs = read::with_industries(*read, moves->industries);
        append(run.warnings, jobs->warnings);
        warn_of_missing(run, *jobs);
    }
    const auto skills = skill_relatedness(*moves);
    if (jobs) related = related_industries(skills);
    append(run.warnings, moves->warnings);
    run.results = {{"industries", count(moves->size())}, {"suppressed", count(moves->unknown_pairs())}};
    print_warnings(run.warnings);

    const SkillReport report{*moves, skills, jobs ? &*jobs : nullptr, &related};
    Files files{{"related.json", [&](std::ostream& out) { write_skills(out, report); }},
        {"run.json", [&](std::ostream& out) { out << run_record(run); }}};
    if (jobs)
        files.emplace_back("related_jobs.csv", [&](std::ostream& out) { write_related_jobs(out, report); });
    return write_files(options.out, files);
}

Completed run_neighbours(const NeighbourOptions& options) {
    Run run{"regional neighbours", {}, {{"k", count(options.k)}}, {}, {}};
    Grouping blocks;
    if (!options.blocks.empty()) {
        auto read = read_input(options.blocks, "blocks", run.inputs,
            [](std::string_view bytes) { return read::read_grouping(bytes, "variable", "block"); });
        if (!read) return tl::unexpected{read.error()};
        blocks = std::move(*read);
    }
    const auto variables =
        read_input(options.variables, "variables", run.inputs, [&](std::string_view bytes) {
            return read::read_region_variables(bytes, blocks, options.table.choices());
        });
    if (!variables) return tl::unexpected{variables.error()};
    const auto near = structural_neighbours(*variables, options.k);
    run.warnings = near.warnings;
    run.results = {{"regions", count(variables->regions.size())},
        {"kept_variables", count(near.scale.kept.size())}, {"not_compared", count(near.not_compared.size())}};
    print_warnings(run.warnings);
    return write_files(options.out,
        {{"related.json", [&](std::ostream& out) { write_neighbours(out, *variables, near, options.k); }},
            {"neighbours.csv", [&](std::ostream& out) { write_parting_variables(out, *variables, near); }},
            {"benchmarks.csv", [&](std::ostream& out) { write_benchmarks(out, *variables, near); }},
            {"run.json", [&](std::ostream& out) { out << run_record(run); }}});
}

Completed run_places(const PlaceOptions& options) {
    Run run{"regional places", {}, {}, {}, {}};
    const auto jobs = jobs_in(options.jobs, options.table, run.inputs);
    if (!jobs) return tl::unexpected{jobs.error()};
    const auto priorities = read_input(options.priorities, "priorities", run.inputs,
        [](std::string_view bytes) { return read::read_priorities(bytes); });
    if (!priorities) return tl::unexpected{priorities.error()};
    const auto rows = priorities_by_place(*jobs, *priorities);
    if (!rows) return because(rows.error(), options.priorities);
    run.warnings = jobs->warnings;
    warn_of_missing(run, *jobs);
    run.results = {{"places", count(jobs->regions.size())}, {"priorities", count(rows->size())}};
    print_warnings(run.warnings);
    return write_files(options.out,
        {{"related.json", [&](std::ostream& out) { write_priority_places(out, *jobs, *priorities, *rows); }},
            {"places.csv", [&](std::ostream& out) { write_priority_table(out, *jobs, *rows); }},
            {"run.json", [&](std::ostream& out) { out << run_record(run); }}});
}

}  // namespace

void add_skill(Command& regional, int& exit_code) {
    auto options = std::make_shared<SkillOptions>();
    auto* command = regional.add_subcommand(
        "skill", "Which industries ask for like skills, by who changes work between them");
    command->footer("Example: medskapa regional skill --flows moves.csv --jobs jobs.csv --out skills");
    command->add_option("--flows", options->flows, "CSV: from,to,people between industries")->required();
    command->add_option("--jobs", options->jobs, "CSV: place,<industry>,.. or place,industry,jobs");
    command->add_option("--out", options->out, "Folder for the results")->required();
    add_table_options(*command, options->table, Amounts::fixed);
    on_run(command, std::move(options), exit_code, run_skill);
}

void add_neighbours(Command& regional, int& exit_code) {
    auto options = std::make_shared<NeighbourOptions>();
    auto* command = regional.add_subcommand(
        "neighbours", "Which regions are built alike, and where one stands among them");
    command->footer("Example: medskapa regional neighbours --variables structure.csv --out neighbours");
    command->add_option("--variables", options->variables, "CSV: region,<variable>_block<block>,..")
        ->required();
    command->add_option("--blocks", options->blocks, "CSV: variable,block (for names without _block)");
    command->add_option("--k", options->k, "How many neighbours")
        ->check(in_range(1, 1000))
        ->capture_default_str();
    command->add_option("--out", options->out, "Folder for the results")->required();
    add_table_options(*command, options->table, Amounts::fixed);
    on_run(command, std::move(options), exit_code, run_neighbours);
}

void add_places(Command& regional, int& exit_code) {
    auto options = std::make_shared<PlaceOptions>();
    auto* command =
        regional.add_subcommand("places", "How much each place has of each priority's industries");
    command->footer(
        "Example: medskapa regional places --jobs jobs.csv --priorities priorities.csv --out places");
    command->add_option("--jobs", options->jobs, "CSV: place,<industry>,.. or place,industry,jobs")
        ->required();
    command->add_option("--priorities", options->priorities, "CSV: priority,industry, or JSON")->required();
    command->add_option("--out", options->out, "Folder for the results")->required();
    add_table_options(*command, options->table, Amounts::fixed);
    on_run(command, std::move(options), exit_code, run_places);
}

}  // namespace medskapa::cli
