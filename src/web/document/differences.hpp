#pragma once

#include "domain/document/comparison.hpp"
#include "store/document/trace_store.hpp"
#include "web/frame/visit.hpp"

#include <map>
#include <vector>

namespace medskapa::web::document {

/// What differs between two versions, under its headings, with why it was changed: what led to it and the
/// reason that was written, of the changes by the paragraph that they are about.
Html differences_view(
    const Visit&, const std::vector<Difference>&, const std::map<Id<Node>, Change>& changes);

}  // namespace medskapa::web::document
