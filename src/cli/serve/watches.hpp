#pragma once

#include "cli/serve/repeating.hpp"
#include "store/files/identity.hpp"
#include "store/sql/writer.hpp"

#include <atomic>
#include <functional>
#include <thread>

namespace medskapa::cli {

/// Looks each second whether the database is still the one that was opened. When it is not, the writer is
/// closed, the operator is told on stderr, and `stop` is called once.
class DatabaseWatch {
public:
    DatabaseWatch(const sql::Database&, sql::Writer&, std::function<void()> stop);

    bool is_gone() const { return is_gone_; }

private:
    void look();

    store::DatabaseGuard guard_;
    sql::Writer& writer_;
    std::function<void()> stop_;
    std::atomic<bool> is_gone_{false};
    Repeating looks_;
};

/// Reads through the embedded database's pages once, a table at a time, on a thread of its own. When one is
/// damaged the writer is closed and the operator is told on stderr. Ends early when it goes out of scope.
class PageCheck {
public:
    PageCheck(sql::Database, sql::Writer&);
    ~PageCheck();
    PageCheck(const PageCheck&) = delete;
    PageCheck& operator=(const PageCheck&) = delete;

private:
    void run();

    sql::Database database_;
    sql::Writer& writer_;
    std::atomic<bool> is_ending_{false};
    std::thread thread_;
};

/// Once a day, a day after the start for the first time, counts anew what pages show as counted, and reports
/// on stderr what differs.
class CountWatch {
public:
    explicit CountWatch(sql::Database);

private:
    void look();

    sql::Database database_;
    bool is_first_ = true;
    Repeating looks_;
};

}  // namespace medskapa::cli
