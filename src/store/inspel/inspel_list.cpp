#include "store/inspel/inspel_store.hpp"

#include "store/inspel/columns.hpp"
#include "store/inspel/search.hpp"
#include "store/sql/conditions.hpp"
#include "store/sql/rows.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::store {
namespace {

Mark mark(const char* kind, std::int64_t id) {
    return kind + std::to_string(id);
}

/// What a filter asks that the search index knows of.
std::vector<Mark> marks_of(const InspelFilter& f) {
    std::vector<Mark> marks;
    if (f.topic) marks.push_back(mark("_t", f.topic.value));
    if (!f.municipality.empty()) marks.push_back("_m" + f.municipality);
    if (f.actor_kind) marks.push_back("_a" + std::string{name_of(*f.actor_kind)});
    if (f.step) marks.push_back(mark("_s", f.step.value));
    return marks;
}

/// A query to the inspel that fit a filter: where their ids are read, newest first, and by which conditions.
struct IdQuery {
    std::string from;
    std::string key;
    sql::Conditions conditions;
    bool is_by_due_day = false;  // and within a day by id
};

/// Narrows to what an organisation has confirmed or has answered as a party; `id`: of the inspel, as the
/// query names it. A masked name is not told by the list that an inspel stands in.
void narrow_to_organisations(IdQuery& query, const std::string& id, const InspelFilter& f) {
    if (!f.only_confirmed && !f.organisation_kind) return;
    const auto kind = f.organisation_kind
                          ? " AND g.kind = " + query.conditions.parameter(sql::bind(*f.organisation_kind))
                          : "";
    query.conditions.add(fmt::format(
        "(EXISTS (SELECT 1 FROM mandate m JOIN organisation g ON g.id = m.organisation_id JOIN inspel v ON "
        "v.id = m.inspel_id AND v.shown_organisation = v.organisation WHERE m.inspel_id = "
        "{0} AND m.confirmed_at IS NOT NULL AND (m.needs_second = 0 OR m.approved_at IS NOT NULL){1}) OR "
        "EXISTS (SELECT 1 FROM referral_answer a JOIN party p ON p.id = a.party_id JOIN organisation g ON "
        "g.id = p.organisation_id JOIN inspel v ON v.id = a.inspel_id AND v.shown_organisation = "
        "v.organisation WHERE a.inspel_id = {0}{1}))",
        id, kind));
}

IdQuery through_search(sql::Dialect dialect, Id<Process> process, const InspelFilter& f) {
    const bool sqlite = dialect == sql::Dialect::sqlite;
    const auto asked = search_expression(dialect, process, f.words, marks_of(f));
    IdQuery query{"inspel_search", sqlite ? "rowid" : "inspel_id", {}};
    if (sqlite)
        query.conditions.add("inspel_search MATCH ", asked);
    else
        query.conditions.add("tokens @@ CAST(", asked, " AS tsquery)");
    if (f.outcome) {
        query.conditions.add("EXISTS (SELECT 1 FROM inspel_outcome o WHERE o.process_id = ",
            sql::bind(process), " AND o.inspel_id = inspel_search." + query.key);
        query.conditions.add("o.outcome = ", sql::bind(*f.outcome), ")");
    }
    if (f.late_on) {
        query.conditions.add("EXISTS (SELECT 1 FROM inspel late WHERE late.id = inspel_search." + query.key +
                                 " AND late.due_on < ",
            sql::bind(*f.late_on), ")");
    }
    narrow_to_organisations(query, "inspel_search." + query.key, f);
    return query;
}

IdQuery through_outcomes(Id<Process> process, const InspelFilter& f) {
    IdQuery query{"inspel_outcome o CROSS JOIN inspel i", "o.inspel_id", {}};
    query.conditions.add("o.process_id = ", sql::bind(process));
    query.conditions.add("o.outcome = ", sql::bind(*f.outcome));
    query.conditions.add("i.id = o.inspel_id");
    return query;
}

/// The query that reads the fewest: the list is read newest first, so each must give its ids in that order.
IdQuery query_for(sql::Dialect dialect, Id<Process> process, const InspelFilter& f) {
    const bool is_published = f.state == Inspel::State::published;
    const bool is_asked = !stems(f.words).empty();
    if (is_asked && !is_published) throw std::logic_error{"only what is published is found by its words"};
    const bool is_searched = is_asked || (is_published && marks_of(f).size() > 1 && !f.late_on);
    if (is_searched) return through_search(dialect, process, f);

    auto query = f.outcome ? through_outcomes(process, f) : IdQuery{"inspel i", "i.id", {}};
    query.conditions.add("i.process_id = ", sql::bind(process));
    query.conditions.add("i.state = ", sql::bind(f.state));
    if (f.topic) query.conditions.add("i.topic_id = ", sql::bind(f.topic));
    if (!f.municipality.empty()) query.conditions.add("i.municipality = ", f.municipality);
    if (f.actor_kind) query.conditions.add("i.actor_kind = ", sql::bind(*f.actor_kind));
    if (f.step) query.conditions.add("i.step_id = ", sql::bind(f.step));
    if (f.only_unsplit) query.conditions.add("i.is_split = 0");
    if (f.late_on) query.conditions.add("i.due_on < ", sql::bind(*f.late_on));
    narrow_to_organisations(query, "i.id", f);
    query.is_by_due_day = f.late_on && !f.outcome;
    return query;
}

/// An order of ids, in the words of SQL.
struct Order {
    const char* word;
    const char* goes_on_with;  // where what comes after a given id stands
    bool is_descending;
};
constexpr Order newest_first{"DESC", " < ", true};
constexpr Order oldest_first{"ASC", " > ", false};

/// The statement for at most `limit` ids.
std::string ids(IdQuery& query, std::int64_t limit, const Order& order = newest_first) {
    const auto most = query.conditions.parameter(limit);
    if (query.is_by_due_day)
        return fmt::format("SELECT i.id AS id FROM {}{} ORDER BY i.due_on, i.id LIMIT {}", query.from,
            query.conditions.text(), most);
    return fmt::format("SELECT {0} AS id FROM {1}{2} ORDER BY {0} {3} LIMIT {4}", query.key, query.from,
        query.conditions.text(), order.word, most);
}

/// What comes after a place in the list.
void go_on(IdQuery& query, const InspelPlace& after, const Order& order) {
    if (!after) return;
    if (!query.is_by_due_day)
        return query.conditions.add(query.key + order.goes_on_with, sql::bind(after.id));
    const auto day = query.conditions.parameter(sql::bind(after.due.value_or(Day{})));
    query.conditions.add("(i.due_on, i.id) > (" + day + ", ", sql::bind(after.id), ")");
}

/// A plan that suits every filter suits none; without one there is but one query.
std::vector<sql::Row> read(
    sql::Connection& db, const InspelFilter& filter, const std::string& statement, const IdQuery& query) {
    const auto& values = query.conditions.values();
    return filter.narrows() ? db.run_planned(statement, values) : db.run_with(statement, values);
}

void attach_outcomes(sql::Connection& db, std::vector<ListedInspel>& rows) {
    if (rows.empty()) return;
    sql::Conditions listed;
    std::string parameters;
    for (const auto& row : rows)
        parameters += (parameters.empty() ? "" : ", ") + listed.parameter(sql::bind(row.inspel.id));
    std::map<Id<Inspel>, OutcomeCounts> found;
    for (const auto& row : db.run_with(
             "SELECT inspel_id, outcome, issues FROM inspel_outcome WHERE inspel_id IN (" + parameters + ")",
             listed.values()))
        found[row.id<Inspel>("inspel_id")][named<Outcome>(row.text("outcome"))] = row.integer("issues");
    for (auto& row : rows) row.outcomes = std::move(found[row.inspel.id]);
}

/// Here and not by the database, which would copy each row, with its text, into a table to be sorted.
void put_in_order(std::vector<sql::Row>& rows, bool is_by_due_day, const Order& order) {
    const auto place = [&](const sql::Row& row) {
        return std::pair{is_by_due_day ? row.day_if("due_on") : std::nullopt, row.integer("id")};
    };
    std::sort(rows.begin(), rows.end(), [&](const sql::Row& a, const sql::Row& b) {
        return order.is_descending && !is_by_due_day ? place(b) < place(a) : place(a) < place(b);
    });
}

InspelPage page_of(
    sql::Connection& db, IdQuery query, const InspelFilter& filter, int limit, const Order& order) {
    const auto statement =
        fmt::format("SELECT {}, i.due_on FROM ({}) found CROSS JOIN inspel i WHERE i.id = found.id",
            sql::columns<tables::inspel>("i"), ids(query, std::int64_t{limit} + 1, order));

    InspelPage page;
    auto rows = read(db, filter, statement, query);
    put_in_order(rows, query.is_by_due_day, order);
    const bool has_more = rows.size() > static_cast<std::size_t>(limit);
    if (has_more) rows.pop_back();
    for (auto& row : rows) page.rows.push_back({sql::row_from<tables::inspel>(row), {}});
    if (has_more)
        page.next = {
            page.rows.back().inspel.id, query.is_by_due_day ? rows.back().day_if("due_on") : std::nullopt};
    attach_outcomes(db, page.rows);
    return page;
}

}  // namespace

InspelPage list_inspel(sql::Connection& db, Id<Process> process, const InspelFilter& filter,
    const InspelPlace& after, int limit) {
    auto query = query_for(db.dialect(), process, filter);
    go_on(query, after, newest_first);
    return page_of(db, std::move(query), filter, limit, newest_first);
}

InspelPage waiting_inspel(
    sql::Connection& db, Id<Process> process, const InspelFilter& filter, Id<Inspel> after, int limit) {
    auto query = query_for(db.dialect(), process, filter);
    go_on(query, {after}, oldest_first);
    return page_of(db, std::move(query), filter, limit, oldest_first);
}

std::int64_t count_inspel(
    sql::Connection& db, Id<Process> process, const InspelFilter& filter, std::int64_t limit) {
    auto query = query_for(db.dialect(), process, filter);
    const auto statement = fmt::format("SELECT count(*) AS n FROM ({}) found", ids(query, limit));
    return read(db, filter, statement, query).front().integer("n");
}

void index(sql::Transaction& tx, const Inspel& i) {
    const std::vector<Mark> marks{mark("_t", i.topic.value), "_m" + i.municipality,
        "_a" + std::string{name_of(i.actor_kind)}, mark("_s", i.step.value)};
    auto words = i.shown_title + '\n' + i.shown_text;
    for (const auto& text : sender_texts) words += '\n' + i.*text.shown;
    index_text(tx, i.id.value, i.process, words, marks);
}

}  // namespace medskapa::store
