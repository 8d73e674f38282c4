#pragma once

#include "engine/regional/read/statistic.hpp"
#include "support/fuzz.hpp"

#include <cmath>

namespace medskapa::test {

/// Either a refusal that says something, or numbers that are numbers. Returns whether it was read.
inline bool is_read_soundly(const Result<regional::read::Statistic>& statistic) {
    if (!statistic) {
        must(!statistic.error().complaints.empty());
        return false;
    }
    for (std::size_t row = 0; row < statistic->rows(); ++row)
        must(std::isfinite(statistic->value(row).value_or(0)));
    return true;
}

}  // namespace medskapa::test
