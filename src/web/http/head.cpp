#include "web/http/head.hpp"

#include "base/text.hpp"

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

}  // namespace

bool is_unambiguous(std::string_view head) {
    int lengths = 0;
    int encodings = 0;
    int hosts = 0;
    bool is_first = true;
    while (!head.empty()) {
        const auto end = head.find("\r\n");
        if (end == head.npos) return false;
        const auto line = head.substr(0, end);
        head.remove_prefix(end + 2);
        if (has_control(line)) return false;  // a bare CR or LF among them
        if (line.empty()) break;
        if (is_first) {
            is_first = false;
            continue;
        }
        const auto colon = line.find(':');
        if (colon == line.npos || colon == 0) return false;
        for (const char c : line.substr(0, colon))
            if (!is_name_sign(c)) return false;  // a fold, or a blank before the colon
        const auto name = text::lower(line.substr(0, colon));
        if (name == "content-length") ++lengths;
        if (name == "transfer-encoding") ++encodings;
        if (name == "host") ++hosts;
    }
    return lengths + encodings <= 1 && hosts == 1;
}

std::string host_without_port(std::string_view host) {
    const auto bracket = host.rfind(']');
    const auto colon = host.rfind(':');
    if (colon != host.npos && (bracket == host.npos || colon > bracket)) host = host.substr(0, colon);
    return text::lower(host);
}

}  // namespace medskapa::web::http
