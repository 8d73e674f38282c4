#pragma once

#include "store/plan/gaps.hpp"
#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web::assessment {

/// A sign with its word.
Html standing_view(StepStanding, const Words&);
/// How an assessment stands as a whole: its worst step counts.
Html whole_view(const store::OpenedAssessment&, const Words&);

/// "2 of 6 steps are done. 2 are to be done again. 2 are missing."
std::string finding_of(const store::OpenedAssessment&, const Words&);

/// "3. Which consequences can we see?"
std::string title_of(const AssessmentStep&, const Words&);

/// Who answered, when and by what.
Html ground_of(const Visit&, const StepAnswer&);
/// The role of a member of staff, or of who operates the site.
std::string shown_role(const std::string& role, const Words&);

/// What is another than when the step was answered: words of paragraphs, data that it cites.
Html changed_view(const Visit&, const store::OpenedStep&);
/// The codes of paragraphs as links, with commas between.
Html paragraph_links(const Visit&, const std::vector<Id<Node>>&);

/// "Valid from …. Source: …" of the template's version.
std::string rules_of(const AssessmentTemplate&, const Words&);

}  // namespace medskapa::web::assessment
