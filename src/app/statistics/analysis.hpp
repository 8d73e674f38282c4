#pragma once

#include "app/statistics/analysis_input.hpp"
#include "domain/statistics/analysis.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// An analysis of more cells than this is for the command line: a visitor would wait too long for it.
inline constexpr std::int64_t most_cells_analysed = 2'000'000;

/// Does the analysis: reads the dataset and asks the engine, but writes nothing and needs no transaction.
/// The run has its result and its digest, and neither process nor number yet. The same dataset, parameters
/// and engine give the same result. Refuses, with the parameter as the complaint's part, what cannot be
/// analysed.
Result<AnalysisRun> analysed(sql::Connection&, const Dataset&, AnalysisRun::Kind, const Parameters&);

/// Location quotients of one region's industries with 95 % intervals. Notes: more, unsure, less, few,
/// missing.
Result<AnalysisResult> specialisation_of(
    const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);
/// One region's change between two periods (Dunn). Notes: new, missing, few, or none.
Result<AnalysisResult> change_of(const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);
/// Statistics Sweden's local labour markets. Notes: the role of each place.
Result<AnalysisResult> labour_markets_of(
    const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);
/// How varied a region's industries are, period by period, between the sections of SNI and within them.
Result<AnalysisResult> variety_of(const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);
/// Industries that a region does not have enough of, by how related and how complex they are. Notes: the
/// field.
Result<AnalysisResult> opportunities_of(const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);

}  // namespace medskapa::app
