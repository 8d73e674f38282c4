#pragma once

#include "app/act/act.hpp"
#include "app/conversation/opinion.hpp"
#include "app/inspel/inspel.hpp"

namespace medskapa::app {

/// Makes an inspel of a statement that is shown: in its own words, received when it was proposed. From there
/// on it is reviewed, split, answered and cited like any other, and both lead to each other. Refuses a
/// statement that has become one already.
Result<Receipt> convert_statement(
    Permitted<Action::enter_inspel>, const Occasion&, int number, const std::string& secret);

}  // namespace medskapa::app
