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

/// The borders that places are drawn in; no areas where none have been read in.
struct Borders {
    std::string source = {};
    std::vector<RegionMap::Area> areas = {};
};
/// One number for each place, the highest first, with its outline where the borders are known. A county's
/// code as the region leaves its municipalities alone. Notes: few, withheld, missing, or none.
Result<AnalysisResult> indicator_map_of(
    const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&, const Borders&);
/// How often industries come to regions and go, by how related they were to what the region had. Rows: ten
/// tenths, and then the region's own comings and goings with the notes came and went.
Result<AnalysisResult> entry_exit_of(const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);
/// The regions that are most alike by all the measures of the dataset, and the region's value of each among
/// theirs. Rows with the note neighbour, nearest first, then one for each measure with the note measure.
Result<AnalysisResult> neighbours_of(const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);
/// People by age and sex in years to come, in three scenarios, with what the same method missed by over years
/// that have passed. Rows with the notes year, age and place, and "few", "withheld" or "missing" of places
/// that are left out because such a number of theirs is not known.
Result<AnalysisResult> projection_of(const Dataset&, const std::vector<Dataset::Cell>&, const Parameters&);

}  // namespace medskapa::app
