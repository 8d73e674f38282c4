#include "store/document/picture_store.hpp"

#include "store/document/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Id<Picture> add(sql::Transaction& tx, const Picture& picture, const std::string& bytes) {
    const auto id = sql::insert<tables::picture>(tx, picture);
    tx.db().run("INSERT INTO picture_bytes (picture_id, process_id, bytes) VALUES ($1, $2, $3)", id,
        picture.process, sql::Bytes{bytes});
    return id;
}

void change(sql::Transaction& tx, const Picture& picture) {
    sql::change<tables::picture>(tx, picture);
}

void forget_unused_pictures(sql::Transaction& tx, Id<Process> process, Instant before) {
    for (const auto& picture : sql::all<tables::picture>(
             tx.db(), "WHERE process_id = $1 AND shown_in IS NULL AND kept_at < $2", process, before)) {
        const bool is_used =
            !tx.db()
                 .run("SELECT id FROM revision WHERE process_id = $1 AND text LIKE $2 LIMIT 1", process,
                     "%" + picture.name.digest + "%")
                 .empty();
        if (is_used) continue;
        tx.db().run("DELETE FROM picture_bytes WHERE picture_id = $1", picture.id);
        tx.db().run("DELETE FROM picture WHERE id = $1", picture.id);
    }
}

std::optional<Picture> find_picture(sql::Connection& db, Id<Process> process, const KeptPicture& name) {
    auto found =
        sql::first<tables::picture>(db, "WHERE process_id = $1 AND digest = $2", process, name.digest);
    return found && found->name == name ? found : std::nullopt;
}

std::string bytes_of(sql::Connection& db, Id<Picture> id) {
    const auto rows = db.run("SELECT bytes FROM picture_bytes WHERE picture_id = $1", id);
    return rows.empty() ? std::string{} : rows.front().bytes("bytes");
}

}  // namespace medskapa::store
