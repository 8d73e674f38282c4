#pragma once

#include <string>
#include <string_view>

namespace medskapa {

/// The octets in one gzip member (RFC 1952), without name or time: the same octets in, the same out.
/// O(octets).
std::string gzipped(std::string_view octets);

}  // namespace medskapa
