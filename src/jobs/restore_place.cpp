#include "jobs/restore_place.hpp"

#include "base/digest.hpp"
#include "store/files/durable_file.hpp"
#include "store/sql/upkeep.hpp"

namespace medskapa::jobs {
namespace {

namespace fs = std::filesystem;

constexpr auto database_file = "medskapa.db";

}  // namespace

Staging::Staging(const store::Installation& target)
    : target_{target}, folder_{fs::path{target.data} / "restoring"} {
    fs::remove_all(folder_);
}

Staging::~Staging() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

store::Installation Staging::installation() const {
    return {folder_.string(), target_.database_url};
}

void Staging::move(const std::string& name) const {
    fs::rename(folder_ / name, fs::path{target_.data} / name);
}

void Staging::move_into_place() const {
    const auto database = folder_ / database_file;
    const bool is_file = fs::exists(database);
    if (is_file) {
        // What examining has left in the journal goes into the database's own file.
        sql::empty_journal(*sql::open({database.string()}, sql::Access::read_write));
        store::sync_file(database);
    }
    for (const auto& one : fs::directory_iterator{folder_})
        if (!one.path().filename().string().starts_with(database_file)) move(one.path().filename().string());
    if (is_file) move(database_file);
}

ScratchDatabase::ScratchDatabase(std::string server)
    : server_{std::move(server)}, name_{"medskapa_rehearsal_" + hex(random_bytes(6))} {
    sql::create_database(*sql::open({server_}, sql::Access::read_write), name_);
}

ScratchDatabase::~ScratchDatabase() {
    try {
        sql::drop_database(*sql::open({server_}, sql::Access::read_write), name_);
    } catch (const sql::Error&) {
        // It stays, under a name that says what it is.
    }
}

std::string ScratchDatabase::url() const {
    return server_ + (server_.find('?') == server_.npos ? "?" : "&") + "dbname=" + name_;
}

}  // namespace medskapa::jobs
