#pragma once

#include "web/frame/visit.hpp"

namespace medskapa::web {

/// What is said of the region, in the order in which it follows from what was before.
enum class RegionPage { plan, analysis, swot, priorities, assessments, steps };

/// The links from a page about the region to all the others.
Html region_nav(const Visit&, RegionPage here);

}  // namespace medskapa::web
