#pragma once

#include <string>
#include <string_view>

namespace medskapa::sheets {

/// With marks around the words that are struck out, where there are any: "~~so~~".
std::string struck_out(std::string_view text);

}  // namespace medskapa::sheets
