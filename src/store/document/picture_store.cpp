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

std::vector<Picture> forget_unused_pictures(sql::Transaction& tx, Id<Process> process, Instant before) {
    auto unused = sql::all<tables::picture>(tx.db(),
        "WHERE process_id = $1 AND shown_in IS NULL AND kept_at < $2 ORDER BY kept_at, id", process, before);
    if (unused.empty()) return {};
    for (const auto& row :
        tx.db().run("SELECT text FROM revision WHERE process_id = $1 AND text LIKE '%bild:%'", process)) {
        const auto words = row.text("text");
        std::erase_if(unused, [&](const Picture& one) { return words.find(one.name.digest) != words.npos; });
    }
    if (unused.size() > most_forgotten_pictures) unused.resize(most_forgotten_pictures);
    for (const auto& picture : unused) {
        tx.db().run("DELETE FROM picture_bytes WHERE picture_id = $1", picture.id);
        tx.db().run("DELETE FROM picture WHERE id = $1", picture.id);
    }
    return unused;
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
