#include "store/issue/issue_store.hpp"

#include "store/inspel/inspel_store.hpp"
#include "store/inspel/share_store.hpp"
#include "store/issue/columns.hpp"
#include "store/sql/conditions.hpp"
#include "store/sql/rows.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::store {

Id<Issue> add(sql::Transaction& tx, const Issue& i) {
    const auto id = sql::insert<tables::issue>(tx, i);
    count_issue(tx, i.inspel, 1);
    return id;
}

void change(sql::Transaction& tx, const Issue& i) {
    sql::change<tables::issue>(tx, i);
    follow_due_day(tx, i.inspel);
}

void remove(sql::Transaction& tx, const Issue& i) {
    const auto before = share_of(tx.db(), i.inspel);
    tx.db().run("DELETE FROM issue WHERE id = $1", i.id);
    count_issue(tx, i.inspel, -1);
    auto led = -before;
    led += share_of(tx.db(), i.inspel);
    const bool is_published =
        !tx.db()
             .run("SELECT 1 AS is_there FROM inspel WHERE id = $1 AND state = 'published'", i.inspel)
             .empty();
    if (is_published) add_to_share(tx, i.inspel, {0, 0, led.inspel_to_change, led.issues_to_change});
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

std::vector<Answer> held_answers(sql::Connection& db, Id<Process> process, Id<Answer> after, int limit) {
    return sql::all<tables::answer>(db,
        "WHERE process_id = $1 AND published_at IS NULL AND id > $2 ORDER BY id LIMIT $3", process,
        after.value, limit);
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

/// From name to name in the index, not issue by issue.
std::vector<std::string> assignees_of(sql::Connection& db, Id<Process> process) {
    std::vector<std::string> names;
    for (const auto& row : db.run(R"(
        WITH RECURSIVE named (name) AS (
            SELECT min(assignee) FROM issue WHERE process_id = $1 AND answer_id IS NULL AND assignee > ''
            UNION ALL SELECT (SELECT min(i.assignee) FROM issue i WHERE i.process_id = $1 AND i.answer_id IS NULL
                AND i.assignee > named.name) FROM named WHERE named.name IS NOT NULL)
        SELECT name FROM named WHERE name IS NOT NULL)",
             process))
        names.push_back(row.text("name"));
    std::sort(names.begin(), names.end());
    return names;
}

namespace {

/// Those with a day, or those without: each kind is read in the order of an index.
enum class Urgency { has_day, has_none };

void add_part_of_queue(sql::Connection& db, Id<Process> process, const QueueFilter& filter,
    const QueuePlace& after, int limit, Urgency urgency, std::vector<QueuedIssue>& found) {
    const bool has_day = urgency == Urgency::has_day;
    sql::Conditions fits;
    fits.add("i.process_id = ", sql::bind(process));
    fits.add("i.answer_id IS NULL");
    fits.add(has_day ? "i.deadline IS NOT NULL" : "i.deadline IS NULL");
    if (filter.topic) fits.add("i.topic_id = ", sql::bind(filter.topic));
    if (!filter.assignee.empty()) fits.add("i.assignee = ", filter.assignee);
    if (after.id && has_day) {
        const auto day = fits.parameter(sql::bind(*after.deadline));
        fits.add("(i.deadline, i.id) > (" + day + ", ", sql::bind(after.id), ")");
    } else if (after.id && !after.deadline) {
        fits.add("i.id > ", sql::bind(after.id));
    }
    const auto statement = fmt::format(R"(
        SELECT {}, s.number AS inspel_number, s.shown_title AS inspel_title
        FROM issue i JOIN inspel s ON s.id = i.inspel_id{} ORDER BY i.deadline, i.id LIMIT {})",
        sql::columns<tables::issue>("i"), fits.text(), fits.parameter(sql::bind(limit)));
    for (auto& row : db.run_with(statement, fits.values()))
        found.push_back({sql::row_from<tables::issue>(row), static_cast<int>(row.integer("inspel_number")),
            row.text("inspel_title")});
}

}  // namespace

std::vector<QueuedIssue> queue(
    sql::Connection& db, Id<Process> process, const QueueFilter& filter, const QueuePlace& after, int limit) {
    std::vector<QueuedIssue> found;
    const bool is_past_days = after.id && !after.deadline;
    if (!is_past_days) add_part_of_queue(db, process, filter, after, limit, Urgency::has_day, found);
    if (const auto left = limit - static_cast<int>(found.size()); left > 0)
        add_part_of_queue(
            db, process, filter, is_past_days ? after : QueuePlace{}, left, Urgency::has_none, found);
    return found;
}

}  // namespace medskapa::store
