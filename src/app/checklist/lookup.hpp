#pragma once

#include "domain/checklist/checklist.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>

namespace medskapa::app {

/// When something is looked up: the same moment, and what the clocks on the wall say.
struct LookupTime {
    Instant now;
    LocalTime local;
};

/// What the site has found by itself, in a sentence whose holes are filled: see Complaint.
struct LookedUp {
    Judgement::Status status = Judgement::Status::missing;
    std::string sentence = {};
    Holes holes = {};
};

/// Nothing for a requirement that only a person can judge.
std::optional<LookedUp> look_up(sql::Connection&, Id<Process>, AutomaticRule, const LookupTime&);

/// Data that is older than this is too old to rest on.
inline constexpr std::chrono::days oldest_data{3 * 365};

}  // namespace medskapa::app
