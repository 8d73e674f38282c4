#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"

#include <vector>

namespace medskapa::web::inspel {

/// The last day on which its sender was promised an answer to all of it, counted from the receipt.
Day promised_day(const Visit&, const Inspel&);

/// The way of an inspel to the decision, as far as it has come: its issues, their answers, the words that
/// they changed in the versions that people can read, and what was decided on those.
Html trace_view(const Visit&, const Inspel&, const std::vector<Issue>&);

}  // namespace medskapa::web::inspel
