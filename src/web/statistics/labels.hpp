#pragma once

#include "app/statistics/projection/assumed.hpp"
#include "domain/statistics/dataset.hpp"
#include "web/markup/html.hpp"
#include "web/words/words.hpp"

/// What the parts of a dataset are called for people: never a raw code of the file where there is a word.
namespace medskapa::web::statistics {

/// What somebody said that the dimension is called, else its known name in the page's language, else the
/// file's.
std::string label_of(const Dataset::Dimension&, const Words&);
/// The same, marked with its language where that is not the page's.
Html label_view(const Dataset::Dimension&, const Words&);
/// "2326 Berg", or the code alone where the file has no name.
std::string named(const Dataset::Member&);
/// The name of a region or a county, with its code: "23 Jämtlands län".
std::string region_named(const Dataset&, const std::string& code);

/// "Low: births, times"
std::string assumption_label(const app::Assumption&, const Words&);
/// With one decimal, or as many as it needs: "0,9", "0,85".
std::string assumption_text(double, const Words&);

/// How many numbers are hidden and why; empty where none is.
std::string hidden_sentence(const Dataset&, const Words&);

}  // namespace medskapa::web::statistics
