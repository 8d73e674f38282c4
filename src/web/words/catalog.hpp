#pragma once

#include <optional>
#include <string_view>

/// Compiled catalogs of gettext (.mo, little-endian), read where they lie: nothing is copied or built at
/// start.
namespace medskapa::web::catalog {

/// Throws std::runtime_error for bytes that are no such catalog.
void check(std::string_view bytes);

/// The translation of a msgid. A plural's msgid is "one\0many", its translation the forms with NUL between;
/// a context stands before the msgid with \x04 between. Found by the catalog's own table of hashes, where it
/// has one.
std::optional<std::string_view> find(std::string_view bytes, std::string_view msgid);

/// What the catalog's header says of a name, such as "Plural-Forms"; empty when it says nothing.
std::string_view header(std::string_view bytes, std::string_view name);

}  // namespace medskapa::web::catalog
