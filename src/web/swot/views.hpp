#pragma once

#include "app/swot/sources.hpp"
#include "domain/swot/swot.hpp"
#include "web/frame/visit.hpp"

#include <functional>
#include <optional>

namespace medskapa::web::swot {

/// How the evidence of a point stands.
struct Standing : app::SwotSupport {
    std::size_t stale = 0;  // figures and datasets whose data has been replaced, and nobody has looked

    bool needs_look() const { return stale + gone > 0; }
};
Standing standing_of(const Visit&, const SwotItem&);

/// The sign, and how many things it rests on.
Html standing_view(const Visit&, const Standing&);

/// All that the point rests on: a card for each figure, a line for each dataset, inspel and issue. One that
/// is not there any more is said to be gone, without its words.
/// `tools`: what can be done with each, at the desk; the numbers of the row that it is about are in it.
struct EvidenceTools {
    std::function<Html(const Citation&)> of_figure = {};
    std::function<Html(const SwotEvidence&)> of_source = {};
};
Html evidence_view(const Visit&, const SwotItem&, const EvidenceTools& tools = {});
/// The same in a line of links.
Html evidence_links(const Visit&, const SwotItem&);

}  // namespace medskapa::web::swot
