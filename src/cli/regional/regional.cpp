#include "cli/regional.hpp"

#include "base/digest.hpp"
#include "cli/files.hpp"
#include "regional/read/columns.hpp"
#include "regional/report.hpp"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

using namespace regional;
using Done = tl::expected<void, Failure>;

tl::unexpected<Failure> in_file(Failure failure, const std::string& path) {
    for (auto& complaint : failure.complaints) complaint.message = path + ": " + complaint.message;
    return tl::unexpected{std::move(failure)};
}

void print_warnings(const std::vector<Warning>& warnings) {
    for (const auto& warning : warnings) std::cerr << "warning: " << in_english(warning) << '\n';
}

/// The one place where a command's outcome becomes words and an exit code.
int outcome(const std::function<Done()>& command) {
    try {
        const auto done = command();
        if (done) return 0;
        std::string sentence;
        for (const auto& complaint : done.error().complaints) {
            sentence += (sentence.empty() ? "" : " ") + in_english(complaint);
        }
        std::cerr << "medskapa: " << sentence << '\n';
    } catch (const std::bad_alloc&) {
        std::cerr << "medskapa: the computer's memory does not suffice for this file. Use coarser codes.\n";
    } catch (const std::exception& error) {
        std::cerr << "medskapa: " << error.what() << '\n';
    }
    return 1;
}

template <class Options>
void on_run(
    CLI::App* command, std::shared_ptr<Options> options, int& exit_code, Done (*run)(const Options&)) {
    command->callback([options, &exit_code, run] { exit_code = outcome([&] { return run(*options); }); });
}

Done make_folder(const std::string& path) {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (!error) return {};
    return refuse(Failure::Kind::not_allowed,
        {{path, N_("The folder {} could not be made: {}. Choose another --out."), {path, error.message()}}});
}

Input input(std::string role, std::string_view bytes) {
    return {std::move(role), hex(as_text(sha256(bytes))), bytes.size()};
}

struct AnalyseOptions {
    std::string in;
    std::string out;
    std::string groups;
    std::string period;
    std::string density = "noself";
    double threshold = 1;
    std::optional<std::size_t> fitness_updates;
    bool json = false;
};

Result<Settings> settings_of(const AnalyseOptions& options, std::vector<Input>& inputs) {
    Settings settings{options.threshold,
        options.density == "hidalgo" ? OwnProximity::counts : OwnProximity::left_out, options.fitness_updates,
        {}};
    if (options.groups.empty()) return settings;
    const auto bytes = bytes_of(options.groups);
    if (!bytes) return tl::unexpected{bytes.error()};
    inputs.push_back(input("groups", *bytes));
    auto groups = read::read_grouping(read::as_utf8(*bytes), "industry", "group");
    if (!groups) return in_file(groups.error(), options.groups);
    settings.group_of_industry = std::move(*groups);
    return settings;
}

Done write_analysis(const std::string& folder, const Analysis& analysis, const Settings& settings,
    const std::string& record) {
    const std::vector<std::pair<std::string, Writing>> files = {
        {"cells.csv", [&](std::ostream& out) { write_cells(out, analysis); }},
        {"regions.csv", [&](std::ostream& out) { write_regions(out, analysis, settings.group_of_industry); }},
        {"industries.csv", [&](std::ostream& out) { write_industries(out, analysis); }},
        {"proximity.csv",
            [&](std::ostream& out) { write_proximities(out, analysis.counts, analysis.table.industries); }},
        {"run.json", [&](std::ostream& out) { out << record; }},
    };
    for (const auto& [name, write] : files) {
        if (auto done = write_file(folder + "/" + name, write); !done) return done;
    }
    return {};
}

Done run_analyse(const AnalyseOptions& options) {
    const auto bytes = bytes_of(options.in);
    if (!bytes) return tl::unexpected{bytes.error()};
    std::vector<Input> inputs{input("table", *bytes)};
    const auto settings = settings_of(options, inputs);
    if (!settings) return tl::unexpected{settings.error()};
    auto table = read::read_amounts(read::as_utf8(*bytes), options.period);
    if (!table) return in_file(table.error(), options.in);

    ProgressLine line;
    const auto analysis = analyse(
        std::move(*table), *settings, [&](std::string_view stage, double part) { line.show(stage, part); });
    if (auto made = make_folder(options.out); !made) return made;
    const auto record = run_record(analysis, *settings, inputs);
    if (auto done = write_analysis(options.out, analysis, *settings, record); !done) return done;
    print_warnings(analysis.warnings);
    if (options.json) {
        std::cout << record;
    } else {
        std::cout << analysis.table.regions.size() << " regions, " << analysis.table.industries.size()
                  << " industries; results in " << options.out << '\n';
    }
    return {};
}

void add_analyse(CLI::App& regional, int& exit_code) {
    auto options = std::make_shared<AnalyseOptions>();
    auto* command =
        regional.add_subcommand("analyse", "Specialisation, relatedness and complexity of regions");
    command->footer("Example: medskapa regional analyse --in jobs.csv --out analysis");
    command->add_option("--in", options->in, "long CSV: region,industry,value[,period]")->required();
    command->add_option("--out", options->out, "folder for the results")->required();
    command->add_option("--threshold", options->threshold, "location quotient that counts as present")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command->add_option("--groups", options->groups, "CSV: industry,group (for related variety)");
    command->add_option("--period", options->period, "period to read (default: the last)");
    command->add_option("--density", options->density, "whether an industry counts in its own density")
        ->check(CLI::IsMember({"hidalgo", "noself"}))
        ->capture_default_str();
    command->add_option("--fitness-updates", options->fitness_updates, "stop fitness after so many updates")
        ->check(CLI::Range(1, 1'000'000));
    command->add_flag("--json", options->json, "print the run record as one JSON object");
    on_run(command, std::move(options), exit_code, run_analyse);
}

}  // namespace

void add_regional(CLI::App& program, int& exit_code) {
    auto* regional = program.add_subcommand("regional", "Regional analysis without a server");
    regional->require_subcommand(1);
    regional->footer("Example: medskapa regional analyse --in jobs.csv --out analysis");
    add_analyse(*regional, exit_code);
}

}  // namespace medskapa::cli
