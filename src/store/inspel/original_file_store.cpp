#include "store/inspel/original_file_store.hpp"

#include "store/inspel/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Id<OriginalFile> add(
    sql::Transaction& tx, Id<Process> process, const OriginalFile& file, const std::string& bytes) {
    const auto id = sql::insert<tables::original_file>(tx, file, {{"process_id", process}});
    tx.db().run("INSERT INTO original_bytes (file_id, process_id, bytes) VALUES ($1, $2, $3)", id, process,
        sql::Bytes{bytes});
    return id;
}

void change(sql::Transaction& tx, const OriginalFile& file) {
    sql::change<tables::original_file>(tx, file);
}

void remove(sql::Transaction& tx, const OriginalFile& file) {
    tx.db().run("DELETE FROM original_bytes WHERE file_id = $1", file.id);
    tx.db().run("DELETE FROM original_file WHERE id = $1", file.id);
    if (!file.masked) return;
    tx.db().run("DELETE FROM original_bytes WHERE file_id = $1", file.masked);
    tx.db().run("DELETE FROM original_file WHERE id = $1", file.masked);
}

void remove_copy(sql::Transaction& tx, OriginalFile& file) {
    const auto copy = copy_of(tx.db(), file);
    if (!copy) return;
    file.masked = {};
    change(tx, file);
    remove(tx, *copy);
}

void hide_files_of(sql::Transaction& tx, Id<Inspel> inspel) {
    for (auto& file : files_of(tx.db(), inspel)) {
        remove_copy(tx, file);
        file.is_shown = false;
        change(tx, file);
    }
}

void remove_files_of(sql::Transaction& tx, Id<Inspel> inspel) {
    for (const auto& file : files_of(tx.db(), inspel)) remove(tx, file);
}

std::vector<OriginalFile> files_of(sql::Connection& db, Id<Inspel> inspel) {
    return sql::all<tables::original_file>(db, "WHERE inspel_id = $1 ORDER BY id", inspel);
}

std::vector<OriginalFile> files_of(sql::Connection& db, Id<ReferralAnswer> answer) {
    return sql::all<tables::original_file>(db, "WHERE answer_id = $1 ORDER BY id", answer);
}

FileKinds files_taken_by(sql::Connection& db, Id<Process> process) {
    const auto rows = db.run("SELECT takes_files FROM process WHERE id = $1", process);
    return rows.empty() ? FileKinds::none : named<FileKinds>(rows.front().text("takes_files"));
}

void take_files(sql::Transaction& tx, Id<Process> process, FileKinds kinds) {
    tx.db().run("UPDATE process SET takes_files = $1 WHERE id = $2", name_of(kinds), process);
}

std::optional<OriginalFile> copy_of(sql::Connection& db, const OriginalFile& original) {
    return sql::first<tables::original_file>(db, "WHERE id = $1", original.masked);
}

std::string bytes_of(sql::Connection& db, Id<OriginalFile> id) {
    const auto rows = db.run("SELECT bytes FROM original_bytes WHERE file_id = $1", id);
    return rows.empty() ? std::string{} : rows.front().bytes("bytes");
}

}  // namespace medskapa::store
