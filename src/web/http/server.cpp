#include "web/http/server.hpp"

#include "base/digest.hpp"
#include "web/http/connection.hpp"
#include "web/http/exchange.hpp"
#include "web/http/head.hpp"
#include "web/http/rate_limit.hpp"
#include "web/http/request_parser.hpp"
#include "web/http/workers.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <future>
#include <limits>
#include <unordered_map>
#include <utility>

namespace medskapa::web::http {
namespace {

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

}  // namespace

Shared::Shared(const Options& o)
    : options{o},
      table{o.max_connections, Options::share(o.max_connections)},
      memory{o.max_held, Options::share(o.max_held)},
      files{o.max_in_files, Options::share(o.max_in_files)} {}

std::string Shared::budget_of(const std::string& address) const {
    const auto& proxies = options.trusted_proxies;
    if (std::find(proxies.begin(), proxies.end(), address) != proxies.end()) return {};
    return network_of(address).value_or("");
}

struct Server::State {
    Options options;
    StatusPage status_page;
    BodyRules rules;
    Ready ready;
    Shared shared{options};  // what is left in `io` gives back what it held
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    AtWork at_work;  // until the last worker is done
    Workers workers;
    std::atomic<bool> stopping{false};
    std::unordered_map<ConnectionTable::Key, TimedConnection*> open;
    asio::steady_timer drained{io};
    Gauges counted;

    State(Options o, std::function<Handler()> make_handler, StatusPage page, BodyRules body_rules, Ready kept)
        : options{std::move(o)},
          status_page{std::move(page)},
          rules{std::move(body_rules)},
          ready{std::move(kept)},
          at_work{io, workers, options, status_page},
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
            tcp::endpoint peer;  // known even of who has hung up by now
            error_code error;
            co_await acceptor.async_accept(socket, peer, quietly(error));
            if (stopping) co_return;
            if (error) {  // no more file descriptors, perhaps: let some be closed
                asio::steady_timer pause{io, std::chrono::milliseconds{50}};
                co_await pause.async_wait(quietly(error));
                continue;
            }
            ++counted.accepted;
            seat(std::move(socket), peer.address().to_string());
        }
    }

    /// Finds room for a new connection: its own network's oldest has to go, or the largest network's.
    void seat(tcp::socket socket, std::string address) {
        error_code ignored;
        const auto arrival = shared.table.arrive(shared.budget_of(address));
        if (arrival.to_close) {
            ++counted.closed_to_make_room;
            if (const auto found = open.find(*arrival.to_close); found != open.end())
                found->second->socket.close(ignored);
        }
        if (!arrival.key) return turn_away(socket);
        socket.set_option(tcp::no_delay{true}, ignored);
        const auto connection = std::make_shared<TimedConnection>(std::move(socket), std::move(address));
        connection->key = *arrival.key;
        open[connection->key] = connection.get();
        asio::co_spawn(io, serve_connection(connection), asio::detached);
    }

    /// Who cannot even be waited for is told so at once.
    void turn_away(tcp::socket& socket) {
        ++counted.turned_away;
        auto page = status_page(503, new_request_id());
        page.headers.emplace_back("Retry-After", "2");
        const auto answer = response_head(page, {false, false, page.body.size()}) + page.body;
        error_code ignored;
        socket.non_blocking(true, ignored);
        std::array<char, 4096> dropped;
        socket.read_some(asio::buffer(dropped), ignored);
        socket.write_some(asio::buffer(answer), ignored);
        socket.shutdown(tcp::socket::shutdown_send, ignored);
    }

    /// One connection, request after request.
    asio::awaitable<void> serve_connection(std::shared_ptr<TimedConnection> connection) {
        RequestReader requests{*connection, shared};
        bool keep = true;
        while (keep && !stopping) keep = co_await exchange(*connection, requests);
        error_code ignored;
        connection->socket.shutdown(tcp::socket::shutdown_send, ignored);
        shared.table.leave(connection->key);
        open.erase(connection->key);
        if (stopping && open.empty()) drained.cancel();
    }

    asio::awaitable<bool> exchange(TimedConnection& connection, RequestReader& requests) {
        auto parsed = co_await requests.head();
        if (parsed.refusal == ParsedRequest::closed) co_return false;
        if (const auto page = ready_for(parsed)) co_return co_await send_ready(connection, *page, parsed);
        const auto job = std::make_shared<Exchange>(io, shared.budget_of(parsed.request.remote_address));
        job->request = std::move(parsed.request);
        job->request.id = new_request_id();
        auto refusal = parsed.refusal;
        if (refusal == 0 && parsed.has_body) refusal = co_await receive(connection, requests, parsed, job);
        if (refusal == ParsedRequest::closed) co_return false;
        const bool is_whole = job->request.stage != Request::Stage::head;
        if (refusal == 0 && is_whole) {
            shared.table.enter(connection.key, Phase::answering);
            refusal = co_await at_work.answer(job);
            requests.forget_body();
        }
        if (refusal != 0) co_return co_await refuse_with(connection, refusal, job->request.id);
        HeldBytes held{shared.memory};
        if (!held.hold(job->budget, job->response.body.size()))
            co_return co_await refuse_with(connection, 503, job->request.id);
        const Form form{
            parsed.keep && !stopping && is_whole, parsed.is_head, job->request.secure, parsed.takes_chunks};
        if (job->response.rest) co_return co_await send_parts(connection, job, form);
        const bool keep = co_await send(connection, job->response, form);
        if (!is_whole) co_await linger(connection);
        co_return keep;
    }

    std::shared_ptr<const Response> ready_for(const ParsedRequest& parsed) const {
        if (!ready || parsed.refusal != 0 || parsed.has_body) return {};
        return ready(parsed.request);
    }

    /// Who takes it slowly holds it, though it is taken from the kept pages meanwhile.
    asio::awaitable<bool> send_ready(
        TimedConnection& connection, const Response& page, const ParsedRequest& parsed) {
        HeldBytes held{shared.memory};
        if (!held.hold(shared.budget_of(parsed.request.remote_address), page.body.size()))
            co_return co_await refuse_with(connection, 503, new_request_id());
        const Form form{parsed.keep && !stopping, parsed.is_head, parsed.request.secure, parsed.takes_chunks};
        co_return co_await send(connection, page, form);
    }

    /// The body, when there is something at the address, and, if it is long, whoever sends it may. Leaves the
    /// stage `head` when the answer is there already.
    asio::awaitable<int> receive(TimedConnection& connection, RequestReader& requests,
        const ParsedRequest& parsed, std::shared_ptr<Exchange> job) {
        const auto rule = rule_of(job->request);
        if (rule.refusal != 0) co_return rule.refusal;
        constexpr auto unknown = std::numeric_limits<std::size_t>::max();
        if (parsed.length != unknown && parsed.length > rule.most) co_return 413;
        if (rules && std::min(parsed.length, rule.most) > Body::most_in_memory) {
            job->request.stage = Request::Stage::head;
            shared.table.enter(connection.key, Phase::answering);
            const auto refusal = co_await at_work.answer(job);
            if (refusal != 0) co_return refusal;
            if (job->response.status != 100) co_return 0;
            job->request.stage = Request::Stage::let_in;
        }
        shared.table.enter(connection.key, Phase::receiving);
        co_return co_await requests.body(job->budget, rule.most, job->body);
    }

    BodyRule rule_of(const Request& head) const {
        if (head.method == Method::get) return {0, 0};
        if (rules) return rules(head);
        const bool is_upload = head.header("content-type").starts_with("multipart/");
        return {0, is_upload ? options.max_upload : options.max_body};
    }

    asio::awaitable<bool> refuse_with(TimedConnection& connection, int status, const std::string& id) {
        ++counted.refused[status];
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
        while (!error && total < options.max_any_body())
            total += co_await connection.socket.async_read_some(asio::buffer(dropped), quietly(error));
    }

    asio::awaitable<bool> write(TimedConnection& connection, std::string_view first,
        std::string_view second = {}, std::string_view third = {}) {
        const std::array buffers{asio::buffer(first), asio::buffer(second), asio::buffer(third)};
        shared.table.enter(connection.key, Phase::sending);
        connection.expires_after(options.write_timeout);
        error_code error;
        co_await asio::async_write(connection.socket, buffers, quietly(error));
        co_return !error;
    }

    asio::awaitable<bool> send(TimedConnection& connection, const Response& response, Form form) {
        const std::string_view body =
            response.unchanging_body.empty() ? std::string_view{response.body} : response.unchanging_body;
        const auto head = response_head(response, {form.keep, form.secure, body.size()});
        const auto sent = form.is_head ? std::string_view{} : body;
        co_return co_await write(connection, head, sent) && form.keep;
    }

    /// A body that is made while it is sent. When a part fails the connection is closed before the body's
    /// end, so that the visitor sees that it is not whole.
    asio::awaitable<bool> send_parts(TimedConnection& connection, std::shared_ptr<Exchange> job, Form form) {
        const bool keep = form.keep && form.takes_chunks;
        const auto ending = form.takes_chunks ? Ending::at_last_chunk : Ending::at_close;
        const auto head = response_head(job->response, {keep, form.secure, 0, ending});
        if (!co_await write(connection, head)) co_return false;
        if (form.is_head) co_return keep;
        while (true) {
            if (!co_await send_part(connection, job->response.body, form)) co_return false;
            if (!job->response.rest) break;
            job->request = *std::exchange(job->response.rest, {});
            // A part is no answer of its own: packed, or not sent because it is known, it would break the
            // whole.
            for (const auto* name : {"accept-encoding", "if-none-match"}) job->request.headers.erase(name);
            shared.table.enter(connection.key, Phase::answering);
            if (co_await at_work.go_on(job) != 0 || job->response.status != 200) co_return false;
        }
        if (!form.takes_chunks) co_return false;
        co_return co_await write(connection, "0\r\n\r\n") && keep;
    }

    asio::awaitable<bool> send_part(TimedConnection& connection, const std::string& part, Form form) {
        if (part.empty()) co_return true;
        if (!form.takes_chunks) co_return co_await write(connection, part);
        const auto size = fmt::format("{:x}\r\n", part.size());
        co_return co_await write(connection, size, part, "\r\n");
    }

    void begin_to_stop() {
        stopping = true;
        error_code ignored;
        acceptor.close(ignored);
        for (const auto& [key, connection] : open)
            if (shared.table.is_idle(key)) connection->socket.cancel(ignored);
        asio::co_spawn(io, drain(), asio::detached);
    }

    asio::awaitable<void> drain() {
        error_code error;
        drained.expires_after(options.drain_timeout);
        if (!open.empty()) co_await drained.async_wait(quietly(error));
        io.stop();
    }

    Gauges gauges() const {
        auto now = counted;
        now.connections = shared.table.size();
        now.idle_connections = shared.table.in(Phase::idle);
        now.most_connections = options.max_connections;
        now.bytes_held = shared.memory.taken();
        now.bytes_in_files = shared.files.taken();
        now.requests_waiting = workers.waiting();
        now.workers = workers.threads();
        now.workers_busy = workers.busy();
        now.time_at_work = workers.time_at_work();
        now.too_slow = at_work.too_slow();
        return now;
    }
};

Server::Server(
    Options options, std::function<Handler()> make_handler, StatusPage page, BodyRules rules, Ready ready)
    : state_{std::make_unique<State>(
          std::move(options), std::move(make_handler), std::move(page), std::move(rules), std::move(ready))} {
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

std::optional<Gauges> Server::gauges() const {
    const auto asked = std::make_shared<std::promise<Gauges>>();
    auto answer = asked->get_future();
    asio::post(state_->io, [state = state_.get(), asked] { asked->set_value(state->gauges()); });
    if (answer.wait_for(std::chrono::seconds{1}) != std::future_status::ready) return std::nullopt;
    return answer.get();
}

}  // namespace medskapa::web::http
