#include "app/statistics/dataset.hpp"
#include "base/digest.hpp"
#include "cli/options.hpp"
#include "cli/regional/command.hpp"
#include "cli/regional/regional.hpp"
#include "cli/terminal.hpp"
#include "engine/regional/read/borders.hpp"
#include "engine/regional/read/format.hpp"

#include <filesystem>
#include <iostream>

namespace medskapa::cli {
namespace {

using namespace regional;

struct ImportOptions {
    Installation place;
    std::string file;
    std::string source;
    std::string licence;
    std::string title;
    std::string level = "municipality";
};

Dataset dataset_of(const read::Statistic& statistic, const ImportOptions& options) {
    Dataset dataset;
    dataset.title = !options.title.empty()     ? options.title
                    : !statistic.title.empty() ? statistic.title
                                               : std::filesystem::path{options.file}.stem().string();
    dataset.source = options.source;
    dataset.licence = options.licence;
    for (const auto& dimension : statistic.dimensions) {
        auto& kept = dataset.dimensions.emplace_back(Dataset::Dimension{dimension.name, {}});
        for (const auto& member : dimension.members()) kept.members.push_back({member.code, member.label});
    }
    return dataset;
}

std::vector<Dataset::Cell> cells_of(const read::Statistic& statistic) {
    std::vector<Dataset::Cell> cells;
    cells.reserve(statistic.rows());
    for (std::size_t row = 0; row < statistic.rows(); ++row) {
        std::int64_t place = 0;
        for (std::size_t k = 0; k < statistic.dimensions.size(); ++k)
            place =
                place * static_cast<std::int64_t>(statistic.dimensions[k].size()) + statistic.place(row, k);
        cells.push_back({place, statistic.value(row), statistic.sign(row)});
    }
    return cells;
}

Completed run_import_dataset(const ImportOptions& options) {
    std::vector<Input> inputs;
    const auto bytes = take_in(inputs, "file", options.file);
    if (!bytes) return tl::unexpected{bytes.error()};
    const auto statistic = read::read_statistic(*bytes);
    if (!statistic) return because(statistic.error(), options.file);
    print_warnings(statistic->warnings);
    auto draft = dataset_of(*statistic, options);
    draft.digest = inputs.front().sha256;
    if (!draft.places()) return because(checked(draft, {}).error(), options.file);

    sql::Writer writer{store::open_and_migrate(options.place, now()), now};
    const auto cells = cells_of(*statistic);
    const auto kept = app::perform(
        writer, Actor::operating(), {}, [&](auto& act) { return app::import_dataset(act, draft, cells); });
    if (!kept) return because(kept.error(), options.file);
    std::cout << words()(N_("dataset {}: {}, {} cells, {} of them missing"), kept->number, kept->title,
                     kept->cells, kept->missing)
              << '\n';
    return {};
}

/// The coordinates of a GeoJSON MultiPolygon.
std::string coordinates(const read::Area& area) {
    const auto joined = [](const auto& parts, const auto& text) {
        std::string all = "[";
        for (const auto& part : parts) all += (all.size() > 1 ? "," : "") + text(part);
        return all + "]";
    };
    const auto position = [](const read::Position& at) {
        return "[" + read::number_text(at.longitude) + "," + read::number_text(at.latitude) + "]";
    };
    const auto ring = [&](const read::Ring& one) { return joined(one, position); };
    return joined(area.polygons, [&](const auto& polygon) { return joined(polygon, ring); });
}

Completed run_import_map(const ImportOptions& options) {
    std::vector<Input> inputs;
    const auto bytes = take_in(inputs, "file", options.file);
    if (!bytes) return tl::unexpected{bytes.error()};
    const auto borders = read::read_borders(*bytes);
    if (!borders) return because(borders.error(), options.file);
    RegionMap draft;
    draft.level = named<RegionMap::Level>(options.level);
    draft.source = options.source;
    draft.licence = options.licence;
    draft.digest = inputs.front().sha256;
    std::vector<RegionMap::Area> areas;
    for (const auto& area : *borders) areas.push_back({area.code, area.name, coordinates(area)});

    sql::Writer writer{store::open_and_migrate(options.place, now()), now};
    const auto kept = app::perform(
        writer, Actor::operating(), {}, [&](auto& act) { return app::import_map(act, draft, areas); });
    if (!kept) return because(kept.error(), options.file);
    std::cout << words()(N_("map {}: {} areas, {}"), kept->number, kept->areas, options.level) << '\n';
    return {};
}

}  // namespace

void add_regional_imports(CLI::App& program, int& exit_code) {
    auto& import = begun(program, "import", "Read in");
    auto dataset = std::make_shared<ImportOptions>();
    auto* command = import.add_subcommand("dataset", "Statistics that others have published: all or nothing");
    command->footer("Example: medskapa import dataset jobs.px --data D --source SCB --licence CC0");
    command->add_option("FILE", dataset->file, "PX, JSON-stat, CSV and what else `regional read` reads")
        ->required();
    add_place(*command, dataset->place);
    command->add_option("--source", dataset->source, "Who published it")->required();
    command->add_option("--licence", dataset->licence, "Under which licence it may be used")->required();
    command->add_option("--title", dataset->title, "What it is (default: the file's own title, or its name)");
    on_run(command, std::move(dataset), exit_code, run_import_dataset);

    auto map = std::make_shared<ImportOptions>();
    command = import.add_subcommand("map", "Borders, in GeoJSON");
    command->footer("Example: medskapa import map municipalities.geojson --data D --level municipality");
    command->add_option("FILE", map->file, "GeoJSON of polygons with a code each")->required();
    add_place(*command, map->place);
    command->add_option("--level", map->level, "What the areas are")
        ->check(CLI::IsMember({"municipality", "county", "labour_market", "functional_region"}))
        ->required();
    command->add_option("--source", map->source, "Who published it");
    command->add_option("--licence", map->licence, "Under which licence it may be used");
    on_run(command, std::move(map), exit_code, run_import_map);
}

}  // namespace medskapa::cli
