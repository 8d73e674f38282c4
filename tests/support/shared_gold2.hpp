#pragma once

#include "support/shared_regional.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace medskapa::test {

/// A folder of the engines' second reference, `projection` or `related`.
inline std::optional<std::filesystem::path> shared_gold2(
    const std::string& folder, const std::string& what_is_skipped) {
    const auto all = shared("gold2", what_is_skipped);
    if (!all) return std::nullopt;
    return *all / folder;
}

inline nlohmann::json json_at(const std::filesystem::path& path) {
    return nlohmann::json::parse(contents(path));
}

/// As the reference demands: 1e-9 relative to max(1, |value|); null is none.
inline bool equals_gold(const std::optional<double>& ours, const nlohmann::json& theirs) {
    if (theirs.is_null() || !ours) return theirs.is_null() && !ours;
    const double value = theirs.get<double>();
    return std::abs(*ours - value) <= 1e-9 * std::max(1.0, std::abs(value));
}

}  // namespace medskapa::test
