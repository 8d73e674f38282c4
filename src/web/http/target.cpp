#include "web/http/target.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"

namespace medskapa::web::http {
namespace {

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// The value of name="..." in a header of a part.
std::optional<std::string> quoted(std::string_view header, std::string_view name) {
    const auto start = header.find("; " + std::string{name} + "=\"");
    if (start == header.npos) return std::nullopt;
    const auto from = start + name.size() + 4;
    const auto end = header.find('"', from);
    if (end == header.npos) return std::nullopt;
    return std::string{header.substr(from, end - from)};
}

bool add_part(Multipart& all, std::string_view part) {
    const auto blank = part.find("\r\n\r\n");
    if (blank == part.npos) return false;
    const auto headers = part.substr(0, blank);
    auto body = std::string{part.substr(blank + 4)};
    const auto name = quoted(headers, "name");
    if (!name || !text::is_valid_utf8(*name)) return false;
    if (auto file = quoted(headers, "filename")) {
        if (!text::is_valid_utf8(*file)) return false;
        all.uploads.push_back({*name, *std::move(file), std::move(body)});
        return true;
    }
    if (!text::is_valid_utf8(body)) return false;
    all.form.emplace_back(*name, std::move(body));
    return true;
}

}  // namespace

std::optional<std::string> decoded(std::string_view s, Plus plus) {
    std::string out;
    out.reserve(s.size());
    for (std::size_t i = 0; i < s.size(); ++i) {
        if (s[i] == '+' && plus == Plus::is_blank) {
            out += ' ';
        } else if (s[i] == '%') {
            if (i + 2 >= s.size() || digit(s[i + 1]) < 0 || digit(s[i + 2]) < 0) return std::nullopt;
            out += static_cast<char>(digit(s[i + 1]) * 16 + digit(s[i + 2]));
            i += 2;
        } else {
            out += s[i];
        }
    }
    if (!text::is_valid_utf8(out)) return std::nullopt;
    return out;
}

std::optional<std::string> path_of(std::string_view target) {
    const auto raw = target.substr(0, target.find('?'));
    if (!raw.starts_with('/') || raw.find("%2f") != raw.npos || raw.find("%2F") != raw.npos)
        return std::nullopt;
    auto path = decoded(raw, Plus::is_plus);
    if (!path || path->find('\\') != path->npos || path->find('#') != path->npos) return std::nullopt;
    if (*path == "/") return path;
    const auto last = path->size() - (path->ends_with('/') ? 2 : 1);
    const auto segments = text::split(std::string_view{*path}.substr(1, last), '/');
    for (const auto& segment : segments)
        if (segment.empty() || segment == "." || segment == "..") return std::nullopt;
    return path;
}

std::string_view query_of(std::string_view target) {
    const auto mark = target.find('?');
    return mark == target.npos ? std::string_view{} : target.substr(mark + 1);
}

std::optional<Fields> fields_of(std::string_view encoded_fields, std::size_t most) {
    Fields fields;
    while (!encoded_fields.empty()) {
        const auto end = encoded_fields.find('&');
        const auto pair = encoded_fields.substr(0, end);
        encoded_fields.remove_prefix(end == encoded_fields.npos ? encoded_fields.size() : end + 1);
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        auto name = decoded(pair.substr(0, equals), Plus::is_blank);
        auto value = equals == pair.npos ? std::string{} : decoded(pair.substr(equals + 1), Plus::is_blank);
        if (!name || !value || fields.size() == most) return std::nullopt;
        fields.emplace_back(*std::move(name), *std::move(value));
    }
    return fields;
}

std::optional<Multipart> multipart_of(
    std::string_view body, std::string_view content_type, std::size_t most) {
    const auto at = content_type.find("boundary=");
    if (at == content_type.npos) return std::nullopt;
    auto boundary = std::string{content_type.substr(at + 9)};
    if (boundary.size() >= 2 && boundary.front() == '"')
        boundary = boundary.substr(1, boundary.find('"', 1) - 1);
    if (boundary.empty() || boundary.size() > 70) return std::nullopt;

    Multipart all;
    const auto line = "--" + boundary;
    if (!body.starts_with(line)) return std::nullopt;
    auto rest = body.substr(line.size());
    while (!rest.starts_with("--")) {
        const auto end = rest.find("\r\n" + line, 2);
        if (!rest.starts_with("\r\n") || end == rest.npos) return std::nullopt;
        if (all.form.size() + all.uploads.size() == most) return std::nullopt;
        if (!add_part(all, rest.substr(2, end - 2))) return std::nullopt;
        rest.remove_prefix(end + 2 + line.size());
    }
    return all;
}

}  // namespace medskapa::web::http
