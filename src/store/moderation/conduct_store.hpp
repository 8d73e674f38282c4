#pragma once

#include "domain/moderation/conduct.hpp"
#include "store/sql/connection.hpp"

#include <map>

namespace medskapa::store {

Id<Conduct> add(sql::Transaction&, const Conduct&);
/// What the region says now; empty before anybody has written rules.
Conduct conduct_in_force(sql::Connection&);

/// What has been decided in a process, counted. By rule, and of statements by their own reason.
struct ModerationNumbers {
    using ByName = std::map<std::string, std::int64_t, std::less<>>;

    ByName refused;  // decisions not to show an inspel, by rule; also those that were changed later
    ByName statements_rejected;  // statements that are not shown, by reason
    ByName reported;             // things whose reports are decided, by what became of them
    ByName appealed;             // appeals that are decided, by outcome
};
ModerationNumbers moderation_numbers(sql::Connection&, Id<Process>);

}  // namespace medskapa::store
