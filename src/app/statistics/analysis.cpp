#include "app/statistics/analysis.hpp"

#include "app/statistics/result_text.hpp"
#include "base/digest.hpp"
#include "domain/field.hpp"
#include "engine/regional/run_record.hpp"
#include "store/statistics/dataset_store.hpp"

namespace medskapa::app {
namespace {

Borders newest_borders(sql::Connection& db) {
    const auto map = store::newest_map(db, RegionMap::Level::municipality);
    return map ? Borders{map->source, store::areas_of(db, map->id)} : Borders{};
}

Result<AnalysisResult> result_of(sql::Connection& db, const Dataset& dataset,
    const std::vector<Dataset::Cell>& cells, AnalysisRun::Kind kind, const Parameters& parameters) {
    switch (kind) {
        case AnalysisRun::Kind::specialisation: return specialisation_of(dataset, cells, parameters);
        case AnalysisRun::Kind::shift_share: return change_of(dataset, cells, parameters);
        case AnalysisRun::Kind::labour_markets: return labour_markets_of(dataset, cells, parameters);
        case AnalysisRun::Kind::variety: return variety_of(dataset, cells, parameters);
        case AnalysisRun::Kind::opportunities: return opportunities_of(dataset, cells, parameters);
        case AnalysisRun::Kind::indicator_map:
            return indicator_map_of(dataset, cells, parameters, newest_borders(db));
        case AnalysisRun::Kind::neighbours: return neighbours_of(dataset, cells, parameters);
        case AnalysisRun::Kind::entry_exit: return entry_exit_of(dataset, cells, parameters);
        case AnalysisRun::Kind::projection: return projection_of(dataset, cells, parameters);
    }
    throw std::logic_error{"a kind of analysis without an engine"};
}

}  // namespace

Result<AnalysisRun> analysed(
    sql::Connection& db, const Dataset& dataset, AnalysisRun::Kind kind, const Parameters& parameters) {
    if (dataset.cells > most_cells_analysed)
        return refuse(Failure::Kind::invalid,
            {{Field::file, N_("The dataset has {} cells, too many to analyse here. Choose a part of it"),
                {dataset.cells}}});
    auto result = result_of(db, dataset, store::all_cells_of(db, dataset.id), kind, parameters);
    if (!result) return tl::unexpected{result.error()};
    if (!dataset.measure.empty()) result->texts["measure"] = dataset.measure;
    AnalysisRun run;
    run.kind = kind;
    run.dataset = dataset.id;
    run.parameters = medskapa::text_of(parameters);
    run.engine = regional::engine_version;
    run.result = text_of(*result);
    run.digest = hex(as_text(sha256(run.result)));
    return run;
}

}  // namespace medskapa::app
