#include "app/statistics/dataset.hpp"
#include "app/statistics/published.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/regional/command.hpp"
#include "cli/regional/regional.hpp"
#include "cli/terminal.hpp"
#include "engine/regional/read/borders.hpp"
#include "engine/regional/read/format.hpp"
#include "store/statistics/dataset_store.hpp"

#include <filesystem>
#include <iostream>

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
};

app::Provenance provenance(const ImportOptions& options, const Input& input) {
    return {options.title, options.source, options.licence, input.sha256};
}

Completed run_import_dataset(const ImportOptions& options) {
    std::vector<Input> inputs;
    const auto bytes = load_input(inputs, "file", options.file);
    if (!bytes) return tl::unexpected{bytes.error()};
    const auto statistic = read::read_statistic(*bytes, options.table.choices());
    if (!statistic) return because(statistic.error(), options.file);
    print_warnings(statistic->warnings);
    auto draft = app::dataset_of(*statistic, provenance(options, inputs.front()));
    draft.vintage = options.vintage;
    draft.small_numbers = named<Dataset::SmallNumbers>(options.small_numbers);
    draft.file_name = std::filesystem::path{options.file}.filename().string();
    if (draft.title.empty()) draft.title = std::filesystem::path{options.file}.stem().string();
    if (!draft.places()) return because(checked(draft, {}).error(), options.file);

    sql::Writer writer{store::open_and_migrate(options.installation, now()), now};
    const auto cells = app::cells_of(*statistic);
    const auto kept = app::perform(writer, Actor::operating(), {}, [&](auto& act) -> Result<Dataset> {
        if (options.replaces > 0) {
            const auto older = store::dataset_numbered(act.db(), options.replaces);
            if (!older)
                return refuse(Failure::Kind::invalid,
                    {{"--replaces", N_("There is no dataset {}. Give the number of one that is here"),
                        {std::to_string(options.replaces)}}});
            draft.replaces = older->id;
        }
        return app::import_dataset(act, draft, cells, *bytes);
    });
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
    if (!borders) return because(borders.error(), options.file);
    const auto draft =
        app::map_of(named<RegionMap::Level>(options.level), provenance(options, inputs.front()));
    const auto areas = app::areas_of(*borders);

    sql::Writer writer{store::open_and_migrate(options.installation, now()), now};
    const auto kept = app::perform(
        writer, Actor::operating(), {}, [&](auto& act) { return app::import_map(act, draft, areas); });
    if (!kept) return because(kept.error(), options.file);
    std::cout << words()(N_("map {}: {} areas, {}"), kept->number, kept->areas, options.level) << '\n';
    return {};
}

}  // namespace

void add_regional_imports(Command& program, int& exit_code) {
    auto& import = begun(program, "import", "Read in");
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
    on_run(command, std::move(map), exit_code, run_import_map);
}

}  // namespace medskapa::cli
