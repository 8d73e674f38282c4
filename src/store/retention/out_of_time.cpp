#include "store/retention/out_of_time.hpp"

#include "store/decision/decision_store.hpp"
#include "store/site/site_store.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

// Answered: split to the end, every issue with a public answer; or asking for none; or declined, and nobody
// waits for another to look again: then from the day on which that was last done.
constexpr auto answered_inspel = R"(
    (SELECT i.id AS id, i.process_id AS process_id,
            COALESCE((SELECT max(a.published_at) FROM issue s JOIN answer a ON a.id = s.answer_id
                      WHERE s.inspel_id = i.id AND i.state = 'published'),
                     (SELECT max(p.decided_at) FROM appeal p
                      WHERE p.inspel_id = i.id AND i.state = 'declined' AND p.decided_at > i.decided_at),
                     i.decided_at) AS at
     FROM inspel i
     WHERE (i.state = 'published' AND i.is_split = 1 AND NOT EXISTS (
                SELECT 1 FROM issue s LEFT JOIN answer a ON a.id = s.answer_id
                WHERE s.inspel_id = i.id AND a.published_at IS NULL))
        OR (i.state = 'declined' AND NOT EXISTS (
                SELECT 1 FROM appeal p WHERE p.inspel_id = i.id AND p.decided_at IS NULL))))";

// The sender waits for nothing: neither for an answer to what they have asked for, nor for a mail.
constexpr auto sender_waits_for_nothing = R"(
    NOT EXISTS (SELECT 1 FROM own_request q WHERE q.inspel_id = t.inspel_id AND q.answered_at IS NULL)
    AND NOT EXISTS (SELECT 1 FROM mail m WHERE m.inspel_id = t.inspel_id AND m.state = 'waiting'))";

// On the inspel, as an address or as an eID that it is tied to, or on the question to the organisation that
// its sender speaks for.
constexpr auto contact_of_sender = R"(
    (SELECT process_id, inspel_id FROM inspel_contact
     UNION SELECT process_id, inspel_id FROM inspel_identity
     UNION SELECT process_id, inspel_id FROM mandate WHERE address <> ''))";

std::string of_inspel(RetentionEvent event, const char* table) {
    if (event == RetentionEvent::process_closed)
        return fmt::format(
            "SELECT DISTINCT t.inspel_id AS id, 0 AS at FROM {} t WHERE t.process_id = $1 AND t.inspel_id IS "
            "NOT NULL AND {}",
            table, sender_waits_for_nothing);
    return fmt::format(
        "SELECT DISTINCT t.inspel_id AS id, i.at AS at FROM {} t JOIN {} i ON i.id = t.inspel_id "
        "WHERE t.process_id = $1 AND {}",
        table, answered_inspel, sender_waits_for_nothing);
}

/// Things of a kind, each with its number and the moment, or the day, of the event. $1 is the process.
std::string things_of(const RetentionRule& rule) {
    switch (rule.kind) {
        case RetentionKind::sender_contact: return of_inspel(rule.event, contact_of_sender);
        case RetentionKind::sender_files: return of_inspel(rule.event, "original_file");
        case RetentionKind::mail:
            return "SELECT id, ended_at AS at FROM mail WHERE process_id = $1 AND ended_at IS NOT NULL";
        case RetentionKind::site_mail:
            return "SELECT id, ended_at AS at FROM mail WHERE process_id IS NULL AND ended_at IS NOT NULL";
        case RetentionKind::followers: return "SELECT id, 0 AS at FROM subscriber WHERE process_id = $1";
        case RetentionKind::party_contact:
            return "SELECT id, COALESCE(extended_to, deadline) AS at FROM party WHERE process_id = $1 AND "
                   "contact <> ''";
        case RetentionKind::reports:
            return "SELECT id, decided_at AS at FROM content_report WHERE process_id = $1 AND decided_at IS "
                   "NOT NULL AND (text <> '' OR contact <> '' OR answer <> '' OR staff_id IS NOT NULL)";
        case RetentionKind::refusals:
            return R"(
                SELECT r.id AS id, COALESCE(a.decided_at, r.decided_at) AS at
                FROM refusal r JOIN inspel i ON i.id = r.inspel_id LEFT JOIN appeal a ON a.refusal_id = r.id
                WHERE r.process_id = $1 AND (a.id IS NULL OR a.decided_at IS NOT NULL)
                  AND (r.staff_id IS NOT NULL OR a.text <> '' OR a.answer <> '' OR a.staff_id IS NOT NULL
                       OR (i.decline_note <> ''
                           AND r.id = (SELECT max(n.id) FROM refusal n WHERE n.inspel_id = i.id))))";
        case RetentionKind::requests:
            return "SELECT id, answered_at AS at FROM own_request WHERE process_id = $1 AND answered_at IS "
                   "NOT NULL AND (text <> '' OR answer <> '')";
        case RetentionKind::extract_uses:
            return R"(
                SELECT s.id AS id, COALESCE((SELECT max(f.used_at) FROM extract_use f WHERE f.search_id = s.id),
                                            s.used_at) AS at
                FROM extract_use s WHERE s.process_id = $1 AND s.search_id IS NULL)";
        case RetentionKind::sign_ins:
            return "SELECT staff_id AS id, min(seen_at) AS at FROM session GROUP BY staff_id";
        case RetentionKind::lack_reports: break;
    }
    return "SELECT id, closed_at AS at FROM lack_report WHERE closed_at IS NOT NULL AND (text <> '' OR "
           "contact <> '')";
}

bool is_counted_in_days(RetentionEvent event) {
    return event == RetentionEvent::referral_closed;
}

/// Whether the moment is that of the process, and not of each thing.
bool is_of_process(RetentionEvent event) {
    return event == RetentionEvent::process_closed;
}

std::vector<Day> days_of_decisions(sql::Connection& db, Id<Process> process) {
    std::vector<Day> decided;
    for (const auto& decision : decisions_of(db, process)) decided.push_back(decision.decided_on);
    return decided;
}

/// When the newest day of a decision was written down or corrected. Until then nobody could know of it, so a
/// day that has been closes nothing before.
std::optional<Instant> newest_written(sql::Connection& db, Id<Process> process) {
    const auto row = db.run(R"(
        SELECT max(w.at) AS at FROM (
            SELECT recorded_at AS at FROM decision WHERE process_id = $1
            UNION ALL SELECT made_at AS at FROM correction
            WHERE process_id = $1 AND kind = 'decision' AND aspect = 'decided_on') w)",
        process);
    if (row.front().is_null("at")) return std::nullopt;
    return row.front().instant("at");
}

bool was_closed(sql::Connection& db, Id<Process> process, const RetentionLimit& limit) {
    const auto closed = closed_on(days_of_decisions(db, process), activities_of(db, process));
    const auto written = newest_written(db, process);
    return closed && written && *closed <= limit.last_day && *written < limit.ends;
}

std::vector<sql::Value> first_values(const RetentionRule& rule) {
    if (is_of_site(rule.kind)) return {};
    return {sql::bind(rule.process.value)};
}

/// Of the things those whose event was by the limit, with what their placeholders hold. Nothing when none can
/// be.
std::optional<std::pair<std::string, std::vector<sql::Value>>> condition(
    sql::Connection& db, const RetentionRule& rule, const RetentionLimit& limit) {
    auto values = first_values(rule);
    if (is_of_process(rule.event)) {
        if (!was_closed(db, rule.process, limit)) return std::nullopt;
        return std::pair{"(" + things_of(rule) + ") t", values};
    }
    if (is_counted_in_days(rule.event))
        values.push_back(sql::bind(limit.last_day + std::chrono::days{1}));
    else
        values.push_back(sql::bind(limit.ends));
    return std::pair{fmt::format("({}) t WHERE t.at < ${}", things_of(rule), values.size()), values};
}

}  // namespace

std::vector<std::int64_t> things_out(
    sql::Connection& db, const RetentionRule& rule, const RetentionLimit& limit, int at_most) {
    const auto found = condition(db, rule, limit);
    if (!found) return {};
    std::vector<std::int64_t> things;
    const auto text =
        fmt::format("SELECT t.id AS id FROM {} ORDER BY t.at, t.id LIMIT {}", found->first, at_most);
    for (const auto& row : db.run_with(text, found->second)) things.push_back(row.integer("id"));
    return things;
}

std::int64_t count_out(
    sql::Connection& db, const RetentionRule& rule, const RetentionLimit& limit, std::int64_t most) {
    const auto found = condition(db, rule, limit);
    if (!found) return 0;
    const auto text =
        fmt::format("SELECT count(*) AS n FROM (SELECT t.id FROM {} LIMIT {}) c", found->first, most);
    return db.run_with(text, found->second).front().integer("n");
}

std::optional<Day> closing_day(sql::Connection& db, const Clock& clock, Id<Process> process) {
    auto days = days_of_decisions(db, process);
    if (const auto written = newest_written(db, process)) days.push_back(clock.day(*written));
    return closed_on(days, activities_of(db, process));
}

std::optional<Day> first_event(sql::Connection& db, const Clock& clock, const RetentionRule& rule) {
    const auto row =
        db.run_with(fmt::format("SELECT count(*) AS n, min(t.at) AS at FROM ({}) t", things_of(rule)),
            first_values(rule));
    if (row.front().integer("n") == 0 || row.front().is_null("at")) return std::nullopt;
    if (is_of_process(rule.event)) return closing_day(db, clock, rule.process);
    if (is_counted_in_days(rule.event)) return row.front().day("at");
    return clock.day(row.front().instant("at"));
}

}  // namespace medskapa::store
