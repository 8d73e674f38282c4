#include "store/inspel/inspel_store.hpp"

#include "store/inspel/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

template <class... Args>
std::optional<Inspel> first(sql::Connection& db, std::string_view rest, const Args&... args) {
    return sql::first<tables::inspel>(db, rest, args...);
}

}  // namespace

Id<Inspel> add(sql::Transaction& tx, const Inspel& i, const SenderKeys& keys) {
    const auto id = sql::insert<tables::inspel>(tx, i,
        {{"form_key", keys.form_key.empty() ? std::nullopt : std::optional{keys.form_key}},
            {"code_digest", sql::Bytes{keys.code_digest}}, {"issue_count", 0},
            {"promised_days", std::optional<std::int64_t>{}}, {"due_on", std::optional<std::int64_t>{}},
            {"is_split", 0}});
    count(tx, i.process, Counter::state, name_of(i.state), 1);
    return id;
}

void change(sql::Transaction& tx, const Inspel& i) {
    sql::change<tables::inspel>(tx, i);
}

void set_contact(sql::Transaction& tx, const Inspel& i, const std::string& contact) {
    tx.db().run("INSERT INTO inspel_contact (inspel_id, process_id, contact) VALUES ($1, $2, $3)", i.id,
        i.process, contact);
}

std::optional<Id<Addition>> add(
    sql::Transaction& tx, const Inspel& inspel, Addition addition, const std::string& form_key) {
    addition.inspel = inspel.id;
    addition.shown_text = addition.text;
    addition.is_shown = false;
    const auto id = sql::insert_unless_there<tables::addition>(
        tx, addition, "inspel_id, form_key", {{"process_id", inspel.process}, {"form_key", form_key}});
    if (id) count(tx, inspel.process, Counter::desk, "additions", 1);
    return id;
}

void show(sql::Transaction& tx, Id<Process> process, Id<Addition> addition) {
    const auto shown = tx.db().run(
        "UPDATE addition SET is_shown = 1 WHERE id = $1 AND process_id = $2 AND is_shown = 0 RETURNING id",
        addition, process);
    if (!shown.empty()) count(tx, process, Counter::desk, name_of(Waiting::additions), -1);
}

void change(sql::Transaction& tx, const Addition& a) {
    sql::change<tables::addition>(tx, a);
}

int next_number(sql::Connection& db, Id<Process> process) {
    const auto rows =
        db.run("SELECT number FROM inspel WHERE process_id = $1 ORDER BY number DESC LIMIT 1", process);
    return rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
}

std::optional<Inspel> find_inspel(sql::Connection& db, Id<Inspel> id) {
    return first(db, "WHERE id = $1", id);
}

std::optional<Inspel> inspel_numbered(sql::Connection& db, Id<Process> process, int number) {
    return first(db, "WHERE process_id = $1 AND number = $2", process, number);
}

std::optional<Inspel> inspel_with_public_id(sql::Connection& db, const std::string& public_id) {
    return first(db, "WHERE public_id = $1", public_id);
}

std::optional<Inspel> inspel_of_code(sql::Connection& db, const std::string& code_digest) {
    return first(db, "WHERE code_digest = $1", sql::Bytes{code_digest});
}

std::optional<Inspel> inspel_of_code(
    sql::Connection& db, Id<Process> process, const std::string& code_digest) {
    return first(db, "WHERE code_digest = $1 AND process_id = $2", sql::Bytes{code_digest}, process);
}

std::optional<Inspel> inspel_of_form(sql::Connection& db, Id<Process> process, const std::string& form_key) {
    return first(db, "WHERE process_id = $1 AND form_key = $2", process, form_key);
}

std::string contact_of(sql::Connection& db, Id<Inspel> id) {
    const auto rows = db.run("SELECT contact FROM inspel_contact WHERE inspel_id = $1", id);
    return rows.empty() ? std::string{} : rows.front().text("contact");
}

std::optional<Addition> addition_of_form(
    sql::Connection& db, Id<Inspel> inspel, const std::string& form_key) {
    return sql::first<tables::addition>(db, "WHERE inspel_id = $1 AND form_key = $2", inspel, form_key);
}

std::vector<Addition> additions_of(sql::Connection& db, Id<Inspel> inspel) {
    return sql::all<tables::addition>(db, "WHERE inspel_id = $1 ORDER BY id", inspel);
}

std::vector<Inspel> published_inspel(sql::Connection& db, Id<Process> process, Id<Inspel> after, int limit) {
    return sql::all<tables::inspel>(db,
        "WHERE process_id = $1 AND state = $2 AND id > $3 ORDER BY id LIMIT $4", process,
        Inspel::State::published, after.value, limit);
}

void add(sql::Transaction& tx, const Redaction& redaction) {
    sql::insert<tables::redaction>(tx, redaction);
}

std::vector<Redaction> redactions_of(sql::Connection& db, Id<Inspel> inspel) {
    return sql::all<tables::redaction>(db, "WHERE inspel_id = $1 ORDER BY id", inspel);
}

}  // namespace medskapa::store
