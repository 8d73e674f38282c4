#include "store/site/site_store.hpp"

#include "domain/site/file_kinds.hpp"
#include "store/site/columns.hpp"
#include "store/sql/rows.hpp"

#include <map>

namespace medskapa::store {
namespace {

std::optional<Process> with_facts(sql::Connection& db, std::optional<Process> process) {
    if (process)
        process->facts =
            sql::all<tables::process_fact>(db, "WHERE process_id = $1 ORDER BY position", process->id);
    return process;
}

void set_facts(sql::Transaction& tx, Id<Process> process, const std::vector<Fact>& facts) {
    tx.db().run("DELETE FROM process_fact WHERE process_id = $1", process);
    int position = 0;
    for (const auto& fact : facts)
        sql::insert_with_key<tables::process_fact>(
            tx, fact, {{"process_id", process}, {"position", ++position}});
}

void set_documents(sql::Transaction& tx, Id<Event> id, const Event& event) {
    tx.db().run("DELETE FROM event_document WHERE event_id = $1", id);
    int position = 0;
    for (const auto& document : event.documents)
        sql::insert_with_key<tables::event_document>(
            tx, document, {{"process_id", event.process}, {"event_id", id}, {"position", ++position}});
}

std::map<std::int64_t, std::vector<Seat>> seats_by_body(sql::Connection& db, Id<Process> process) {
    static const auto select = "SELECT s.body_id, " + sql::columns<tables::seat>("s") +
                               " FROM seat s WHERE s.process_id = $1 ORDER BY s.body_id, s.id";
    std::map<std::int64_t, std::vector<Seat>> seats;
    for (auto& row : db.run(select, process))
        seats[row.integer("body_id")].push_back(sql::row_from<tables::seat>(row, 1));
    return seats;
}

}  // namespace

Id<Process> add(sql::Transaction& tx, const Process& p) {
    const auto id =
        sql::insert<tables::process>(tx, p, {{"takes_files", name_of(FileKinds::pdf_and_pictures)}});
    set_facts(tx, id, p.facts);
    return id;
}

void change(sql::Transaction& tx, const Process& p) {
    sql::change<tables::process>(tx, p);
    set_facts(tx, p.id, p.facts);
}

Id<Step> add(sql::Transaction& tx, const Step& s) {
    return sql::insert<tables::step>(tx, s);
}

void change(sql::Transaction& tx, const Step& s) {
    sql::change<tables::step>(tx, s);
}

Id<Activity> add(sql::Transaction& tx, const Activity& a) {
    return sql::insert<tables::activity>(tx, a);
}

void change(sql::Transaction& tx, const Activity& a) {
    sql::change<tables::activity>(tx, a);
}

Id<Event> add(sql::Transaction& tx, const Event& e) {
    const auto id = sql::insert<tables::event>(tx, e);
    set_documents(tx, id, e);
    return id;
}

void change(sql::Transaction& tx, const Event& e) {
    sql::change<tables::event>(tx, e);
    tx.db().run("UPDATE event SET revision = revision + 1 WHERE id = $1", e.id);
    set_documents(tx, e.id, e);
}

Id<NewsItem> add(sql::Transaction& tx, const NewsItem& n) {
    return sql::insert<tables::news>(tx, n);
}

void change(sql::Transaction& tx, const NewsItem& n) {
    sql::change<tables::news>(tx, n);
}

Id<Body> add(sql::Transaction& tx, const Body& b) {
    return sql::insert<tables::body>(tx, b);
}

Id<Seat> add(sql::Transaction& tx, Id<Process> process, Id<Body> body, const Seat& seat) {
    return sql::insert<tables::seat>(tx, seat, {{"process_id", process}, {"body_id", body}});
}

void change(sql::Transaction& tx, const Body& b) {
    sql::change<tables::body>(tx, b);
}

void change(sql::Transaction& tx, const Seat& seat) {
    sql::change<tables::seat>(tx, seat);
}

void end_seat(sql::Transaction& tx, Id<Process> process, Id<Seat> seat, Day last) {
    tx.db().run("UPDATE seat SET ends = $3 WHERE id = $1 AND process_id = $2", seat, process, last);
}

void offer(sql::Transaction& tx, Id<Process> process, const Topic& topic) {
    sql::save<tables::topic>(tx, topic, "process_id, slug", {{"process_id", process}});
}

void offer(sql::Transaction& tx, Id<Process> process, const Municipality& m) {
    sql::save<tables::municipality>(tx, m, "process_id, code", {{"process_id", process}});
}

void offer(sql::Transaction& tx, Id<Process> process, const Subject& s) {
    sql::save<tables::subject>(tx, s, "process_id, code", {{"process_id", process}});
}

void withdraw(sql::Transaction& tx, Id<Event> id, const Withdrawal& w) {
    tx.db().run(
        "UPDATE event SET withdrawn_at = $2, withdrawn_why = $3, revision = revision + 1 WHERE id = $1", id,
        w.at, w.reason);
}

void withdraw(sql::Transaction& tx, Id<Step> id, const Withdrawal& w) {
    tx.db().run("UPDATE step SET withdrawn_at = $2, withdrawn_why = $3 WHERE id = $1", id, w.at, w.reason);
}

void withdraw(sql::Transaction& tx, Id<Activity> id, const Withdrawal& w) {
    tx.db().run(
        "UPDATE activity SET withdrawn_at = $2, withdrawn_why = $3 WHERE id = $1", id, w.at, w.reason);
}

void withdraw(sql::Transaction& tx, Id<NewsItem> id, const Withdrawal& w) {
    tx.db().run("UPDATE news SET withdrawn_at = $2, withdrawn_why = $3 WHERE id = $1", id, w.at, w.reason);
}

std::vector<Process> processes(sql::Connection& db) {
    return sql::all<tables::process>(db, "ORDER BY id DESC");
}

std::optional<Process> process_named(sql::Connection& db, const std::string& slug) {
    return with_facts(db, sql::first<tables::process>(db, "WHERE slug = $1", slug));
}

std::optional<Process> find_process(sql::Connection& db, Id<Process> id) {
    return with_facts(db, sql::first<tables::process>(db, "WHERE id = $1", id));
}

std::vector<Step> steps_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::step>(db, "WHERE process_id = $1 ORDER BY number", process);
}

std::vector<Activity> activities_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::activity>(db, "WHERE process_id = $1 ORDER BY id", process);
}

std::optional<Activity> activity_named(sql::Connection& db, Id<Process> process, const std::string& slug) {
    return sql::first<tables::activity>(db, "WHERE process_id = $1 AND slug = $2", process, slug);
}

std::vector<Event> events_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::event>(db, "WHERE process_id = $1 ORDER BY starts, id", process);
}

std::vector<Event> coming_events(sql::Connection& db, Id<Process> process, LocalTime from, int limit) {
    return sql::all<tables::event>(
        db, "WHERE process_id = $1 AND ends >= $2 ORDER BY starts, id LIMIT $3", process, from, limit);
}

std::optional<Event> find_event(sql::Connection& db, Id<Process> process, Id<Event> id) {
    auto event = sql::first<tables::event>(db, "WHERE process_id = $1 AND id = $2", process, id);
    if (event)
        event->documents = sql::all<tables::event_document>(db, "WHERE event_id = $1 ORDER BY position", id);
    return event;
}

std::vector<NewsItem> newest_news(sql::Connection& db, Id<Process> process, int limit) {
    return sql::all<tables::news>(
        db, "WHERE process_id = $1 ORDER BY day DESC, id DESC LIMIT $2", process, limit);
}

std::optional<NewsItem> find_news(sql::Connection& db, Id<Process> process, Id<NewsItem> id) {
    return sql::first<tables::news>(db, "WHERE process_id = $1 AND id = $2", process, id);
}

std::optional<Seat> seat_of(sql::Connection& db, Id<Body> body, Id<Seat> id) {
    return sql::first<tables::seat>(db, "WHERE id = $1 AND body_id = $2", id, body);
}

std::vector<Body> bodies_of(sql::Connection& db, Id<Process> process) {
    auto seats = seats_by_body(db, process);
    auto bodies = sql::all<tables::body>(db, "WHERE process_id = $1 ORDER BY id", process);
    for (auto& body : bodies) body.seats = std::move(seats[body.id.value]);
    return bodies;
}

std::vector<Topic> topics_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::topic>(db, "WHERE process_id = $1 ORDER BY id", process);
}

std::vector<Municipality> municipalities_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::municipality>(db, "WHERE process_id = $1 ORDER BY code", process);
}

std::vector<Subject> subjects_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::subject>(db, "WHERE process_id = $1 ORDER BY id", process);
}

std::vector<Subject> concerns_of(sql::Connection& db, Id<Process> process) {
    auto concerns = subjects_of(db, process);
    for (const auto& row :
        db.run("SELECT id, title FROM event WHERE process_id = $1 ORDER BY starts, id", process))
        concerns.push_back({"event-" + std::to_string(row.integer("id")), row.localized("title")});
    return concerns;
}

}  // namespace medskapa::store
