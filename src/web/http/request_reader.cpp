#include "base/text.hpp"
#include "web/http/connection.hpp"
#include "web/http/request_parser.hpp"

#include <array>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <limits>

namespace medskapa::web::http {
namespace {

namespace beast = boost::beast;
namespace wire = boost::beast::http;

using Parser = wire::request_parser<wire::buffer_body>;

constexpr std::size_t read_at_once = 16 * 1024;

bool is_supported(wire::verb verb) {
    return verb == wire::verb::get || verb == wire::verb::head || verb == wire::verb::post;
}

std::string_view text_of(const beast::flat_buffer& buffer) {
    return {static_cast<const char*>(buffer.data().data()), buffer.size()};
}

template <class Text>
std::string_view view(const Text& text) {
    return {text.data(), text.size()};
}

int refusal_of_body(const error_code& error) {
    if (error == wire::error::body_limit) return 413;
    if (error == wire::error::end_of_stream || error == wire::error::partial_message)
        return ParsedRequest::closed;
    if (error.category() == wire::make_error_code(wire::error::bad_chunk).category()) return 400;
    return error ? ParsedRequest::closed : 0;
}

}  // namespace

struct RequestReader::State {
    TimedConnection& connection;
    Shared& shared;
    const Options& options;
    beast::flat_buffer buffer;
    std::optional<Parser> parser;
    HeldBytes in_memory;
    HeldBytes in_files;
    bool is_first = true;

    State(TimedConnection& c, Shared& s)
        : connection{c},
          shared{s},
          options{s.options},
          buffer{s.options.max_head() + 2 * read_at_once},
          in_memory{s.memory},
          in_files{s.files} {}

    /// Reads until the head's end is in the buffer. 0, a status to refuse with, or closed.
    asio::awaitable<int> read_head() {
        bool begun = buffer.size() > 0;
        const auto budget = shared.budget_of(connection.peer);
        connection.expires_after(is_first || begun ? options.header_timeout : options.idle_timeout);
        is_first = false;
        for (;;) {
            shared.table.enter(connection.key, begun ? Phase::receiving : Phase::idle);
            const auto text = text_of(buffer);
            if (const auto refusal = head_refusal(text, options); refusal != 0) co_return refusal;
            if (text.find("\r\n\r\n") != text.npos) co_return 0;
            if (!in_memory.hold(budget, buffer.size())) co_return 503;
            error_code error;
            const auto read =
                co_await connection.socket.async_read_some(buffer.prepare(4096), quietly(error));
            if (connection.is_late() && begun) co_return 408;
            if (error) co_return ParsedRequest::closed;
            buffer.commit(read);
            if (!begun) connection.expires_after(options.header_timeout);
            begun = true;
        }
    }

    int parse_wired() {
        parser.emplace();
        parser->header_limit(static_cast<std::uint32_t>(options.max_head()));
        parser->body_limit(std::numeric_limits<std::uint64_t>::max());
        parser->eager(false);
        error_code error;
        const auto used = parser->put(buffer.data(), error);
        if (error == wire::error::need_more) error = {};
        if (error == wire::error::header_limit) return 431;
        if (error || !parser->is_header_done()) return 400;
        buffer.consume(used);
        const auto& head = parser->get();
        if (head.version() != 11 && head.version() != 10) return 505;
        if (head.method() == wire::verb::unknown) return 501;
        if (!is_supported(head.method())) return 405;
        return is_our_host(view(head[wire::field::host]), options) ? 0 : 400;
    }

    ParsedRequest parsed() const {
        const auto& wired = parser->get();
        WireRequest plain;
        plain.method = wired.method() == wire::verb::post ? Method::post : Method::get;
        plain.target = view(wired.target());
        for (const auto& field : wired)
            plain.headers[text::lower(view(field.name_string()))] = view(field.value());
        plain.peer = connection.peer;
        auto request = parse_head(std::move(plain), options);
        if (!request) return {{}, 400};
        const auto length = parser->content_length();
        return {*std::move(request), 0, wired.keep_alive(), wired.method() == wire::verb::head,
            wired.version() == 11, !parser->is_done(),
            length ? static_cast<std::size_t>(*length) : std::numeric_limits<std::size_t>::max()};
    }

    asio::awaitable<error_code> go_on() {
        error_code error;
        static constexpr std::string_view text = "HTTP/1.1 100 Continue\r\n\r\n";
        if (beast::iequals(parser->get()[wire::field::expect], "100-continue"))
            co_await asio::async_write(connection.socket, asio::buffer(text), quietly(error));
        co_return error;
    }

    asio::awaitable<int> read_body(const std::string& budget, std::size_t most, Body& body) {
        connection.expires_after(options.body_timeout);
        parser->eager(true);
        if (co_await go_on()) co_return ParsedRequest::closed;
        std::array<char, read_at_once> part;
        while (!parser->is_done()) {
            auto& room = parser->get().body();
            room.data = part.data();
            room.size = part.size();
            room.more = true;
            error_code error;
            co_await wire::async_read(connection.socket, buffer, *parser, quietly(error));
            if (connection.is_late()) co_return 408;
            if (error == wire::error::need_buffer) error = {};
            if (const auto refusal = refusal_of_body(error); refusal != 0) co_return refusal;
            const auto came = part.size() - room.size;
            if (came > most - body.size()) co_return 413;
            if (!body.append({part.data(), came})) co_return 507;
            if (!held(budget, body)) co_return 503;
        }
        co_return 0;
    }

    bool held(const std::string& budget, const Body& body) {
        const auto in_heap = body.is_in_file() ? 0 : body.size();
        return in_files.hold(budget, body.cost_in_files()) && in_memory.hold(budget, buffer.size() + in_heap);
    }
};

RequestReader::RequestReader(TimedConnection& connection, Shared& shared)
    : state_{std::make_unique<State>(connection, shared)} {}

RequestReader::~RequestReader() = default;

asio::awaitable<ParsedRequest> RequestReader::head() {
    auto refusal = co_await state_->read_head();
    if (refusal == 0) refusal = state_->parse_wired();
    if (refusal != 0) co_return ParsedRequest{{}, refusal};
    co_return state_->parsed();
}

asio::awaitable<int> RequestReader::body(const std::string& budget, std::size_t most, Body& body) {
    return state_->read_body(budget, most, body);
}

void RequestReader::forget_body() {
    state_->in_files.release();
    (void)state_->in_memory.hold("", 0);
}

}  // namespace medskapa::web::http
