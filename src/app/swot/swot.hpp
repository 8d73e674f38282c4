#pragma once

#include "app/act/act.hpp"
#include "domain/statistics/analysis.hpp"
#include "domain/swot/swot.hpp"

/// What is done with strengths, weaknesses, opportunities and threats.
namespace medskapa::app {

/// A draft, which the staff alone reads.
Result<SwotItem> write_swot_item(Permitted<Action::edit_text>, const SwotItem&);
/// The words of the item with that number, and the field that it stands in; its evidence and state stand.
Result<SwotItem> change_swot_item(Permitted<Action::edit_text>, const SwotItem&);

/// Lets the item rest on a figure of the run with that number: see figure_in(). It goes amber when the run's
/// data is replaced: see app/statistics/run.hpp. Refuses a run of another process.
Result<Citation> cite_for_swot(Permitted<Action::edit_text>, int number, int run, const std::string& figure);
/// Lets the item rest on a dataset, an inspel or an issue. Refuses what not everybody can read.
Result<SwotItem> support_swot_item(Permitted<Action::edit_text>, int number, const std::string& reference);

/// Takes a dataset, an inspel or an issue off the item. Refuses what it does not rest on, and the last that
/// carries a published item. Demands that the item was seen.
Result<SwotItem> take_off_swot_item(Permitted<Action::edit_text>, int number, const std::string& reference);
/// Takes a figure off the item: the citation with that number. Refuses as the one above. Demands that the
/// item and the citation were seen.
Result<SwotItem> take_figure_off_swot_item(Permitted<Action::edit_text>, int number, int citation);

/// Everybody can read it from then on. Refuses one that rests on nothing that can be read. Demands that the
/// item and what it rests on were seen.
Result<SwotItem> publish_swot_item(Permitted<Action::edit_text>, int number);
/// A draft again. Demands that the item was seen.
Result<SwotItem> withdraw_swot_item(Permitted<Action::edit_text>, int number);

}  // namespace medskapa::app
