#include "jobs/restore_place.hpp"

#include "base/digest.hpp"
#include "store/files/durable_file.hpp"
#include "store/files/file_digest.hpp"
#include "store/sql/upkeep.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>
#include <cstdio>

namespace medskapa::jobs {
namespace {

namespace fs = std::filesystem;

constexpr auto database_file = "medskapa.db";

/// The folder itself is locked, so that no file of ours is left in it. -1 where the disk knows no locks.
int locked(const std::string& folder) {
    const int opened = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0 || ::flock(opened, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK) return opened;
    ::close(opened);
    throw store::InstallationUnusable{{{},
        N_("Another restore or move fills the folder {}. Wait until it has ended, and look what lies there."),
        {folder}}};
}

/// Whether the name was given; false when something has it already.
bool is_named(const fs::path& from, const fs::path& to) {
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
    if (errno == EEXIST) return false;
    if (fs::exists(to)) return false;
    fs::rename(from, to);  // the disk cannot do both at once
    return true;
}

bool is_same_file(const fs::path& one, const fs::path& other) {
    return fs::is_regular_file(one) && fs::is_regular_file(other) &&
           store::digest_of_file(one.string()) == store::digest_of_file(other.string());
}

}  // namespace

Staging::Staging(const store::Installation& target)
    : target_{target}, folder_{fs::path{target.data} / "restoring"}, lock_{locked(target.data)} {
    fs::remove_all(folder_);
}

Staging::~Staging() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    if (lock_ >= 0) ::close(lock_);
}

store::Installation Staging::installation() const {
    return {folder_.string(), target_.database_url};
}

void Staging::move(const std::string& name) const {
    const auto target = fs::path{target_.data} / name;
    if (!is_named(folder_ / name, target) && !is_same_file(folder_ / name, target)) refuse_begun();
}

void Staging::refuse_begun() const {
    throw store::InstallationUnusable{{{},
        N_("Somebody has begun an installation in {} meanwhile, and it is not written over. Name another "
           "folder."),
        {target_.data}}};
}

void Staging::move_into_place() const {
    const auto database = folder_ / database_file;
    const auto target = fs::path{target_.data} / database_file;
    const bool is_file = fs::exists(database);
    if (is_file && fs::exists(target)) refuse_begun();
    if (is_file) {
        // What examining has left in the journal goes into the database's own file.
        sql::empty_journal(*sql::open({database.string()}, sql::Access::read_write));
        store::sync_file(database);
    }
    const fs::path mark{target_.restore_mark()};
    for (const auto& one : fs::directory_iterator{folder_}) {
        const auto name = one.path().filename();
        if (!name.string().starts_with(database_file) && name != mark.filename()) move(name.string());
    }
    const bool is_marked = fs::exists(folder_ / mark.filename());
    if (is_marked) fs::rename(folder_ / mark.filename(), mark);
    if (is_file && !is_named(database, target)) {
        if (is_marked) fs::remove(mark);
        refuse_begun();
    }
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
