#pragma once

#include "app/act/act.hpp"
#include "domain/assessment/assessment.hpp"
#include "store/sql/version.hpp"

/// What is done with impact assessments. Everybody reads all of it at once.
namespace medskapa::app {

/// By the template of that kind as it is valid today. Refuses a kind that there is none of.
Result<Assessment> begin_assessment(Permitted<Action::edit_text>, const Assessment& typed, Day today);
/// What is assessed, who sees to it and when it is to be done; its template stands.
Result<Assessment> change_assessment(Permitted<Action::edit_text>, const Assessment& typed);

/// The assessment is about the paragraph with that code, too: what has been answered is to be looked at.
/// Refuses one that no frozen version of the process has: its code is its writers' alone.
Result<AssessedParagraph> assess_paragraph(
    Permitted<Action::edit_text>, int assessment, const std::string& paragraph);
/// It is not about the paragraph any more. Demands that the assessment was seen.
Result<AssessedParagraph> stop_assessing_paragraph(
    Permitted<Action::edit_text>, int assessment, const std::string& paragraph);

/// Answers a step, about the words that its paragraphs have now. Refuses a step that its template has not,
/// evidence that is not there, and a step about conflicts that says "answered" before one has a name.
Result<StepAnswer> answer_step(
    Permitted<Action::edit_text>, int assessment, const StepAnswer& typed, Day today);
/// The answer still holds, though paragraphs have got other words: it is given again about those. Refuses one
/// that is not old. Demands that the answer and the words were seen.
Result<StepAnswer> look_at_answer(Permitted<Action::edit_text>, int assessment, const std::string& step);

/// A conflict between goals, and how it was weighed; a new one where it has no number.
Result<GoalConflict> write_conflict(Permitted<Action::edit_text>, int assessment, const GoalConflict& typed);

/// The newest answer of a step, and the words that its paragraphs have now, as a page showed them.
sql::RowVersion version_of_step(sql::Connection&, const Assessment&, const StepAnswer&);

}  // namespace medskapa::app
