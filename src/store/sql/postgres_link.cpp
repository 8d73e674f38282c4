#include "store/sql/postgres_link.hpp"

#include "base/text.hpp"
#include "store/sql/address.hpp"

#include <fmt/format.h>
#include <poll.h>
#include <sys/socket.h>
#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <utility>

namespace medskapa::sql {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds between_looks{200};  // at whether the program is ending
constexpr milliseconds remembered{10'000};

constexpr std::int64_t never = INT64_MAX;
std::atomic<std::int64_t> ends_at{never};

std::int64_t steady_now() {
    return std::chrono::duration_cast<milliseconds>(Clock::now().time_since_epoch()).count();
}

std::shared_ptr<Outage> outage_of(const std::string& url) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<Outage>> known;
    const std::lock_guard lock{mutex};
    auto& outage = known[url];
    if (!outage) outage = std::make_shared<Outage>();
    return outage;
}

void note_warning(void* noted, const PGresult* notice) {
    const char* severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity != nullptr && std::string_view{severity} == "WARNING") *static_cast<bool*>(noted) = true;
}

bool is_failure(const PGresult* result) {
    const auto status = PQresultStatus(result);
    return status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK;
}

/// Of several servers the one that answers is found by libpq itself, which waits for each.
bool names_several_hosts(const std::string& url) {
    const auto is_there = [](const PQconninfoOption* o) { return o->keyword != nullptr; };
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options{
        PQconninfoParse(url.c_str(), nullptr), PQconninfoFree};
    for (const auto* option = options.get(); option != nullptr && is_there(option); ++option)
        if (option->val != nullptr && std::string_view{option->keyword}.starts_with("host") &&
            std::string_view{option->val}.find(',') != std::string_view::npos)
            return true;
    return false;
}

}  // namespace

void stop_waiting_after(milliseconds grace) {
    ends_at = steady_now() + grace.count();
}

void Outage::notice() {
    until_ = steady_now() + remembered.count();
}

void Outage::end() {
    if (until_ != 0) until_ = 0;
}

bool Outage::is_on() const {
    return steady_now() < until_;
}

void PostgresLink::Disconnect::operator()(PGconn* c) const {
    // A server that reads nothing more must not keep us in saying goodbye.
    if (const int socket = PQsocket(c); socket >= 0) ::shutdown(socket, SHUT_RDWR);
    PQfinish(c);
}

PostgresLink::PostgresLink(std::string url, Access access)
    : url_{std::move(url)}, access_{access}, outage_{outage_of(url_)} {}

void PostgresLink::start() {
    // What stands first is for want of the same in the address.
    // What follows it holds whatever the address and the environment say: our text is UTF-8.
    const std::array keys{"connect_timeout", "tcp_user_timeout", "keepalives_idle", "keepalives_interval",
        "keepalives_count", "target_session_attrs", "dbname", "client_encoding",
        static_cast<const char*>(nullptr)};
    const std::array values{"2", "5000", "5", "1", "3", access_ == Access::read_only ? "any" : "read-write",
        url_.c_str(), "UTF8", static_cast<const char*>(nullptr)};
    const bool asks_several = names_several_hosts(url_);
    db_.reset(asks_several ? PQconnectdbParams(keys.data(), values.data(), 1)
                           : PQconnectStartParams(keys.data(), values.data(), 1));
    PQsetErrorVerbosity(db_.get(), PQERRORS_VERBOSE);  // with the number that says what went wrong
    if (!asks_several) wait_until_connected();
}

void PostgresLink::wait_until_connected() {
    const auto deadline = Clock::now() + patience_.connect;
    auto status = PGRES_POLLING_WRITING;
    if (PQstatus(db_.get()) == CONNECTION_BAD) return;
    while (status != PGRES_POLLING_OK && status != PGRES_POLLING_FAILED) {
        wait(status == PGRES_POLLING_READING ? POLLIN : POLLOUT, deadline);
        status = PQconnectPoll(db_.get());
    }
}

void PostgresLink::connect() {
    if (patience_.yields && outage_->is_on())
        throw Unavailable{"postgres: the server did not answer a moment ago"};
    refuse_unreadable(url_);
    start();
    if (has_failed()) {
        const auto why = text::one_line(PQerrorMessage(db_.get()));
        hang_up();
        outage_->notice();
        if (why.find("3D000") != why.npos)
            throw NoSuchDatabase{{{}, N_("The server has no database of that name. Make an empty one with "
                                         "PostgreSQL's createdb, or "
                                         "correct the address.")}};
        throw Unavailable{"postgres: " + why};
    }
    PQsetErrorVerbosity(db_.get(), PQERRORS_DEFAULT);
    PQsetnonblocking(db_.get(), 1);
    PQsetNoticeReceiver(db_.get(), note_warning, &has_warned_);
    auto settings =
        fmt::format("SET client_min_messages = warning; SET statement_timeout = {}; SET lock_timeout = {}",
            patience_.statement.count(), patience_.lock.count());
    if (access_ == Access::read_only) settings += "; SET default_transaction_read_only = on";
    const auto result = answer_to([&](PGconn* db) { return PQsendQuery(db, settings.c_str()); });
    if (is_failure(result.get())) lose(PQresultErrorMessage(result.get()));
}

bool PostgresLink::is_lost() {
    constexpr int most_looks = 4;  // a last word of the server's, and the end
    for (int looks = 0; looks < most_looks && !has_failed() && is_idle(); ++looks) {
        pollfd watched{PQsocket(db_.get()), POLLIN, 0};
        if (::poll(&watched, 1, 0) <= 0) return false;
        if (PQconsumeInput(db_.get()) == 0) hang_up();
    }
    return has_failed();
}

void PostgresLink::hang_up() {
    db_.reset();
}

void PostgresLink::lose(const std::string& why) {
    hang_up();
    throw Unavailable{"postgres: " + why};
}

void PostgresLink::wait(short events, Moment deadline) {
    while (true) {
        const auto left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
        if (steady_now() > ends_at) lose("the program is ending");
        if (left.count() <= 0) {
            outage_->notice();
            lose("the server does not answer");
        }
        pollfd watched{PQsocket(db_.get()), events, 0};
        if (::poll(&watched, 1, static_cast<int>(std::min(left, between_looks).count())) > 0) return;
    }
}

void PostgresLink::receive(Moment deadline) {
    wait(POLLIN, deadline);
    if (PQconsumeInput(db_.get()) == 0) lose(PQerrorMessage(db_.get()));
}

/// While the server sends it may not read: what it sends is received too.
void PostgresLink::flush(Moment deadline) {
    int left = 0;
    while ((left = PQflush(db_.get())) == 1) {
        wait(POLLIN | POLLOUT, deadline);
        if (PQconsumeInput(db_.get()) == 0) lose(PQerrorMessage(db_.get()));
    }
    if (left < 0) lose(PQerrorMessage(db_.get()));
}

PostgresResult PostgresLink::ask(const std::function<int(PGconn*)>& send) {
    if (is_idle() && patience_.yields && outage_->is_on())
        throw Unavailable{"postgres: the server did not answer a moment ago"};
    return answer_to(send);
}

PostgresResult PostgresLink::answer_to(const std::function<int(PGconn*)>& send) {
    const auto deadline = Clock::now() + patience_.answer;
    if (send(db_.get()) == 0) lose(PQerrorMessage(db_.get()));
    flush(deadline);
    PostgresResult kept;
    while (true) {
        while (PQisBusy(db_.get()) != 0) receive(deadline);
        PostgresResult next{PQgetResult(db_.get())};
        if (!next) break;
        if (!kept || !is_failure(kept.get())) kept = std::move(next);
    }
    if (!kept) lose(PQerrorMessage(db_.get()));
    outage_->end();
    return kept;
}

}  // namespace medskapa::sql
