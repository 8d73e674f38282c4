#pragma once

#include "domain/conversation/statement.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/moderation/conduct.hpp"
#include "domain/moderation/content_report.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::moderation {

/// Something that has been reported, or is about to be.
struct Subject {
    std::string title;  // "I-231: More buses", "Statement 7"
    std::string words;  // as everybody reads them
    std::string href;   // where everybody reads it; empty when nobody does any more
};
Subject subject_of(const Visit&, const Inspel&);
Subject subject_of(const Visit&, const Statement&, const Activity&);
/// What the report is about.
Subject subject_of(const Visit&, const ContentReport&);

/// The activity that the statement was proposed in.
Activity activity_of(const Visit&, const Statement&);

/// What can be wrong: one choice for each rule, and something else where that may be.
std::vector<ui::Choice> choices_of_rules(const Words&);
/// The rule in the region's own words, or in the site's.
std::string rule_text(const Visit&, const Conduct&, const ConductRule&);
std::string rule_name(const std::optional<DeclineReason>&, const Words&);

std::string day_of(const Visit&, Instant);

}  // namespace medskapa::web::moderation
