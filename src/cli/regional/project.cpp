#include "cli/command.hpp"
#include "cli/regional/folder.hpp"
#include "cli/regional/projection_inputs.hpp"
#include "engine/regional/projection/report_projection.hpp"

#include <cmath>

namespace medskapa::cli {
namespace {

using namespace regional;

constexpr std::size_t most_years = 200;

struct Tested {
    BackTest test;
    Past past;
    Population projected;
};

Outcome<std::optional<Tested>> tested(const ProjectOptions& options, const Given& given,
    const read::PeopleByYear& people, const read::RatesByYear& rates, Run& run) {
    if (options.back_test == 0) return std::optional<Tested>{};
    auto past = past_of(options, given, people, rates, run.inputs);
    if (!past) return tl::unexpected{past.error()};
    if (options.actual.empty() && rates.size() == 1) {
        run.warnings.push_back({"rates",
            N_("The test uses the rates of the projection. A fair test needs those that were known then, in "
               "rows of their own year."),
            {}});
    }
    auto projected = project(past->before, past->rates, {options.back_test, given.assumptions, nullptr}).last;
    auto test = back_test(options.back_test, past->before, projected, past->actual);
    return std::optional{Tested{std::move(test), std::move(*past), std::move(projected)}};
}

Run begun_run(const ProjectOptions& options) {
    const auto assumed = assumptions(options);
    return {"regional project", {},
        {{"scenario", options.scenario}, {"years", static_cast<std::int64_t>(options.years)},
            {"births", assumed.births}, {"death_decline", assumed.death_decline},
            {"moving_in", assumed.moving_in},
            {"moving", assumed.moving == Assumptions::Moving::as_given ? "as given" : "none"}},
        {}, {}};
}

Completed write_projection(const ProjectOptions& options, const Given& given, const Projection& projection,
    const std::optional<Tested>& past, const Run& run) {
    const auto start_year = given.year.value_or(0);
    const auto test = past ? std::optional{past->test} : std::nullopt;
    const ProjectionPlan plan{options.years, given.assumptions, given.county ? &*given.county : nullptr};
    // Years are written while they are computed again: all at once they would fill the memory.
    const auto each_year = [&](auto& lines) {
        project(given.start, given.rates, plan,
            [&](std::size_t year, const Population& people) { lines.write(year, people); });
    };
    Files files{
        {"totals.csv", [&](std::ostream& out) { write_projected_totals(out, projection, test, start_year); }},
        {"events.csv", [&](std::ostream& out) { write_projected_events(out, projection, start_year); }},
        {"cells.csv",
            [&](std::ostream& out) {
                CellLines lines(out, start_year);
                each_year(lines);
            }},
        {"groups.csv",
            [&](std::ostream& out) {
                GroupLines lines(out, start_year);
                each_year(lines);
            }},
        {"run.json", [&](std::ostream& out) { out << run_record(run); }},
    };
    if (past) {
        files.emplace_back("back_test.csv", [&](std::ostream& out) {
            write_back_test(out, past->past.before, past->projected, past->past.actual, past->test);
        });
    }
    return write_files(options.out, files);
}

Completed run_project(const ProjectOptions& options) {
    if (!options.actual.empty() && options.back_test == 0)
        throw WrongUsage("--actual", "it goes with --back-test");
    auto run = begun_run(options);
    const auto people = read_input(options.people, "people", run.inputs,
        [&](std::string_view bytes) { return read::read_people(bytes, options.table.choices()); });
    if (!people) return tl::unexpected{people.error()};
    const auto rates = read_input(options.rates, "rates", run.inputs,
        [&](std::string_view bytes) { return read::read_rates(bytes, options.table.choices()); });
    if (!rates) return tl::unexpected{rates.error()};
    const auto given = given_of(options, *people, *rates, run.inputs);
    if (!given) return tl::unexpected{given.error()};
    const auto past = tested(options, *given, *people, *rates, run);
    if (!past) return tl::unexpected{past.error()};

    const ProjectionPlan plan{options.years, given->assumptions, given->county ? &*given->county : nullptr};
    const auto projection = project(given->start, given->rates, plan);
    if (!std::isfinite(projection.last.total())) {
        return because({Failure::Kind::invalid,
            {{"growth", N_("The people grow beyond what can be counted. Correct the fertility in {}."),
                {options.rates}}}});
    }
    run.warnings.insert(run.warnings.end(), projection.warnings.begin(), projection.warnings.end());
    run.results = facts_of(projection, *past ? std::optional{(*past)->test} : std::nullopt);
    print_warnings(run.warnings);
    return write_projection(options, *given, projection, *past, run);
}

}  // namespace

void add_project(Command& regional, int& exit_code) {
    auto options = std::make_shared<ProjectOptions>();
    auto* command = regional.add_subcommand(
        "project", "How many people there will be, by age and sex, and how sure that is");
    command->footer(
        std::string{N_("Assumptions: births and moving_in multiply fertility and those who move in; "
                       "death_decline is how\n"
                       "much risks of dying fall each year. main 1, 0.010, 1; low 0.9, 0.005, 0.8; high 1.1, "
                       "0.015, 1.2")} +
        "\nExample: medskapa regional project --people people.csv --rates rates.csv --years 20 --out "
        "projection");
    command->add_option("--people", options->people, "CSV: municipality,sex,0,1,..,100[,year]")->required();
    command->add_option("--rates", options->rates, "CSV: municipality,what,sex,born,0,1,..,100[,year]")
        ->required();
    command->add_option("--years", options->years, "How many years to project")
        ->required()
        ->check(in_range(1, most_years));
    command->add_option("--scenario", options->scenario, "What is assumed of years to come")
        ->check(one_of({"main", "low", "high", "no-moving"}))
        ->capture_default_str();
    command->add_option(
        "--assume", options->assume, "Instead of the scenario's: births=1,death_decline=0.01,moving_in=1");
    command->add_option("--county", options->county,
        "CSV: year,sex,0,1,..,100 of the whole county, which the municipalities are made to add up to");
    command
        ->add_option("--back-test", options->back_test,
            "Project the last years of --people from so many years before, and report the errors")
        ->check(in_range(1, most_years));
    command->add_option("--actual", options->actual,
        "CSV as --people: who came to be so many years after it, for --back-test");
    command->add_option("--out", options->out, "Folder for the results")->required();
    add_table_options(*command, options->table, Amounts::fixed);
    on_run(command, std::move(options), exit_code, run_project);
}

}  // namespace medskapa::cli
