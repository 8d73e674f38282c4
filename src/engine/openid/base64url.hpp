#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace medskapa::openid {

/// RFC 4648 section 5, without padding: what stands in tokens, keys and addresses.
std::string base64url(std::string_view bytes);
/// The one text that base64url() gives for some bytes, and no other.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace medskapa::openid
