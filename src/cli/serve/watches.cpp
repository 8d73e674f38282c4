#include "cli/serve/watches.hpp"

#include "cli/terminal.hpp"
#include "jobs/kept_counts.hpp"
#include "store/sql/upkeep.hpp"

#include <iostream>
#include <utility>

namespace medskapa::cli {
namespace {

constexpr std::chrono::seconds between_looks{1};
constexpr std::chrono::hours between_recounts{24};

void alarm(const std::string& sentence) {
    std::cerr << "medskapa: " << sentence << std::endl;
}

/// What SQLite calls a damaged file; a lock or a lack of memory is none.
bool says_damage(const std::string& error) {
    for (const auto* word : {"malformed", "not a database", "disk I/O error"})
        if (error.find(word) != error.npos) return true;
    return false;
}

void close(sql::Writer& writer, const std::string& why) {
    writer.close(std::make_exception_ptr(sql::Unavailable{why}));
}

}  // namespace

DatabaseWatch::DatabaseWatch(const sql::Database& database, sql::Writer& writer, std::function<void()> stop)
    : guard_{database},
      writer_{writer},
      stop_{std::move(stop)},
      looks_{between_looks, "the database's watch", [this] { look(); }} {}

void DatabaseWatch::look() {
    if (is_gone_) return;
    try {
        guard_.check();
    } catch (const sql::DatabaseGone& gone) {
        is_gone_ = true;
        close(writer_, gone.what());
        alarm(words()(N_("{} The server stops, and writes nothing more. Put the database back, or restore a "
                         "backup, before you start it again."),
            gone.what()));
        stop_();
    }
}

PageCheck::PageCheck(sql::Database database, sql::Writer& writer)
    : database_{std::move(database)}, writer_{writer}, thread_{[this] { run(); }} {}

PageCheck::~PageCheck() {
    is_ending_ = true;
    thread_.join();
}

void PageCheck::run() {
    if (database_.is_postgres()) return;
    std::string found;
    try {
        const auto db = sql::open(database_, sql::Access::read_only);
        for (const auto& table : sql::tables_in(*db)) {
            if (is_ending_) return;
            found = sql::damage_in_table(*db, table);
            if (!found.empty()) break;
        }
    } catch (const sql::Error& error) {
        found = error.what();
        if (!says_damage(found)) return alarm(found);
    }
    if (found.empty()) return;
    close(writer_, "the database is damaged: " + found);
    alarm(
        words()(N_("The database is damaged, so nothing more is written ({}). Stop the server and restore a "
                   "backup. medskapa doctor says what else is wrong."),
            found));
}

CountWatch::CountWatch(sql::Database database)
    : database_{std::move(database)}, looks_{between_recounts, "the counts' watch", [this] { look(); }} {}

void CountWatch::look() {
    if (std::exchange(is_first_, false)) return;
    const auto db = sql::open(database_, sql::Access::read_only);
    const auto check = jobs::kept_counts(*db);
    if (check.state == CheckState::fail) alarm(words().complaint(check.sentence));
}

}  // namespace medskapa::cli
