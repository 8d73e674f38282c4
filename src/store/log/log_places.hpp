#pragma once

#include "store/log/log_store.hpp"

#include <map>

namespace medskapa::store {

/// Where moments lie in the log as it is now. Who asks for many reads each entry on the way once.
class LogPlaces {
public:
    explicit LogPlaces(sql::Connection& db) : db_{db}, size_{log_size(db)} {}

    std::int64_t size() const { return size_; }
    /// The place of the first entry that is not older than a moment; the log's size when all are. O(log
    /// size).
    std::int64_t at(Instant);

private:
    std::optional<Instant> time_of(std::int64_t place);

    sql::Connection& db_;
    std::int64_t size_;
    std::map<std::int64_t, std::optional<Instant>> read_;
};

}  // namespace medskapa::store
