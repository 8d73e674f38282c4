#include "store/mail/mail_store.hpp"

#include "store/mail/columns.hpp"
#include "store/sql/rows.hpp"

#include <limits>

namespace medskapa::store {

Id<Mail> add(sql::Transaction& tx, const Mail& mail) {
    return sql::insert<tables::mail>(tx, mail);
}

void change(sql::Transaction& tx, const Mail& mail) {
    sql::change<tables::mail>(tx, mail);
}

void remove(sql::Transaction& tx, Id<Mail> id) {
    tx.db().run("DELETE FROM mail WHERE id = $1", id);
}

void remove_mail_about(sql::Transaction& tx, Id<Inspel> inspel) {
    tx.db().run("DELETE FROM mail WHERE inspel_id = $1", inspel);
}

std::optional<Mail> find_mail(sql::Connection& db, Id<Mail> id) {
    return sql::first<tables::mail>(db, "WHERE id = $1", id);
}

std::optional<Mail> next_to_send(sql::Connection& db, Instant now) {
    return sql::first<tables::mail>(
        db, "WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, id LIMIT 1", now);
}

std::vector<Mail> being_sent(sql::Connection& db) {
    return sql::all<tables::mail>(db, "WHERE state = 'sending' ORDER BY id");
}

std::int64_t mail_made_since(
    sql::Connection& db, Mail::Kind kind, const std::string& recipient, Instant since) {
    return db
        .run(
            "SELECT count(*) AS n FROM mail WHERE lower(recipient) = lower($1) AND made_at >= $2 AND kind = "
            "$3",
            recipient, since, kind)
        .front()
        .integer("n");
}

bool waits(sql::Connection& db, Mail::Kind kind, Id<Inspel> inspel) {
    return !db.run(
                  "SELECT 1 AS found FROM mail WHERE inspel_id = $1 AND kind = $2 AND state = 'waiting' AND "
                  "tries = 0",
                  inspel, kind)
                .empty();
}

MailCounts mail_counts(sql::Connection& db, Id<Process> process) {
    MailCounts counts;
    for (const auto& name : names_of<Mail::State>) counts[name.value] = 0;
    const auto rows =
        process
            ? db.run("SELECT state, count(*) AS n FROM mail WHERE process_id = $1 GROUP BY state", process)
            : db.run("SELECT state, count(*) AS n FROM mail GROUP BY state");
    for (const auto& row : rows) counts[named<Mail::State>(row.text("state"))] = row.integer("n");
    return counts;
}

std::vector<Mail> list_mail(
    sql::Connection& db, Id<Process> process, std::optional<Mail::State> state, Id<Mail> before, int limit) {
    const Id<Mail> from = before ? before : Id<Mail>{std::numeric_limits<std::int64_t>::max()};
    if (state)
        return sql::all<tables::mail>(db,
            "WHERE process_id = $1 AND state = $2 AND id < $3 ORDER BY id DESC LIMIT $4", process, *state,
            from, limit);
    return sql::all<tables::mail>(
        db, "WHERE process_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3", process, from, limit);
}

std::vector<Mail> mail_to(sql::Connection& db, const std::string& address) {
    return sql::all<tables::mail>(db, "WHERE lower(recipient) = lower($1) ORDER BY id", address);
}

std::vector<Mail> all_mail(sql::Connection& db, Id<Mail> after, int limit) {
    return sql::all<tables::mail>(db, "WHERE id > $1 ORDER BY id LIMIT $2", after.value, limit);
}

}  // namespace medskapa::store
