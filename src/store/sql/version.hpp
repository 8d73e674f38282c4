#pragma once

#include "base/digest.hpp"
#include "store/sql/rows.hpp"

#include <string>

namespace medskapa::sql {

/// A row as somebody saw it: its name, "issue/17", and letters that change when anything in it does.
struct RowVersion {
    std::string row;
    std::string version;
};

/// Letters that are the same for the same text alone.
inline std::string short_digest(std::string_view text) {
    constexpr std::size_t letters = 20;
    return hex(as_text(sha256(text))).substr(0, letters);
}

/// A value without its kind, for comparing.
inline std::string text_of(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
    if (const auto* real = std::get_if<double>(&value)) return std::to_string(*real);
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    if (const auto* bytes = std::get_if<Bytes>(&value)) return bytes->bytes;
    return "-";
}

/// As it would be written now. The row's columns with members count, and no others.
template <const auto& table>
RowVersion version_of(const RowOf<table>& row) {
    std::string all;
    std::string id;
    for (const auto& c : table.columns) {
        if (c.member.write == nullptr) continue;
        const auto value = c.member.write(row);
        const auto text = text_of(value);
        if (c.member.written == Written::by_database) id = text;
        all += std::to_string(text.size()) + ':' + text;
    }
    return {std::string{table.name} + '/' + id, short_digest(all)};
}

}  // namespace medskapa::sql
