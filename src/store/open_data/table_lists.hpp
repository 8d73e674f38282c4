#pragma once

#include "store/open_data/public_tables.hpp"
#include "store/sql/columns.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// How the lists of public tables name their fields, and the lists.
namespace medskapa::store::open_data {

using enum PublicField::Kind;
using enum PublicField::Words;

constexpr PublicField::Kind written_as(sql::Kind kind) {
    switch (kind) {
        case sql::Kind::number: return number;
        case sql::Kind::flag: return flag;
        case sql::Kind::day: return day;
        case sql::Kind::time: return time;
        case sql::Kind::local_time: return local_time;
        default: return text;
    }
}

/// A field that is a column of a table, as the query names it. Without a kind it is written as its member is
/// kept. A column that is not public does not compile.
struct Field {
    std::string_view table;
    std::string_view source;
    std::string_view name;
    std::string_view meaning;
    PublicField::Kind kind = text;
    std::string_view otherwise = {};
    PublicField::Words words = plain;

    operator PublicField() const {
        return {std::string{name}, kind, std::string{meaning}, table, source, otherwise, words};
    }
    consteval Field or_else(std::string_view value) const {
        return {table, source, name, meaning, kind, value};
    }
    consteval Field in_each_language() const {
        return {table, source, name, meaning, kind, otherwise, each_language};
    }
    consteval Field as_original() const { return {table, source, name, meaning, kind, otherwise, original}; }
};

template <const auto& table>
consteval Field column(std::string_view source, std::string_view name, std::string_view meaning,
    std::optional<PublicField::Kind> kind = {}) {
    for (const auto& c : table.columns) {
        if (c.name != source.substr(source.find('.') + 1)) continue;
        if (!sql::is_public(c.privacy)) throw std::logic_error{"only public columns are open data"};
        return {table.name, source, name, meaning, kind.value_or(written_as(c.member.kind))};
    }
    throw std::logic_error{"no such column"};
}

std::vector<PublicTable> tables_of_site();
std::vector<PublicTable> tables_of_inspel();
std::vector<PublicTable> tables_of_text();
std::vector<PublicTable> tables_of_priorities();
std::vector<PublicTable> tables_of_assessments();
std::vector<PublicTable> tables_of_plans();
std::vector<PublicTable> tables_of_region();
std::vector<PublicTable> tables_of_corrections();

}  // namespace medskapa::store::open_data
