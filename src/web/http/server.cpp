#include "web/http/server.hpp"

#include "base/digest.hpp"
#include "web/http/connection.hpp"
#include "web/http/head.hpp"
#include "web/http/workers.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <utility>

namespace medskapa::web::http {
namespace {

/// What a connection's coroutine waits for while a worker answers.
struct Exchange {
    explicit Exchange(const asio::any_io_executor& executor) : done{executor} {}
    asio::steady_timer done;
    Request request;
    Response response;
};

/// How an answer goes out.
struct Form {
    bool keep = false;
    bool is_head = false;
    bool secure = false;
    bool takes_chunks = false;
};

std::string new_request_id() {
    return hex(random_bytes(6));
}

asio::awaitable<bool> write(TimedConnection& connection, std::chrono::milliseconds timeout,
    std::string_view first, std::string_view second = {}, std::string_view third = {}) {
    const std::array buffers{asio::buffer(first), asio::buffer(second), asio::buffer(third)};
    connection.expires_after(timeout);
    error_code error;
    co_await asio::async_write(connection.socket, buffers, quietly(error));
    co_return !error;
}

}  // namespace

struct Server::State {
    Options options;
    StatusPage status_page;
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    Workers workers;
    std::atomic<bool> stopping{false};
    IdleSockets idle;
    std::size_t connections = 0;
    asio::steady_timer drained{io};

    State(Options o, std::function<Handler()> make_handler, StatusPage page)
        : options{std::move(o)},
          status_page{std::move(page)},
          workers{options.workers, options.queue, std::move(make_handler)} {}

    void listen() {
        error_code error;
        const auto address = asio::ip::make_address(options.address, error);
        if (error) throw std::runtime_error{"Not an address to listen on: " + options.address};
        const tcp::endpoint endpoint{address, options.port};
        acceptor.open(endpoint.protocol());
        acceptor.set_option(asio::socket_base::reuse_address{true});
        acceptor.bind(endpoint, error);
        if (error)
            throw std::runtime_error{"Cannot listen on " + options.address + ":" +
                                     std::to_string(options.port) + ": " + error.message() +
                                     ". Choose another with --listen."};
        acceptor.listen(asio::socket_base::max_listen_connections);
    }

    asio::awaitable<void> accept() {
        while (!stopping) {
            tcp::socket socket{io};
            error_code error;
            co_await acceptor.async_accept(socket, quietly(error));
            if (stopping) co_return;
            if (error) {  // no more file descriptors, perhaps: let some be closed
                asio::steady_timer pause{io, std::chrono::milliseconds{50}};
                co_await pause.async_wait(quietly(error));
                continue;
            }
            if (connections >= options.max_connections) {
                asio::co_spawn(io, turn_away(std::move(socket)), asio::detached);
                continue;
            }
            socket.set_option(tcp::no_delay{true}, error);
            ++connections;
            asio::co_spawn(io, serve_connection(std::move(socket)), asio::detached);
        }
    }

    asio::awaitable<void> turn_away(tcp::socket socket) {
        const auto connection = std::make_shared<TimedConnection>(std::move(socket));
        co_await refuse_with(*connection, 503, new_request_id());
    }

    /// One connection, request after request.
    asio::awaitable<void> serve_connection(tcp::socket socket) {
        const auto connection = std::make_shared<TimedConnection>(std::move(socket));
        RequestReader requests{*connection, options, idle};
        bool keep = true;
        while (keep && !stopping) keep = co_await exchange(*connection, requests);
        error_code ignored;
        connection->socket.shutdown(tcp::socket::shutdown_send, ignored);
        --connections;
        if (stopping && connections == 0) drained.cancel();
    }

    asio::awaitable<bool> exchange(TimedConnection& connection, RequestReader& requests) {
        auto parsed = co_await requests.next();
        if (parsed.refusal == ParsedRequest::closed) co_return false;
        const auto id = new_request_id();
        if (parsed.refusal != 0) co_return co_await refuse_with(connection, parsed.refusal, id);

        const auto job = std::make_shared<Exchange>(connection.socket.get_executor());
        job->request = std::move(parsed.request);
        job->request.id = id;
        const bool keep = parsed.keep && !stopping;
        if (!dispatch(job)) co_return co_await refuse_with(connection, 503, id);
        error_code error;
        co_await job->done.async_wait(quietly(error));
        const Form form{keep, parsed.is_head, job->request.secure, parsed.takes_chunks};
        if (job->response.rest) co_return co_await send_parts(connection, job, form);
        co_return co_await send(connection, job->response, form);
    }

    bool dispatch(const std::shared_ptr<Exchange>& job) {
        job->done.expires_at(asio::steady_timer::time_point::max());
        return workers.take([this, job](const Handler& handler) {
            job->response = answer(handler, job->request, status_page);
            asio::post(job->done.get_executor(), [job] { job->done.cancel(); });
        });
    }

    asio::awaitable<bool> refuse_with(TimedConnection& connection, int status, const std::string& id) {
        auto page = status_page(status, id);
        if (status == 405) page.headers.emplace_back("Allow", "GET, HEAD, POST");
        if (status == 503) page.headers.emplace_back("Retry-After", "2");
        co_await send(connection, page, {});
        co_await linger(connection);
        co_return false;
    }

    /// A client that is still sending must get to read our answer before the connection goes.
    asio::awaitable<void> linger(TimedConnection& connection) {
        error_code error;
        connection.socket.shutdown(tcp::socket::shutdown_send, error);
        connection.expires_after(std::min(options.write_timeout, std::chrono::milliseconds{1000}));
        std::array<char, 4096> dropped;
        std::size_t total = 0;
        while (!error && total < options.max_body)
            total += co_await connection.socket.async_read_some(asio::buffer(dropped), quietly(error));
    }

    asio::awaitable<bool> send(TimedConnection& connection, const Response& response, Form form) {
        const std::string_view body =
            response.unchanging_body.empty() ? std::string_view{response.body} : response.unchanging_body;
        const auto head = response_head(response, {form.keep, form.secure, body.size()});
        const auto sent = form.is_head ? std::string_view{} : body;
        co_return co_await write(connection, options.write_timeout, head, sent) && form.keep;
    }

    /// A body that is made while it is sent. When a part fails the connection is closed before the body's
    /// end, so that the visitor sees that it is not whole.
    asio::awaitable<bool> send_parts(TimedConnection& connection, std::shared_ptr<Exchange> job, Form form) {
        const bool keep = form.keep && form.takes_chunks;
        const auto ending = form.takes_chunks ? Ending::at_last_chunk : Ending::at_close;
        const auto head = response_head(job->response, {keep, form.secure, 0, ending});
        if (!co_await write(connection, options.write_timeout, head)) co_return false;
        if (form.is_head) co_return keep;
        while (true) {
            if (!co_await send_part(connection, job->response.body, form)) co_return false;
            if (!job->response.rest) break;
            job->request = *std::exchange(job->response.rest, {});
            co_await ask(job);
            if (job->response.status != 200) co_return false;
        }
        if (!form.takes_chunks) co_return false;
        co_return co_await write(connection, options.write_timeout, "0\r\n\r\n") && keep;
    }

    asio::awaitable<bool> send_part(TimedConnection& connection, const std::string& part, Form form) {
        if (part.empty()) co_return true;
        if (!form.takes_chunks) co_return co_await write(connection, options.write_timeout, part);
        const auto size = fmt::format("{:x}\r\n", part.size());
        co_return co_await write(connection, options.write_timeout, size, part, "\r\n");
    }

    /// Who has begun to read an answer is not turned away, but waits while others fill the queue.
    asio::awaitable<void> ask(std::shared_ptr<Exchange> job) {
        error_code error;
        asio::steady_timer pause{io};
        while (!dispatch(job)) {
            pause.expires_after(std::chrono::milliseconds{100});
            co_await pause.async_wait(quietly(error));
        }
        co_await job->done.async_wait(quietly(error));
    }

    void begin_to_stop() {
        stopping = true;
        error_code ignored;
        acceptor.close(ignored);
        for (auto* socket : idle) socket->cancel(ignored);
        asio::co_spawn(io, drain(), asio::detached);
    }

    asio::awaitable<void> drain() {
        error_code error;
        drained.expires_after(options.drain_timeout);
        if (connections > 0) co_await drained.async_wait(quietly(error));
        io.stop();
    }
};

Server::Server(Options options, std::function<Handler()> make_handler, StatusPage page)
    : state_{std::make_unique<State>(std::move(options), std::move(make_handler), std::move(page))} {
    state_->listen();
}

Server::~Server() = default;

std::uint16_t Server::port() const {
    return state_->acceptor.local_endpoint().port();
}

void Server::run() {
    asio::co_spawn(state_->io, state_->accept(), asio::detached);
    state_->io.run();
}

void Server::stop() {
    asio::post(state_->io, [state = state_.get()] { state->begin_to_stop(); });
}

}  // namespace medskapa::web::http
