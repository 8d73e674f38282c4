#pragma once

#include "web/checklist/views.hpp"

namespace medskapa::web::checklist {

/// The graded list as a wheel: a wedge for each factor, as long as its grade. Its heading is what the grades
/// say; its table holds them all.
Html wheel_figure(const Visit&, const OpenedChecklist&);
/// The drawing alone, with its own style.
Html wheel_drawing(const Visit&, const OpenedChecklist&);
/// "Weakest: Scenarios. Strongest: Governance": what the grades say.
std::string wheel_finding(const Visit&, const OpenedChecklist&);

}  // namespace medskapa::web::checklist
