#include "web/http/server.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "web/http/head.hpp"
#include "web/http/target.hpp"
#include "web/http/workers.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <iostream>
#include <set>
#include <utility>

namespace medskapa::web::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace wire = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

/// Completions hand the error over instead of throwing it.
auto quietly(error_code& error) {
    return asio::redirect_error(asio::use_awaitable, error);
}

using WireRequest = wire::request<wire::string_body>;

/// What a connection's coroutine waits for while a worker answers.
struct Exchange {
    explicit Exchange(const asio::any_io_executor& executor) : done{executor} {}
    asio::steady_timer done;
    Request request;
    Response response;
};

/// A connection with a deadline. When it passes, what is waited for ends with an error, but the connection
/// can still be answered on (Beast's own stream would close it).
class TimedConnection : public std::enable_shared_from_this<TimedConnection> {
public:
    explicit TimedConnection(tcp::socket connected)
        : socket{std::move(connected)}, timer_{socket.get_executor()} {}

    void expires_after(std::chrono::milliseconds time) {
        is_late_ = false;
        timer_.expires_after(time);
        timer_.async_wait([line = weak_from_this(), turn = ++turn_](error_code error) {
            const auto alive = line.lock();
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

/// How an answer goes out.
struct Form {
    bool keep = false;
    bool is_head = false;
    bool secure = false;
    bool takes_chunks = false;
};

/// Either a request for the handlers, or the status to refuse it with.
struct ParsedRequest {
    Request request;
    int refusal = 0;
};

}  // namespace

struct Server::State {
    Options options;
    StatusPage status_page;
    asio::io_context io{1};
    tcp::acceptor acceptor{io};
    Workers workers;
    std::atomic<bool> stopping{false};
    std::set<tcp::socket*> idle;  // between requests; touched only on the io thread
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
        const auto line = std::make_shared<TimedConnection>(std::move(socket));
        co_await refuse_with(*line, 503, hex(random_bytes(6)));
    }

    /// One connection, request after request.
    asio::awaitable<void> serve_connection(tcp::socket socket) {
        const auto line = std::make_shared<TimedConnection>(std::move(socket));
        beast::flat_buffer buffer{
            options.max_header + options.max_target + std::max(options.max_body, options.max_upload)};
        bool keep = true;
        bool first = true;
        while (keep && !stopping) {
            keep = co_await exchange(*line, buffer, first);
            first = false;
        }
        error_code ignored;
        line->socket.shutdown(tcp::socket::shutdown_send, ignored);
        --connections;
        if (stopping && connections == 0) drained.cancel();
    }

    asio::awaitable<bool> exchange(TimedConnection& line, beast::flat_buffer& buffer, bool first) {
        int refusal = co_await read_head(line, buffer, first);
        if (refusal < 0) co_return false;

        wire::request_parser<wire::string_body> parser;
        parser.header_limit(static_cast<std::uint32_t>(options.max_header + options.max_target));
        parser.body_limit(std::max(options.max_body, options.max_upload));
        if (refusal == 0) refusal = parse_head(parser, buffer);
        if (refusal == 0) refusal = co_await read_body(line, buffer, parser);
        if (refusal < 0) co_return false;

        const auto id = hex(random_bytes(6));
        if (refusal != 0) co_return co_await refuse_with(line, refusal, id);

        const bool keep = parser.get().keep_alive() && !stopping;
        const bool is_head = parser.get().method() == wire::verb::head;
        const bool takes_chunks = parser.get().version() == 11;
        auto understood = parse(parser.release(), line, id);
        if (understood.refusal != 0) co_return co_await refuse_with(line, understood.refusal, id);
        const auto job = std::make_shared<Exchange>(line.socket.get_executor());
        job->request = std::move(understood.request);
        if (!dispatch(job)) co_return co_await refuse_with(line, 503, id);
        error_code error;
        co_await job->done.async_wait(quietly(error));
        const Form form{keep, is_head, job->request.secure, takes_chunks};
        if (job->response.rest) co_return co_await send_parts(line, job, form);
        co_return co_await send(line, job->response, form);
    }

    /// Reads until the head's end is in the buffer. 0, a status to refuse with, or -1 to close without a
    /// word.
    asio::awaitable<int> read_head(TimedConnection& line, beast::flat_buffer& buffer, bool first) {
        const auto limit = options.max_header + options.max_target;
        line.expires_after(first || buffer.size() > 0 ? options.header_timeout : options.idle_timeout);
        bool begun = buffer.size() > 0;
        for (;;) {
            const auto text = text_of(buffer);
            if (const auto refusal = check_head(text, limit); refusal != 0) co_return refusal;
            if (text.find("\r\n\r\n") != text.npos) co_return 0;
            error_code error;
            if (!begun) idle.insert(&line.socket);
            const auto read = co_await line.socket.async_read_some(buffer.prepare(4096), quietly(error));
            idle.erase(&line.socket);
            if (line.is_late() && begun) co_return 408;
            if (error) co_return -1;
            buffer.commit(read);
            if (!begun) line.expires_after(options.header_timeout);
            begun = true;
        }
    }

    static std::string_view text_of(const beast::flat_buffer& buffer) {
        return {static_cast<const char*>(buffer.data().data()), buffer.size()};
    }

    int check_head(std::string_view text, std::size_t limit) const {
        const auto line_end = text.find('\n');
        if (line_end == text.npos && text.size() > options.max_target) return 414;
        if (line_end != text.npos && line_end > options.max_target) return 414;
        const auto end = text.find("\r\n\r\n");
        if (end == text.npos && text.find("\n\n") != text.npos) return 400;
        if (end == text.npos) return text.size() > limit ? 431 : 0;
        if (end > limit) return 431;
        return is_unambiguous(text.substr(0, end + 4)) ? 0 : 400;
    }

    int parse_head(wire::request_parser<wire::string_body>& parser, beast::flat_buffer& buffer) const {
        error_code error;
        parser.eager(false);
        const auto used = parser.put(buffer.data(), error);
        if (error == wire::error::need_more) error = {};
        if (error == wire::error::body_limit) return 413;
        if (error == wire::error::header_limit) return 431;
        if (error || !parser.is_header_done()) return 400;
        buffer.consume(used);
        const auto& request = parser.get();
        if (request.version() != 11 && request.version() != 10) return 505;
        if (request.method() == wire::verb::unknown) return 501;
        if (!is_supported(request.method())) return 405;
        const auto host = request[wire::field::host];
        if (!is_ours({host.data(), host.size()})) return 400;
        const auto type = request[wire::field::content_type];
        const auto most = type.starts_with("multipart/") ? options.max_upload : options.max_body;
        parser.body_limit(most);
        if (parser.content_length() && *parser.content_length() > most) return 413;
        return 0;
    }

    static bool is_supported(wire::verb verb) {
        return verb == wire::verb::get || verb == wire::verb::head || verb == wire::verb::post;
    }

    bool is_ours(std::string_view host) const {
        const auto name = text::host_without_port(host);
        if (name == options.address || name == "localhost" || name == "127.0.0.1" || name == "[::1]")
            return true;
        return std::find(options.hosts.begin(), options.hosts.end(), name) != options.hosts.end();
    }

    asio::awaitable<int> read_body(
        TimedConnection& line, beast::flat_buffer& buffer, wire::request_parser<wire::string_body>& parser) {
        if (parser.is_done()) co_return 0;
        line.expires_after(options.body_timeout);
        error_code error;
        if (beast::iequals(parser.get()[wire::field::expect], "100-continue")) {
            static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await asio::async_write(line.socket, asio::buffer(go_on), quietly(error));
            if (error) co_return -1;
        }
        parser.eager(true);
        co_await wire::async_read(line.socket, buffer, parser, quietly(error));
        if (line.is_late()) co_return 408;
        if (error == wire::error::body_limit) co_return 413;
        if (error == wire::error::end_of_stream || error == wire::error::partial_message) co_return -1;
        if (error.category() == wire::make_error_code(wire::error::bad_chunk).category()) co_return 400;
        co_return error ? -1 : 0;
    }

    ParsedRequest parse(WireRequest wired, TimedConnection& line, const std::string& id) const {
        ParsedRequest out;
        auto& request = out.request;
        const std::string_view target{wired.target().data(), wired.target().size()};
        auto path = path_of(target);
        auto query = fields_of(query_of(target), options.max_fields);
        if (!path || !query) return {{}, 400};
        request.method = wired.method() == wire::verb::post ? Method::post : Method::get;
        request.path = *std::move(path);
        request.query_text = std::string{query_of(target)};
        request.query = *std::move(query);
        for (const auto& field : wired)
            request.headers[text::lower({field.name_string().data(), field.name_string().size()})] =
                std::string{field.value().data(), field.value().size()};
        if (request.method == Method::post && !read_form(request, wired.body())) return {{}, 400};
        request.id = id;
        error_code error;
        const auto peer = line.socket.remote_endpoint(error);
        request.remote_address = error ? std::string{} : peer.address().to_string();
        believe_proxy(request);
        return out;
    }

    bool read_form(Request& request, const std::string& body) const {
        const auto type = request.header("content-type");
        if (type.starts_with("application/x-www-form-urlencoded")) {
            auto fields = fields_of(body, options.max_fields);
            if (!fields) return false;
            request.form = *std::move(fields);
        } else if (type.starts_with("multipart/form-data")) {
            auto parts = multipart_of(body, type, options.max_fields);
            if (!parts) return false;
            request.form = std::move(parts->form);
            request.uploads = std::move(parts->uploads);
        } else {
            request.body = body;
        }
        return true;
    }

    void believe_proxy(Request& request) const {
        const auto is_trusted = [&](const std::string& address) {
            const auto& trusted = options.trusted_proxies;
            return std::find(trusted.begin(), trusted.end(), address) != trusted.end();
        };
        if (!is_trusted(request.remote_address)) return;
        request.secure = request.header("x-forwarded-proto") == "https";
        const auto way = text::split(request.header("x-forwarded-for"), ',');
        for (auto hop = way.rbegin(); hop != way.rend(); ++hop) {
            const auto address = text::trimmed(*hop);
            if (address.empty()) break;
            request.remote_address = address;
            if (!is_trusted(address)) break;
        }
    }

    bool dispatch(const std::shared_ptr<Exchange>& job) {
        job->done.expires_at(asio::steady_timer::time_point::max());
        return workers.take([this, job](const Handler& handler) {
            job->response = answer(handler, job->request);
            asio::post(job->done.get_executor(), [job] { job->done.cancel(); });
        });
    }

    Response answer(const Handler& handler, const Request& request) const {
        try {
            return checked(handler(request), request.id);
        } catch (const std::exception& error) {
            std::cerr << "request " << request.id << ": " << error.what() << '\n';
        } catch (...) {
            std::cerr << "request " << request.id << ": unknown error\n";
        }
        return status_page(500, request.id);
    }

    asio::awaitable<bool> refuse_with(TimedConnection& line, int status, const std::string& id) {
        auto page = status_page(status, id);
        if (status == 405) page.headers.emplace_back("Allow", "GET, HEAD, POST");
        if (status == 503) page.headers.emplace_back("Retry-After", "2");
        co_await send(line, page, {});
        co_await linger(line);
        co_return false;
    }

    /// A client that is still sending must get to read our answer before the connection goes.
    asio::awaitable<void> linger(TimedConnection& line) {
        error_code error;
        line.socket.shutdown(tcp::socket::shutdown_send, error);
        line.expires_after(std::min(options.write_timeout, std::chrono::milliseconds{1000}));
        std::array<char, 4096> dropped;
        std::size_t total = 0;
        while (!error && total < options.max_body) {
            total += co_await line.socket.async_read_some(asio::buffer(dropped), quietly(error));
        }
    }

    asio::awaitable<bool> send(TimedConnection& line, const Response& response, Form form) {
        const std::string_view body =
            response.unchanging_body.empty() ? std::string_view{response.body} : response.unchanging_body;
        const auto head = response_head(response, {form.keep, form.secure, body.size()});
        co_return co_await write(line, head, form.is_head ? std::string_view{} : body, {}) && form.keep;
    }

    asio::awaitable<bool> write(
        TimedConnection& line, std::string_view first, std::string_view second, std::string_view third) {
        const std::array buffers{asio::buffer(first), asio::buffer(second), asio::buffer(third)};
        line.expires_after(options.write_timeout);
        error_code error;
        co_await asio::async_write(line.socket, buffers, quietly(error));
        co_return !error;
    }

    /// A body that is made while it is sent. When a part fails the connection is closed before the body's
    /// end, so that the visitor sees that it is not whole.
    asio::awaitable<bool> send_parts(TimedConnection& line, std::shared_ptr<Exchange> job, Form form) {
        const bool keep = form.keep && form.takes_chunks;
        const auto ending = form.takes_chunks ? Ending::at_last_chunk : Ending::at_close;
        const auto head = response_head(job->response, {keep, form.secure, 0, ending});
        if (!co_await write(line, head, {}, {})) co_return false;
        if (form.is_head) co_return keep;
        while (true) {
            if (!co_await send_part(line, job->response.body, form)) co_return false;
            if (!job->response.rest) break;
            job->request = *std::exchange(job->response.rest, {});
            co_await ask(job);
            if (job->response.status != 200) co_return false;
        }
        if (!form.takes_chunks) co_return false;
        co_return co_await write(line, "0\r\n\r\n", {}, {}) && keep;
    }

    asio::awaitable<bool> send_part(TimedConnection& line, const std::string& part, Form form) {
        if (part.empty()) co_return true;
        if (!form.takes_chunks) co_return co_await write(line, part, {}, {});
        const auto size = fmt::format("{:x}\r\n", part.size());
        co_return co_await write(line, size, part, "\r\n");
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

    /// A handler's headers are its own mistake: the visitor gets a page, and the log the reason.
    Response checked(Response response, const std::string& id) const {
        try {
            (void)response_head(response, {});
            return response;
        } catch (const std::logic_error& error) {
            std::cerr << "request " << id << ": " << error.what() << '\n';
            return status_page(500, id);
        }
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
