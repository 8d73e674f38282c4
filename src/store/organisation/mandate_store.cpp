#include "store/organisation/mandate_store.hpp"

#include "store/organisation/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

void remove_mail(sql::Transaction& tx, Id<Inspel> inspel) {
    tx.db().run("DELETE FROM mail WHERE mandate_id IN (SELECT id FROM mandate WHERE inspel_id = $1)", inspel);
}

}  // namespace

Id<Mandate> add(sql::Transaction& tx, const Mandate& mandate) {
    return sql::insert<tables::mandate>(tx, mandate);
}

void change(sql::Transaction& tx, const Mandate& mandate) {
    sql::change<tables::mandate>(tx, mandate);
}

std::optional<Mandate> find_mandate(sql::Connection& db, Id<Mandate> id) {
    return sql::first<tables::mandate>(db, "WHERE id = $1", id);
}

std::optional<Mandate> mandate_of(sql::Connection& db, Id<Inspel> inspel) {
    return sql::first<tables::mandate>(db, "WHERE inspel_id = $1", inspel);
}

std::optional<Mandate> mandate_with_public_id(
    sql::Connection& db, Id<Process> process, const std::string& public_id) {
    return sql::first<tables::mandate>(db, "WHERE process_id = $1 AND public_id = $2", process, public_id);
}

std::optional<Mandate> mandate_with_link_key(
    sql::Connection& db, Id<Process> process, const std::string& link_key) {
    if (link_key.empty()) return std::nullopt;
    return sql::first<tables::mandate>(db, "WHERE process_id = $1 AND link_key = $2", process, link_key);
}

std::vector<Mandate> mandates_of(sql::Connection& db, Id<Process> process, Id<Organisation> organisation) {
    return sql::all<tables::mandate>(
        db, "WHERE process_id = $1 AND organisation_id = $2 ORDER BY id DESC", process, organisation);
}

void erase_senders_address(sql::Transaction& tx, Id<Inspel> inspel) {
    remove_mail(tx, inspel);
    auto mandate = mandate_of(tx.db(), inspel);
    if (!mandate) return;
    mandate->address.clear();
    if (!mandate->stood_from()) {
        mandate->link_key.clear();
        if (!mandate->declined_at && !mandate->withdrawn_at) mandate->withdrawn_at = tx.now();
    }
    change(tx, *mandate);
}

void erase_mandate_of(sql::Transaction& tx, Id<Inspel> inspel) {
    auto& db = tx.db();
    remove_mail(tx, inspel);
    sql::erase<tables::mandate>(tx, sql::Privacy::personal, "WHERE inspel_id = $1", inspel);
    db.run("UPDATE mandate SET link_key = '', withdrawn_at = COALESCE(withdrawn_at, $1) WHERE inspel_id = $2",
        tx.now(), inspel);
}

}  // namespace medskapa::store
