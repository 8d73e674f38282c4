#pragma once

#include "domain/assessment/assessment.hpp"
#include "web/frame/visit.hpp"

#include <vector>

/// What impact assessments show on other nouns' pages.
namespace medskapa::web::assessment {

/// Where what is listed leads to.
enum class LeadsTo { page, desk };

/// What is left to do, a line each, with links. Empty where nothing is.
Html gaps_view(const Visit&, const std::vector<AssessmentGap>&, LeadsTo);
/// What is left to do before a decision, for the desk's page of what is still to answer. Empty where nothing
/// is.
Html gaps_before_decision(const Visit&);

/// What had to be there when the strategy was adopted and is not, for the page of a decision. Empty where
/// nothing is.
Html gaps_at_adoption(const Visit&);

/// How the assessments of the kind stand, with links: done, begun or not begun.
Html kind_view(const Visit&, const std::string& kind);
/// What a kind of assessment is called today.
std::string name_of_kind(const Visit&, const std::string& kind);

/// The assessments that are about the paragraph, with links. Empty where there are none.
Html about_paragraph(const Visit&, Id<Node>);

/// The assessments whose newest answers cite this: "A-17", or an inspel "I-12" or an issue of it. Empty for
/// none.
Html citing(const Visit&, const std::string& reference);

}  // namespace medskapa::web::assessment
