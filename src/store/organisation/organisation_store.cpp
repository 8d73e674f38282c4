#include "store/organisation/organisation_store.hpp"

#include "base/text.hpp"
#include "store/organisation/columns.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/sql/conditions.hpp"
#include "store/sql/rows.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::store {
namespace {

/// "%50 \%%" for "50 %": what stands for itself in a LIKE.
std::string anywhere(const std::string& words) {
    std::string pattern = "%";
    for (const char c : words) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

/// Met in one of the processes, or in none.
void narrow_to(sql::Conditions& conditions, const std::vector<Id<Process>>& processes) {
    std::string listed = "0";
    for (const auto process : processes) listed += ", " + conditions.parameter(sql::bind(process));
    conditions.add(
        fmt::format("(id IN (SELECT organisation_id FROM party WHERE process_id IN ({0})) OR id IN (SELECT "
                    "organisation_id "
                    "FROM mandate WHERE process_id IN ({0})) OR (NOT EXISTS (SELECT 1 FROM party p WHERE "
                    "p.organisation_id "
                    "= o.id) AND NOT EXISTS (SELECT 1 FROM mandate m WHERE m.organisation_id = o.id)))",
            listed));
}

sql::Conditions conditions_of(const OrganisationFilter& filter) {
    sql::Conditions conditions;
    conditions.add("merged_into_id IS NULL");
    const auto words = folded_organisation(filter.words);
    if (!words.empty()) {
        const auto pattern = conditions.parameter(sql::bind(anywhere(words)));
        conditions.add(
            fmt::format("(folded_name LIKE {0} ESCAPE '\\' OR number LIKE {0} ESCAPE '\\' OR "
                        "lower(line_of_work) LIKE {0} ESCAPE '\\')",
                pattern));
    }
    if (filter.kind) conditions.add("kind = ", sql::bind(*filter.kind));
    if (filter.sector) conditions.add("sector = ", sql::bind(*filter.sector));
    if (filter.met_in) narrow_to(conditions, *filter.met_in);
    return conditions;
}

// Of the process $1, and of the organisation `o`.
std::string inspel_spoken_for() {
    return fmt::format(
        "FROM mandate m JOIN inspel i ON i.id = m.inspel_id WHERE m.process_id = $1 AND "
        "m.organisation_id = o.id AND i.state = 'published' AND i.shown_organisation = i.organisation "
        "AND {}",
        mandate_stood);
}

bool one_stands(const std::vector<Organisation>& all, OrganisationKind kind) {
    return std::any_of(
        all.begin(), all.end(), [&](const auto& one) { return !one.merged_into && one.kind == kind; });
}

bool has(const std::vector<Organisation>& all, Id<Organisation> id) {
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.id == id; });
}

constexpr std::string_view answers_of_party =
    "FROM party p JOIN referral_answer a ON a.party_id = p.id JOIN inspel i ON i.id = a.inspel_id "
    "WHERE p.process_id = $1 AND p.organisation_id = o.id AND i.state = 'published' AND i.shown_organisation "
    "= "
    "i.organisation";

}  // namespace

Id<Organisation> add(sql::Transaction& tx, const Organisation& organisation) {
    return sql::insert<tables::organisation>(tx, organisation);
}

void change(sql::Transaction& tx, const Organisation& organisation) {
    sql::change<tables::organisation>(tx, organisation);
}

std::optional<Organisation> find_organisation(sql::Connection& db, Id<Organisation> id) {
    return sql::first<tables::organisation>(db, "WHERE id = $1", id);
}

std::optional<Organisation> organisation_with_public_id(sql::Connection& db, const std::string& public_id) {
    return sql::first<tables::organisation>(db, "WHERE public_id = $1", public_id);
}

Organisation standing_organisation(sql::Connection& db, const Organisation& organisation) {
    auto standing = organisation;
    while (standing.merged_into) standing = find_organisation(db, standing.merged_into).value();
    return standing;
}

std::optional<Organisation> organisation_with_number(sql::Connection& db, const std::string& number) {
    if (number.empty()) return std::nullopt;
    return sql::first<tables::organisation>(db, "WHERE number = $1 AND merged_into_id IS NULL", number);
}

std::vector<Organisation> organisations_called(sql::Connection& db, const std::string& folded_name) {
    const auto rows = sql::all<tables::organisation>(
        db, "WHERE folded_name = $1 ORDER BY COALESCE(merged_into_id, 0), id", folded_name);
    std::vector<Organisation> called;
    for (const auto& row : rows) {
        if (row.merged_into && one_stands(rows, row.kind)) continue;  // another has the name since
        auto standing = standing_organisation(db, row);
        if (!has(called, standing.id)) called.push_back(std::move(standing));
    }
    return called;
}

std::vector<Organisation> list_organisations(
    sql::Connection& db, const OrganisationFilter& filter, int skipped, int limit) {
    auto conditions = conditions_of(filter);
    const auto most = conditions.parameter(sql::bind(limit));
    const auto from = conditions.parameter(sql::bind(skipped));
    std::vector<Organisation> found;
    for (auto& row :
        db.run_with(fmt::format("SELECT {} FROM organisation o{} ORDER BY folded_name, id LIMIT {} "
                                "OFFSET {}",
                        sql::columns<tables::organisation>("o"), conditions.text(), most, from),
            conditions.values()))
        found.push_back(sql::row_from<tables::organisation>(row));
    return found;
}

std::int64_t count_organisations(sql::Connection& db, const OrganisationFilter& filter) {
    const auto conditions = conditions_of(filter);
    return db.run_with("SELECT count(*) AS n FROM organisation o" + conditions.text(), conditions.values())
        .front()
        .integer("n");
}

OrganisationUse use_of(sql::Connection& db, Id<Organisation> id) {
    OrganisationUse use;
    const auto count = [&](const char* statement) { return db.run(statement, id).front().integer("n"); };
    use.parties = count("SELECT count(*) AS n FROM party WHERE organisation_id = $1");
    use.mandates = count("SELECT count(*) AS n FROM mandate WHERE organisation_id = $1");
    for (const auto& row : db.run("SELECT process_id FROM party WHERE organisation_id = $1 UNION "
                                  "SELECT process_id FROM mandate WHERE organisation_id = $1 ORDER BY 1",
             id))
        use.processes.push_back(row.id<Process>("process_id"));
    return use;
}

void move_uses(sql::Transaction& tx, Id<Organisation> from, Id<Organisation> to) {
    tx.db().run("UPDATE party SET organisation_id = $1 WHERE organisation_id = $2", to, from);
    tx.db().run("UPDATE mandate SET organisation_id = $1 WHERE organisation_id = $2", to, from);
}

std::vector<TakingPart> organisations_in(sql::Connection& db, Id<Process> process) {
    const auto spoken = inspel_spoken_for();
    const auto statement = fmt::format(
        "SELECT {0}, (SELECT count(*) {1}) AS inspel, (SELECT count(*) {2}) AS answers, (SELECT count(*) "
        "FROM "
        "party p WHERE p.process_id = $1 AND p.organisation_id = o.id) AS asked FROM organisation o WHERE "
        "o.merged_into_id IS NULL AND (EXISTS (SELECT 1 {1}) OR EXISTS (SELECT 1 FROM party p WHERE "
        "p.process_id = $1 AND p.organisation_id = o.id)) ORDER BY o.folded_name, o.id",
        sql::columns<tables::organisation>("o"), spoken, answers_of_party);
    std::vector<TakingPart> all;
    for (auto& row : db.run(statement, process)) {
        TakingPart one{sql::row_from<tables::organisation>(row)};
        one.inspel = row.integer("inspel");
        one.answers = row.integer("answers");
        one.asked = row.integer("asked");
        all.push_back(std::move(one));
    }
    return all;
}

std::vector<Id<Inspel>> inspel_of_organisation(
    sql::Connection& db, Id<Process> process, Id<Organisation> organisation) {
    const auto statement = fmt::format(
        "SELECT i.id AS id FROM inspel i WHERE i.process_id = $1 AND i.state = 'published' AND ((EXISTS "
        "(SELECT 1 FROM mandate m WHERE m.inspel_id = i.id AND m.organisation_id = $2 AND {}) AND "
        "i.shown_organisation = i.organisation) OR EXISTS (SELECT 1 FROM referral_answer a JOIN party p ON "
        "p.id = "
        "a.party_id WHERE a.inspel_id = i.id AND p.organisation_id = $2)) ORDER BY i.id DESC",
        mandate_stood);
    std::vector<Id<Inspel>> all;
    for (const auto& row : db.run(statement, process, organisation)) all.push_back(row.id<Inspel>("id"));
    return all;
}

std::optional<Organisation> organisation_of_answer(sql::Connection& db, Id<Inspel> inspel) {
    return sql::first<tables::organisation>(db,
        "WHERE id = (SELECT p.organisation_id FROM referral_answer a JOIN party p ON p.id = a.party_id WHERE "
        "a.inspel_id = $1)",
        inspel);
}

}  // namespace medskapa::store
