#pragma once

#include "store/sql/connection.hpp"

#include <libpq-fe.h>
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace medskapa::sql {

/// What is known of a database server that does not answer. Shared by all who ask the same server: who
/// watches it asks again, the others are refused meanwhile, so that nobody waits for what is not there.
/// Without anybody who watches it is forgotten after ten seconds.
class Outage {
public:
    void notice();
    void end();
    bool is_on() const;

private:
    std::atomic<std::int64_t> until_{0};  // milliseconds of the steady clock; 0: there is none
};

struct ClearResult {
    void operator()(PGresult* r) const { PQclear(r); }
};
using PostgresResult = std::unique_ptr<PGresult, ClearResult>;

/// A connection to PostgreSQL on which no wait is longer than was agreed: past that it hangs up, and never
/// asks the server to cancel, which would make a COMMIT that waits for its standby look as if it were done.
class PostgresLink {
public:
    /// `url` as libpq reads it. Nothing is connected yet.
    PostgresLink(std::string url, Access);

    void set_patience(const Patience& patience) { patience_ = patience; }
    const Patience& patience() const { return patience_; }

    /// Throws Unavailable; of address.hpp ServerUnusable for an address that cannot be read, and
    /// NoSuchDatabase.
    void connect();
    void hang_up();
    /// Also when the server has closed it while nobody asked anything.
    bool is_lost();
    bool is_idle() const { return PQtransactionStatus(db_.get()) == PQTRANS_IDLE; }
    /// Whether the server has warned since this was last asked.
    bool has_warned() { return std::exchange(has_warned_, false); }

    /// Sends with `send`, which is one of libpq's PQsend...(), and waits for the answer: the last result, or
    /// the first that failed. Throws Unavailable when none comes.
    PostgresResult ask(const std::function<int(PGconn*)>& send);

private:
    struct Disconnect {
        void operator()(PGconn* c) const;
    };
    using Moment = std::chrono::steady_clock::time_point;

    PostgresResult answer_to(const std::function<int(PGconn*)>& send);
    bool has_failed() const { return PQstatus(db_.get()) != CONNECTION_OK; }
    void start();
    void wait_until_connected();
    void wait(short events, Moment deadline);
    void receive(Moment deadline);
    void flush(Moment deadline);
    [[noreturn]] void lose(const std::string& why);

    std::string url_;
    Access access_;
    Patience patience_;
    std::shared_ptr<Outage> outage_;
    bool has_warned_ = false;
    std::unique_ptr<PGconn, Disconnect> db_;
};

}  // namespace medskapa::sql
