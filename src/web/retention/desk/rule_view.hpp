#pragma once

#include "domain/retention/retention.hpp"
#include "web/frame/visit.hpp"

#include <optional>
#include <string>

namespace medskapa::web::retention::desk {

/// What is in force for a kind: in the page's process, or of the site.
std::optional<RetentionRule> rule_of(const Visit&, RetentionKind);
/// The day on which the next of it goes, or why none does.
std::string next_day_text(const Visit&, const RetentionRule&);
/// How many would go today, whether the rule has begun or not: "12", "more than 10 000".
std::string count_text(const Visit&, const RetentionRule&);
/// When the process was closed, or why it is not.
Html closed_view(const Visit&);

}  // namespace medskapa::web::retention::desk
