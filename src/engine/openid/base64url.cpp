#include "engine/openid/base64url.hpp"

#include "base/digest.hpp"

#include <algorithm>

namespace medskapa::openid {

std::string base64url(std::string_view bytes) {
    auto text = base64(bytes);
    text.resize(text.find_last_not_of('=') + 1);
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    if (text.find_first_of("+/=") != text.npos) return std::nullopt;
    std::string padded{text};
    std::replace(padded.begin(), padded.end(), '-', '+');
    std::replace(padded.begin(), padded.end(), '_', '/');
    padded.append((4 - padded.size() % 4) % 4, '=');
    return from_base64(padded);
}

}  // namespace medskapa::openid
