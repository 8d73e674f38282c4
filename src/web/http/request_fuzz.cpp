#include "base/text.hpp"
#include "web/http/request_parser.hpp"

#include "support/fuzz.hpp"

using namespace medskapa;
using namespace medskapa::web::http;

/// Lines of target, content type, X-Forwarded-For and X-Forwarded-Proto, then the body, from a proxy that is
/// trusted.
void try_input(std::string_view bytes) {
    WireRequest wired;
    wired.method = Method::post;
    wired.peer = "10.0.0.1";
    const auto line = [&] {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        const auto text = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        return text;
    };
    wired.target = line();
    for (const auto* name : {"content-type", "x-forwarded-for", "x-forwarded-proto"})
        wired.headers[name] = line();
    Options options;
    options.trusted_proxies = {"10.0.0.1", "10.0.0.2"};
    options.max_fields = 50;
    wired.method = Method::post;
    auto request = parse_head(wired, options);
    if (!request || !parse_body(*request, bytes, options)) return;
    must(!request->remote_address.empty());
    must(request->path.starts_with('/'));
    must(request->form.size() + request->uploads.size() <= options.max_fields);
    must(request->body.size() <= bytes.size());
}
