#pragma once

// Only the server's own sources include this: Asio is slow to compile.
#include "web/http/body.hpp"
#include "web/http/byte_budget.hpp"
#include "web/http/connection_table.hpp"
#include "web/http/message.hpp"
#include "web/http/options.hpp"

#include <boost/asio.hpp>
#include <memory>

namespace medskapa::web::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

/// Completions give the error instead of throwing it.
inline auto quietly(error_code& error) {
    return asio::redirect_error(asio::use_awaitable, error);
}

/// A connection with a deadline. When it passes, what is waited for ends with an error, but the connection
/// can still be answered on (Beast's own stream would close it).
class TimedConnection : public std::enable_shared_from_this<TimedConnection> {
public:
    TimedConnection(tcp::socket connected, std::string peer_address)
        : socket{std::move(connected)}, peer{std::move(peer_address)}, timer_{socket.get_executor()} {}

    void expires_after(std::chrono::milliseconds time) {
        is_late_ = false;
        timer_.expires_after(time);
        timer_.async_wait([connection = weak_from_this(), turn = ++turn_](error_code error) {
            const auto alive = connection.lock();
            if (error || !alive || alive->turn_ != turn) return;
            alive->is_late_ = true;
            error_code ignored;
            alive->socket.cancel(ignored);
        });
    }
    bool is_late() const { return is_late_; }

    tcp::socket socket;
    const std::string peer;  // the address that it came from, as it was when it was accepted
    ConnectionTable::Key key = 0;

private:
    asio::steady_timer timer_;
    std::uint64_t turn_ = 0;
    bool is_late_ = false;
};

/// What all connections share; touched only on the server's own thread.
struct Shared {
    const Options& options;
    ConnectionTable table;
    ByteBudget memory;  // heads, bodies and answers
    ByteBudget files;   // bodies in temporary files

    explicit Shared(const Options&);
    /// Whose budget an address spends: "" for the machine itself and its proxies.
    std::string budget_of(const std::string& address) const;
};

/// The head of one request, or why there is none.
struct ParsedRequest {
    static constexpr int closed = -1;  // there is nobody to answer

    Request request;
    int refusal = 0;  // the status to refuse it with, or closed
    bool keep = false;
    bool is_head = false;
    bool takes_chunks = false;
    bool has_body = false;
    std::size_t length = 0;  // of the body; the largest number when only its end will tell
};

/// Reads one request after another from a connection. Boost.Beast stays inside request_reader.cpp.
class RequestReader {
public:
    RequestReader(TimedConnection&, Shared&);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    /// The next request without what its body holds.
    asio::awaitable<ParsedRequest> head();
    /// The body of that request, at most so long. 0, or a status to refuse it with, or closed.
    asio::awaitable<int> body(const std::string& budget, std::size_t most, Body&);
    /// The body is gone: what it held is there for others.
    void forget_body();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace medskapa::web::http
