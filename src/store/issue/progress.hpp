#pragma once

#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

#include <string>
#include <vector>

/// How far the answering of a process has come. Each reads all its issues.
namespace medskapa::store {

/// Issues of published inspel that belong together: `left` has no public answer, `late` of them had to have
/// one before today.
struct Load {
    std::string assignee;  // empty: nobody, or not asked by
    Id<Topic> topic;
    std::int64_t all = 0;
    std::int64_t left = 0;
    std::int64_t late = 0;
};

struct Loads {
    std::vector<Load> by_assignee;  // in the order of their names
    std::vector<Load> by_topic;
};
Loads loads_of(sql::Connection&, Id<Process>, Day today);

/// How many things happened in a quarter of an hour, which is never in two days.
struct CountedTime {
    Instant begin;
    std::int64_t n = 0;
};
/// The issues that have been answered in public since then.
std::vector<CountedTime> answered_since(sql::Connection&, Id<Process>, Instant since);
/// The inspel that have come in since then.
std::vector<CountedTime> received_since(sql::Connection&, Id<Process>, Instant since);
/// The last day that an issue without a public answer is promised for.
std::optional<Day> last_promised(sql::Connection&, Id<Process>);

}  // namespace medskapa::store
