#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "cli/regional/folder.hpp"
#include "cli/regional/tables.hpp"
#include "cli/terminal.hpp"
#include "engine/regional/change/report_change.hpp"
#include "engine/regional/read/columns.hpp"
#include "engine/regional/report.hpp"

#include <algorithm>
#include <iostream>

namespace medskapa::cli {
namespace {

using namespace regional;

/// How a table is analysed, whatever is made of it.
struct AnalysisOptions {
    std::string in;
    std::string period;
    std::string density = "noself";
    double threshold = 1;
    TableOptions table = {};
};

struct AnalyseOptions : AnalysisOptions {
    std::string out;
    std::string groups;
    std::optional<std::size_t> fitness_updates;
    std::vector<std::string> write{"cells", "regions", "industries", "proximity"};
    bool json = false;
};

struct OpportunityOptions : AnalysisOptions {
    std::string region;
    std::string out;
    std::string record;
    double weight = 0.5;
};

void add_analysis_options(Command& command, AnalysisOptions& options) {
    command.add_option("--in", options.in, "Long CSV: region,industry,value[,period]")->required();
    command.add_option("--threshold", options.threshold, "Location quotient that counts as present")
        ->check(positive())
        ->capture_default_str();
    command.add_option("--period", options.period, "Period to read (default: the last)");
    add_table_options(command, options.table, Amounts::fixed);
    command.add_option("--density", options.density, "Whether an industry counts in its own density")
        ->check(one_of({"hidalgo", "noself"}))
        ->capture_default_str();
}

OwnProximity own_proximity(const AnalysisOptions& options) {
    return options.density == "hidalgo" ? OwnProximity::counts : OwnProximity::left_out;
}

Outcome<Grouping> groups_in(const std::string& file, std::vector<Input>& inputs) {
    if (file.empty()) return Grouping{};
    const auto bytes = load_input(inputs, "groups", file);
    if (!bytes) return tl::unexpected{bytes.error()};
    auto groups = read::read_grouping(*bytes, "industry", "group");
    if (!groups) return because(groups.error(), file);
    return std::move(*groups);
}

Analysis analysed(Table table, const Settings& settings) {
    ProgressLine line;
    return analyse(
        std::move(table), settings, [&](const char* stage, double part) { line.show(words()(stage), part); });
}

Completed write_analysis(
    const AnalyseOptions& options, const Analysis& analysis, const Grouping& groups, const Run& run) {
    Files files;
    const auto offer = [&](const char* name, Writing write) {
        const auto& asked = options.write;
        if (std::find(asked.begin(), asked.end(), name) != asked.end())
            files.emplace_back(std::string{name} + ".csv", std::move(write));
    };
    offer("cells", [&](std::ostream& out) { write_cells(out, analysis); });
    offer("regions", [&](std::ostream& out) { write_regions(out, analysis, groups); });
    offer("industries", [&](std::ostream& out) { write_industries(out, analysis); });
    offer("proximity",
        [&](std::ostream& out) { write_proximities(out, analysis.counts, analysis.table.industries); });
    files.emplace_back("run.json", [&](std::ostream& out) { out << run_record(run); });
    return write_files(options.out, files);
}

Completed run_analyse(const AnalyseOptions& options) {
    std::vector<Input> inputs;
    auto table = table_in({options.in, options.period, options.table.choices()}, "table", inputs);
    if (!table) return tl::unexpected{table.error()};
    auto groups = groups_in(options.groups, inputs);
    if (!groups) return tl::unexpected{groups.error()};

    const Settings settings{
        options.threshold, own_proximity(options), options.fitness_updates, std::move(*groups)};
    const auto analysis = analysed(std::move(*table), settings);
    const auto run = run_of(analysis, settings, std::move(inputs));
    if (auto done = write_analysis(options, analysis, settings.group_of_industry, run); !done) return done;
    print_warnings(analysis.warnings);
    if (options.json) {
        std::cout << run_record(run);
    } else {
        const auto count = [](const char* one, const char* many, std::size_t n) {
            return words().count(one, many, static_cast<std::int64_t>(n));
        };
        std::cout << words()(N_("{} and {}; the results are in {}"),
                         count("{} region", "{} regions", analysis.table.regions.size()),
                         count("{} industry", "{} industries", analysis.table.industries.size()), options.out)
                  << '\n';
    }
    return {};
}

Completed run_opportunities(const OpportunityOptions& options) {
    std::vector<Input> inputs;
    auto table = table_in({options.in, options.period, options.table.choices()}, "table", inputs);
    if (!table) return tl::unexpected{table.error()};
    const auto& codes = table->regions;
    const auto region =
        static_cast<std::size_t>(std::find(codes.begin(), codes.end(), options.region) - codes.begin());
    if (region == codes.size()) {
        return because({Failure::Kind::not_found,
            {{"region", N_("The file has no region {}. Give one of its codes."), {options.region}}}});
    }
    const Settings settings{options.threshold, own_proximity(options), std::nullopt, {}};
    const auto analysis = analysed(std::move(*table), settings);
    auto run = run_of(analysis, settings, std::move(inputs));
    run.command = "regional opportunities";
    run.parameters.emplace_back("region", options.region);
    run.parameters.emplace_back("density_weight", options.weight);
    print_warnings(analysis.warnings);
    const auto done = deliver(options.out,
        [&](std::ostream& out) { write_opportunities(out, analysis, settings.own, region, options.weight); });
    if (!done) return done;
    return keep_record(options.record, run);
}

}  // namespace

void add_analyse(Command& regional, int& exit_code) {
    auto options = std::make_shared<AnalyseOptions>();
    auto* command =
        regional.add_subcommand("analyse", "Specialisation, relatedness and complexity of regions");
    command->footer("Example: medskapa regional analyse --in jobs.csv --out analysis");
    add_analysis_options(*command, *options);
    command->add_option("--out", options->out, "Folder for the results")->required();
    command->add_option("--groups", options->groups, "CSV: industry,group (for related variety)");
    command->add_option("--fitness-updates", options->fitness_updates, "Stop fitness after so many updates")
        ->check(in_range(1, 1'000'000));
    command
        ->add_option("--write", options->write,
            "Which tables to write: cells,regions,industries,proximity (default: all)")
        ->delimiter(',')
        ->check(one_of({"cells", "regions", "industries", "proximity"}));
    command->add_flag("--json", options->json, "Print the run record as one JSON object");
    on_run(command, std::move(options), exit_code, run_analyse);
}

void add_opportunities(Command& regional, int& exit_code) {
    auto options = std::make_shared<OpportunityOptions>();
    auto* command =
        regional.add_subcommand("opportunities", "What one region could come to, and because of what");
    command->footer("Example: medskapa regional opportunities --in jobs.csv --region 23");
    add_analysis_options(*command, *options);
    command->add_option("--region", options->region, "Code of the region")->required();
    command->add_option("--weight", options->weight, "How much density counts next to complexity, 0 to 1")
        ->check(in_share())
        ->capture_default_str();
    command->add_option("--out", options->out, "CSV file for the result (default: stdout)");
    command->add_option("--record", options->record, "JSON file for the record of the run");
    on_run(command, std::move(options), exit_code, run_opportunities);
}

}  // namespace medskapa::cli
