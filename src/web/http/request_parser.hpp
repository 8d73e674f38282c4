#pragma once

#include "web/http/message.hpp"
#include "web/http/options.hpp"

/// What the server decides about a request before any handler sees it. None of it knows Boost or sockets.
namespace medskapa::web::http {

/// The status to refuse with what has come of a head so far, 0 when there is nothing to refuse: its end
/// ("\r\n\r\n") has come, or may come yet.
int head_refusal(std::string_view received, const Options&);

/// Whether a Host names us: the address listened on, this machine, or one of `hosts`; with or without a port.
bool is_our_host(std::string_view host, const Options&);

/// The head of a request as it was sent: its line and its header fields.
struct WireRequest {
    Method method = Method::get;
    std::string_view target;
    std::map<std::string, std::string, std::less<>> headers;  // lower-case names
    std::string peer;                                         // the address that the connection comes from
};

/// The request for the handlers, without its body; nothing when its target or the fields of its query are
/// malformed or too many (400). Who visits, and whether by https, is what a trusted proxy says.
std::optional<Request> parse_head(WireRequest, const Options&);

/// Puts the body in the request: a form's fields and files, or the bytes. False when it is malformed or has
/// too many parts (400).
bool parse_body(Request&, std::string_view body, const Options&);

}  // namespace medskapa::web::http
