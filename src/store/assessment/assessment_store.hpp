#pragma once

#include "domain/assessment/assessment.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <optional>
#include <vector>

namespace medskapa::store {

/// Gives it the next number of its process. Returns it with number and id.
Assessment add(sql::Transaction&, Assessment);
void change(sql::Transaction&, const Assessment&);
void add(sql::Transaction&, const AssessedParagraph&);
void remove(sql::Transaction&, const AssessedParagraph&);
/// With the words of the paragraphs that it was given about.
StepAnswer add(sql::Transaction&, StepAnswer, const std::vector<AnswerBasis>&);
/// Gives it the next number of its assessment.
GoalConflict add(sql::Transaction&, GoalConflict);
void change(sql::Transaction&, const GoalConflict&);

/// By number.
std::vector<Assessment> assessments_of(sql::Connection&, Id<Process>);
std::optional<Assessment> assessment_numbered(sql::Connection&, Id<Process>, int number);
/// Those that are about the paragraph, by number.
std::vector<Assessment> assessments_about(sql::Connection&, Id<Node>);

/// Those whose newest answers have this reference, or a part of it ("I-12/2"), in their evidence; by number.
std::vector<Assessment> assessments_citing(sql::Connection&, Id<Process>, const std::string& reference);

/// In the order that they were linked.
std::vector<AssessedParagraph> paragraphs_of(sql::Connection&, Id<Assessment>);
/// All of a step, the newest first.
std::vector<StepAnswer> answers_of(sql::Connection&, Id<Assessment>, const std::string& step);
/// The newest of each step, by its code.
std::map<std::string, StepAnswer> newest_answers(sql::Connection&, Id<Assessment>);
/// What the newest answer of each step was given about, by the answer.
std::map<std::int64_t, std::vector<AnswerBasis>> newest_bases(sql::Connection&, Id<Assessment>);
/// By number.
std::vector<GoalConflict> conflicts_of(sql::Connection&, Id<Assessment>);
std::optional<GoalConflict> conflict_numbered(sql::Connection&, Id<Assessment>, int number);

/// The words of a paragraph as everybody reads them: of the newest version that is frozen, and of the draft
/// where none is. None where it is not there.
Id<Revision> revision_read(sql::Connection&, Id<Node>);
/// The same of all paragraphs that an assessment is about.
std::vector<AnswerBasis> basis_now(sql::Connection&, const Assessment&);
/// Paragraphs that have other words now than in the basis of an answer, also those that the assessment is not
/// about any more; and those that are not in it.
std::vector<Id<Node>> changed_since(
    sql::Connection&, const std::vector<AnswerBasis>& now, const std::vector<AnswerBasis>& then);

}  // namespace medskapa::store
