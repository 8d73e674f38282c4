#pragma once

#include "domain/statistics/analysis.hpp"

namespace medskapa::app {

/// The result as JSON: the same result is the same bytes, so that its digest says whether two are alike.
std::string text_of(const AnalysisResult&);
/// Reads what text_of() wrote, also an older program's: what it lacks is empty. Throws std::logic_error for
/// what it did not write.
AnalysisResult read_result(std::string_view);

/// The rows as CSV with a header line; what is not known is empty.
std::string csv_of(const AnalysisResult&);

}  // namespace medskapa::app
