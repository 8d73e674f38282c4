#pragma once

#include "base/names.hpp"
#include "store/sql/connection.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What everybody may have as open data, and nothing else: every table is named here with its fields.
namespace medskapa::store {

struct PublicField {
    /// How a value is written: days and times by ISO 8601, a map of opinions as JSON, `{}` below five people.
    enum class Kind { text, number, flag, day, time, local_time, opinion_map };
    /// Of a column with words in several languages: a field for each language, or the words that all
    /// languages fall back to.
    enum class Words { plain, each_language, original };

    std::string name;
    Kind kind = Kind::text;
    std::string meaning;
    Words words = Words::plain;
    Language language = Language::sv;  // of a field for each
    std::string column = {};           // that such a field is of
};

}  // namespace medskapa::store

namespace medskapa {
template <>
inline constexpr auto names_of<store::PublicField::Kind> = names<store::PublicField::Kind>({
    {store::PublicField::Kind::text, "text"},
    {store::PublicField::Kind::number, "number"},
    {store::PublicField::Kind::flag, "flag"},
    {store::PublicField::Kind::day, "day"},
    {store::PublicField::Kind::time, "time"},
    {store::PublicField::Kind::local_time, "local_time"},
    {store::PublicField::Kind::opinion_map, "opinion_map"},
});
}  // namespace medskapa

namespace medskapa::store {

struct PublicTable {
    std::string name;
    std::string meaning;
    std::vector<PublicField> fields;
    std::string select;  // gives just these fields, by name, in an order that never wavers
};

const std::vector<PublicTable>& public_tables();

/// A field's value in words, or nothing where there is none.
using PublicRow = std::vector<std::optional<std::string>>;
void each_public_row(
    sql::Connection&, const PublicTable&, const std::function<void(const PublicRow&)>& visit);

}  // namespace medskapa::store
