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

/// By name.
std::vector<Load> load_by_assignee(sql::Connection&, Id<Process>, Day today);
std::vector<Load> load_by_topic(sql::Connection&, Id<Process>, Day today);
/// When the answers that have been published since then were, an instant for each issue that has one; oldest
/// first.
std::vector<Instant> answered_since(sql::Connection&, Id<Process>, Instant since);
/// When the inspel came in since then; oldest first.
std::vector<Instant> received_since(sql::Connection&, Id<Process>, Instant since);
/// The last day that an issue without a public answer is promised for.
std::optional<Day> last_promised(sql::Connection&, Id<Process>);

}  // namespace medskapa::store
