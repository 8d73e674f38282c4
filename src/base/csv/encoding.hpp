#pragma once

#include <string>
#include <string_view>

namespace medskapa::text {

/// UTF-8 as it is, without a byte order mark; UTF-16 where such a mark says so; anything else is taken as
/// Windows-1252, which holds Latin-1.
std::string as_utf8(std::string_view bytes);
/// The same without a copy where nothing has to change.
std::string as_utf8(std::string&& bytes);

}  // namespace medskapa::text
