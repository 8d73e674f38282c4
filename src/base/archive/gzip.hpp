#pragma once

#include <string>
#include <string_view>

namespace medskapa {

/// The bytes in one gzip member (RFC 1952), without name or time: the same bytes in, the same out.
/// O(bytes).
std::string gzipped(std::string_view bytes);

}  // namespace medskapa
