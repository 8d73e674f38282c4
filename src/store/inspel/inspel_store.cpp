#include "store/inspel/inspel_store.hpp"

#include "store/inspel/search.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

Inspel inspel_from(const sql::Row& row) {
    Inspel inspel;
    inspel.id = row.id<Inspel>("id");
    inspel.process = row.id<Process>("process_id");
    inspel.number = static_cast<int>(row.integer("number"));
    inspel.public_id = row.text("public_id");
    inspel.channel = named<Channel>(row.text("channel"));
    inspel.activity = row.id<Activity>("activity_id");
    inspel.step = row.id<Step>("step_id");
    inspel.actor_kind = named<ActorKind>(row.text("actor_kind"));
    inspel.organisation = row.text("organisation");
    inspel.shown_organisation = row.text("shown_organisation");
    inspel.municipality = row.text("municipality");
    inspel.topic = row.id<Topic>("topic_id");
    inspel.concerns = row.text("concerns");
    inspel.title = row.text("title");
    inspel.text = row.text("text");
    inspel.shown_title = row.text("shown_title");
    inspel.shown_text = row.text("shown_text");
    inspel.language = row.text("language");
    inspel.received_at = row.instant("received_at");
    inspel.state = named<Inspel::State>(row.text("state"));
    inspel.decided_at = row.instant_if("decided_at");
    if (!row.is_null("decline_reason"))
        inspel.decline_reason = named<DeclineReason>(row.text("decline_reason"));
    inspel.decline_note = row.text("decline_note");
    return inspel;
}

std::optional<Inspel> first(const std::vector<sql::Row>& rows) {
    if (rows.empty()) return std::nullopt;
    return inspel_from(rows.front());
}

/// A WHERE clause that grows: each condition is written here, only its values come from outside.
class Conditions {
public:
    void add(std::string_view before_hole, sql::Value value, std::string_view after_hole = "") {
        values_.push_back(std::move(value));
        text_ += fmt::format(
            "{}{}${}{}", text_.empty() ? " WHERE " : " AND ", before_hole, values_.size(), after_hole);
    }
    void add(std::string_view condition) {
        text_ += fmt::format("{}{}", text_.empty() ? " WHERE " : " AND ", condition);
    }
    std::string parameter(sql::Value value) {
        values_.push_back(std::move(value));
        return fmt::format("${}", values_.size());
    }
    const std::string& text() const { return text_; }
    const std::vector<sql::Value>& values() const { return values_; }

private:
    std::string text_;
    std::vector<sql::Value> values_;
};

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
    Conditions conditions;
};

/// Those with a late issue are few, and known by an index. An answer that is held is none yet.
void add_lateness(
    Conditions& conditions, const std::string& key, Id<Process> process, const InspelFilter& f) {
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
        query.conditions.add("o.outcome = ", sql::bind(name_of(*f.outcome)), ")");
    }
    add_lateness(query.conditions, "inspel_search." + query.key, process, f);
    return query;
}

IdQuery through_outcomes(Id<Process> process, const InspelFilter& f) {
    IdQuery query{"inspel_outcome o CROSS JOIN inspel i", "o.inspel_id", {}};
    query.conditions.add("o.process_id = ", sql::bind(process));
    query.conditions.add("o.outcome = ", sql::bind(name_of(*f.outcome)));
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
    query.conditions.add("i.state = ", sql::bind(name_of(f.state)));
    if (f.topic) query.conditions.add("i.topic_id = ", sql::bind(f.topic));
    if (!f.municipality.empty()) query.conditions.add("i.municipality = ", f.municipality);
    if (f.actor_kind) query.conditions.add("i.actor_kind = ", sql::bind(name_of(*f.actor_kind)));
    if (f.step) query.conditions.add("i.step_id = ", sql::bind(f.step));
    if (f.only_unsplit) query.conditions.add("i.issue_count = 0");
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
    Conditions listed;
    std::string holes;
    for (const auto& row : rows)
        holes += (holes.empty() ? "" : ", ") + listed.parameter(sql::bind(row.inspel.id));
    std::map<Id<Inspel>, OutcomeCounts> found;
    for (const auto& row : db.run_with(
             "SELECT inspel_id, outcome, issues FROM inspel_outcome WHERE inspel_id IN (" + holes + ")",
             listed.values()))
        found[row.id<Inspel>("inspel_id")][named<Outcome>(row.text("outcome"))] = row.integer("issues");
    for (auto& row : rows) row.outcomes = std::move(found[row.inspel.id]);
}

InspelPage page_of(
    sql::Connection& db, IdQuery query, const InspelFilter& filter, int limit, const Order& order) {
    const auto statement =
        fmt::format("SELECT i.* FROM ({}) found CROSS JOIN inspel i WHERE i.id = found.id ORDER BY i.id {}",
            ids(query, std::int64_t{limit} + 1, order), order.word);

    InspelPage page;
    for (const auto& row : read(db, filter, statement, query)) page.rows.push_back({inspel_from(row), {}});
    if (page.rows.size() > static_cast<std::size_t>(limit)) {
        page.rows.pop_back();
        page.next = page.rows.back().inspel.id;
    }
    attach_outcomes(db, page.rows);
    return page;
}

void change_outcome(
    sql::Transaction& tx, Id<Process> process, Id<Inspel> inspel, Outcome outcome, std::int64_t change) {
    tx.db().run(R"(
        INSERT INTO inspel_outcome (process_id, outcome, inspel_id, issues) VALUES ($1, $2, $3, $4)
        ON CONFLICT (process_id, outcome, inspel_id) DO UPDATE SET issues = inspel_outcome.issues + excluded.issues)",
        process, name_of(outcome), inspel, change);
    tx.db().run(
        "DELETE FROM inspel_outcome WHERE process_id = $1 AND outcome = $2 AND inspel_id = $3 AND issues = 0",
        process, name_of(outcome), inspel);
}

}  // namespace

Id<Inspel> add(sql::Transaction& tx, const Inspel& i, const SenderKeys& keys) {
    const auto form_key = keys.form_key.empty() ? std::nullopt : std::optional{keys.form_key};
    const auto id = tx.db()
                        .run(R"(
        INSERT INTO inspel (process_id, number, public_id, form_key, code_digest, channel, activity_id, step_id,
            actor_kind, organisation, shown_organisation, municipality, topic_id, concerns, title, text, shown_title,
            shown_text, language, received_at, state, decline_note, issue_count)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, '', 0)
        RETURNING id)",
                            i.process, i.number, i.public_id, form_key, sql::Bytes{keys.code_digest},
                            name_of(i.channel), i.activity, i.step, name_of(i.actor_kind), i.organisation,
                            i.municipality, i.topic, i.concerns, i.title, i.text, i.shown_title, i.shown_text,
                            i.language, i.received_at, name_of(i.state))
                        .front()
                        .id<Inspel>("id");
    count(tx, i.process, "state", name_of(i.state), 1);
    return id;
}

void change(sql::Transaction& tx, const Inspel& i) {
    const auto reason = i.decline_reason ? std::optional{std::string{name_of(*i.decline_reason)}}
                                         : std::optional<std::string>{};
    tx.db().run(R"(
        UPDATE inspel SET state = $2, decided_at = $3, decline_reason = $4, decline_note = $5, shown_title = $6,
            shown_text = $7, shown_organisation = $8
        WHERE id = $1)",
        i.id, name_of(i.state), i.decided_at, reason, i.decline_note, i.shown_title, i.shown_text,
        i.shown_organisation);
}

void set_contact(sql::Transaction& tx, const Inspel& i, const std::string& contact) {
    tx.db().run("INSERT INTO inspel_contact (inspel_id, process_id, contact) VALUES ($1, $2, $3)", i.id,
        i.process, contact);
}

std::optional<Id<Addition>> add(
    sql::Transaction& tx, const Inspel& inspel, const Addition& addition, const std::string& form_key) {
    const auto rows = tx.db().run(R"(
        INSERT INTO addition (process_id, inspel_id, text, shown_text, form_key, added_at, is_shown)
        VALUES ($1, $2, $3, $3, $4, $5, 0)
        ON CONFLICT (inspel_id, form_key) DO NOTHING
        RETURNING id)",
        inspel.process, inspel.id, addition.text, form_key, addition.added_at);
    if (rows.empty()) return std::nullopt;
    count(tx, inspel.process, "desk", "additions", 1);
    return rows.front().id<Addition>("id");
}

void show(sql::Transaction& tx, Id<Process> process, Id<Addition> addition) {
    const auto shown = tx.db().run(
        "UPDATE addition SET is_shown = 1 WHERE id = $1 AND process_id = $2 AND is_shown = 0 RETURNING id",
        addition, process);
    if (!shown.empty()) count(tx, process, "desk", "additions", -1);
}

void change(sql::Transaction& tx, const Addition& a) {
    tx.db().run("UPDATE addition SET shown_text = $2 WHERE id = $1", a.id, a.shown_text);
}

int next_number(sql::Connection& db, Id<Process> process) {
    const auto rows =
        db.run("SELECT number FROM inspel WHERE process_id = $1 ORDER BY number DESC LIMIT 1", process);
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
}

std::optional<Inspel> find_inspel(sql::Connection& db, Id<Inspel> id) {
    return first(db.run("SELECT * FROM inspel WHERE id = $1", id));
}

std::optional<Inspel> inspel_numbered(sql::Connection& db, Id<Process> process, int number) {
    return first(db.run("SELECT * FROM inspel WHERE process_id = $1 AND number = $2", process, number));
}

std::optional<Inspel> inspel_with_public_id(sql::Connection& db, const std::string& public_id) {
    return first(db.run("SELECT * FROM inspel WHERE public_id = $1", public_id));
}

std::optional<Inspel> inspel_of_code(sql::Connection& db, const std::string& code_digest) {
    return first(db.run("SELECT * FROM inspel WHERE code_digest = $1", sql::Bytes{code_digest}));
}

std::optional<Inspel> inspel_of_code(
    sql::Connection& db, Id<Process> process, const std::string& code_digest) {
    return first(db.run(
        "SELECT * FROM inspel WHERE code_digest = $1 AND process_id = $2", sql::Bytes{code_digest}, process));
}

std::optional<Inspel> inspel_of_form(sql::Connection& db, Id<Process> process, const std::string& form_key) {
    return first(db.run("SELECT * FROM inspel WHERE process_id = $1 AND form_key = $2", process, form_key));
}

std::string contact_of(sql::Connection& db, Id<Inspel> id) {
    const auto rows = db.run("SELECT contact FROM inspel_contact WHERE inspel_id = $1", id);
    return rows.empty() ? std::string{} : rows.front().text("contact");
}

std::vector<Addition> additions_of(sql::Connection& db, Id<Inspel> inspel) {
    std::vector<Addition> found;
    for (const auto& row : db.run("SELECT * FROM addition WHERE inspel_id = $1 ORDER BY id", inspel))
        found.push_back({row.id<Addition>("id"), inspel, row.text("text"), row.instant("added_at"),
            row.flag("is_shown"), row.text("shown_text")});
    return found;
}

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

std::vector<Inspel> published_inspel(sql::Connection& db, Id<Process> process, Id<Inspel> after, int limit) {
    std::vector<Inspel> found;
    for (const auto& row :
        db.run("SELECT * FROM inspel WHERE process_id = $1 AND state = $2 AND id > $3 ORDER BY id LIMIT $4",
            process, name_of(Inspel::State::published), after.value, limit))
        found.push_back(inspel_from(row));
    return found;
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
    index_text(
        tx, i.id.value, i.process, i.shown_title + "\n" + i.shown_text + "\n" + i.shown_organisation, marks);
}

OutcomeCounts outcomes_of(sql::Connection& db, Id<Inspel> inspel) {
    OutcomeCounts counts;
    for (const auto& row : db.run("SELECT outcome, issues FROM inspel_outcome WHERE inspel_id = $1", inspel))
        counts[named<Outcome>(row.text("outcome"))] = row.integer("issues");
    return counts;
}

void count(sql::Transaction& tx, Id<Process> process, std::string_view facet, std::string_view value,
    std::int64_t change) {
    tx.db().run(R"(
        INSERT INTO tally (process_id, facet, value, n) VALUES ($1, $2, $3, $4)
        ON CONFLICT (process_id, facet, value) DO UPDATE SET n = tally.n + excluded.n)",
        process, facet, value, change);
}

void count_published(sql::Transaction& tx, const Inspel& i, std::int64_t change) {
    count(tx, i.process, "topic", std::to_string(i.topic.value), change);
    count(tx, i.process, "municipality", i.municipality, change);
    count(tx, i.process, "actor", name_of(i.actor_kind), change);
    count(tx, i.process, "concerns", i.concerns, change);
    count(tx, i.process, "step", std::to_string(i.step.value), change);
    for (const auto& [outcome, issues] : outcomes_of(tx.db(), i.id))
        count(tx, i.process, "issue", name_of(outcome), change * issues);
}

void move_outcome(sql::Transaction& tx, Id<Process> process, Id<Inspel> inspel, bool is_published,
    std::optional<Outcome> from, std::optional<Outcome> to) {
    if (from) change_outcome(tx, process, inspel, *from, -1);
    if (to) change_outcome(tx, process, inspel, *to, 1);
    if (from && is_published) count(tx, process, "issue", name_of(*from), -1);
    if (to && is_published) count(tx, process, "issue", name_of(*to), 1);
}

Tally tally_of(sql::Connection& db, Id<Process> process, std::string_view facet) {
    Tally tally;
    for (const auto& row :
        db.run("SELECT value, n FROM tally WHERE process_id = $1 AND facet = $2", process, facet))
        tally[row.text("value")] = row.integer("n");
    return tally;
}

}  // namespace medskapa::store
