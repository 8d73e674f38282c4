#pragma once

#include "demo/stage.hpp"

namespace medskapa::demo {

/// The seven proposals of December 2019 and the four areas that they became, weighed by invented people, and
/// what is judged of the strategy's requirements. In the living process the four areas are tried again, and
/// everybody can weigh them. Stands after the events, the text and the statistics.
void plan_priorities(Stage&);

}  // namespace medskapa::demo
