#include "store/issue/issue_store.hpp"

#include "store/issue/columns.hpp"
#include "store/sql/conditions.hpp"
#include "store/sql/rows.hpp"

#include <fmt/format.h>

namespace medskapa::store {

Id<Issue> add(sql::Transaction& tx, const Issue& i) {
    tx.db().run("UPDATE inspel SET issue_count = issue_count + 1 WHERE id = $1", i.inspel);
    return sql::insert<tables::issue>(tx, i);
}

void change(sql::Transaction& tx, const Issue& i) {
    sql::change<tables::issue>(tx, i);
}

void remove(sql::Transaction& tx, const Issue& i) {
    tx.db().run("UPDATE inspel SET issue_count = issue_count - 1 WHERE id = $1", i.inspel);
    tx.db().run("DELETE FROM issue WHERE id = $1", i.id);
}

Id<Answer> add(sql::Transaction& tx, Id<Process> process, const Answer& a) {
    return sql::insert<tables::answer>(tx, a, {{"process_id", process}});
}

void change(sql::Transaction& tx, const Answer& a) {
    sql::change<tables::answer>(tx, a);
}

void remove(sql::Transaction& tx, Id<Answer> id) {
    tx.db().run("DELETE FROM answer WHERE id = $1", id);
}

void add(sql::Transaction& tx, Id<Process> process, const Correction& c) {
    sql::insert<tables::answer_correction>(tx, c, {{"process_id", process}});
}

Id<IssueGroup> add(sql::Transaction& tx, Id<Process> process, const IssueGroup& group) {
    return sql::insert<tables::issue_group>(tx, group, {{"process_id", process}});
}

void change(sql::Transaction& tx, const IssueGroup& group) {
    sql::change<tables::issue_group>(tx, group);
}

Id<TextBlock> add(sql::Transaction& tx, Id<Process> process, const TextBlock& block) {
    return sql::insert<tables::text_block>(tx, block, {{"process_id", process}});
}

void remove(sql::Transaction& tx, Id<Process> process, Id<TextBlock> block) {
    tx.db().run("DELETE FROM text_block WHERE id = $1 AND process_id = $2", block, process);
}

void erase_quotes(sql::Transaction& tx, Id<Inspel> inspel) {
    // A group is named after its first issue unless it was given a name of its own.
    sql::erase<tables::issue_group>(tx, sql::Privacy::published, R"(
        WHERE id IN (SELECT i.group_id FROM issue i JOIN issue_group g ON g.id = i.group_id
                     WHERE i.inspel_id = $1 AND i.title = g.title))",
        inspel);
    sql::erase<tables::issue>(tx, sql::Privacy::published, "WHERE inspel_id = $1", inspel);
}

std::optional<Issue> find_issue(sql::Connection& db, Id<Process> process, Id<Issue> id) {
    return sql::first<tables::issue>(db, "WHERE id = $1 AND process_id = $2", id, process);
}

std::vector<Issue> issues_of(sql::Connection& db, Id<Inspel> inspel) {
    return sql::all<tables::issue>(db, "WHERE inspel_id = $1 ORDER BY position", inspel);
}

std::vector<Issue> issues_in(sql::Connection& db, Id<Process> process, Id<IssueGroup> group) {
    return sql::all<tables::issue>(db, "WHERE process_id = $1 AND group_id = $2 ORDER BY id", process, group);
}

std::vector<Issue> issues_with(sql::Connection& db, Id<Answer> answer) {
    return sql::all<tables::issue>(db, "WHERE answer_id = $1 ORDER BY id", answer);
}

std::optional<Answer> find_answer(sql::Connection& db, Id<Answer> id) {
    return sql::first<tables::answer>(db, "WHERE id = $1", id);
}

std::vector<Correction> corrections_of(sql::Connection& db, Id<Answer> answer) {
    return sql::all<tables::answer_correction>(db, "WHERE answer_id = $1 ORDER BY id", answer);
}

std::vector<Answer> held_answers(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::answer>(
        db, "WHERE process_id = $1 AND published_at IS NULL ORDER BY id", process);
}

std::optional<IssueGroup> find_group(sql::Connection& db, Id<Process> process, Id<IssueGroup> id) {
    auto group = sql::first<tables::issue_group>(db, "WHERE id = $1 AND process_id = $2", id, process);
    if (group) group->size = static_cast<int>(issues_in(db, process, id).size());
    return group;
}

std::vector<IssueGroup> groups_of(sql::Connection& db, Id<Process> process) {
    std::vector<IssueGroup> groups;
    for (auto& row : db.run("SELECT " + sql::columns<tables::issue_group>("g") + R"(,
            (SELECT count(*) FROM issue i WHERE i.process_id = $1 AND i.group_id = g.id) AS size
        FROM issue_group g WHERE g.process_id = $1 ORDER BY g.id)",
             process)) {
        groups.push_back(sql::row_from<tables::issue_group>(row));
        groups.back().size = static_cast<int>(row.integer("size"));
    }
    return groups;
}

std::vector<TextBlock> text_blocks_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::text_block>(db, "WHERE process_id = $1 ORDER BY id", process);
}

std::vector<std::string> assignees_of(sql::Connection& db, Id<Process> process) {
    std::vector<std::string> names;
    for (const auto& row : db.run(R"(
        SELECT DISTINCT assignee FROM issue WHERE process_id = $1 AND answer_id IS NULL AND assignee <> ''
        ORDER BY assignee)",
             process))
        names.push_back(row.text("assignee"));
    return names;
}

std::vector<QueuedIssue> queue(
    sql::Connection& db, Id<Process> process, const QueueFilter& filter, int skip, int limit) {
    sql::Conditions fits;
    fits.add("i.process_id = ", sql::bind(process));
    fits.add(filter.is_held ? "a.published_at IS NULL AND i.answer_id IS NOT NULL" : "i.answer_id IS NULL");
    if (filter.topic) fits.add("i.topic_id = ", sql::bind(filter.topic));
    if (!filter.assignee.empty()) fits.add("i.assignee = ", filter.assignee);
    const auto statement = fmt::format(R"(
        SELECT {}, s.number AS inspel_number, s.shown_title AS inspel_title
        FROM issue i JOIN inspel s ON s.id = i.inspel_id LEFT JOIN answer a ON a.id = i.answer_id{}
        ORDER BY CASE WHEN i.deadline IS NULL THEN 1 ELSE 0 END, i.deadline, i.id LIMIT {} OFFSET {})",
        sql::columns<tables::issue>("i"), fits.text(), fits.parameter(sql::bind(limit)),
        fits.parameter(sql::bind(skip)));

    std::vector<QueuedIssue> found;
    for (auto& row : db.run_with(statement, fits.values()))
        found.push_back({sql::row_from<tables::issue>(row), static_cast<int>(row.integer("inspel_number")),
            row.text("inspel_title")});
    return found;
}

}  // namespace medskapa::store
