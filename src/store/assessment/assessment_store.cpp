#include "store/assessment/assessment_store.hpp"

#include "base/text.hpp"
#include "store/assessment/columns.hpp"
#include "store/document/document_store.hpp"
#include "store/sql/rows.hpp"

#include <algorithm>
#include <set>

namespace medskapa::store {
namespace {

int next_in(const std::vector<sql::Row>& rows) {
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
}

/// Words that were changed and changed back are the same words.
bool are_same_words(sql::Connection& db, Id<Revision> one, Id<Revision> other) {
    if (one == other) return true;
    return one && other && words_of(db, one) == words_of(db, other);
}

bool cites(const std::string& evidence, const std::string& reference) {
    for (const auto& line : text::split(evidence, '\n')) {
        const auto words = text::one_line(line);
        if (words == reference || words.starts_with(reference + "/")) return true;
    }
    return false;
}

}  // namespace

Assessment add(sql::Transaction& tx, Assessment assessment) {
    assessment.number = next_in(
        tx.db().run("SELECT number FROM assessment WHERE process_id = $1 ORDER BY number DESC LIMIT 1",
            assessment.process));
    assessment.id = sql::insert<tables::assessment>(tx, assessment);
    return assessment;
}

void change(sql::Transaction& tx, const Assessment& assessment) {
    sql::change<tables::assessment>(tx, assessment);
}

void add(sql::Transaction& tx, const AssessedParagraph& paragraph) {
    sql::insert<tables::assessed_paragraph>(tx, paragraph);
}

void remove(sql::Transaction& tx, const AssessedParagraph& paragraph) {
    tx.db().run("DELETE FROM assessed_paragraph WHERE id = $1", paragraph.id);
}

StepAnswer add(sql::Transaction& tx, StepAnswer answer, const std::vector<AnswerBasis>& basis) {
    answer.id = sql::insert<tables::step_answer>(tx, answer);
    for (auto one : basis) {
        one.answer = answer.id;
        sql::insert<tables::answer_basis>(tx, one);
    }
    return answer;
}

GoalConflict add(sql::Transaction& tx, GoalConflict conflict) {
    conflict.number = next_in(
        tx.db().run("SELECT number FROM goal_conflict WHERE assessment_id = $1 ORDER BY number DESC LIMIT 1",
            conflict.assessment));
    conflict.id = sql::insert<tables::goal_conflict>(tx, conflict);
    return conflict;
}

void change(sql::Transaction& tx, const GoalConflict& conflict) {
    sql::change<tables::goal_conflict>(tx, conflict);
}

std::vector<Assessment> assessments_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::assessment>(db, "WHERE process_id = $1 ORDER BY number", process);
}

std::optional<Assessment> assessment_numbered(sql::Connection& db, Id<Process> process, int number) {
    return sql::first<tables::assessment>(db, "WHERE process_id = $1 AND number = $2", process, number);
}

std::vector<Assessment> assessments_about(sql::Connection& db, Id<Node> node) {
    return sql::all<tables::assessment>(db,
        "WHERE id IN (SELECT assessment_id FROM assessed_paragraph WHERE node_id = $1) ORDER BY number",
        node);
}

std::vector<Assessment> assessments_citing(
    sql::Connection& db, Id<Process> process, const std::string& reference) {
    std::set<Id<Assessment>> citing;
    for (const auto& answer : sql::all<tables::step_answer>(db,
             "WHERE process_id = $1 AND evidence LIKE $2 AND id IN (SELECT MAX(id) FROM step_answer "
             "WHERE process_id = $1 GROUP BY assessment_id, step)",
             process, "%" + reference + "%"))
        if (cites(answer.evidence, reference)) citing.insert(answer.assessment);
    auto all = assessments_of(db, process);
    std::erase_if(all, [&](const Assessment& one) { return !citing.contains(one.id); });
    return all;
}

std::vector<AssessedParagraph> paragraphs_of(sql::Connection& db, Id<Assessment> assessment) {
    return sql::all<tables::assessed_paragraph>(db, "WHERE assessment_id = $1 ORDER BY id", assessment);
}

std::vector<StepAnswer> answers_of(sql::Connection& db, Id<Assessment> assessment, const std::string& step) {
    return sql::all<tables::step_answer>(
        db, "WHERE assessment_id = $1 AND step = $2 ORDER BY id DESC", assessment, step);
}

std::map<std::string, StepAnswer> newest_answers(sql::Connection& db, Id<Assessment> assessment) {
    std::map<std::string, StepAnswer> newest;
    for (auto& one : sql::all<tables::step_answer>(db, "WHERE assessment_id = $1 ORDER BY id", assessment))
        newest[one.step] = std::move(one);
    return newest;
}

std::map<std::int64_t, std::vector<AnswerBasis>> newest_bases(
    sql::Connection& db, Id<Assessment> assessment) {
    std::map<std::int64_t, std::vector<AnswerBasis>> bases;
    for (auto& one : sql::all<tables::answer_basis>(db,
             "WHERE answer_id IN (SELECT MAX(id) FROM step_answer WHERE assessment_id = $1 GROUP BY step) "
             "ORDER BY id",
             assessment))
        bases[one.answer.value].push_back(std::move(one));
    return bases;
}

std::vector<GoalConflict> conflicts_of(sql::Connection& db, Id<Assessment> assessment) {
    return sql::all<tables::goal_conflict>(db, "WHERE assessment_id = $1 ORDER BY number", assessment);
}

std::optional<GoalConflict> conflict_numbered(sql::Connection& db, Id<Assessment> assessment, int number) {
    return sql::first<tables::goal_conflict>(
        db, "WHERE assessment_id = $1 AND number = $2", assessment, number);
}

Id<Revision> revision_read(sql::Connection& db, Id<Node> node) {
    const auto known = find_node(db, node);
    if (!known) return {};
    const auto frozen = newest_frozen(db, known->document);
    const auto line = line_of(db, frozen ? frozen->id : draft_of(db, known->document).id, node);
    return line ? line->revision : Id<Revision>{};
}

std::vector<AnswerBasis> basis_now(sql::Connection& db, const Assessment& assessment) {
    std::vector<AnswerBasis> basis;
    for (const auto& one : paragraphs_of(db, assessment.id))
        basis.push_back({{}, assessment.process, {}, one.node, revision_read(db, one.node)});
    return basis;
}

std::vector<Id<Node>> changed_since(
    sql::Connection& db, const std::vector<AnswerBasis>& now, const std::vector<AnswerBasis>& then) {
    std::vector<Id<Node>> changed;
    for (const auto& one : now) {
        const auto known = std::find_if(
            then.begin(), then.end(), [&](const AnswerBasis& its) { return its.node == one.node; });
        const bool is_as_it_was = known != then.end() && are_same_words(db, known->revision, one.revision);
        if (!is_as_it_was) changed.push_back(one.node);
    }
    // taking a paragraph off the assessment makes no answer new that was given about its older words
    for (const auto& one : then) {
        const bool is_linked =
            std::any_of(now.begin(), now.end(), [&](const AnswerBasis& its) { return its.node == one.node; });
        if (!is_linked && !are_same_words(db, one.revision, revision_read(db, one.node)))
            changed.push_back(one.node);
    }
    return changed;
}

}  // namespace medskapa::store
