#include "store/inspel/inspel_store.hpp"

#include "store/inspel/columns.hpp"
#include "store/inspel/search.hpp"
#include "store/sql/conditions.hpp"
#include "store/sql/rows.hpp"

#include <fmt/format.h>

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
};

/// Those with a late issue are few, and known by an index. An answer that is held is none yet.
void add_lateness(
    sql::Conditions& conditions, const std::string& key, Id<Process> process, const InspelFilter& f) {
    if (!f.late_on) return;
    const auto of_process = conditions.parameter(sql::bind(process));
    const auto today = conditions.parameter(sql::bind(*f.late_on));
    conditions.add(
        fmt::format("{0} IN (SELECT late.inspel_id FROM issue late WHERE late.process_id = {1} AND "
                    "(late.answer_id IS NULL OR late.answer_id IN (SELECT held.id FROM answer held WHERE "
                    "held.process_id = {1} AND held.published_at IS NULL)) AND late.deadline < {2})",
            key, of_process, today));
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
    add_lateness(query.conditions, "inspel_search." + query.key, process, f);
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
    if (is_asked || (is_published && marks_of(f).size() > 1)) return through_search(dialect, process, f);

    auto query = f.outcome ? through_outcomes(process, f) : IdQuery{"inspel i", "i.id", {}};
    query.conditions.add("i.process_id = ", sql::bind(process));
    query.conditions.add("i.state = ", sql::bind(f.state));
    if (f.topic) query.conditions.add("i.topic_id = ", sql::bind(f.topic));
    if (!f.municipality.empty()) query.conditions.add("i.municipality = ", f.municipality);
    if (f.actor_kind) query.conditions.add("i.actor_kind = ", sql::bind(*f.actor_kind));
    if (f.step) query.conditions.add("i.step_id = ", sql::bind(f.step));
    if (f.only_unsplit) query.conditions.add("i.is_split = 0");
    add_lateness(query.conditions, query.key, process, f);
    return query;
}

/// An order of ids, in the words of SQL.
struct Order {
    const char* word;
    const char* goes_on_with;  // where what comes after a given id stands
};
constexpr Order newest_first{"DESC", " < "};
constexpr Order oldest_first{"ASC", " > "};

/// The statement for at most `limit` ids.
std::string ids(IdQuery& query, std::int64_t limit, const Order& order = newest_first) {
    return fmt::format("SELECT {0} AS id FROM {1}{2} ORDER BY {0} {3} LIMIT {4}", query.key, query.from,
        query.conditions.text(), order.word, query.conditions.parameter(limit));
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

InspelPage page_of(
    sql::Connection& db, IdQuery query, const InspelFilter& filter, int limit, const Order& order) {
    const auto statement =
        fmt::format("SELECT {} FROM ({}) found CROSS JOIN inspel i WHERE i.id = found.id ORDER BY i.id {}",
            sql::columns<tables::inspel>("i"), ids(query, std::int64_t{limit} + 1, order), order.word);

    InspelPage page;
    for (auto& row : read(db, filter, statement, query))
        page.rows.push_back({sql::row_from<tables::inspel>(row), {}});
    if (page.rows.size() > static_cast<std::size_t>(limit)) {
        page.rows.pop_back();
        page.next = page.rows.back().inspel.id;
    }
    attach_outcomes(db, page.rows);
    return page;
}

}  // namespace

InspelPage list_inspel(
    sql::Connection& db, Id<Process> process, const InspelFilter& filter, Id<Inspel> after, int limit) {
    auto query = query_for(db.dialect(), process, filter);
    if (after) query.conditions.add(query.key + newest_first.goes_on_with, sql::bind(after));
    return page_of(db, std::move(query), filter, limit, newest_first);
}

InspelPage waiting_inspel(
    sql::Connection& db, Id<Process> process, const InspelFilter& filter, Id<Inspel> after, int limit) {
    auto query = query_for(db.dialect(), process, filter);
    if (after) query.conditions.add(query.key + oldest_first.goes_on_with, sql::bind(after));
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
