#pragma once

#include "web/http/message.hpp"

#include <string>
#include <string_view>

namespace medskapa::web::http {

/// Whether a request's head is written in the one way that every proxy reads alike: lines end in CR LF, no
/// folded lines, no blank before a colon, one Content-Length at most, a number, and none next to
/// Transfer-Encoding, which says "chunked", alone, and not of HTTP/1.0; neither with an underscore for its
/// hyphen (RFC 9112; request smuggling). `head` ends with the blank line.
bool is_unambiguous(std::string_view head);

/// How the visitor knows where a body ends.
enum class Ending { at_length, at_last_chunk, at_close };

/// What goes with an answer's head besides the response itself.
struct Sending {
    bool keep = false;     // the connection stays open
    bool secure = false;   // the visitor came by https
    std::size_t size = 0;  // of a body that ends at its length
    Ending ending = Ending::at_length;
};

/// The answer's head, to its blank line. Throws std::logic_error when a header of the response holds a line
/// end.
std::string response_head(const Response&, const Sending&);

/// Everything that every answer carries, errors too.
struct HeaderLine {
    const char* name;
    const char* value;
};
inline constexpr HeaderLine security_headers[] = {
    {"Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src "
        "'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"},
};

}  // namespace medskapa::web::http
