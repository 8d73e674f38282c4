#include "store/mail/subscriber_store.hpp"

#include "store/mail/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Id<Subscriber> add(sql::Transaction& tx, const Subscriber& subscriber) {
    return sql::insert<tables::subscriber>(tx, subscriber);
}

void change(sql::Transaction& tx, const Subscriber& subscriber) {
    sql::change<tables::subscriber>(tx, subscriber);
}

void remove(sql::Transaction& tx, Id<Subscriber> id) {
    tx.db().run("DELETE FROM mail WHERE subscriber_id = $1", id);
    tx.db().run("DELETE FROM subscription WHERE subscriber_id = $1", id);
    tx.db().run("DELETE FROM subscriber WHERE id = $1", id);
}

void add(sql::Transaction& tx, const Subscription& subscription) {
    tx.db().run(
        "INSERT INTO subscription (subscriber_id, process_id, subject, is_confirmed) VALUES ($1, $2, $3, "
        "$4) ON CONFLICT (subscriber_id, subject) DO NOTHING",
        subscription.subscriber, subscription.process, subscription.subject, subscription.is_confirmed);
}

void confirm_subjects(sql::Transaction& tx, Id<Subscriber> id) {
    tx.db().run("UPDATE subscription SET is_confirmed = 1 WHERE subscriber_id = $1", id);
}

void remove(sql::Transaction& tx, Id<Subscriber> id, const std::string& subject) {
    tx.db().run("DELETE FROM subscription WHERE subscriber_id = $1 AND subject = $2", id, subject);
}

std::optional<Subscriber> find_subscriber(sql::Connection& db, Id<Subscriber> id) {
    return sql::first<tables::subscriber>(db, "WHERE id = $1", id);
}

std::optional<Subscriber> subscriber_named(sql::Connection& db, const std::string& public_id) {
    return sql::first<tables::subscriber>(db, "WHERE public_id = $1", public_id);
}

std::optional<Subscriber> subscriber_with_address(
    sql::Connection& db, Id<Process> process, const std::string& address) {
    return sql::first<tables::subscriber>(
        db, "WHERE process_id = $1 AND lower(address) = lower($2)", process, address);
}

std::vector<Subscription> subjects_of(sql::Connection& db, Id<Subscriber> id) {
    return sql::all<tables::subscription>(db, "WHERE subscriber_id = $1 ORDER BY subject", id);
}

std::vector<Subscriber> subscribers_due(sql::Connection& db, Day today, int limit) {
    return sql::all<tables::subscriber>(db,
        "WHERE confirmed_at IS NOT NULL AND (told_until < $1 AND pace = 'daily' OR told_until <= $2) ORDER "
        "BY "
        "told_until, id LIMIT $3",
        today, today - std::chrono::days{7}, limit);
}

std::vector<Subscriber> unconfirmed(sql::Connection& db, Instant before, int limit) {
    return sql::all<tables::subscriber>(
        db, "WHERE confirmed_at IS NULL AND made_at < $1 ORDER BY id LIMIT $2", before, limit);
}

}  // namespace medskapa::store
