#pragma once

#include "base/result.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::web::http {

/// So much at once, and then so much more an hour. None at all: there is no limit.
struct Budget {
    int at_once = 0;
    int each_hour = 0;

    bool operator==(const Budget&) const = default;
};

/// A budget for each place of a table. The generic cell rate algorithm: when a bucket is full again says all
/// there is to say of it. Not for several threads.
class Buckets {
public:
    explicit Buckets(const Budget&);

    /// Nothing when it was there to spend, and is spent; else how long until it is.
    std::optional<std::chrono::seconds> spend(std::size_t place, Instant now);
    /// What was spent there and need not have been.
    void give_back(std::size_t place);
    void fill_all();

private:
    Budget budget_;
    std::vector<Instant> full_at_;
};

/// The place in a table for a name, under a key that is drawn each day and never written down: nobody can be
/// read out of the table. Not for several threads.
class DailyPlaces {
public:
    static constexpr std::size_t count = 1 << 15;

    /// True the first time of each day: what stands in the places is of another key.
    bool begins_day(Instant now);
    std::size_t place_of(std::string_view name) const;
    /// The name under the day's key.
    std::string digest_of(std::string_view name) const;

private:
    std::string key_;
    std::chrono::sys_days day_{};
};

}  // namespace medskapa::web::http
