#pragma once

#include <string>

namespace medskapa {

/// Whether the copy that is shown is the original with nothing but passages masked, each visibly: anything
/// more is the region's own words, and must be called so.
bool differs_only_by_masks(const std::string& original, const std::string& copy);

}  // namespace medskapa
