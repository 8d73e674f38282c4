#pragma once

// Only the server's own sources include this: Asio is slow to compile.
#include "web/http/connection.hpp"
#include "web/http/workers.hpp"

#include <map>
#include <string>

namespace medskapa::web::http {

/// One request and its answer, which a worker makes while the connection waits.
struct Exchange {
    Exchange(asio::io_context& io, std::string whose) : done{io}, budget{std::move(whose)} {}

    asio::steady_timer done;
    std::string budget;  // whose share of the workers it takes
    Request request;
    Body body;
    Response response;
    bool is_parsed = false;
    bool is_done = false;
};

/// What the workers are asked to do, and for whom: one network may not have them all. For the server's own
/// thread.
class AtWork {
public:
    AtWork(asio::io_context&, Workers&, const Options&, const StatusPage&);

    /// Waits for the answer. 0, or 503: the queue is full, or its network's share of it; or 504: it takes too
    /// long. Then the worker goes on with the exchange, and nobody else may touch it.
    asio::awaitable<int> answer(std::shared_ptr<Exchange>);
    /// The same, but who has begun to read an answer is not turned away, and waits while others fill the
    /// queue.
    asio::awaitable<int> go_on(std::shared_ptr<Exchange>);

    std::uint64_t too_slow() const { return too_slow_; }

private:
    asio::awaitable<int> until_done(std::shared_ptr<Exchange>);
    asio::awaitable<void> pause();
    bool dispatch(const std::shared_ptr<Exchange>&);
    Response made(Exchange&, const Handler&) const;
    void finish(Exchange&, bool is_long);

    asio::io_context& io_;
    Workers& workers_;
    const Options& options_;
    const StatusPage& status_page_;
    std::map<std::string, std::size_t> of_network_;
    std::size_t most_of_network_;
    std::size_t long_ones_ = 0;  // whose body is in a file, and in memory while a worker has it
    std::size_t most_long_ones_;
    std::uint64_t too_slow_ = 0;
};

}  // namespace medskapa::web::http
