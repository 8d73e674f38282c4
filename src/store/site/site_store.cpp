#include "store/site/site_store.hpp"

#include <map>

namespace medskapa::store {
namespace {

sql::Value local_time(LocalTime t) {
    return std::int64_t{t.time_since_epoch().count()};
}

LocalTime local_time(const sql::Row& row, std::string_view column) {
    return LocalTime{std::chrono::seconds{row.integer(column)}};
}

std::optional<DateChange> change_of(
    const sql::Row& row, std::string_view starts, std::string_view ends, DatePrecision precision) {
    const auto at = row.day_if("changed_at");
    if (!at) return std::nullopt;
    return DateChange{*at, {row.day_if(starts), row.day_if(ends), precision}};
}

Process process_from(const sql::Row& row) {
    return {
        .id = row.id<Process>("id"),
        .slug = row.text("slug"),
        .name = row.localized("name"),
        .tagline = row.localized("tagline"),
        .question = row.localized("question"),
        .summary = row.localized("summary"),
        .decided = row.localized("decided"),
        .decided_by = row.localized("decided_by"),
        .law = row.localized("law"),
        .method = row.localized("method"),
        .handling = row.localized("handling"),
        .hashtag = row.text("hashtag"),
        .contact_role = row.localized("contact_role"),
        .contact_email = row.text("contact_email"),
        .contact_phone = row.text("contact_phone"),
        .is_example = row.flag("is_example"),
        .answer_days = static_cast<int>(row.integer("answer_days")),
        .facts = {},
        .languages = languages_from(row.text("languages")),
    };
}

std::vector<Fact> facts_of(sql::Connection& db, Id<Process> process) {
    std::vector<Fact> facts;
    for (const auto& row :
        db.run("SELECT * FROM process_fact WHERE process_id = $1 ORDER BY position", process))
        facts.push_back({row.localized("question"), row.localized("answer")});
    return facts;
}

std::optional<Process> with_facts(sql::Connection& db, const std::vector<sql::Row>& rows) {
    if (rows.empty()) return std::nullopt;
    auto process = process_from(rows.front());
    process.facts = facts_of(db, process.id);
    return process;
}

void set_facts(sql::Transaction& tx, Id<Process> process, const std::vector<Fact>& facts) {
    tx.db().run("DELETE FROM process_fact WHERE process_id = $1", process);
    int position = 0;
    for (const auto& fact : facts)
        tx.db().run(R"(
            INSERT INTO process_fact (process_id, position, question, answer) VALUES ($1, $2, $3, $4))",
            process, ++position, fact.question, fact.answer);
}

std::optional<Withdrawal> withdrawal_of(const sql::Row& row) {
    if (row.is_null("withdrawn_at")) return std::nullopt;
    return Withdrawal{row.day("withdrawn_at"), row.text("withdrawn_why")};
}

Step step_from(const sql::Row& row) {
    const auto was =
        row.is_null("was_precision") ? DatePrecision::day : named<DatePrecision>(row.text("was_precision"));
    return {
        .id = row.id<Step>("id"),
        .process = row.id<Process>("process_id"),
        .number = static_cast<int>(row.integer("number")),
        .title = row.localized("title"),
        .text = row.localized("text"),
        .period = {row.day_if("starts"), row.day_if("ends"), named<DatePrecision>(row.text("precision_"))},
        .changed = change_of(row, "was_starts", "was_ends", was),
        .withdrawn = withdrawal_of(row),
    };
}

Activity activity_from(const sql::Row& row) {
    return {
        .id = row.id<Activity>("id"),
        .process = row.id<Process>("process_id"),
        .step = row.id<Step>("step_id"),
        .slug = row.text("slug"),
        .kind = named<Activity::Kind>(row.text("kind")),
        .title = row.localized("title"),
        .text = row.localized("text"),
        .opens = row.day_if("opens"),
        .closes = row.day_if("closes"),
        .changed = change_of(row, "was_opens", "was_closes", DatePrecision::day),
        .withdrawn = withdrawal_of(row),
    };
}

Event event_from(const sql::Row& row) {
    return {
        .id = row.id<Event>("id"),
        .process = row.id<Process>("process_id"),
        .starts = local_time(row, "starts"),
        .ends = local_time(row, "ends"),
        .title = row.localized("title"),
        .place = row.text("place"),
        .text = row.localized("text"),
        .programme = row.localized("programme"),
        .notes = row.text("notes"),
        .documents = {},
        .needs_registration = row.flag("needs_registration"),
        .changed = change_of(row, "was_starts", "was_ends", DatePrecision::day),
        .revision = static_cast<int>(row.integer("revision")),
        .withdrawn = withdrawal_of(row),
    };
}

NewsItem news_from(const sql::Row& row) {
    return {row.id<NewsItem>("id"), row.id<Process>("process_id"), row.day("day"), row.localized("title"),
        row.localized("text"), withdrawal_of(row)};
}

void set_documents(sql::Transaction& tx, const Event& event) {
    tx.db().run("DELETE FROM event_document WHERE event_id = $1", event.id);
    int position = 0;
    for (const auto& document : event.documents)
        tx.db().run(R"(
            INSERT INTO event_document (process_id, event_id, position, title, href) VALUES ($1, $2, $3, $4, $5))",
            event.process, event.id, ++position, document.title, document.href);
}

std::map<std::int64_t, std::vector<Seat>> seats_by_body(sql::Connection& db, Id<Process> process) {
    std::map<std::int64_t, std::vector<Seat>> seats;
    for (const auto& row : db.run(R"(
        SELECT * FROM seat WHERE process_id = $1 ORDER BY body_id, id)",
             process))
        seats[row.integer("body_id")].push_back({row.id<Seat>("id"), row.text("role"),
            row.text("organisation"), row.day("starts"), row.day_if("ends")});
    return seats;
}

template <class T, class From>
std::vector<T> all(const std::vector<sql::Row>& rows, From from) {
    std::vector<T> found;
    found.reserve(rows.size());
    for (const auto& row : rows) found.push_back(from(row));
    return found;
}

template <class T, class From>
std::optional<T> first(const std::vector<sql::Row>& rows, From from) {
    if (rows.empty()) return std::nullopt;
    return from(rows.front());
}

}  // namespace

Id<Process> add(sql::Transaction& tx, const Process& p) {
    const auto id = tx.db()
                        .run(R"(
        INSERT INTO process (slug, name, question, summary, decided, decided_by, law, method, handling, hashtag,
            contact_role, contact_email, contact_phone, is_example, answer_days, languages, tagline)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        RETURNING id)",
                            p.slug, p.name, p.question, p.summary, p.decided, p.decided_by, p.law, p.method,
                            p.handling, p.hashtag, p.contact_role, p.contact_email, p.contact_phone,
                            p.is_example, p.answer_days, tags_of(p.languages), p.tagline)
                        .front()
                        .id<Process>("id");
    set_facts(tx, id, p.facts);
    return id;
}

void change(sql::Transaction& tx, const Process& p) {
    tx.db().run(R"(
        UPDATE process SET name = $2, question = $3, summary = $4, decided = $5, decided_by = $6, law = $7,
            method = $8, handling = $9, hashtag = $10, contact_role = $11, contact_email = $12, contact_phone = $13,
            answer_days = $14, languages = $15, tagline = $16
        WHERE id = $1)",
        p.id, p.name, p.question, p.summary, p.decided, p.decided_by, p.law, p.method, p.handling, p.hashtag,
        p.contact_role, p.contact_email, p.contact_phone, p.answer_days, tags_of(p.languages), p.tagline);
    set_facts(tx, p.id, p.facts);
}

Id<Step> add(sql::Transaction& tx, const Step& s) {
    return tx.db()
        .run(R"(
        INSERT INTO step (process_id, number, title, text, starts, ends, precision_)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        RETURNING id)",
            s.process, s.number, s.title, s.text, s.period.starts, s.period.ends, name_of(s.period.precision))
        .front()
        .id<Step>("id");
}

void change(sql::Transaction& tx, const Step& s) {
    const auto was = s.changed.value_or(DateChange{});
    tx.db().run(R"(
        UPDATE step SET title = $2, text = $3, starts = $4, ends = $5, precision_ = $6, changed_at = $7,
            was_starts = $8, was_ends = $9, was_precision = $10
        WHERE id = $1)",
        s.id, s.title, s.text, s.period.starts, s.period.ends, name_of(s.period.precision),
        s.changed ? std::optional{was.at} : std::nullopt, was.was.starts, was.was.ends,
        s.changed ? std::optional{std::string{name_of(was.was.precision)}} : std::nullopt);
}

Id<Activity> add(sql::Transaction& tx, const Activity& a) {
    return tx.db()
        .run(R"(
        INSERT INTO activity (process_id, step_id, slug, kind, title, text, opens, closes)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        RETURNING id)",
            a.process, a.step, a.slug, name_of(a.kind), a.title, a.text, a.opens, a.closes)
        .front()
        .id<Activity>("id");
}

void change(sql::Transaction& tx, const Activity& a) {
    const auto was = a.changed.value_or(DateChange{});
    tx.db().run(R"(
        UPDATE activity SET title = $2, text = $3, opens = $4, closes = $5, changed_at = $6, was_opens = $7,
            was_closes = $8, step_id = $9, kind = $10
        WHERE id = $1)",
        a.id, a.title, a.text, a.opens, a.closes, a.changed ? std::optional{was.at} : std::nullopt,
        was.was.starts, was.was.ends, a.step, name_of(a.kind));
}

Id<Event> add(sql::Transaction& tx, const Event& e) {
    const std::vector<sql::Value> values{sql::bind(e.process), local_time(e.starts), local_time(e.ends),
        sql::bind(e.title), e.place, sql::bind(e.text), sql::bind(e.programme), e.notes,
        sql::bind(e.needs_registration)};
    const auto rows = tx.db().run_with(R"(
        INSERT INTO event (process_id, starts, ends, title, place, text, programme, notes, needs_registration,
            revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)
        RETURNING id)",
        values);
    auto added = e;
    added.id = rows.front().id<Event>("id");
    set_documents(tx, added);
    return added.id;
}

void change(sql::Transaction& tx, const Event& e) {
    const auto was = e.changed.value_or(DateChange{});
    const std::vector<sql::Value> values{sql::bind(e.id), local_time(e.starts), local_time(e.ends),
        sql::bind(e.title), e.place, sql::bind(e.text), e.notes, sql::bind(e.needs_registration),
        sql::bind(e.programme), sql::bind(e.changed ? std::optional{was.at} : std::nullopt),
        sql::bind(was.was.starts), sql::bind(was.was.ends)};
    tx.db().run_with(R"(
        UPDATE event SET starts = $2, ends = $3, title = $4, place = $5, text = $6, notes = $7,
            needs_registration = $8, programme = $9, revision = revision + 1, changed_at = $10, was_starts = $11,
            was_ends = $12
        WHERE id = $1)",
        values);
    set_documents(tx, e);
}

Id<NewsItem> add(sql::Transaction& tx, const NewsItem& n) {
    return tx.db()
        .run(R"(
        INSERT INTO news (process_id, day, title, text) VALUES ($1, $2, $3, $4)
        RETURNING id)",
            n.process, n.day, n.title, n.text)
        .front()
        .id<NewsItem>("id");
}

void change(sql::Transaction& tx, const NewsItem& n) {
    tx.db().run("UPDATE news SET title = $2, text = $3 WHERE id = $1", n.id, n.title, n.text);
}

Id<Body> add(sql::Transaction& tx, const Body& b) {
    return tx.db()
        .run("INSERT INTO body (process_id, slug, kind, title) VALUES ($1, $2, $3, $4) RETURNING id",
            b.process, b.slug, name_of(b.kind), b.title)
        .front()
        .id<Body>("id");
}

Id<Seat> add(sql::Transaction& tx, Id<Process> process, Id<Body> body, const Seat& seat) {
    return tx.db()
        .run(R"(
        INSERT INTO seat (process_id, body_id, role, organisation, starts, ends) VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING id)",
            process, body, seat.role, seat.organisation, seat.from, seat.to)
        .front()
        .id<Seat>("id");
}

void change(sql::Transaction& tx, const Body& b) {
    tx.db().run("UPDATE body SET kind = $2, title = $3 WHERE id = $1", b.id, name_of(b.kind), b.title);
}

void end_seat(sql::Transaction& tx, Id<Process> process, Id<Seat> seat, Day last) {
    tx.db().run("UPDATE seat SET ends = $3 WHERE id = $1 AND process_id = $2", seat, process, last);
}

void offer(sql::Transaction& tx, Id<Process> process, const Topic& topic) {
    tx.db().run(R"(
        INSERT INTO topic (process_id, slug, title) VALUES ($1, $2, $3)
        ON CONFLICT (process_id, slug) DO UPDATE SET title = excluded.title)",
        process, topic.slug, topic.title);
}

void offer(sql::Transaction& tx, Id<Process> process, const Municipality& m) {
    tx.db().run(R"(
        INSERT INTO municipality (process_id, code, name) VALUES ($1, $2, $3)
        ON CONFLICT (process_id, code) DO UPDATE SET name = excluded.name)",
        process, m.code, m.name);
}

void offer(sql::Transaction& tx, Id<Process> process, const Subject& s) {
    tx.db().run(R"(
        INSERT INTO subject (process_id, code, title) VALUES ($1, $2, $3)
        ON CONFLICT (process_id, code) DO UPDATE SET title = excluded.title)",
        process, s.key, s.title);
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
    return all<Process>(db.run("SELECT * FROM process ORDER BY id DESC"), process_from);
}

std::optional<Process> process_named(sql::Connection& db, const std::string& slug) {
    return with_facts(db, db.run("SELECT * FROM process WHERE slug = $1", slug));
}

std::optional<Process> find_process(sql::Connection& db, Id<Process> id) {
    return with_facts(db, db.run("SELECT * FROM process WHERE id = $1", id));
}

std::vector<Step> steps_of(sql::Connection& db, Id<Process> process) {
    return all<Step>(db.run("SELECT * FROM step WHERE process_id = $1 ORDER BY number", process), step_from);
}

std::vector<Activity> activities_of(sql::Connection& db, Id<Process> process) {
    return all<Activity>(
        db.run("SELECT * FROM activity WHERE process_id = $1 ORDER BY id", process), activity_from);
}

std::optional<Activity> activity_named(sql::Connection& db, Id<Process> process, const std::string& slug) {
    return first<Activity>(
        db.run("SELECT * FROM activity WHERE process_id = $1 AND slug = $2", process, slug), activity_from);
}

std::vector<Event> events_of(sql::Connection& db, Id<Process> process) {
    return all<Event>(
        db.run("SELECT * FROM event WHERE process_id = $1 ORDER BY starts, id", process), event_from);
}

std::vector<Event> coming_events(sql::Connection& db, Id<Process> process, LocalTime from, int limit) {
    return all<Event>(db.run(R"(
        SELECT * FROM event WHERE process_id = $1 AND ends >= $2 ORDER BY starts, id LIMIT $3)",
                          process, std::int64_t{from.time_since_epoch().count()}, limit),
        event_from);
}

std::optional<Event> find_event(sql::Connection& db, Id<Process> process, Id<Event> id) {
    auto event = first<Event>(
        db.run("SELECT * FROM event WHERE process_id = $1 AND id = $2", process, id), event_from);
    if (!event) return event;
    for (const auto& row :
        db.run("SELECT title, href FROM event_document WHERE event_id = $1 ORDER BY position", id))
        event->documents.push_back({row.text("title"), row.text("href")});
    return event;
}

std::vector<NewsItem> newest_news(sql::Connection& db, Id<Process> process, int limit) {
    return all<NewsItem>(
        db.run(
            "SELECT * FROM news WHERE process_id = $1 ORDER BY day DESC, id DESC LIMIT $2", process, limit),
        news_from);
}

std::optional<NewsItem> find_news(sql::Connection& db, Id<Process> process, Id<NewsItem> id) {
    return first<NewsItem>(
        db.run("SELECT * FROM news WHERE process_id = $1 AND id = $2", process, id), news_from);
}

std::vector<Body> bodies_of(sql::Connection& db, Id<Process> process) {
    auto seats = seats_by_body(db, process);
    std::vector<Body> bodies;
    for (const auto& row : db.run("SELECT * FROM body WHERE process_id = $1 ORDER BY id", process))
        bodies.push_back({row.id<Body>("id"), process, row.text("slug"), named<Body::Kind>(row.text("kind")),
            row.localized("title"), std::move(seats[row.integer("id")])});
    return bodies;
}

std::vector<Topic> topics_of(sql::Connection& db, Id<Process> process) {
    return all<Topic>(
        db.run("SELECT * FROM topic WHERE process_id = $1 ORDER BY id", process), [](const sql::Row& row) {
            return Topic{row.id<Topic>("id"), row.text("slug"), row.localized("title")};
        });
}

std::vector<Municipality> municipalities_of(sql::Connection& db, Id<Process> process) {
    return all<Municipality>(
        db.run("SELECT * FROM municipality WHERE process_id = $1 ORDER BY code", process),
        [](const sql::Row& row) {
            return Municipality{row.text("code"), row.text("name")};
        });
}

std::vector<Subject> subjects_of(sql::Connection& db, Id<Process> process) {
    return all<Subject>(
        db.run("SELECT * FROM subject WHERE process_id = $1 ORDER BY id", process), [](const sql::Row& row) {
            return Subject{row.text("code"), row.localized("title")};
        });
}

std::vector<Subject> concerns_of(sql::Connection& db, Id<Process> process) {
    auto concerns = subjects_of(db, process);
    for (const auto& row :
        db.run("SELECT id, title FROM event WHERE process_id = $1 ORDER BY starts, id", process))
        concerns.push_back({"event-" + std::to_string(row.integer("id")), row.localized("title")});
    return concerns;
}

}  // namespace medskapa::store
