#include "store/search/public_words.hpp"

#include "store/sql/conditions.hpp"

#include <fmt/format.h>
#include <map>

namespace medskapa::store {
namespace {

/// Those rows of a process whose words may fit, the newest first. `words`: the columns, joined, in SQL.
std::vector<sql::Row> rows_that_may_fit(sql::Connection& db, Id<Process> process, const Wanted& wanted,
    int looked_at, std::string_view select, std::string_view words, std::string_view order) {
    const auto* like = db.dialect() == sql::Dialect::sqlite ? "LIKE" : "ILIKE";
    sql::Conditions conditions;
    conditions.add("p.process_id = ", sql::bind(process));
    conditions.add("p.state = ", sql::bind(Inspel::State::published));
    for (const auto& group : wanted.patterns()) {
        std::string any;
        for (const auto& pattern : group)
            any += fmt::format(
                "{}{} {} {}", any.empty() ? "" : " OR ", words, like, conditions.parameter(pattern));
        conditions.add('(' + any + ')');
    }
    const auto limit = conditions.parameter(std::int64_t{looked_at});
    return db.run_with(fmt::format("{}{} ORDER BY {} DESC LIMIT {}", select, conditions.text(), order, limit),
        conditions.values());
}

FoundIssue issue_from(const sql::Row& row) {
    FoundIssue found{static_cast<int>(row.integer("number")), static_cast<int>(row.integer("position")),
        row.text("language"), row.text("title"), row.text("quote"), {}, {}, {}};
    if (row.is_null("outcome")) return found;
    found.outcome = named<Outcome>(row.text("outcome"));
    found.answer = row.text("answer");
    found.answered_at = row.instant("published_at");
    return found;
}

}  // namespace

std::vector<FoundIssue> issues_with(
    sql::Connection& db, Id<Process> process, const Wanted& wanted, int looked_at) {
    constexpr auto select =
        "SELECT i.id, p.number, i.position, p.language, i.title, i.quote, a.id AS answer_id, a.outcome, "
        "a.text AS answer, a.published_at FROM issue i JOIN inspel p ON p.id = i.inspel_id "
        "LEFT JOIN answer a ON a.id = i.answer_id AND a.published_at IS NOT NULL";
    constexpr auto words = "(i.title || ' ' || i.quote || ' ' || coalesce(a.text, ''))";
    std::vector<FoundIssue> all;
    std::map<std::int64_t, std::size_t> with_answer;
    for (const auto& row : rows_that_may_fit(db, process, wanted, looked_at, select, words, "i.id")) {
        auto found = issue_from(row);
        if (!wanted.fits(found.title + ' ' + found.quote + ' ' + found.answer)) continue;
        if (found.outcome) {
            const auto [known, is_new] = with_answer.emplace(row.integer("answer_id"), all.size());
            if (!is_new) {
                ++all[known->second].others;
                continue;
            }
        }
        all.push_back(std::move(found));
    }
    return all;
}

std::vector<FoundProposal> proposals_with(
    sql::Connection& db, Id<Process> process, const Wanted& wanted, int looked_at) {
    constexpr auto select =
        "SELECT p.id, p.number, p.language, p.shown_title, n.code, m.shown_text FROM amendment m "
        "JOIN inspel p ON p.id = m.inspel_id JOIN node n ON n.id = m.node_id";
    std::vector<FoundProposal> all;
    for (const auto& row : rows_that_may_fit(db, process, wanted, looked_at, select, "m.shown_text", "p.id"))
        if (wanted.fits(row.text("shown_text")))
            all.push_back({static_cast<int>(row.integer("number")), row.text("language"),
                row.text("shown_title"), row.text("code"), row.text("shown_text")});
    return all;
}

std::vector<FoundAddition> additions_with(
    sql::Connection& db, Id<Process> process, const Wanted& wanted, int looked_at) {
    constexpr auto select =
        "SELECT p.id, p.number, p.language, p.shown_title, d.shown_text FROM addition d "
        "JOIN inspel p ON p.id = d.inspel_id AND d.is_shown = 1";
    std::vector<FoundAddition> all;
    for (const auto& row : rows_that_may_fit(db, process, wanted, looked_at, select, "d.shown_text", "d.id"))
        if (wanted.fits(row.text("shown_text")))
            all.push_back({static_cast<int>(row.integer("number")), row.text("language"),
                row.text("shown_title"), row.text("shown_text")});
    return all;
}

}  // namespace medskapa::store
