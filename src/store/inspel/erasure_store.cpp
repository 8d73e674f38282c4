#include "store/inspel/erasure_store.hpp"

#include "engine/openlog/objects.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/original_file_store.hpp"
#include "store/inspel/search.hpp"
#include "store/log/log_store.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

/// The index keeps deleted words in its older parts until they are merged.
void merge_index(sql::Transaction& tx) {
    if (tx.db().dialect() == sql::Dialect::sqlite)
        tx.db().run("INSERT INTO inspel_search (inspel_search) VALUES ('optimize')");
}

}  // namespace

void erase_public_copy(sql::Transaction& tx, const Inspel& inspel) {
    sql::erase<tables::inspel>(tx, sql::Privacy::published, "WHERE id = $1", inspel.id);
    sql::erase<tables::addition>(tx, sql::Privacy::published, "WHERE inspel_id = $1", inspel.id);
    sql::erase<tables::amendment>(tx, sql::Privacy::published, "WHERE inspel_id = $1", inspel.id);
    hide_files_of(tx, inspel.id);
    remove_from_index(tx, inspel.id.value);
    merge_index(tx);
}

void erase_original(sql::Transaction& tx, const Inspel& inspel) {
    auto& db = tx.db();
    erase_salts_about(tx, openlog::object_named(openlog::ObjectKind::inspel, inspel.public_id));
    if (const auto amendment = amendment_of(db, inspel.id)) erase_salts_at(tx, amendment->log_place);
    sql::erase<tables::inspel>(tx, sql::Privacy::personal, "WHERE id = $1", inspel.id);
    db.run("DELETE FROM inspel_contact WHERE inspel_id = $1", inspel.id);
    db.run("DELETE FROM inspel_identity WHERE inspel_id = $1", inspel.id);
    db.run("DELETE FROM addition WHERE inspel_id = $1", inspel.id);
    db.run("DELETE FROM amendment WHERE inspel_id = $1", inspel.id);
    remove_files_of(tx, inspel.id);
}

}  // namespace medskapa::store
