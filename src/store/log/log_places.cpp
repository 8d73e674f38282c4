#include "store/log/log_places.hpp"

namespace medskapa::store {

std::optional<Instant> LogPlaces::time_of(std::int64_t place) {
    if (const auto known = read_.find(place); known != read_.end()) return known->second;
    const auto data = log_entries(db_, place, 1);
    const auto entry = openlog::read_entry(data.empty() ? "" : data.front());
    return read_[place] = entry ? std::optional{entry->time} : std::nullopt;
}

std::int64_t LogPlaces::at(Instant moment) {
    std::int64_t low = 0;
    std::int64_t high = size_;
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto time = time_of(middle);
        if (time && *time < moment)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::int64_t place_at(sql::Connection& db, Instant moment) {
    return LogPlaces{db}.at(moment);
}

}  // namespace medskapa::store
