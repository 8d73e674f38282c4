#include "store/own_page/own_page_store.hpp"

#include "engine/openlog/objects.hpp"
#include "store/inspel/columns.hpp"
#include "store/log/log_store.hpp"
#include "store/mail/columns.hpp"
#include "store/own_page/columns.hpp"
#include "store/sql/rows.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

/// For as long as mails are counted, so that nobody gets more of them than they may.
constexpr std::chrono::hours mail_with_link_kept{24};

constexpr auto sent_by_address = R"(
    SELECT inspel_id FROM inspel_contact WHERE lower(contact) = lower($1)
    UNION SELECT inspel_id FROM mail WHERE lower(recipient) = lower($1) AND kind = 'receipt' AND inspel_id IS NOT NULL)";
constexpr auto sent_by_identity = "SELECT inspel_id FROM inspel_identity WHERE identity = $1";

/// "WHERE id IN (...)": what the owner whose name() is $1 has sent.
std::string where_of(const Owner& owner) {
    return fmt::format(R"(
    WHERE id IN ({}) AND $1 <> '' AND state <> 'erased'
    AND NOT EXISTS (SELECT 1 FROM referral_answer r WHERE r.inspel_id = inspel.id))",
        owner.identity.empty() ? sent_by_address : sent_by_identity);
}

/// Sessions of the owner whose name() is $1.
std::string sessions_of(const Owner& owner) {
    return owner.identity.empty() ? "own_session WHERE lower(address) = lower($1) AND address <> ''"
                                  : "own_session WHERE identity = $1";
}

// What a closed conversation has counted stands: nobody is counted there again.
constexpr auto voices_of_no_use =
    "eid_voice WHERE activity_id IN (SELECT activity_id FROM conversation WHERE state = 'frozen')";

bool has_any(sql::Connection& db, const std::string& rest, Instant since) {
    return !db.run("SELECT 1 AS found FROM " + rest + " LIMIT 1", since).empty();
}

}  // namespace

void add(sql::Transaction& tx, const OwnLink& link, const std::string& token_digest) {
    (void)sql::insert<tables::own_link>(tx, link, {{"token_digest", sql::Bytes{token_digest}}});
}

std::optional<OwnLink> find_own_link(sql::Connection& db, const std::string& token_digest, Instant now) {
    return sql::first<tables::own_link>(
        db, "WHERE token_digest = $1 AND expires_at > $2", sql::Bytes{token_digest}, now);
}

std::optional<OwnLink> take_own_link(sql::Transaction& tx, const std::string& token_digest) {
    auto link = find_own_link(tx.db(), token_digest, tx.now());
    tx.db().run("DELETE FROM own_link WHERE token_digest = $1", sql::Bytes{token_digest});
    return link;
}

void add(sql::Transaction& tx, const OwnSession& session, const std::string& id_digest) {
    (void)sql::insert<tables::own_session>(tx, session, {{"id_digest", sql::Bytes{id_digest}}});
}

std::optional<OwnSession> find_own_session(sql::Connection& db, const std::string& id_digest) {
    return sql::first<tables::own_session>(db, "WHERE id_digest = $1", sql::Bytes{id_digest});
}

std::vector<std::int64_t> own_session_ids(sql::Connection& db, const Owner& owner) {
    std::vector<std::int64_t> ids;
    for (const auto& row : db.run("SELECT id FROM " + sessions_of(owner) + " ORDER BY id", owner.name()))
        ids.push_back(row.integer("id"));
    return ids;
}

void touch_own_session(sql::Transaction& tx, const std::string& id_digest) {
    tx.db().run("UPDATE own_session SET seen_at = $2 WHERE id_digest = $1", sql::Bytes{id_digest}, tx.now());
}

void end_own_session(sql::Transaction& tx, const std::string& id_digest) {
    tx.db().run("DELETE FROM own_session WHERE id_digest = $1", sql::Bytes{id_digest});
}

void end_own_sessions_of(sql::Transaction& tx, const Owner& owner) {
    tx.db().run("DELETE FROM " + sessions_of(owner), owner.name());
}

void set_identity(sql::Transaction& tx, const Inspel& inspel, const std::string& identity) {
    tx.db().run("INSERT INTO inspel_identity (inspel_id, process_id, identity) VALUES ($1, $2, $3)",
        inspel.id, inspel.process, identity);
}

std::string identity_of(sql::Connection& db, Id<Inspel> id) {
    const auto rows = db.run("SELECT identity FROM inspel_identity WHERE inspel_id = $1", id);
    return rows.empty() ? std::string{} : rows.front().text("identity");
}

void forget_identity(sql::Transaction& tx, const std::string& identity) {
    tx.db().run("DELETE FROM inspel_identity WHERE identity = $1", identity);
}

bool add_voice(sql::Transaction& tx, Id<Activity> activity, const std::string& voice) {
    if (has_voice(tx.db(), activity, voice)) return false;
    // All of the activity's are written anew in the order of their digests: neither where a row lies nor when
    // it was written says which participant it came with.
    std::vector<std::string> voices{voice};
    for (const auto& row :
        tx.db().run("DELETE FROM eid_voice WHERE activity_id = $1 RETURNING voice", activity))
        voices.push_back(row.text("voice"));
    std::sort(voices.begin(), voices.end());
    for (const auto& one : voices)
        tx.db().run("INSERT INTO eid_voice (activity_id, voice) VALUES ($1, $2)", activity, one);
    return true;
}

bool has_voice(sql::Connection& db, Id<Activity> activity, const std::string& voice) {
    return !db.run("SELECT 1 AS found FROM eid_voice WHERE activity_id = $1 AND voice = $2", activity, voice)
                .empty();
}

bool has_old_own_links(sql::Connection& db, Instant now) {
    return has_any(db, "own_link WHERE expires_at <= $1", now) ||
           has_any(db, "own_session WHERE seen_at < $1", now - own_idle_limit) ||
           has_any(db, "own_session WHERE started_at < $1", now - own_session_limit) ||
           has_any(db, "mail WHERE kind = 'own_page_link' AND made_at < $1", now - mail_with_link_kept) ||
           !db.run(std::string{"SELECT 1 AS found FROM "} + voices_of_no_use + " LIMIT 1").empty();
}

void remove_old_own_links(sql::Transaction& tx) {
    auto& db = tx.db();
    db.run("DELETE FROM own_link WHERE expires_at <= $1", tx.now());
    db.run("DELETE FROM own_session WHERE seen_at < $1", tx.now() - own_idle_limit);
    db.run("DELETE FROM own_session WHERE started_at < $1", tx.now() - own_session_limit);
    db.run("DELETE FROM mail WHERE kind = 'own_page_link' AND made_at < $1", tx.now() - mail_with_link_kept);
    db.run(std::string{"DELETE FROM "} + voices_of_no_use);
}

std::vector<Inspel> inspel_of_owner(sql::Connection& db, const Owner& owner) {
    return sql::all<tables::inspel>(
        db, where_of(owner) + " ORDER BY received_at DESC, id DESC", owner.name());
}

std::vector<Inspel> newest_inspel_of_owner(sql::Connection& db, const Owner& owner, int limit) {
    return sql::all<tables::inspel>(
        db, where_of(owner) + " ORDER BY received_at DESC, id DESC LIMIT $2", owner.name(), limit);
}

std::int64_t count_inspel_of_owner(sql::Connection& db, const Owner& owner) {
    return db.run("SELECT count(*) AS n FROM inspel " + where_of(owner), owner.name()).front().integer("n");
}

std::optional<Inspel> inspel_of_owner(
    sql::Connection& db, const Owner& owner, Id<Process> process, int number) {
    return sql::first<tables::inspel>(
        db, where_of(owner) + " AND process_id = $2 AND number = $3", owner.name(), process, number);
}

bool is_answer_to_referral(sql::Connection& db, Id<Inspel> inspel) {
    return !db.run("SELECT 1 AS found FROM referral_answer WHERE inspel_id = $1", inspel).empty();
}

std::string receipt_key_of(sql::Connection& db, Id<Inspel> inspel) {
    const auto rows = db.run(R"(
        SELECT COALESCE(NULLIF(i.form_key, ''), (SELECT max(m.code_key) FROM mail m
                                     WHERE m.inspel_id = i.id AND m.kind = 'receipt'), '') AS code_key
        FROM inspel i WHERE i.id = $1)",
        inspel);
    return rows.empty() ? std::string{} : rows.front().text("code_key");
}

bool has_code(sql::Connection& db, Id<Inspel> inspel, const std::string& code_digest) {
    return !db.run("SELECT 1 AS found FROM inspel WHERE id = $1 AND code_digest = $2", inspel,
                  sql::Bytes{code_digest})
                .empty();
}

std::vector<Subscriber> subscribers_with_address(sql::Connection& db, const std::string& address) {
    return sql::all<tables::subscriber>(
        db, "WHERE lower(address) = lower($1) AND confirmed_at IS NOT NULL ORDER BY process_id, id", address);
}

bool add(sql::Transaction& tx, const OwnRequest& request, const std::string& form_key) {
    if (own_request_of_form(tx.db(), form_key)) return false;
    (void)sql::insert<tables::own_request>(tx, request, {{"form_key", form_key}});
    return true;
}

void change(sql::Transaction& tx, const OwnRequest& request) {
    sql::change<tables::own_request>(tx, request);
}

std::optional<OwnRequest> find_own_request(sql::Connection& db, Id<OwnRequest> id) {
    return sql::first<tables::own_request>(db, "WHERE id = $1", id);
}

std::optional<OwnRequest> own_request_of_form(sql::Connection& db, const std::string& form_key) {
    return sql::first<tables::own_request>(db, "WHERE form_key = $1", form_key);
}

std::vector<OwnRequest> own_requests_about(sql::Connection& db, Id<Inspel> inspel) {
    return sql::all<tables::own_request>(db, "WHERE inspel_id = $1 ORDER BY id DESC", inspel);
}

std::vector<OwnRequest> own_requests(sql::Connection& db, Id<Process> process, int limit) {
    auto all = sql::all<tables::own_request>(
        db, "WHERE process_id = $1 AND answered_at IS NULL ORDER BY id LIMIT $2", process, limit);
    for (auto& request : sql::all<tables::own_request>(db,
             "WHERE process_id = $1 AND answered_at IS NOT NULL ORDER BY id DESC LIMIT $2", process, limit))
        all.push_back(std::move(request));
    return all;
}

std::int64_t waiting_own_requests(sql::Connection& db, Id<Process> process) {
    return db
        .run("SELECT count(*) AS n FROM own_request WHERE process_id = $1 AND answered_at IS NULL", process)
        .front()
        .integer("n");
}

void erase_own_requests_about(sql::Transaction& tx, Id<Inspel> inspel) {
    for (const auto& request : own_requests_about(tx.db(), inspel))
        erase_salts_about(tx, openlog::object_named(openlog::ObjectKind::request, request.public_id));
    sql::erase<tables::own_request>(tx, sql::Privacy::personal, "WHERE inspel_id = $1", inspel);
    tx.db().run("DELETE FROM own_link WHERE inspel_id = $1", inspel);
}

}  // namespace medskapa::store
