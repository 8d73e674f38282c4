#include "web/http/request_parser.hpp"

#include "base/text.hpp"
#include "web/http/head.hpp"
#include "web/http/target.hpp"

#include <algorithm>

namespace medskapa::web::http {
namespace {

bool is_one_of(const std::vector<std::string>& known, std::string_view one) {
    return std::find(known.begin(), known.end(), one) != known.end();
}

/// Whom a proxy does not name is not known: never the proxy itself, whose machine may have no limits.
void believe_proxy(Request& request, const Options& options) {
    const auto& trusted = options.trusted_proxies;
    if (!is_one_of(trusted, request.remote_address)) return;
    request.remote_address = "unknown";
    request.secure = request.header("x-forwarded-proto") == "https";
    const auto hops = text::split(request.header("x-forwarded-for"), ',');
    for (auto hop = hops.rbegin(); hop != hops.rend(); ++hop) {
        const auto address = text::trimmed(*hop);
        if (address.empty()) break;
        request.remote_address = address;
        if (!is_one_of(trusted, address)) break;
    }
}

}  // namespace

int head_refusal(std::string_view received, const Options& options) {
    const auto line_end = received.find('\n');
    if (std::min(line_end, received.size()) > options.max_target) return 414;
    const auto end = received.find("\r\n\r\n");
    if (end == received.npos && received.find("\n\n") != received.npos) return 400;
    if (end == received.npos) return received.size() > options.max_head() ? 431 : 0;
    if (end > options.max_head()) return 431;
    return is_unambiguous(received.substr(0, end + 4)) ? 0 : 400;
}

bool is_our_host(std::string_view host, const Options& options) {
    const auto name = text::host_without_port(host);
    if (name == options.address || name == "localhost" || name == "127.0.0.1" || name == "[::1]") return true;
    return is_one_of(options.hosts, name);
}

std::optional<Request> parse_head(WireRequest wired, const Options& options) {
    auto path = path_of(wired.target);
    auto query = fields_of(query_of(wired.target), options.max_fields);
    if (!path || !query) return std::nullopt;
    Request request;
    request.method = wired.method;
    request.path = *std::move(path);
    request.query_text = std::string{query_of(wired.target)};
    request.query = *std::move(query);
    request.headers = std::move(wired.headers);
    request.remote_address = std::move(wired.peer);
    believe_proxy(request, options);
    return request;
}

bool parse_body(Request& request, std::string_view body, const Options& options) {
    if (request.method != Method::post) return true;
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

}  // namespace medskapa::web::http
