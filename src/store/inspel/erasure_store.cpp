#include "store/inspel/erasure_store.hpp"

#include "store/inspel/search.hpp"

namespace medskapa::store {
namespace {

constexpr const char* swept_tables[] = {"inspel", "inspel_contact", "addition", "amendment", "issue",
    "issue_group", "inspel_search", "log_salt", "referral_answer", "referral_answer_part", "original_file",
    "original_octets"};

/// The index keeps deleted words in its older parts until they are merged.
void merge_index(sql::Transaction& tx) {
    if (tx.db().dialect() == sql::Dialect::sqlite)
        tx.db().run("INSERT INTO inspel_search (inspel_search) VALUES ('optimize')");
}

/// The proposal's entry is the one right after that of the inspel it came with.
void erase_salts(sql::Transaction& tx, const Inspel& inspel) {
    const auto object = "inspel/" + inspel.public_id;
    tx.db().run(
        "DELETE FROM log_salt WHERE idx IN "
        "(SELECT idx FROM log_entry WHERE object = $1 OR object LIKE $2)",
        object, object + "/%");
    // An answer to a referral may have waited for approval before it was received.
    tx.db().run(
        "DELETE FROM log_salt WHERE idx IN (SELECT e.idx FROM log_entry e, referral_answer a "
        "JOIN referral r ON r.id = a.referral_id WHERE a.inspel_id = $1 "
        "AND e.object = 'remiss/' || r.number || '/svar/' || a.public_id)",
        inspel.id);
    if (tx.db().run("SELECT 1 AS found FROM amendment WHERE inspel_id = $1", inspel.id).empty()) return;
    tx.db().run(
        "DELETE FROM log_salt WHERE idx = (SELECT min(idx) + 1 FROM log_entry WHERE object = $1)", object);
}

/// What else the sender of an answer to a referral gave us: its parts, its file, who wrote and approved it.
void erase_referral_answer(sql::Transaction& tx, const Inspel& inspel) {
    auto& db = tx.db();
    for (const auto& row :
        db.run("SELECT id, file_id FROM referral_answer WHERE inspel_id = $1", inspel.id)) {
        const auto answer = row.integer("id");
        db.run("DELETE FROM referral_answer_part WHERE answer_id = $1", answer);
        db.run(
            "UPDATE referral_answer SET title = '–', organisation = '', contact = '', author = '', approver "
            "= '', "
            "file_id = NULL, file_is_shown = 0 WHERE id = $1",
            answer);
        if (row.is_null("file_id")) continue;
        db.run("DELETE FROM original_octets WHERE file_id = $1", row.integer("file_id"));
        db.run("DELETE FROM original_file WHERE id = $1", row.integer("file_id"));
    }
}

}  // namespace

void erase_public_copy(sql::Transaction& tx, const Inspel& inspel) {
    auto& db = tx.db();
    // A group is named after its first issue unless it was given a name of its own.
    db.run(
        "UPDATE issue_group SET title = '–' WHERE id IN (SELECT i.group_id FROM issue i JOIN issue_group g "
        "ON g.id = i.group_id WHERE i.inspel_id = $1 AND i.title = g.title)",
        inspel.id);
    db.run("UPDATE issue SET quote = '', title = '–' WHERE inspel_id = $1", inspel.id);
    db.run("UPDATE inspel SET shown_title = '–', shown_text = '', shown_organisation = '' WHERE id = $1",
        inspel.id);
    db.run("UPDATE referral_answer SET file_is_shown = 0 WHERE inspel_id = $1", inspel.id);
    remove_from_index(tx, inspel.id.value);
    merge_index(tx);
}

void erase_original(sql::Transaction& tx, const Inspel& inspel) {
    auto& db = tx.db();
    erase_salts(tx, inspel);
    db.run("UPDATE inspel SET title = '–', text = '', organisation = '', decline_note = '' WHERE id = $1",
        inspel.id);
    db.run("DELETE FROM inspel_contact WHERE inspel_id = $1", inspel.id);
    db.run("DELETE FROM addition WHERE inspel_id = $1", inspel.id);
    db.run("DELETE FROM amendment WHERE inspel_id = $1", inspel.id);
    erase_referral_answer(tx, inspel);
}

void add_to_sweep(sql::Transaction& tx, std::int64_t log_place) {
    tx.db().run("INSERT INTO erasure_to_sweep (log_place) VALUES ($1)", log_place);
}

std::optional<std::int64_t> newest_to_sweep(sql::Connection& db) {
    const auto rows = db.run("SELECT log_place FROM erasure_to_sweep ORDER BY log_place DESC LIMIT 1");
    if (rows.empty()) return std::nullopt;
    return rows.front().integer("log_place");
}

void swept(sql::Transaction& tx, std::int64_t through_log_place) {
    tx.db().run("DELETE FROM erasure_to_sweep WHERE log_place <= $1", through_log_place);
}

bool sweep(sql::Connection& db) {
    if (db.dialect() == sql::Dialect::sqlite)
        return !db.run("PRAGMA wal_checkpoint(TRUNCATE)").front().flag("busy");
    for (const auto* table : swept_tables) db.run("VACUUM FULL " + std::string{table});
    return true;
}

}  // namespace medskapa::store
