#include "app/statistics/dataset.hpp"
#include "app/statistics/published.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/regional/command.hpp"
#include "cli/regional/regional.hpp"
#include "cli/site/dry_run.hpp"
#include "cli/terminal.hpp"
#include "engine/regional/read/borders.hpp"
#include "engine/regional/read/format.hpp"
#include "store/statistics/dataset_store.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

namespace medskapa::cli {
namespace {

using namespace regional;

struct ImportOptions {
    Installation installation;
    std::string file;
    std::string source;
    std::string licence;
    std::string title;
    std::string level = "municipality";
    std::string vintage;
    std::string small_numbers = "hidden";
    int replaces = 0;
    TableOptions table = {};
    DryRun dry_run = {};
};

/// A trial of what is wrong already, for whoever asked for one; else the sentence alone.
Completed not_taken(const ImportOptions& options, const Failure& failure) {
    if (options.dry_run.as_json) {
        Trial trial;
        trial.refusal = failure;
        std::cout << json_of(trial).dump() << '\n';
    }
    return because(failure, options.file);
}

app::Provenance provenance(const ImportOptions& options, const Input& input) {
    return {options.title, options.source, options.licence, input.sha256};
}

constexpr std::size_t examples = 3;

std::vector<ColumnRead> columns_of(const read::Statistic& statistic) {
    std::vector<ColumnRead> columns;
    for (const auto& dimension : statistic.dimensions) {
        ColumnRead column{dimension.name, "dimension"};
        for (const auto& member : dimension.members())
            if (column.examples.size() < examples) column.examples.push_back(member.code);
        columns.push_back(std::move(column));
    }
    ColumnRead values{"value", "amount"};
    for (std::size_t row = 0; row < std::min(statistic.rows(), examples); ++row)
        values.examples.push_back(
            statistic.value(row) ? read::number_text(statistic.value(row)) : statistic.sign(row));
    columns.push_back(std::move(values));
    return columns;
}

/// What would be taken in, and what would refuse it; nothing is kept.
template <class Verb>
Completed try_out(const ImportOptions& options, sql::Writer& writer, Trial trial, Verb verb) {
    trial.refusal = refusal_of(writer, {}, verb);
    show_understood(trial, options.dry_run);
    if (trial.refusal) return because(*trial.refusal, options.file);
    return {};
}

/// Nothing needs to be asked of the database to refuse it; what was understood is shown all the same.
Completed too_large(const ImportOptions& options, Trial trial, const Failure& failure) {
    trial.refusal = failure;
    if (options.dry_run.is_wanted) show_understood(trial, options.dry_run);
    return because(failure, options.file);
}

Completed run_import_dataset(const ImportOptions& options) {
    std::vector<Input> inputs;
    const auto bytes = load_input(inputs, "file", options.file);
    if (!bytes) return tl::unexpected{bytes.error()};
    const auto statistic = read::read_statistic(*bytes, options.table.choices());
    if (!statistic) return not_taken(options, statistic.error());
    if (!options.dry_run.is_wanted) print_warnings(statistic->warnings);
    auto draft = app::dataset_of(*statistic, provenance(options, inputs.front()));
    draft.vintage = options.vintage;
    draft.small_numbers = named<Dataset::SmallNumbers>(options.small_numbers);
    draft.file_name = std::filesystem::path{options.file}.filename().string();
    if (draft.title.empty()) draft.title = std::filesystem::path{options.file}.stem().string();
    Trial trial{statistic->rows(), columns_of(*statistic)};
    for (const auto& warning : statistic->warnings) trial.left_out.push_back(say(warning));
    if (!draft.places()) return too_large(options, std::move(trial), checked(draft, {}).error());

    sql::Writer writer{store::open_and_migrate(options.installation, now()), now};
    const auto cells = app::cells_of(*statistic);
    const auto verb = [&](auto& act) -> Result<Dataset> {
        if (options.replaces > 0) {
            const auto older = store::dataset_numbered(act.db(), options.replaces);
            if (!older)
                return refuse(Failure::Kind::invalid,
                    {{"--replaces", N_("There is no dataset {}. Give the number of one that is here"),
                        {std::to_string(options.replaces)}}});
            draft.replaces = older->id;
        }
        return app::import_dataset(act, draft, cells, *bytes);
    };
    if (options.dry_run.is_wanted) return try_out(options, writer, std::move(trial), verb);
    const auto kept = app::perform(writer, Actor::operating(), {}, verb);
    if (!kept) return because(kept.error(), options.file);
    std::cout << words()(N_("dataset {}: {}, {} cells, {} of them missing"), kept->number, kept->title,
                     kept->cells, kept->missing)
              << '\n';
    return {};
}

Completed run_import_map(const ImportOptions& options) {
    std::vector<Input> inputs;
    const auto bytes = load_input(inputs, "file", options.file);
    if (!bytes) return tl::unexpected{bytes.error()};
    const auto borders = read::read_borders(*bytes);
    if (!borders) return not_taken(options, borders.error());
    const auto draft =
        app::map_of(named<RegionMap::Level>(options.level), provenance(options, inputs.front()));
    const auto areas = app::areas_of(*borders);

    sql::Writer writer{store::open_and_migrate(options.installation, now()), now};
    const auto verb = [&](auto& act) { return app::import_map(act, draft, areas); };
    if (options.dry_run.is_wanted) {
        Trial trial{borders->size(), {{"code", "code"}, {"name", "name"}}};
        for (std::size_t k = 0; k < std::min(borders->size(), examples); ++k) {
            trial.columns[0].examples.push_back((*borders)[k].code);
            trial.columns[1].examples.push_back((*borders)[k].name);
        }
        return try_out(options, writer, std::move(trial), verb);
    }
    const auto kept = app::perform(writer, Actor::operating(), {}, verb);
    if (!kept) return because(kept.error(), options.file);
    std::cout << words()(N_("map {}: {} areas, {}"), kept->number, kept->areas, options.level) << '\n';
    return {};
}

}  // namespace

void add_regional_imports(Command& program, int& exit_code) {
    auto& import = begun(program, "import", "Import from a file");
    auto dataset = std::make_shared<ImportOptions>();
    auto* command = import.add_subcommand("dataset", "Statistics that others have published: all or nothing");
    command->footer("Example: medskapa import dataset jobs.px --data D --source SCB --licence CC0");
    command->add_option("FILE", dataset->file, "PX, JSON-stat, CSV and what else `regional read` reads")
        ->required();
    add_installation(*command, dataset->installation);
    command->add_option("--source", dataset->source, "Who published it")->required();
    command->add_option("--licence", dataset->licence, "Under which licence it may be used")->required();
    command->add_option("--title", dataset->title, "What it is (default: the file's own title, or its name)");
    command->add_option("--vintage", dataset->vintage, "What time it is about, as people say it");
    command->add_option("--small-numbers", dataset->small_numbers, "Whether numbers below five may be shown")
        ->check(one_of({"hidden", "protected_by_source", "no_people"}))
        ->capture_default_str();
    command->add_option(
        "--replaces", dataset->replaces, "Number of the dataset that this is a newer version of");
    add_table_options(*command, dataset->table, Amounts::named);
    add_dry_run(*command, dataset->dry_run);
    on_run(command, std::move(dataset), exit_code, run_import_dataset);

    auto map = std::make_shared<ImportOptions>();
    command = import.add_subcommand("map", "Borders, in GeoJSON");
    command->footer("Example: medskapa import map municipalities.geojson --data D --level municipality");
    command->add_option("FILE", map->file, "GeoJSON of polygons with a code each")->required();
    add_installation(*command, map->installation);
    command->add_option("--level", map->level, "What the areas are")
        ->check(one_of({"municipality", "county", "labour_market", "functional_region"}))
        ->required();
    command->add_option("--source", map->source, "Who published it");
    command->add_option("--licence", map->licence, "Under which licence it may be used");
    add_dry_run(*command, map->dry_run);
    on_run(command, std::move(map), exit_code, run_import_map);
}

}  // namespace medskapa::cli
