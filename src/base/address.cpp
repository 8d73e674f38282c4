#include "base/address.hpp"

#include <algorithm>

namespace medskapa {

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              c == '-' || c == '.' || c == '_' || c == '~';
        if (is_plain)
            out += c;
        else
            out += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    return out;
}

std::string filled_path(const Address& address, std::initializer_list<std::string> parts) {
    std::string path;
    auto rest = address.pattern();
    for (const auto& part : parts) {
        const auto hole = rest.find('{');
        path += rest.substr(0, hole);
        path += part;
        rest.remove_prefix(rest.find('}', hole) + 1);
    }
    path += rest;
    return path;
}

std::string with_query(std::string address, QueryFields fields) {
    const auto end = std::min(address.find('#'), address.size());
    bool has_query = address.find('?') < end;
    std::string query;
    for (const auto& [name, value] : fields) {
        if (value.empty()) continue;
        query += has_query ? '&' : '?';
        query.append(name) += '=' + percent_encoded(value);
        has_query = true;
    }
    return address.insert(end, query);
}

}  // namespace medskapa
