#pragma once

#include "domain/document/document.hpp"
#include "store/sql/connection.hpp"

#include <vector>

/// What a process has published within a time, for those who follow it.
namespace medskapa::store {

struct PublishedCounts {
    std::int64_t inspel = 0;
    std::int64_t answers = 0;
};
/// From the first moment on, before the second.
PublishedCounts published_between(sql::Connection&, Id<Process>, Instant from, Instant to);
std::vector<Version> frozen_between(sql::Connection&, Id<Process>, Instant from, Instant to);

}  // namespace medskapa::store
