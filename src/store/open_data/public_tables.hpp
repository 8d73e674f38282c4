#pragma once

#include "base/names.hpp"
#include "store/sql/connection.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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
    std::string_view table = {};      // that it comes from
    std::string_view source = {};     // its column, as the query names it: "i.received_at"
    std::string_view otherwise = {};  // what stands there where it is null; empty: nothing
    Words words = Words::plain;
    Language language = Language::sv;  // of a field for each
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
    std::string_view from;  // where they are found, and in which order, which is always the same
};

/// Gives just these fields, by name. Throws std::logic_error where a source names another table than its own.
std::string select_of(const PublicTable&);

const std::vector<PublicTable>& public_tables();
/// Throws std::logic_error where no table has the name.
const PublicTable& public_table(std::string_view name);

/// A field's value in words, or nothing where there is none.
using PublicRow = std::vector<std::optional<std::string>>;
void each_public_row(
    sql::Connection&, const PublicTable&, const std::function<void(const PublicRow&)>& visit);
/// Those of the rows with these ids of the first table that it is read from, by id.
std::map<std::int64_t, PublicRow> public_rows(
    sql::Connection&, const PublicTable&, const std::vector<std::int64_t>& ids);

}  // namespace medskapa::store
