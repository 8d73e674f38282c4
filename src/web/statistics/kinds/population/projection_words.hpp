#pragma once

#include "domain/statistics/analysis.hpp"
#include "web/statistics/row_picture.hpp"
#include "web/words/words.hpp"

#include <optional>
#include <string>
#include <vector>

/// What a projection says in sentences, derived from its numbers.
namespace medskapa::web::statistics {

/// Whether the error of the whole is known: all its places were tested.
bool is_tested(const AnalysisResult&);
/// Whether a fourth scenario says what comes of age alone. It stands in the table and as a number, and is not
/// drawn: three lines are enough to read.
bool has_no_moving(const AnalysisResult&);
/// "not tested", or "tested in 3 of 8 places": what stands where there is no error of the whole.
std::string untested_text(const AnalysisResult&, const Words&);
double people_at_start(const AnalysisResult&);
/// "Jämtlands län", or "all places in the statistics".
std::string place_text(const AnalysisResult&, const Words&);

/// Whether all scenarios go the same way, and between what.
std::string fan_finding(const AnalysisResult&, const Words&);
/// The whole fan, for who cannot see it.
std::string fan_in_words(const AnalysisResult&, const Words&);
/// What becomes of those who are 80 or older; of all, where they are not shown.
std::string pyramid_finding(const AnalysisResult&, const Words&);

/// How far off the same method was, or that nobody has tested it.
std::string test_text(const AnalysisResult&, const Words&);
std::vector<std::string> projection_why(const AnalysisResult&, const Words&);
std::vector<std::string> pyramid_why(const Words&);

/// "+1 200" of people to come, as exactly as they are told.
std::string change_text(double, const Words&);
/// "+1,2 %"
std::string percent_text(double share, const Words&);

/// The places, by how sure it is which way they go. Those that are left out stand last, with why.
RowPicture places_picture(const AnalysisResult&, const Words&);

}  // namespace medskapa::web::statistics
