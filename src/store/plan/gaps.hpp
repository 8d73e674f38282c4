#pragma once

#include "domain/plan/plan.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// A step with its newest answer and how it stands now.
struct OpenedStep {
    const AssessmentStep* step = nullptr;
    std::optional<StepAnswer> answer = {};
    std::vector<Id<Node>> changed = {};      // paragraphs with other words than the answer was given about
    std::vector<std::string> replaced = {};  // what it cites, of which the data was replaced after it: "A-17"
    StepStanding standing = StepStanding::missing;
};

/// An assessment with its template and how each of its steps stands now.
struct OpenedAssessment {
    Assessment assessment = {};
    const AssessmentTemplate* its_template = nullptr;
    std::vector<AssessedParagraph> paragraphs = {};
    std::vector<OpenedStep> steps = {};
    std::vector<GoalConflict> conflicts = {};

    /// Steps of that time that stand so.
    std::size_t count_of(StepStanding, AssessmentStep::When) const;
    /// Whether a step about the text is answered without saying which paragraphs: it would never grow old.
    bool lacks_paragraphs() const;
    /// Whether all that has to be there before a decision is.
    bool is_done() const;
};
/// What an answer cites, of which the data has been replaced since it was given: analyses and datasets.
std::vector<std::string> replaced_since(sql::Connection&, const StepAnswer&);
/// Throws std::logic_error where the program does not hold its template's version.
OpenedAssessment opened(sql::Connection&, const Assessment&);
/// By number.
std::vector<OpenedAssessment> opened_assessments(sql::Connection&, Id<Process>);

/// What is left to do before a decision: assessments that the newest plan promises and nobody has begun,
/// steps without an answer, stopped or to be done again, assessments that are about no paragraph, and goal
/// conflicts that have not been weighed.
std::vector<AssessmentGap> gaps_before_decision(sql::Connection&, Id<Process>);
/// The same, where the assessments have been opened already.
std::vector<AssessmentGap> gaps_before_decision(
    sql::Connection&, Id<Process>, const std::vector<OpenedAssessment>&);
/// Steps that are to be there when the strategy is adopted, and are not.
std::vector<AssessmentGap> gaps_at_adoption(sql::Connection&, Id<Process>);

}  // namespace medskapa::store
