#include "store/site/site_store.hpp"

#include <map>

namespace medskapa::store {
namespace {

Localized words(const sql::Row& row, const std::string& column) {
    return {row.text(column + "_sv"), row.text(column + "_en")};
}

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
        .name = words(row, "name"),
        .question = words(row, "question"),
        .summary = words(row, "summary"),
        .decided = words(row, "decided"),
        .decided_by = words(row, "decided_by"),
        .law = words(row, "law"),
        .method = words(row, "method"),
        .handling = words(row, "handling"),
        .hashtag = row.text("hashtag"),
        .contact_role = words(row, "contact_role"),
        .contact_email = row.text("contact_email"),
        .contact_phone = row.text("contact_phone"),
        .is_example = row.flag("is_example"),
        .answer_days = static_cast<int>(row.integer("answer_days")),
        .facts = {},
    };
}

std::vector<Fact> facts_of(sql::Connection& db, Id<Process> process) {
    std::vector<Fact> facts;
    for (const auto& row :
        db.run("SELECT * FROM process_fact WHERE process_id = $1 ORDER BY position", process))
        facts.push_back({words(row, "question"), words(row, "answer")});
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
            INSERT INTO process_fact (process_id, position, question_sv, question_en, answer_sv, answer_en)
            VALUES ($1, $2, $3, $4, $5, $6))",
            process, ++position, fact.question.sv, fact.question.en, fact.answer.sv, fact.answer.en);
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
        .title = words(row, "title"),
        .text = words(row, "text"),
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
        .title = words(row, "title"),
        .text = words(row, "text"),
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
        .title = words(row, "title"),
        .place = row.text("place"),
        .text = words(row, "text"),
        .programme = words(row, "programme"),
        .notes = row.text("notes"),
        .documents = {},
        .needs_registration = row.flag("needs_registration"),
        .changed = change_of(row, "was_starts", "was_ends", DatePrecision::day),
        .revision = static_cast<int>(row.integer("revision")),
        .withdrawn = withdrawal_of(row),
    };
}

NewsItem news_from(const sql::Row& row) {
    return {row.id<NewsItem>("id"), row.id<Process>("process_id"), row.day("day"), words(row, "title"),
        words(row, "text"), withdrawal_of(row)};
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
    const auto id =
        tx.db()
            .run(R"(
        INSERT INTO process (slug, name_sv, name_en, question_sv, question_en, summary_sv, summary_en, decided_sv,
            decided_en, decided_by_sv, decided_by_en, law_sv, law_en, method_sv, method_en, handling_sv, handling_en,
            hashtag, contact_role_sv, contact_role_en, contact_email, contact_phone, is_example, answer_days)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24)
        RETURNING id)",
                p.slug, p.name.sv, p.name.en, p.question.sv, p.question.en, p.summary.sv, p.summary.en,
                p.decided.sv, p.decided.en, p.decided_by.sv, p.decided_by.en, p.law.sv, p.law.en, p.method.sv,
                p.method.en, p.handling.sv, p.handling.en, p.hashtag, p.contact_role.sv, p.contact_role.en,
                p.contact_email, p.contact_phone, p.is_example, p.answer_days)
            .front()
            .id<Process>("id");
    set_facts(tx, id, p.facts);
    return id;
}

void change(sql::Transaction& tx, const Process& p) {
    tx.db().run(R"(
        UPDATE process SET name_sv = $2, name_en = $3, question_sv = $4, question_en = $5, summary_sv = $6,
            summary_en = $7, decided_sv = $8, decided_en = $9, decided_by_sv = $10, decided_by_en = $11, law_sv = $12,
            law_en = $13, method_sv = $14, method_en = $15, handling_sv = $16, handling_en = $17, hashtag = $18,
            contact_role_sv = $19, contact_role_en = $20, contact_email = $21, contact_phone = $22, answer_days = $23
        WHERE id = $1)",
        p.id, p.name.sv, p.name.en, p.question.sv, p.question.en, p.summary.sv, p.summary.en, p.decided.sv,
        p.decided.en, p.decided_by.sv, p.decided_by.en, p.law.sv, p.law.en, p.method.sv, p.method.en,
        p.handling.sv, p.handling.en, p.hashtag, p.contact_role.sv, p.contact_role.en, p.contact_email,
        p.contact_phone, p.answer_days);
    set_facts(tx, p.id, p.facts);
}

Id<Step> add(sql::Transaction& tx, const Step& s) {
    return tx.db()
        .run(R"(
        INSERT INTO step (process_id, number, title_sv, title_en, text_sv, text_en, starts, ends, precision_)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        RETURNING id)",
            s.process, s.number, s.title.sv, s.title.en, s.text.sv, s.text.en, s.period.starts, s.period.ends,
            name_of(s.period.precision))
        .front()
        .id<Step>("id");
}

void change(sql::Transaction& tx, const Step& s) {
    const auto was = s.changed.value_or(DateChange{});
    tx.db().run(R"(
        UPDATE step SET title_sv = $2, title_en = $3, text_sv = $4, text_en = $5, starts = $6, ends = $7,
            precision_ = $8, changed_at = $9, was_starts = $10, was_ends = $11, was_precision = $12
        WHERE id = $1)",
        s.id, s.title.sv, s.title.en, s.text.sv, s.text.en, s.period.starts, s.period.ends,
        name_of(s.period.precision), s.changed ? std::optional{was.at} : std::nullopt, was.was.starts,
        was.was.ends, s.changed ? std::optional{std::string{name_of(was.was.precision)}} : std::nullopt);
}

Id<Activity> add(sql::Transaction& tx, const Activity& a) {
    return tx.db()
        .run(R"(
        INSERT INTO activity (process_id, step_id, slug, kind, title_sv, title_en, text_sv, text_en, opens, closes)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        RETURNING id)",
            a.process, a.step, a.slug, name_of(a.kind), a.title.sv, a.title.en, a.text.sv, a.text.en, a.opens,
            a.closes)
        .front()
        .id<Activity>("id");
}

void change(sql::Transaction& tx, const Activity& a) {
    const auto was = a.changed.value_or(DateChange{});
    tx.db().run(R"(
        UPDATE activity SET title_sv = $2, title_en = $3, text_sv = $4, text_en = $5, opens = $6, closes = $7,
            changed_at = $8, was_opens = $9, was_closes = $10, step_id = $11, kind = $12
        WHERE id = $1)",
        a.id, a.title.sv, a.title.en, a.text.sv, a.text.en, a.opens, a.closes,
        a.changed ? std::optional{was.at} : std::nullopt, was.was.starts, was.was.ends, a.step,
        name_of(a.kind));
}

Id<Event> add(sql::Transaction& tx, const Event& e) {
    const std::vector<sql::Value> values{sql::bind(e.process), local_time(e.starts), local_time(e.ends),
        e.title.sv, e.title.en, e.place, e.text.sv, e.text.en, e.programme.sv, e.programme.en, e.notes,
        sql::bind(e.needs_registration)};
    const auto rows = tx.db().run_with(R"(
        INSERT INTO event (process_id, starts, ends, title_sv, title_en, place, text_sv, text_en, programme_sv,
            programme_en, notes, needs_registration, revision)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0)
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
        e.title.sv, e.title.en, e.place, e.text.sv, e.text.en, e.notes, sql::bind(e.needs_registration),
        e.programme.sv, e.programme.en, sql::bind(e.changed ? std::optional{was.at} : std::nullopt),
        sql::bind(was.was.starts), sql::bind(was.was.ends)};
    tx.db().run_with(R"(
        UPDATE event SET starts = $2, ends = $3, title_sv = $4, title_en = $5, place = $6, text_sv = $7, text_en = $8,
            notes = $9, needs_registration = $10, programme_sv = $11, programme_en = $12, revision = revision + 1,
            changed_at = $13, was_starts = $14, was_ends = $15
        WHERE id = $1)",
        values);
    set_documents(tx, e);
}

Id<NewsItem> add(sql::Transaction& tx, const NewsItem& n) {
    return tx.db()
        .run(R"(
        INSERT INTO news (process_id, day, title_sv, title_en, text_sv, text_en) VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING id)",
            n.process, n.day, n.title.sv, n.title.en, n.text.sv, n.text.en)
        .front()
        .id<NewsItem>("id");
}

void change(sql::Transaction& tx, const NewsItem& n) {
    tx.db().run("UPDATE news SET title_sv = $2, title_en = $3, text_sv = $4, text_en = $5 WHERE id = $1",
        n.id, n.title.sv, n.title.en, n.text.sv, n.text.en);
}

Id<Body> add(sql::Transaction& tx, const Body& b) {
    return tx.db()
        .run(
            "INSERT INTO body (process_id, slug, kind, title_sv, title_en) VALUES ($1, $2, $3, $4, $5) "
            "RETURNING id",
            b.process, b.slug, name_of(b.kind), b.title.sv, b.title.en)
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
    tx.db().run("UPDATE body SET kind = $2, title_sv = $3, title_en = $4 WHERE id = $1", b.id,
        name_of(b.kind), b.title.sv, b.title.en);
}

void end_seat(sql::Transaction& tx, Id<Process> process, Id<Seat> seat, Day last) {
    tx.db().run("UPDATE seat SET ends = $3 WHERE id = $1 AND process_id = $2", seat, process, last);
}

void offer(sql::Transaction& tx, Id<Process> process, const Topic& topic) {
    tx.db().run(R"(
        INSERT INTO topic (process_id, slug, title_sv, title_en) VALUES ($1, $2, $3, $4)
        ON CONFLICT (process_id, slug) DO UPDATE SET title_sv = excluded.title_sv, title_en = excluded.title_en)",
        process, topic.slug, topic.title.sv, topic.title.en);
}

void offer(sql::Transaction& tx, Id<Process> process, const Municipality& m) {
    tx.db().run(R"(
        INSERT INTO municipality (process_id, code, name) VALUES ($1, $2, $3)
        ON CONFLICT (process_id, code) DO UPDATE SET name = excluded.name)",
        process, m.code, m.name);
}

void offer(sql::Transaction& tx, Id<Process> process, const Subject& s) {
    tx.db().run(R"(
        INSERT INTO subject (process_id, code, title_sv, title_en) VALUES ($1, $2, $3, $4)
        ON CONFLICT (process_id, code) DO UPDATE SET title_sv = excluded.title_sv, title_en = excluded.title_en)",
        process, s.key, s.title.sv, s.title.en);
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
            words(row, "title"), std::move(seats[row.integer("id")])});
    return bodies;
}

std::vector<Topic> topics_of(sql::Connection& db, Id<Process> process) {
    return all<Topic>(
        db.run("SELECT * FROM topic WHERE process_id = $1 ORDER BY id", process), [](const sql::Row& row) {
            return Topic{row.id<Topic>("id"), row.text("slug"), words(row, "title")};
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
            return Subject{row.text("code"), words(row, "title")};
        });
}

std::vector<Subject> concerns_of(sql::Connection& db, Id<Process> process) {
    auto concerns = subjects_of(db, process);
    for (const auto& row :
        db.run("SELECT id, title_sv, title_en FROM event WHERE process_id = $1 ORDER BY starts, id", process))
        concerns.push_back({"event-" + std::to_string(row.integer("id")), words(row, "title")});
    return concerns;
}

}  // namespace medskapa::store
