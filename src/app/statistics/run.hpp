#pragma once

#include "app/act/act.hpp"
#include "domain/statistics/analysis.hpp"

namespace medskapa::app {

/// Keeps a run that analysed() made, for everybody to see. The same question of the same dataset with the
/// same result is the run that is there already. Refuses a dataset that the process does not show.
Result<AnalysisRun> keep_run(Permitted<Action::edit_text>, const AnalysisRun& made);

/// Takes a run away; its number is not used again. Refuses one that a text cites, or did.
Result<AnalysisRun> remove_run(Permitted<Action::edit_text>, int number);

/// Lets a paragraph of the process rest on a figure of a run: see figure_in(). Refuses a figure that the run
/// does not have, and one that the paragraph cites already.
Result<Citation> cite_figure(
    Permitted<Action::edit_text>, int run, const std::string& paragraph, const std::string& figure);

/// Somebody has looked at what a newer run of the same question says: from now on the citation rests on that
/// one. Refuses a run that does not ask the same, or of older data. Demands that the citation was seen.
Result<Citation> review_citation(Permitted<Action::edit_text>, int citation, int newer_run);

/// The figure is cited on purpose though its data has been replaced, and somebody says why: it needs no
/// review until the data is replaced again. Refuses one whose data stands, and no reason. Demands that the
/// citation was seen.
Result<Citation> hold_citation(Permitted<Action::edit_text>, int citation, const std::string& reason);

/// Whether a citation rests on data that has been replaced, and nobody has looked.
struct Staleness {
    Dataset newest;                    // that the data was replaced by, at the end of the chain
    std::optional<AnalysisRun> again;  // the same question of it, where it has been asked
};
std::optional<Staleness> staleness_of(sql::Connection&, const AnalysisRun&);
/// The same of a citation; none while somebody has said that it holds all the same over that data.
std::optional<Staleness> staleness_of(sql::Connection&, const Citation&);

}  // namespace medskapa::app
