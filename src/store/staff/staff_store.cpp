#include "store/staff/staff_store.hpp"

#include "store/sql/rows.hpp"
#include "store/staff/columns.hpp"
#include "store/staff/desk_store.hpp"

namespace medskapa::store {
namespace {

SignInLink link_in(const sql::Row& row) {
    return {row.id<User>("staff_id"), row.id<Process>("process_id"), row.instant("expires_at")};
}

}  // namespace

Id<User> add(sql::Transaction& tx, const User& user) {
    return tx.db()
        .run("INSERT INTO staff (email, name) VALUES ($1, $2) RETURNING id", user.email, user.name)
        .front()
        .id<User>("id");
}

std::optional<User> user_with_address(sql::Connection& db, const std::string& email) {
    return sql::first<tables::staff>(db, "WHERE email = $1", email);
}

void set_role(sql::Transaction& tx, Id<User> user, Id<Process> process, Role role) {
    tx.db().run(R"(
        INSERT INTO membership (staff_id, process_id, role) VALUES ($1, $2, $3)
        ON CONFLICT (staff_id, process_id) DO UPDATE SET role = excluded.role)",
        user, process, role);
}

void remove_role(sql::Transaction& tx, Id<User> user, Id<Process> process) {
    tx.db().run("DELETE FROM membership WHERE staff_id = $1 AND process_id = $2", user, process);
    tx.db().run("DELETE FROM sign_in_link WHERE staff_id = $1 AND process_id = $2", user, process);
    tx.db().run("DELETE FROM session WHERE staff_id = $1 AND process_id = $2", user, process);
    tx.db().run("DELETE FROM passphrase WHERE staff_id = $1 AND process_id = $2", user, process);
    tx.db().run("DELETE FROM passkey WHERE staff_id = $1 AND process_id = $2", user, process);
    tx.db().run("DELETE FROM staff_identity WHERE staff_id = $1 AND process_id = $2", user, process);
    remove_desk_of(tx, user, process);
    tx.db().run(R"(
        DELETE FROM recovery_code WHERE staff_id = $1 AND staff_id NOT IN (SELECT staff_id FROM passphrase)
            AND staff_id NOT IN (SELECT staff_id FROM passkey))",
        user);
}

void add_sign_in_link(sql::Transaction& tx, const std::string& token_digest, const SignInLink& link) {
    if (link.process)
        tx.db().run(
            "DELETE FROM sign_in_link WHERE staff_id = $1 AND process_id = $2", link.user, link.process);
    else
        tx.db().run("DELETE FROM sign_in_link WHERE staff_id = $1", link.user);
    add_further_link(tx, token_digest, link);
}

void add_further_link(sql::Transaction& tx, const std::string& token_digest, const SignInLink& link) {
    tx.db().run("DELETE FROM sign_in_link WHERE expires_at <= $1", tx.now());
    tx.db().run(
        "INSERT INTO sign_in_link (token_digest, staff_id, process_id, expires_at) VALUES ($1, $2, $3, $4)",
        sql::Bytes{token_digest}, link.user, link.process, link.expires_at);
}

std::optional<SignInLink> take_sign_in_link(sql::Transaction& tx, const std::string& token_digest) {
    const auto rows = tx.db().run(
        "DELETE FROM sign_in_link WHERE token_digest = $1 RETURNING staff_id, process_id, expires_at",
        sql::Bytes{token_digest});
    if (rows.empty() || rows.front().instant("expires_at") <= tx.now()) return std::nullopt;
    return link_in(rows.front());
}

void add_setup_link(sql::Transaction& tx, const std::string& token_digest, Instant expires_at) {
    tx.db().run("INSERT INTO setup_link (token_digest, expires_at) VALUES ($1, $2)", sql::Bytes{token_digest},
        expires_at);
}

bool take_setup_link(sql::Transaction& tx, const std::string& token_digest) {
    const auto rows = tx.db().run(
        "DELETE FROM setup_link WHERE token_digest = $1 RETURNING expires_at", sql::Bytes{token_digest});
    return !rows.empty() && rows.front().instant("expires_at") > tx.now();
}

std::optional<Instant> setup_link_lasts_until(
    sql::Connection& db, const std::string& token_digest, Instant now) {
    const auto rows = db.run("SELECT expires_at FROM setup_link WHERE token_digest = $1 AND expires_at > $2",
        sql::Bytes{token_digest}, now);
    if (rows.empty()) return std::nullopt;
    return rows.front().instant("expires_at");
}

void add_session(sql::Transaction& tx, const std::string& id_digest, const Session& session) {
    sql::insert_with_key<tables::session>(tx, session, {{"id_digest", sql::Bytes{id_digest}}});
}

void touch_session(sql::Transaction& tx, const std::string& id_digest) {
    tx.db().run("UPDATE session SET seen_at = $2 WHERE id_digest = $1", sql::Bytes{id_digest}, tx.now());
}

void end_session(sql::Transaction& tx, const std::string& id_digest) {
    tx.db().run("DELETE FROM session WHERE id_digest = $1", sql::Bytes{id_digest});
}

void end_other_sessions(sql::Transaction& tx, const std::string& id_digest, const Session& own) {
    if (own.process)
        tx.db().run("DELETE FROM session WHERE staff_id = $1 AND id_digest <> $2 AND process_id = $3",
            own.user, sql::Bytes{id_digest}, own.process);
    else
        tx.db().run(
            "DELETE FROM session WHERE staff_id = $1 AND id_digest <> $2", own.user, sql::Bytes{id_digest});
}

void rename(sql::Transaction& tx, Id<User> user, const std::string& name) {
    tx.db().run("UPDATE staff SET name = $2 WHERE id = $1", user, name);
}

void end_sessions_of(sql::Transaction& tx, Id<User> user) {
    tx.db().run("DELETE FROM session WHERE staff_id = $1", user);
}

std::vector<NamedSession> sessions_of(sql::Connection& db, Id<User> user) {
    std::vector<NamedSession> sessions;
    auto rows = db.run("SELECT " + sql::columns<tables::session>("s") +
                           ", s.id_digest FROM session s WHERE s.staff_id = $1 "
                           "ORDER BY s.started_at DESC, s.id_digest",
        user);
    for (auto& row : rows) {
        auto digest = row.bytes("id_digest");
        sessions.push_back({std::move(digest), sql::row_from<tables::session>(row)});
    }
    return sessions;
}

std::optional<Session> find_session(sql::Connection& db, const std::string& id_digest) {
    return sql::first<tables::session>(db, "WHERE id_digest = $1", sql::Bytes{id_digest});
}

std::optional<SignInLink> find_sign_in_link(
    sql::Connection& db, const std::string& token_digest, Instant now) {
    const auto rows = db.run(
        "SELECT staff_id, process_id, expires_at FROM sign_in_link WHERE token_digest = $1 AND expires_at > "
        "$2",
        sql::Bytes{token_digest}, now);
    if (rows.empty()) return std::nullopt;
    return link_in(rows.front());
}

std::optional<User> find_user(sql::Connection& db, Id<User> id) {
    return sql::first<tables::staff>(db, "WHERE id = $1", id);
}

std::map<Id<Process>, Role> roles_of(sql::Connection& db, Id<User> user) {
    std::map<Id<Process>, Role> roles;
    for (const auto& row : db.run("SELECT process_id, role FROM membership WHERE staff_id = $1", user))
        roles[row.id<Process>("process_id")] = named<Role>(row.text("role"));
    return roles;
}

std::vector<Member> members_of(sql::Connection& db, Id<Process> process) {
    std::vector<Member> members;
    for (auto& row : db.run("SELECT " + sql::columns<tables::staff>("s") + R"(, m.role
        FROM membership m JOIN staff s ON s.id = m.staff_id WHERE m.process_id = $1 ORDER BY s.name, s.id)",
             process))
        members.push_back({sql::row_from<tables::staff>(row), named<Role>(row.text("role"))});
    return members;
}

}  // namespace medskapa::store
