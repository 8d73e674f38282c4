#include "engine/openlog/objects.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"
#include "store/issue/desk_index.hpp"
#include "store/log/log_store.hpp"
#include "store/mail/mail_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "store/moderation/columns.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/own_page/columns.hpp"
#include "store/own_page/own_page_store.hpp"
#include "store/referral/columns.hpp"
#include "store/retention/out_of_time.hpp"
#include "store/site/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

using openlog::ObjectKind;

std::string object(ObjectKind kind, const std::string& public_id) {
    return openlog::object_named(kind, public_id);
}

/// What was mailed to the sender holds the address too.
void erase_sender_contact(sql::Transaction& tx, Id<Inspel> inspel) {
    remove_mail_about(tx, inspel);
    erase_senders_address(tx, inspel);
    tx.db().run("DELETE FROM own_link WHERE inspel_id = $1", inspel);
    tx.db().run("DELETE FROM inspel_contact WHERE inspel_id = $1", inspel);
    tx.db().run("DELETE FROM inspel_identity WHERE inspel_id = $1", inspel);
    index_for_desk(tx, inspel);
}

/// With their bytes, masked copies and the salts of their digests: then nobody can try out what a file was.
void erase_files(sql::Transaction& tx, Id<Inspel> id) {
    const auto inspel = find_inspel(tx.db(), id).value();
    remove_files_of(tx, id);
    erase_salts_about(tx, object(ObjectKind::inspel, inspel.public_id), "file");
}

void erase_party_contact(sql::Transaction& tx, Id<Party> party) {
    tx.db().run("DELETE FROM mail WHERE party_id = $1", party);
    sql::erase<tables::party>(tx, sql::Privacy::personal, "WHERE id = $1", party);
}

void erase_report(sql::Transaction& tx, Id<ContentReport> id) {
    const auto report = sql::first<tables::content_report>(tx.db(), "WHERE id = $1", id).value();
    erase_salts_about(tx, object(ObjectKind::report, report.public_id));
    sql::erase<tables::content_report>(tx, sql::Privacy::personal, "WHERE id = $1", id);
}

/// The note to the sender is that of the newest refusal.
void erase_note(sql::Transaction& tx, const Refusal& refusal) {
    const auto newer = tx.db().run(
        "SELECT 1 AS found FROM refusal WHERE inspel_id = $1 AND id > $2", refusal.inspel, refusal.id);
    if (!newer.empty()) return;
    const auto inspel = find_inspel(tx.db(), refusal.inspel).value();
    erase_salts_about(tx, object(ObjectKind::inspel, inspel.public_id), "note");
    tx.db().run("UPDATE inspel SET decline_note = '' WHERE id = $1", refusal.inspel);
}

void erase_refusal(sql::Transaction& tx, Id<Refusal> id) {
    const auto refusal = sql::first<tables::refusal>(tx.db(), "WHERE id = $1", id).value();
    for (const auto& appeal : sql::all<tables::appeal>(tx.db(), "WHERE refusal_id = $1", id))
        erase_salts_about(tx, object(ObjectKind::appeal, appeal.public_id));
    sql::erase<tables::appeal>(tx, sql::Privacy::personal, "WHERE refusal_id = $1", id);
    sql::erase<tables::refusal>(tx, sql::Privacy::personal, "WHERE id = $1", id);
    erase_note(tx, refusal);
}

void erase_request(sql::Transaction& tx, Id<OwnRequest> id) {
    const auto request = find_own_request(tx.db(), id).value();
    erase_salts_about(tx, object(ObjectKind::request, request.public_id));
    sql::erase<tables::own_request>(tx, sql::Privacy::personal, "WHERE id = $1", id);
}

void erase_thing(sql::Transaction& tx, RetentionKind kind, std::int64_t id, const RetentionLimit& limit) {
    auto& db = tx.db();
    switch (kind) {
        case RetentionKind::sender_contact: return erase_sender_contact(tx, {id});
        case RetentionKind::sender_files: return erase_files(tx, {id});
        case RetentionKind::mail:
        case RetentionKind::site_mail: return remove(tx, Id<Mail>{id});
        case RetentionKind::followers: return remove(tx, Id<Subscriber>{id});
        case RetentionKind::party_contact: return erase_party_contact(tx, {id});
        case RetentionKind::reports: return erase_report(tx, {id});
        case RetentionKind::refusals: return erase_refusal(tx, {id});
        case RetentionKind::requests: return erase_request(tx, {id});
        case RetentionKind::extract_uses:
            db.run("DELETE FROM extract_use WHERE search_id = $1", id);
            db.run("DELETE FROM extract_use WHERE id = $1", id);
            return;
        case RetentionKind::sign_ins:
            db.run("DELETE FROM session WHERE staff_id = $1 AND seen_at < $2", id, limit.ends);
            return;
        case RetentionKind::lack_reports:
            return sql::erase<tables::lack_report>(tx, sql::Privacy::personal, "WHERE id = $1", id);
    }
}

/// Which words anybody is found by is left in older parts of the index until they are merged.
bool is_in_desk_index(RetentionKind kind) {
    return kind == RetentionKind::sender_contact;
}

}  // namespace

void erase_things(sql::Transaction& tx, RetentionKind kind, const std::vector<std::int64_t>& things,
    const RetentionLimit& limit) {
    for (const auto id : things) erase_thing(tx, kind, id, limit);
    if (is_in_desk_index(kind)) merge_desk_index(tx);
}

}  // namespace medskapa::store
