#include "store/issue/desk_list.hpp"

#include "store/issue/desk_conditions.hpp"
#include "store/sql/rows.hpp"
#include "store/sql/version.hpp"

#include <fmt/format.h>
#include <map>

namespace medskapa::store {
namespace {

using sql::bind;

const char* columns_of(DeskKind kind) {
    switch (kind) {
        case DeskKind::inspel:
            return "i.id AS id, i.id AS inspel_id, i.number AS number, 0 AS position, i.shown_title AS "
                   "title, "
                   "'' AS text, i.topic_id AS topic_id, '' AS assignee, NULL AS group_id, NULL AS due, "
                   "NULL AS answer_id, NULL AS published_at, '' AS outcome";
        case DeskKind::issues:
            return "u.id AS id, i.id AS inspel_id, i.number AS number, u.position AS position, u.title AS "
                   "title, "
                   "'' AS text, u.topic_id AS topic_id, u.assignee AS assignee, u.group_id AS group_id, "
                   "u.deadline AS due, u.answer_id AS answer_id, a.published_at AS published_at, '' AS "
                   "outcome";
        case DeskKind::answers: break;
    }
    return "a.id AS id, i.id AS inspel_id, i.number AS number, u.position AS position, u.title AS title, "
           "a.text AS text, u.topic_id AS topic_id, u.assignee AS assignee, u.group_id AS group_id, "
           "u.deadline AS due, u.answer_id AS answer_id, a.published_at AS published_at, a.outcome AS "
           "outcome";
}

DeskStage stage_of(const sql::Row& row, DeskKind kind) {
    const auto state = named<Inspel::State>(row.text("state"));
    if (state == Inspel::State::received) return DeskStage::review;
    if (state == Inspel::State::declined) return DeskStage::declined;
    if (state == Inspel::State::erased) return DeskStage::erased;
    if (state != Inspel::State::published) return DeskStage::withdrawn;
    if (kind == DeskKind::inspel) return row.flag("is_split") ? DeskStage::answered : DeskStage::split;
    if (row.is_null("answer_id")) return DeskStage::answer;
    return row.is_null("published_at") ? DeskStage::publish : DeskStage::answered;
}

DeskRow row_of(const sql::Row& row, DeskKind kind) {
    DeskRow read;
    read.id = row.integer("id");
    read.inspel = row.id<Inspel>("inspel_id");
    read.inspel_number = static_cast<int>(row.integer("number"));
    read.position = static_cast<int>(row.integer("position"));
    read.title = row.text("title");
    read.text = row.text("text");
    read.actor_kind = named<ActorKind>(row.text("actor_kind"));
    read.organisation = row.text("shown_organisation");
    read.municipality = row.text("municipality");
    read.topic = row.id<Topic>("topic_id");
    read.stage = stage_of(row, kind);
    if (!row.text("outcome").empty()) read.outcome = named<Outcome>(row.text("outcome"));
    read.assignee = row.text("assignee");
    read.group = row.id<IssueGroup>("group_id");
    if (read.stage == DeskStage::answer || read.stage == DeskStage::publish) read.due = row.day_if("due");
    return read;
}

/// "$2, $3" for the values of a list.
template <class Value>
std::string listed(sql::Conditions& c, const std::vector<DeskRow>& rows, Value value) {
    std::string all;
    for (const auto& row : rows) all += (all.empty() ? "" : ", ") + c.parameter(bind(value(row)));
    return all;
}

/// What an inspel's row shows of its issues.
void attach_issues(sql::Connection& db, std::vector<DeskRow>& rows) {
    sql::Conditions c;
    const auto ids = listed(c, rows, [](const DeskRow& row) { return row.id; });
    std::map<std::int64_t, const sql::Row*> found;
    const auto read = db.run_with(
        R"(SELECT u.inspel_id AS inspel_id, count(*) AS issues, min(u.assignee) AS assignee,
            max(u.assignee) AS last_assignee,
            count(CASE WHEN u.answer_id IS NULL THEN 1 END) AS unanswered,
            count(CASE WHEN u.answer_id IS NOT NULL AND a.published_at IS NULL THEN 1 END) AS held,
            min(CASE WHEN u.answer_id IS NULL OR a.published_at IS NULL THEN u.deadline END) AS due
        FROM issue u LEFT JOIN answer a ON a.id = u.answer_id WHERE u.inspel_id IN ()" +
            ids + ") GROUP BY u.inspel_id",
        c.values());
    for (const auto& row : read) found[row.integer("inspel_id")] = &row;
    for (auto& row : rows) {
        const auto known = found.find(row.id);
        if (known == found.end()) continue;
        const auto& of_it = *known->second;
        row.issues = static_cast<int>(of_it.integer("issues"));
        row.assignee = of_it.text("last_assignee");
        row.has_more_assignees = of_it.text("assignee") != row.assignee;
        row.due = of_it.day_if("due");
        if (row.stage != DeskStage::answered) continue;
        if (of_it.integer("held") > 0) row.stage = DeskStage::publish;
        if (of_it.integer("unanswered") > 0) row.stage = DeskStage::answer;
    }
}

void attach_counts(sql::Connection& db, std::vector<DeskRow>& rows) {
    sql::Conditions c;
    const auto ids = listed(c, rows, [](const DeskRow& row) { return row.id; });
    std::map<std::int64_t, int> found;
    for (const auto& row : db.run_with(
             "SELECT answer_id, count(*) AS n FROM issue WHERE answer_id IN (" + ids + ") GROUP BY answer_id",
             c.values()))
        found[row.integer("answer_id")] = static_cast<int>(row.integer("n"));
    for (auto& row : rows) row.issues = found[row.id];
}

std::vector<DeskRow> read_rows(
    sql::Connection& db, DeskKind kind, const std::string& statement, const std::vector<sql::Value>& values) {
    std::vector<DeskRow> rows;
    for (const auto& row : db.run_planned(statement, values)) rows.push_back(row_of(row, kind));
    if (rows.empty()) return rows;
    if (kind == DeskKind::inspel) attach_issues(db, rows);
    if (kind == DeskKind::answers) attach_counts(db, rows);
    return rows;
}

std::string select(DeskKind kind, const std::string& from, const std::string& where) {
    return fmt::format(
        "SELECT {}, i.actor_kind AS actor_kind, i.shown_organisation AS shown_organisation, "
        "i.municipality AS municipality, i.state AS state, i.is_split AS is_split FROM {}{}",
        columns_of(kind), from, where);
}

}  // namespace

std::string mark_of(const DeskRow& row) {
    const auto due = row.due ? row.due->time_since_epoch().count() : 0;
    return sql::short_digest(fmt::format("{}|{}|{}|{}|{}|{}|{}|{}", row.title, row.text, row.topic.value,
                                 name_of(row.stage), row.assignee, row.group.value, due, row.issues))
        .substr(0, 10);
}

std::vector<DeskRow> desk_rows(
    sql::Connection& db, Id<Process> process, const DeskFilter& f, int skip, int limit) {
    auto conditions = conditions_of(db.dialect(), process, f);
    const bool sqlite = db.dialect() == sql::Dialect::sqlite;
    const std::string key = f.words.empty() ? key_of(f.kind) : sqlite ? "desk_search.rowid" : "d.found_id";
    const auto statement = fmt::format("{} ORDER BY {} {} LIMIT {} OFFSET {}",
        select(f.kind, from_of(db.dialect(), f), conditions.text()), key,
        f.order == DeskOrder::newest ? "DESC" : "ASC", conditions.parameter(bind(limit)),
        conditions.parameter(bind(skip)));
    return read_rows(db, f.kind, statement, conditions.values());
}

std::optional<DeskRow> desk_row(sql::Connection& db, Id<Process> process, DeskKind kind, std::int64_t id) {
    sql::Conditions c;
    c.add(process_of(kind), bind(process));
    c.add(std::string{key_of(kind)} + " = ", bind(id));
    auto rows = read_rows(db, kind, select(kind, source_of(kind), c.text()), c.values());
    return rows.empty() ? std::nullopt : std::optional{std::move(rows.front())};
}

std::int64_t count_on_desk(
    sql::Connection& db, Id<Process> process, const DeskFilter& f, std::int64_t limit) {
    auto conditions = conditions_of(db.dialect(), process, f);
    const auto statement = fmt::format("SELECT count(*) AS n FROM (SELECT 1 FROM {}{} LIMIT {}) found",
        from_of(db.dialect(), f), conditions.text(), conditions.parameter(bind(limit)));
    return db.run_planned(statement, conditions.values()).front().integer("n");
}

}  // namespace medskapa::store
