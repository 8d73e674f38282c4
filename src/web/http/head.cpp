#include "web/http/head.hpp"

#include "base/text.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <algorithm>
#include <ctime>
#include <stdexcept>

namespace medskapa::web::http {
namespace {

bool is_name_sign(char c) {
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           others.find(c) != others.npos;
}

bool has_control(std::string_view s) {
    for (const char c : s)
        if ((static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F) return true;
    return false;
}

const char* reason_of(int status) {
    switch (status) {
        case 200: return "OK";
        case 303: return "See Other";
        case 308: return "Permanent Redirect";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 403: return "Forbidden";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 409: return "Conflict";
        case 410: return "Gone";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 422: return "Unprocessable Content";
        case 431: return "Request Header Fields Too Large";
        case 501: return "Not Implemented";
        case 429: return "Too Many Requests";
        case 504: return "Gateway Timeout";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        case 507: return "Insufficient Storage";
        default: return status >= 500 ? "Internal Server Error" : "Status";
    }
}

void add_header(std::string& out, std::string_view name, std::string_view value) {
    if (has_control(name) || has_control(value))
        throw std::logic_error{"a header holds a line end: " + std::string{name.substr(0, 40)}};
    out.append(name).append(": ").append(value).append("\r\n");
}

bool is_number(std::string_view value) {
    return !value.empty() && value.find_first_not_of("0123456789") == value.npos;
}

/// What a head says of where its body ends, and of whom it is for.
struct Framing {
    int lengths = 0;
    int encodings = 0;
    int hosts = 0;

    /// False for a field that two readers may read in two ways.
    bool count(std::string_view line) {
        const auto colon = line.find(':');
        if (has_control(line) || colon == line.npos || colon == 0)
            return false;  // a bare CR or LF among them
        for (const char c : line.substr(0, colon))
            if (!is_name_sign(c)) return false;  // a fold, or a blank before the colon
        const auto name = text::lower(line.substr(0, colon));
        const auto value = text::lower(text::trimmed(line.substr(colon + 1)));
        if (name == "host") ++hosts;
        if (name == "content-length") {
            ++lengths;
            return is_number(value);  // "5, 5" is one length to some
        }
        if (name == "transfer-encoding") {
            ++encodings;
            return value == "chunked";  // whatever else it says, we could not read it as others do
        }
        auto hyphened = name;
        std::replace(hyphened.begin(), hyphened.end(), '_', '-');  // as some proxies do
        return hyphened == name || (hyphened != "content-length" && hyphened != "transfer-encoding");
    }
};

}  // namespace

std::string response_head(const Response& response, const Sending& sending) {
    auto out = fmt::format("HTTP/1.1 {} {}\r\nDate: {:%a, %d %b %Y %H:%M:%S} GMT\r\n", response.status,
        reason_of(response.status), fmt::gmtime(std::time(nullptr)));
    for (const auto& line : security_headers) add_header(out, line.name, line.value);
    if (sending.secure) add_header(out, "Strict-Transport-Security", "max-age=31536000");
    if (!response.content_type.empty()) add_header(out, "Content-Type", response.content_type);
    for (const auto& [name, value] : response.headers) add_header(out, name, value);
    if (sending.ending == Ending::at_last_chunk) add_header(out, "Transfer-Encoding", "chunked");
    if (sending.ending == Ending::at_length && response.status != 304)
        add_header(out, "Content-Length", std::to_string(sending.size));
    if (!sending.keep) add_header(out, "Connection", "close");
    return out += "\r\n";
}

bool is_unambiguous(std::string_view head) {
    const auto first_end = head.find("\r\n");
    if (first_end == head.npos || has_control(head.substr(0, first_end))) return false;
    const bool is_old = head.substr(0, first_end).ends_with("HTTP/1.0");
    head.remove_prefix(first_end + 2);
    Framing framing;
    while (!head.empty()) {
        const auto end = head.find("\r\n");
        if (end == head.npos) return false;
        const auto line = head.substr(0, end);
        head.remove_prefix(end + 2);
        if (line.empty()) break;
        if (!framing.count(line)) return false;
    }
    if (is_old && framing.encodings > 0) return false;  // what came before chunks knows none
    return framing.lengths + framing.encodings <= 1 && framing.hosts == 1;
}

}  // namespace medskapa::web::http
