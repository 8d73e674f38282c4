#pragma once

// Only the server's own sources include this: Asio is slow to compile.
#include "web/http/message.hpp"
#include "web/http/options.hpp"

#include <boost/asio.hpp>
#include <memory>
#include <set>

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
    explicit TimedConnection(tcp::socket connected)
        : socket{std::move(connected)}, timer_{socket.get_executor()} {}

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

private:
    asio::steady_timer timer_;
    std::uint64_t turn_ = 0;
    bool is_late_ = false;
};

/// Sockets on which no request has begun; touched only on the server's own thread.
using IdleSockets = std::set<tcp::socket*>;

/// One request, or why there is none.
struct ParsedRequest {
    static constexpr int closed = -1;  // there is nobody to answer

    Request request;
    int refusal = 0;  // the status to refuse it with, or closed
    bool keep = false;
    bool is_head = false;
    bool takes_chunks = false;
};

/// Reads one request after another from a connection. Boost.Beast stays inside request_reader.cpp.
class RequestReader {
public:
    RequestReader(TimedConnection&, const Options&, IdleSockets&);
    ~RequestReader();
    RequestReader(const RequestReader&) = delete;
    RequestReader& operator=(const RequestReader&) = delete;

    asio::awaitable<ParsedRequest> next();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace medskapa::web::http
