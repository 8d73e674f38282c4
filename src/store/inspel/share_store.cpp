#include "store/inspel/share_store.hpp"

#include "store/inspel/inspel_store.hpp"

namespace medskapa::store {
namespace {

/// What led to a change that everybody can read: each inspel, with its issue where it was one.
constexpr std::string_view led = R"(
    (SELECT s.inspel_id, s.id AS issue_id, k.change_id FROM change_cause k JOIN issue s ON s.id = k.cause_id
     WHERE k.process_id = $1 AND k.kind = 'issue' AND k.standing <> 'gone'
     UNION ALL SELECT k.cause_id, NULL, k.change_id FROM change_cause k
     WHERE k.process_id = $1 AND k.kind = 'inspel' AND k.standing <> 'gone') led
    JOIN change c ON c.id = led.change_id JOIN version v ON v.id = c.version_id AND v.frozen_at IS NOT NULL)";

std::int64_t shown_changes(sql::Connection& db, Id<Process> process) {
    return db
        .run(R"(
        SELECT count(*) AS n FROM version v JOIN change c ON c.version_id = v.id
        WHERE v.process_id = $1 AND v.frozen_at IS NOT NULL)",
            process)
        .front()
        .integer("n");
}

}  // namespace

Share& Share::operator+=(const Share& more) {
    inspel += more.inspel;
    issues += more.issues;
    inspel_to_change += more.inspel_to_change;
    issues_to_change += more.issues_to_change;
    return *this;
}

std::vector<SharePart> shares_of(sql::Connection& db, Id<Process> process) {
    std::vector<SharePart> parts;
    for (const auto& row : db.run(R"(
        SELECT actor_kind, municipality, channel, inspel, issues, inspel_to_change, issues_to_change
        FROM share WHERE process_id = $1)",
             process)) {
        const Share share{row.integer("inspel"), row.integer("issues"), row.integer("inspel_to_change"),
            row.integer("issues_to_change")};
        if (share != Share{})
            parts.push_back({row.text("actor_kind"), row.text("municipality"), row.text("channel"), share});
    }
    return parts;
}

Share share_of(sql::Connection& db, Id<Inspel> inspel) {
    const auto rows = db.run(R"(
        SELECT i.issue_count,
            (SELECT count(DISTINCT s.id) FROM issue s JOIN change_cause k ON k.kind = 'issue'
                 AND k.cause_id = s.id AND k.standing <> 'gone'
             JOIN change c ON c.id = k.change_id JOIN version v ON v.id = c.version_id
                 AND v.frozen_at IS NOT NULL WHERE s.inspel_id = i.id) AS issues,
            (SELECT count(*) FROM change_cause k JOIN change c ON c.id = k.change_id
             JOIN version v ON v.id = c.version_id AND v.frozen_at IS NOT NULL
             WHERE k.kind = 'inspel' AND k.cause_id = i.id AND k.standing <> 'gone') AS whole
        FROM inspel i WHERE i.id = $1)",
        inspel);
    const auto issues = rows.front().integer("issues");
    const bool has_led = issues > 0 || rows.front().integer("whole") > 0;
    return {1, rows.front().integer("issue_count"), has_led ? 1 : 0, issues};
}

void add_to_share(sql::Transaction& tx, Id<Inspel> inspel, const Share& more) {
    if (more == Share{}) return;
    tx.db().run(R"(
        INSERT INTO share (process_id, actor_kind, municipality, channel, inspel, issues, inspel_to_change,
            issues_to_change)
        SELECT process_id, actor_kind, municipality, channel, CAST($2 AS BIGINT), CAST($3 AS BIGINT),
            CAST($4 AS BIGINT), CAST($5 AS BIGINT) FROM inspel WHERE id = $1
        ON CONFLICT (process_id, actor_kind, municipality, channel) DO UPDATE SET
            inspel = share.inspel + excluded.inspel, issues = share.issues + excluded.issues,
            inspel_to_change = share.inspel_to_change + excluded.inspel_to_change,
            issues_to_change = share.issues_to_change + excluded.issues_to_change)",
        inspel, more.inspel, more.issues, more.inspel_to_change, more.issues_to_change);
}

void count_changes(sql::Transaction& tx, Id<Process> process) {
    tx.db().run("UPDATE share SET inspel_to_change = 0, issues_to_change = 0 WHERE process_id = $1", process);
    tx.db().run(std::string{R"(
        INSERT INTO share (process_id, actor_kind, municipality, channel, inspel, issues, inspel_to_change,
            issues_to_change)
        SELECT i.process_id, i.actor_kind, i.municipality, i.channel, 0, 0, count(DISTINCT led.inspel_id),
            count(DISTINCT led.issue_id) FROM )"}
                    .append(led)
                    .append(R"( JOIN inspel i ON i.id = led.inspel_id
        WHERE i.state = 'published' GROUP BY i.process_id, i.actor_kind, i.municipality, i.channel
        ON CONFLICT (process_id, actor_kind, municipality, channel) DO UPDATE SET
            inspel_to_change = excluded.inspel_to_change, issues_to_change = excluded.issues_to_change)"),
        process);
    const auto known = counted(tx.db(), process, Counter::change, "frozen");
    count(tx, process, Counter::change, "frozen", shown_changes(tx.db(), process) - known);
}

}  // namespace medskapa::store
