#include "store/document/trace_store.hpp"

#include "store/document/document_store.hpp"

#include <algorithm>

namespace medskapa::store {
namespace {

Origin origin_from(const sql::Row& row) {
    return {static_cast<int>(row.integer("number")), row.text("shown_title"),
        named<ActorKind>(row.text("actor_kind")), row.text("shown_organisation"), row.text("municipality"),
        row.instant("received_at")};
}

Origin judged_origin(const sql::Row& row) {
    auto origin = origin_from(row);
    if (!row.is_null("judged"))
        origin.judged = {named<Standing>(row.text("standing")), static_cast<int>(row.integer("judged"))};
    return origin;
}

CausingIssue causing_issue_from(const sql::Row& row) {
    return {row.id<Change>("change_id"), static_cast<int>(row.integer("position")), row.text("title"),
        row.is_null("published_at") ? Outcome::waiting : named<Outcome>(row.text("outcome")),
        judged_origin(row)};
}

std::vector<CausingIssue> causing_issues(const std::vector<sql::Row>& rows) {
    std::vector<CausingIssue> found;
    found.reserve(rows.size());
    for (const auto& row : rows) found.push_back(causing_issue_from(row));
    return found;
}

std::vector<Origin> origins(const std::vector<sql::Row>& rows) {
    std::vector<Origin> found;
    for (const auto& row : rows) found.push_back(origin_from(row));
    return found;
}

// What is not published is on no public page, whatever it caused.
constexpr auto issues_select = R"(
    SELECT k.change_id, i.position, i.title, a.outcome, a.published_at, s.number, s.shown_title, s.actor_kind,
        s.shown_organisation, s.municipality, s.received_at, k.standing, w.number AS judged
    FROM change_cause k
        LEFT JOIN version w ON w.id = k.judged_in
        JOIN issue i ON i.id = k.cause_id
        JOIN inspel s ON s.id = i.inspel_id AND s.state = 'published'
        LEFT JOIN answer a ON a.id = i.answer_id
    WHERE k.kind = 'issue' AND )";

constexpr auto origin_columns =
    "s.number, s.shown_title, s.actor_kind, s.shown_organisation, s.municipality, s.received_at";

}  // namespace

std::vector<CausingIssue> issues_behind(sql::Connection& db, Id<Node> node, int limit) {
    auto found = causing_issues(db.run(std::string{issues_select} + R"(
        k.change_id IN (SELECT id FROM change WHERE node_id = $1 OR other_id = $1)
        ORDER BY s.number, i.position LIMIT $2)",
        node, limit));
    // An issue may have caused several of the paragraph's changes.
    const auto is_same = [](const CausingIssue& a, const CausingIssue& b) {
        return a.origin.number == b.origin.number && a.position == b.position;
    };
    found.erase(std::unique(found.begin(), found.end(), is_same), found.end());
    return found;
}

std::vector<CausingIssue> issues_behind(sql::Connection& db, Id<Change> change, int limit) {
    return causing_issues(
        db.run(std::string{issues_select} + "k.change_id = $1 ORDER BY s.number, i.position LIMIT $2", change,
            limit));
}

std::vector<Origin> inspel_behind(sql::Connection& db, Id<Change> change) {
    std::vector<Origin> found;
    for (const auto& row : db.run(std::string{"SELECT "} + origin_columns + R"(,
            k.standing, w.number AS judged
        FROM change_cause k JOIN inspel s ON s.id = k.cause_id AND s.state = 'published'
            LEFT JOIN version w ON w.id = k.judged_in
        WHERE k.kind = 'inspel' AND k.change_id = $1 ORDER BY s.number)",
             change))
        found.push_back(judged_origin(row));
    return found;
}

std::vector<Origin> inspel_about(
    sql::Connection& db, Id<Process> process, const std::string& concerns, int limit) {
    return origins(db.run(std::string{"SELECT "} + origin_columns + R"(
        FROM inspel s WHERE s.process_id = $1 AND s.concerns = $2 AND s.state = 'published'
        ORDER BY s.id DESC LIMIT $3)",
        process, concerns, limit));
}

std::map<Id<Node>, Shaping> shaping_of(sql::Connection& db, Id<Document> document) {
    std::map<Id<Node>, Shaping> shaping;
    for (const auto& row : db.run(R"(
        SELECT c.node_id, count(*) AS changes, CAST(sum((SELECT count(*) FROM change_cause k
            WHERE k.change_id = c.id AND k.standing <> 'gone')) AS BIGINT) AS causes
        FROM change c WHERE c.document_id = $1 GROUP BY c.node_id)",
             document))
        shaping[row.id<Node>("node_id")] = {row.integer("changes"), row.integer("causes")};
    return shaping;
}

bool is_public(sql::Connection& db, Id<Node> node) {
    return !db.run(R"(
        SELECT 1 AS found FROM version_line l JOIN version v ON v.id = l.version_id
        WHERE l.node_id = $1 AND v.frozen_at IS NOT NULL LIMIT 1)",
                  node)
                .empty();
}

std::vector<Wording> wordings_of(sql::Connection& db, Id<Node> node) {
    std::vector<Wording> wordings;
    for (const auto& row : db.run(R"(
        SELECT l.version_id, l.revision_id, r.text
        FROM version_line l JOIN revision r ON r.id = l.revision_id JOIN version v ON v.id = l.version_id
        WHERE l.node_id = $1 AND v.frozen_at IS NOT NULL ORDER BY v.number)",
             node))
        wordings.push_back({*find_version(db, row.id<Version>("version_id")), row.id<Revision>("revision_id"),
            row.text("text")});
    return wordings;
}

}  // namespace medskapa::store
