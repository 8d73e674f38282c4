#include "store/own_page/own_page_store.hpp"

#include "engine/openlog/objects.hpp"
#include "store/inspel/columns.hpp"
#include "store/log/log_store.hpp"
#include "store/mail/columns.hpp"
#include "store/own_page/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

/// For as long as mails are counted, so that nobody gets more of them than they may.
constexpr std::chrono::hours mail_with_link_kept{24};

/// "id IN (...)": what the address in $1 has sent.
constexpr auto is_of_address = R"(
    id IN (SELECT inspel_id FROM inspel_contact WHERE lower(contact) = lower($1)
           UNION SELECT inspel_id FROM mail WHERE lower(recipient) = lower($1) AND kind = 'receipt' AND inspel_id IS NOT NULL)
    AND state <> 'erased'
    AND NOT EXISTS (SELECT 1 FROM referral_answer r WHERE r.inspel_id = inspel.id))";

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

std::vector<std::int64_t> own_session_ids(sql::Connection& db, const std::string& address) {
    std::vector<std::int64_t> ids;
    for (const auto& row :
        db.run("SELECT id FROM own_session WHERE lower(address) = lower($1) ORDER BY id", address))
        ids.push_back(row.integer("id"));
    return ids;
}

void touch_own_session(sql::Transaction& tx, const std::string& id_digest) {
    tx.db().run("UPDATE own_session SET seen_at = $2 WHERE id_digest = $1", sql::Bytes{id_digest}, tx.now());
}

void end_own_session(sql::Transaction& tx, const std::string& id_digest) {
    tx.db().run("DELETE FROM own_session WHERE id_digest = $1", sql::Bytes{id_digest});
}

void end_own_sessions_of(sql::Transaction& tx, const std::string& address) {
    tx.db().run("DELETE FROM own_session WHERE lower(address) = lower($1)", address);
}

bool has_old_own_links(sql::Connection& db, Instant now) {
    return has_any(db, "own_link WHERE expires_at <= $1", now) ||
           has_any(db, "own_session WHERE seen_at < $1", now - own_idle_limit) ||
           has_any(db, "own_session WHERE started_at < $1", now - own_session_limit) ||
           has_any(db, "mail WHERE kind = 'own_page_link' AND made_at < $1", now - mail_with_link_kept);
}

void remove_old_own_links(sql::Transaction& tx) {
    auto& db = tx.db();
    db.run("DELETE FROM own_link WHERE expires_at <= $1", tx.now());
    db.run("DELETE FROM own_session WHERE seen_at < $1", tx.now() - own_idle_limit);
    db.run("DELETE FROM own_session WHERE started_at < $1", tx.now() - own_session_limit);
    db.run("DELETE FROM mail WHERE kind = 'own_page_link' AND made_at < $1", tx.now() - mail_with_link_kept);
}

std::vector<Inspel> inspel_of_address(sql::Connection& db, const std::string& address) {
    return sql::all<tables::inspel>(
        db, std::string{"WHERE "} + is_of_address + " ORDER BY received_at DESC, id DESC", address);
}

std::vector<Inspel> newest_inspel_of_address(sql::Connection& db, const std::string& address, int limit) {
    return sql::all<tables::inspel>(db,
        std::string{"WHERE "} + is_of_address + " ORDER BY received_at DESC, id DESC LIMIT $2", address,
        limit);
}

std::int64_t count_inspel_of_address(sql::Connection& db, const std::string& address) {
    return db.run(std::string{"SELECT count(*) AS n FROM inspel WHERE "} + is_of_address, address)
        .front()
        .integer("n");
}

std::optional<Inspel> inspel_of_address(
    sql::Connection& db, const std::string& address, Id<Process> process, int number) {
    return sql::first<tables::inspel>(db,
        std::string{"WHERE "} + is_of_address + " AND process_id = $2 AND number = $3", address, process,
        number);
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
