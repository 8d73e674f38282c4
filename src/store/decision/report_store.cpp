#include "store/decision/report_store.hpp"

#include "store/inspel/columns.hpp"
#include "store/sql/rows.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace medskapa::store {
namespace {

std::string issue_name(std::int64_t inspel, std::int64_t position) {
    return fmt::format("I-{}.{}", inspel, position);
}

/// "$1, $2, ..." for the most that are asked for at once, so that the statement is prepared once.
const std::string& parameters() {
    static const auto text = [] {
        std::string all;
        for (std::size_t n = 1; n <= most_issues_at_once; ++n)
            all += (n > 1 ? ", $" : "$") + std::to_string(n);
        return all;
    }();
    return text;
}

std::vector<sql::Value> filled(const std::vector<Id<Issue>>& ids) {
    std::vector<sql::Value> values(most_issues_at_once, std::int64_t{0});
    std::transform(ids.begin(), ids.end(), values.begin(), [](Id<Issue> id) { return sql::Value{id.value}; });
    return values;
}

/// What is not there is not shown, whether it never was or is no longer.
void drop_zeros(Tally& tally) {
    std::erase_if(tally, [](const auto& entry) { return entry.second == 0; });
}

struct Sender {
    std::string kind;
    std::string place;
};
using Senders = std::map<std::int64_t, Sender>;  // of published inspel

/// The rows of a process in the order of their ids, some at a time, so that their number costs no memory.
/// `statement` ends in conditions on the process $1 and on an id > $2.
template <class Use>
void each_row_of(sql::Connection& db, Id<Process> process, std::string statement, Use use) {
    constexpr int at_once = 1000;
    statement += " ORDER BY 1 LIMIT $3";
    std::int64_t last = 0;
    while (true) {
        const auto rows = db.run(statement, process, last, at_once);
        if (rows.empty()) return;
        for (const auto& row : rows) use(row);
        last = rows.back().integer("id");
    }
}

Senders recount_inspel(sql::Connection& db, Id<Process> process, Figures& figures) {
    Senders senders;
    constexpr auto all =
        "SELECT id, state, actor_kind, municipality, channel FROM inspel WHERE process_id = $1 AND id > $2";
    each_row_of(db, process, all, [&](const sql::Row& row) {
        ++figures.states[row.text("state")];
        if (row.text("state") != name_of(Inspel::State::published)) return;
        ++figures.channels[row.text("channel")];
        const Sender sender{row.text("actor_kind"), row.text("municipality")};
        ++figures.senders[sender.kind].inspel;
        ++figures.places[sender.place].inspel;
        senders[row.integer("id")] = sender;
    });
    return senders;
}

/// Returns whose each issue is.
std::map<std::int64_t, std::int64_t> recount_issues(
    sql::Connection& db, Id<Process> process, const Senders& senders, Figures& figures) {
    std::map<std::int64_t, std::int64_t> inspel_of;
    constexpr auto all = R"(
        SELECT s.id, s.inspel_id, a.outcome, a.published_at FROM issue s LEFT JOIN answer a ON a.id = s.answer_id
        WHERE s.process_id = $1 AND s.id > $2)";
    each_row_of(db, process, all, [&](const sql::Row& row) {
        const auto sender = senders.find(row.integer("inspel_id"));
        if (sender == senders.end()) return;
        inspel_of[row.integer("id")] = sender->first;
        ++figures.senders[sender->second.kind].issues;
        ++figures.places[sender->second.place].issues;
        ++figures.outcomes[row.is_null("published_at") ? std::string{name_of(Outcome::waiting)}
                                                       : row.text("outcome")];
    });
    return inspel_of;
}

/// The changes that lead to a frozen version.
std::set<std::int64_t> shown_changes(sql::Connection& db, Id<Process> process) {
    std::set<std::int64_t> frozen;
    for (const auto& row : db.run("SELECT id, frozen_at FROM version WHERE process_id = $1", process))
        if (!row.is_null("frozen_at")) frozen.insert(row.integer("id"));
    std::set<std::int64_t> shown;
    for (const auto& row : db.run("SELECT id, version_id FROM change WHERE process_id = $1", process))
        if (frozen.contains(row.integer("version_id"))) shown.insert(row.integer("id"));
    return shown;
}

void recount_changes(sql::Connection& db, Id<Process> process, const Senders& senders,
    const std::map<std::int64_t, std::int64_t>& inspel_of, Figures& figures) {
    const auto shown = shown_changes(db, process);
    figures.changes = static_cast<std::int64_t>(shown.size());
    std::set<std::int64_t> inspel;
    std::set<std::int64_t> issues;
    for (const auto& row :
        db.run(
            "SELECT kind, cause_id, change_id FROM change_cause WHERE process_id = $1 AND standing <> 'gone'",
            process)) {
        const auto id = row.integer("cause_id");
        if (!shown.contains(row.integer("change_id"))) continue;
        if (row.text("kind") == name_of(Cause::Kind::inspel) && senders.contains(id)) inspel.insert(id);
        if (row.text("kind") != name_of(Cause::Kind::issue) || !inspel_of.contains(id)) continue;
        issues.insert(id);
        inspel.insert(inspel_of.at(id));
    }
    for (const auto id : inspel) {
        ++figures.senders[senders.at(id).kind].inspel_to_change;
        ++figures.places[senders.at(id).place].inspel_to_change;
    }
    for (const auto id : issues) {
        ++figures.senders[senders.at(inspel_of.at(id)).kind].issues_to_change;
        ++figures.places[senders.at(inspel_of.at(id)).place].issues_to_change;
    }
}

ReportedIssue reported_from(const sql::Row& row) {
    ReportedIssue issue{static_cast<int>(row.integer("number")), static_cast<int>(row.integer("position")),
        row.text("title"), row.text("quote"), Outcome::waiting, {}, {}};
    if (!row.is_null("published_at")) {
        issue.outcome = named<Outcome>(row.text("outcome"));
        issue.answer = row.text("answer");
    }
    return issue;
}

ReportedChange change_from(const sql::Row& row) {
    ReportedChange reported;
    reported.change.id = row.id<Change>("id");
    reported.change.number = static_cast<int>(row.integer("number"));
    reported.change.kind = named<Change::Kind>(row.text("kind"));
    reported.change.reason = row.text("reason");
    reported.change.made_at = row.instant("made_at");
    reported.paragraph = row.text("paragraph");
    reported.document = row.text("document");
    reported.version = static_cast<int>(row.integer("version"));
    reported.before = row.is_null("before") ? std::string{} : row.text("before");
    reported.after = row.is_null("after") ? std::string{} : row.text("after");
    return reported;
}

std::vector<ReportedCause> causes_of(sql::Connection& db, const ReportedChange& reported, int most) {
    std::vector<ReportedCause> causes;
    for (const auto& row : db.run(R"(
        SELECT i.number, s.position, k.standing FROM change_cause k JOIN issue s ON s.id = k.cause_id
        JOIN inspel i ON i.id = s.inspel_id
        WHERE k.change_id = $1 AND k.kind = 'issue' AND i.state = 'published' ORDER BY i.number, s.position LIMIT $2)",
             reported.change.id, most))
        causes.push_back({issue_name(row.integer("number"), row.integer("position")),
            named<Standing>(row.text("standing"))});
    for (const auto& row : db.run(R"(
        SELECT i.number, k.standing FROM change_cause k JOIN inspel i ON i.id = k.cause_id
        WHERE k.change_id = $1 AND k.kind = 'inspel' AND i.state = 'published' ORDER BY i.number LIMIT $2)",
             reported.change.id, most))
        causes.push_back({fmt::format("I-{}", row.integer("number")), named<Standing>(row.text("standing"))});
    return causes;
}

Link link_from(const sql::Row& row) {
    const auto number = [&](const char* column) {
        return row.is_null(column) ? 0 : static_cast<int>(row.integer(column));
    };
    const auto text = [&](const char* column) {
        return row.is_null(column) ? std::string{} : row.text(column);
    };
    const bool is_answered = !row.is_null("published_at");
    return {number("inspel"), number("position"),
        is_answered ? named<Outcome>(row.text("outcome")) : Outcome::waiting, number("change"), text("kind"),
        text("paragraph"), text("document"), number("version"), number("decision")};
}

/// From a change on: where it stands, and the first decision that adopted it.
constexpr std::string_view rest_of_path = R"(
    c.number AS change, c.kind, n.code AS paragraph, d.code AS document, v.number AS version,
    (SELECT min(b.number) FROM decision b JOIN version w ON w.id = b.version_id
     WHERE w.document_id = c.document_id AND w.number >= v.number) AS decision)";
constexpr std::string_view rest_of_tables = R"(
    JOIN node n ON n.id = c.node_id JOIN version v ON v.id = c.version_id AND v.frozen_at IS NOT NULL
    JOIN document d ON d.id = c.document_id)";

void each_row(const std::vector<sql::Row>& rows, const UseLink& use) {
    for (const auto& row : rows) use(link_from(row));
}

}  // namespace

Share Figures::all() const {
    Share sum;
    for (const auto& [kind, share] : senders) sum += share;
    return sum;
}

Figures figures_of(sql::Connection& db, Id<Process> process) {
    Figures figures;
    figures.states = tally_of(db, process, Counter::state);
    figures.outcomes = tally_of(db, process, Counter::issue);
    drop_zeros(figures.states);
    drop_zeros(figures.outcomes);
    for (const auto& part : shares_of(db, process)) {
        figures.senders[part.actor_kind] += part.share;
        figures.places[part.municipality] += part.share;
        if (part.share.inspel != 0) figures.channels[part.channel] += part.share.inspel;
    }
    figures.changes = counted(db, process, Counter::change, "frozen");
    return figures;
}

Figures recounted(sql::Connection& db, Id<Process> process) {
    Figures figures;
    const auto senders = recount_inspel(db, process, figures);
    const auto inspel_of = recount_issues(db, process, senders, figures);
    recount_changes(db, process, senders, inspel_of, figures);
    return figures;
}

std::vector<FiledIssue> filed_issues(sql::Connection& db, Id<Process> process) {
    std::vector<FiledIssue> filed;
    for (const auto& row : db.run(R"(
        SELECT s.id, i.number, s.position, i.concerns,
            (SELECT n.code FROM change_cause k JOIN change c ON c.id = k.change_id JOIN node n ON n.id = c.node_id
             JOIN version v ON v.id = c.version_id
             WHERE k.kind = 'issue' AND k.cause_id = s.id AND k.standing <> 'gone' AND v.frozen_at IS NOT NULL
             ORDER BY c.number LIMIT 1) AS paragraph
        FROM issue s JOIN inspel i ON i.id = s.inspel_id
        WHERE s.process_id = $1 AND i.state = 'published' ORDER BY i.number, s.position)",
             process))
        filed.push_back({row.id<Issue>("id"), static_cast<int>(row.integer("number")),
            static_cast<int>(row.integer("position")),
            row.is_null("paragraph") ? std::string{} : row.text("paragraph"), row.text("concerns")});
    return filed;
}

std::vector<ReportedIssue> reported_issues(sql::Connection& db, const std::vector<Id<Issue>>& ids) {
    const auto values = filled(ids);
    std::map<std::int64_t, ReportedIssue> found;
    for (const auto& row : db.run_with(
             "SELECT s.id, i.number, s.position, s.title, s.quote, a.outcome, a.text AS answer, "
             "a.published_at "
             "FROM issue s JOIN inspel i ON i.id = s.inspel_id LEFT JOIN answer a ON a.id = s.answer_id "
             "WHERE s.id IN (" +
                 parameters() + ")",
             values))
        found.emplace(row.integer("id"), reported_from(row));
    for (const auto& row :
        db.run_with("SELECT k.cause_id, c.number FROM change_cause k JOIN change c ON c.id = k.change_id "
                    "JOIN version v ON v.id = c.version_id AND v.frozen_at IS NOT NULL "
                    "WHERE k.standing <> 'gone' AND k.kind = 'issue' AND k.cause_id IN (" +
                        parameters() + ") ORDER BY c.number",
            values))
        found.at(row.integer("cause_id")).changes.push_back(static_cast<int>(row.integer("number")));
    std::vector<ReportedIssue> reported;
    for (const auto id : ids) reported.push_back(std::move(found.at(id.value)));
    return reported;
}

std::vector<ReportedChange> reported_changes(
    sql::Connection& db, Id<Process> process, int after, int limit, int most_causes) {
    std::vector<ReportedChange> reported;
    for (const auto& row : db.run(R"(
        SELECT c.id, c.number, c.kind, c.reason, c.made_at, n.code AS paragraph, d.code AS document,
            v.number AS version, b.text AS before, a.text AS after
        FROM change c JOIN node n ON n.id = c.node_id JOIN version v ON v.id = c.version_id
        JOIN document d ON d.id = c.document_id LEFT JOIN revision b ON b.id = c.before_revision
        LEFT JOIN revision a ON a.id = c.after_revision
        WHERE c.process_id = $1 AND c.number > $2 AND v.frozen_at IS NOT NULL ORDER BY c.number LIMIT $3)",
             process, after, limit)) {
        reported.push_back(change_from(row));
        reported.back().causes = causes_of(db, reported.back(), most_causes);
    }
    return reported;
}

std::vector<Inspel> inspel_concerning(
    sql::Connection& db, Id<Process> process, const std::string& concerns, Id<Inspel> after, int limit) {
    return sql::all<tables::inspel>(db,
        "WHERE process_id = $1 AND concerns = $2 AND state = $3 AND id > $4 ORDER BY id LIMIT $5", process,
        concerns, Inspel::State::published, after.value, limit);
}

void each_link(sql::Connection& db, Id<Process> process, const UseLink& use) {
    std::optional<int> after = 0;
    while (after) after = each_link_after(db, process, *after, use);
}

std::optional<int> each_link_after(sql::Connection& db, Id<Process> process, int number, const UseLink& use) {
    constexpr int inspel_at_once = 500;
    const auto through_issues = fmt::format(R"(
        SELECT i.number AS inspel, s.position, a.outcome, a.published_at, {}
        FROM inspel i LEFT JOIN issue s ON s.inspel_id = i.id LEFT JOIN answer a ON a.id = s.answer_id
        LEFT JOIN change_cause k ON k.kind = 'issue' AND k.cause_id = s.id AND k.standing <> 'gone'
        LEFT JOIN (change c {}) ON c.id = k.change_id
        WHERE i.process_id = $1 AND i.state = 'published' AND i.number > $2 AND i.number <= $3
        ORDER BY i.number, s.position, c.number)",
        rest_of_path, rest_of_tables);
    const auto whole = fmt::format(R"(
        SELECT i.number AS inspel, NULL AS position, NULL AS outcome, NULL AS published_at, {}
        FROM inspel i JOIN change_cause k ON k.kind = 'inspel' AND k.cause_id = i.id AND k.standing <> 'gone'
        JOIN change c ON c.id = k.change_id {}
        WHERE i.process_id = $1 AND i.state = 'published' AND i.number > $2 AND i.number <= $3
        ORDER BY i.number, c.number)",
        rest_of_path, rest_of_tables);
    const auto by_nobody = fmt::format(R"(
        SELECT NULL AS inspel, NULL AS position, NULL AS outcome, NULL AS published_at, {}
        FROM change c {}
        WHERE c.process_id = $1 AND NOT EXISTS
            (SELECT 1 FROM change_cause k WHERE k.change_id = c.id AND k.kind IN ('issue', 'inspel') AND k.standing <> 'gone')
        ORDER BY c.number)",
        rest_of_path, rest_of_tables);
    const int last = number + inspel_at_once;
    each_row(db.run(through_issues, process, number, last), use);
    each_row(db.run(whole, process, number, last), use);
    if (last < next_number(db, process)) return last;
    each_row(db.run(by_nobody, process), use);
    return std::nullopt;
}

}  // namespace medskapa::store
