#include "store/issue/issue_store.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

Issue issue_from(const sql::Row& row) {
    return {
        .id = row.id<Issue>("id"),
        .process = row.id<Process>("process_id"),
        .inspel = row.id<Inspel>("inspel_id"),
        .position = static_cast<int>(row.integer("position")),
        .quote = row.text("quote"),
        .title = row.text("title"),
        .topic = row.id<Topic>("topic_id"),
        .assignee = row.text("assignee"),
        .deadline = row.day_if("deadline"),
        .group = row.id<IssueGroup>("group_id"),
        .answer = row.id<Answer>("answer_id"),
    };
}

Answer answer_from(const sql::Row& row) {
    return {row.id<Answer>("id"), named<Outcome>(row.text("outcome")), row.text("text"),
        row.instant("written_at"), row.instant_if("published_at"), row.id<Change>("change_id")};
}

std::vector<Issue> issues_from(const std::vector<sql::Row>& rows) {
    std::vector<Issue> issues;
    issues.reserve(rows.size());
    for (const auto& row : rows) issues.push_back(issue_from(row));
    return issues;
}

}  // namespace

Id<Issue> add(sql::Transaction& tx, const Issue& i) {
    tx.db().run("UPDATE inspel SET issue_count = issue_count + 1 WHERE id = $1", i.inspel);
    return tx.db()
        .run(R"(
        INSERT INTO issue (process_id, inspel_id, position, quote, title, topic_id, assignee, deadline, group_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        RETURNING id)",
            i.process, i.inspel, i.position, i.quote, i.title, i.topic, i.assignee, i.deadline, i.group)
        .front()
        .id<Issue>("id");
}

void change(sql::Transaction& tx, const Issue& i) {
    tx.db().run(R"(
        UPDATE issue SET title = $2, topic_id = $3, assignee = $4, deadline = $5, group_id = $6, answer_id = $7,
            quote = $8
        WHERE id = $1)",
        i.id, i.title, i.topic, i.assignee, i.deadline, i.group, i.answer, i.quote);
}

void remove(sql::Transaction& tx, const Issue& i) {
    tx.db().run("UPDATE inspel SET issue_count = issue_count - 1 WHERE id = $1", i.inspel);
    tx.db().run("DELETE FROM issue WHERE id = $1", i.id);
}

Id<Answer> add(sql::Transaction& tx, Id<Process> process, const Answer& a) {
    return tx.db()
        .run(R"(
        INSERT INTO answer (process_id, outcome, text, written_at, published_at, change_id)
        VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING id)",
            process, name_of(a.outcome), a.text, a.written_at, a.published_at, a.change)
        .front()
        .id<Answer>("id");
}

void change(sql::Transaction& tx, const Answer& a) {
    tx.db().run(R"(
        UPDATE answer SET outcome = $2, text = $3, written_at = $4, published_at = $5, change_id = $6 WHERE id = $1)",
        a.id, name_of(a.outcome), a.text, a.written_at, a.published_at, a.change);
}

void remove(sql::Transaction& tx, Id<Answer> id) {
    tx.db().run("DELETE FROM answer WHERE id = $1", id);
}

void add(sql::Transaction& tx, Id<Process> process, const Correction& c) {
    tx.db().run(
        "INSERT INTO answer_correction (process_id, answer_id, reason, made_at) VALUES ($1, $2, $3, $4)",
        process, c.answer, c.reason, c.made_at);
}

Id<IssueGroup> add(sql::Transaction& tx, Id<Process> process, const IssueGroup& group) {
    return tx.db()
        .run("INSERT INTO issue_group (process_id, title) VALUES ($1, $2) RETURNING id", process, group.title)
        .front()
        .id<IssueGroup>("id");
}

void change(sql::Transaction& tx, const IssueGroup& group) {
    tx.db().run("UPDATE issue_group SET title = $2 WHERE id = $1", group.id, group.title);
}

Id<TextBlock> add(sql::Transaction& tx, Id<Process> process, const TextBlock& block) {
    return tx.db()
        .run("INSERT INTO text_block (process_id, title, text) VALUES ($1, $2, $3) RETURNING id", process,
            block.title, block.text)
        .front()
        .id<TextBlock>("id");
}

void remove(sql::Transaction& tx, Id<Process> process, Id<TextBlock> block) {
    tx.db().run("DELETE FROM text_block WHERE id = $1 AND process_id = $2", block, process);
}

std::optional<Issue> find_issue(sql::Connection& db, Id<Process> process, Id<Issue> id) {
    const auto rows = db.run("SELECT * FROM issue WHERE id = $1 AND process_id = $2", id, process);
    if (rows.empty()) return std::nullopt;
    return issue_from(rows.front());
}

std::vector<Issue> issues_of(sql::Connection& db, Id<Inspel> inspel) {
    return issues_from(db.run("SELECT * FROM issue WHERE inspel_id = $1 ORDER BY position", inspel));
}

std::vector<Issue> issues_in(sql::Connection& db, Id<Process> process, Id<IssueGroup> group) {
    return issues_from(
        db.run("SELECT * FROM issue WHERE process_id = $1 AND group_id = $2 ORDER BY id", process, group));
}

std::vector<Issue> issues_with(sql::Connection& db, Id<Answer> answer) {
    return issues_from(db.run("SELECT * FROM issue WHERE answer_id = $1 ORDER BY id", answer));
}

std::optional<Answer> find_answer(sql::Connection& db, Id<Answer> id) {
    const auto rows = db.run("SELECT * FROM answer WHERE id = $1", id);
    if (rows.empty()) return std::nullopt;
    return answer_from(rows.front());
}

std::vector<Correction> corrections_of(sql::Connection& db, Id<Answer> answer) {
    std::vector<Correction> found;
    for (const auto& row : db.run("SELECT * FROM answer_correction WHERE answer_id = $1 ORDER BY id", answer))
        found.push_back({answer, row.text("reason"), row.instant("made_at")});
    return found;
}

std::vector<Answer> held_answers(sql::Connection& db, Id<Process> process) {
    std::vector<Answer> held;
    for (const auto& row :
        db.run("SELECT * FROM answer WHERE process_id = $1 AND published_at IS NULL ORDER BY id", process))
        held.push_back(answer_from(row));
    return held;
}

std::optional<IssueGroup> find_group(sql::Connection& db, Id<Process> process, Id<IssueGroup> id) {
    const auto rows = db.run("SELECT * FROM issue_group WHERE id = $1 AND process_id = $2", id, process);
    if (rows.empty()) return std::nullopt;
    return IssueGroup{id, rows.front().text("title"), static_cast<int>(issues_in(db, process, id).size())};
}

std::vector<IssueGroup> groups_of(sql::Connection& db, Id<Process> process) {
    std::vector<IssueGroup> groups;
    for (const auto& row : db.run(R"(
        SELECT g.id, g.title, (SELECT count(*) FROM issue i WHERE i.process_id = $1 AND i.group_id = g.id) AS size
        FROM issue_group g WHERE g.process_id = $1 ORDER BY g.id)",
             process))
        groups.push_back(
            {row.id<IssueGroup>("id"), row.text("title"), static_cast<int>(row.integer("size"))});
    return groups;
}

std::vector<TextBlock> text_blocks_of(sql::Connection& db, Id<Process> process) {
    std::vector<TextBlock> blocks;
    for (const auto& row : db.run("SELECT * FROM text_block WHERE process_id = $1 ORDER BY id", process))
        blocks.push_back({row.id<TextBlock>("id"), row.text("title"), row.text("text")});
    return blocks;
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
    std::vector<sql::Value> values{sql::bind(process), sql::bind(limit), sql::bind(skip)};
    std::string where =
        filter.is_held ? "a.published_at IS NULL AND i.answer_id IS NOT NULL" : "i.answer_id IS NULL";
    if (filter.topic) {
        values.push_back(sql::bind(filter.topic));
        where += fmt::format(" AND i.topic_id = ${}", values.size());
    }
    if (!filter.assignee.empty()) {
        values.push_back(filter.assignee);
        where += fmt::format(" AND i.assignee = ${}", values.size());
    }
    const auto statement = fmt::format(R"(
        SELECT i.*, s.number AS inspel_number, s.shown_title AS inspel_title
        FROM issue i JOIN inspel s ON s.id = i.inspel_id LEFT JOIN answer a ON a.id = i.answer_id
        WHERE i.process_id = $1 AND {}
        ORDER BY CASE WHEN i.deadline IS NULL THEN 1 ELSE 0 END, i.deadline, i.id LIMIT $2 OFFSET $3)",
        where);

    std::vector<QueuedIssue> found;
    for (const auto& row : db.run_with(statement, values))
        found.push_back(
            {issue_from(row), static_cast<int>(row.integer("inspel_number")), row.text("inspel_title")});
    return found;
}

}  // namespace medskapa::store
