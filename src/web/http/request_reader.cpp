#include "base/text.hpp"
#include "web/http/connection.hpp"
#include "web/http/request_parser.hpp"

#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace medskapa::web::http {
namespace {

namespace beast = boost::beast;
namespace wire = boost::beast::http;

using Parser = wire::request_parser<wire::string_body>;

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

}  // namespace

struct RequestReader::State {
    TimedConnection& connection;
    const Options& options;
    IdleSockets& idle;
    beast::flat_buffer buffer;
    bool is_first = true;

    State(TimedConnection& c, const Options& o, IdleSockets& i)
        : connection{c}, options{o}, idle{i}, buffer{o.max_head() + o.max_any_body()} {}

    /// Reads until the head's end is in the buffer. 0, a status to refuse with, or closed.
    asio::awaitable<int> read_head() {
        bool begun = buffer.size() > 0;
        connection.expires_after(is_first || begun ? options.header_timeout : options.idle_timeout);
        is_first = false;
        for (;;) {
            const auto text = text_of(buffer);
            if (const auto refusal = head_refusal(text, options); refusal != 0) co_return refusal;
            if (text.find("\r\n\r\n") != text.npos) co_return 0;
            error_code error;
            if (!begun) idle.insert(&connection.socket);
            const auto read =
                co_await connection.socket.async_read_some(buffer.prepare(4096), quietly(error));
            idle.erase(&connection.socket);
            if (connection.is_late() && begun) co_return 408;
            if (error) co_return ParsedRequest::closed;
            buffer.commit(read);
            if (!begun) connection.expires_after(options.header_timeout);
            begun = true;
        }
    }

    int parse_head(Parser& parser) {
        error_code error;
        parser.eager(false);
        const auto used = parser.put(buffer.data(), error);
        if (error == wire::error::need_more) error = {};
        if (error == wire::error::body_limit) return 413;
        if (error == wire::error::header_limit) return 431;
        if (error || !parser.is_header_done()) return 400;
        buffer.consume(used);
        const auto& head = parser.get();
        if (head.version() != 11 && head.version() != 10) return 505;
        if (head.method() == wire::verb::unknown) return 501;
        if (!is_supported(head.method())) return 405;
        if (!is_our_host(view(head[wire::field::host]), options)) return 400;
        const bool is_upload = head[wire::field::content_type].starts_with("multipart/");
        const auto most = is_upload ? options.max_upload : options.max_body;
        parser.body_limit(most);
        return parser.content_length() && *parser.content_length() > most ? 413 : 0;
    }

    asio::awaitable<int> read_body(Parser& parser) {
        if (parser.is_done()) co_return 0;
        connection.expires_after(options.body_timeout);
        error_code error;
        if (beast::iequals(parser.get()[wire::field::expect], "100-continue")) {
            static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await asio::async_write(connection.socket, asio::buffer(go_on), quietly(error));
            if (error) co_return ParsedRequest::closed;
        }
        parser.eager(true);
        co_await wire::async_read(connection.socket, buffer, parser, quietly(error));
        if (connection.is_late()) co_return 408;
        if (error == wire::error::body_limit) co_return 413;
        if (error == wire::error::end_of_stream || error == wire::error::partial_message)
            co_return ParsedRequest::closed;
        if (error.category() == wire::make_error_code(wire::error::bad_chunk).category()) co_return 400;
        co_return error ? ParsedRequest::closed : 0;
    }

    ParsedRequest parsed(const Parser::value_type& wired) const {
        WireRequest plain;
        plain.method = wired.method() == wire::verb::post ? Method::post : Method::get;
        plain.target = view(wired.target());
        for (const auto& field : wired)
            plain.headers[text::lower(view(field.name_string()))] = view(field.value());
        plain.body = wired.body();
        error_code error;
        const auto peer = connection.socket.remote_endpoint(error);
        if (!error) plain.peer = peer.address().to_string();
        auto request = parse_request(std::move(plain), options);
        if (!request) return {{}, 400};
        return {*std::move(request), 0, wired.keep_alive(), wired.method() == wire::verb::head,
            wired.version() == 11};
    }
};

RequestReader::RequestReader(TimedConnection& connection, const Options& options, IdleSockets& idle)
    : state_{std::make_unique<State>(connection, options, idle)} {}

RequestReader::~RequestReader() = default;

asio::awaitable<ParsedRequest> RequestReader::next() {
    auto refusal = co_await state_->read_head();
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(state_->options.max_head()));
    parser.body_limit(state_->options.max_any_body());
    if (refusal == 0) refusal = state_->parse_head(parser);
    if (refusal == 0) refusal = co_await state_->read_body(parser);
    if (refusal != 0) co_return ParsedRequest{{}, refusal};
    co_return state_->parsed(parser.get());
}

}  // namespace medskapa::web::http
