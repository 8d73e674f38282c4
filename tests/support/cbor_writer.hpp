#pragma once

#include "base/webauthn/cbor.hpp"

#include <string>

/// CBOR as it is to be written, and as it is not.
namespace medskapa::test {

/// A head with the shortest number, or with one of so many bytes.
inline std::string cbor_head(unsigned major, std::uint64_t number, int bytes = -1) {
    if (bytes < 0)
        bytes = number < 24 ? 0 : number < 256 ? 1 : number < 65'536 ? 2 : number >> 32U == 0 ? 4 : 8;
    const unsigned low = bytes == 0 ? static_cast<unsigned>(number)
                                    : 24U + (bytes == 1      ? 0U
                                                : bytes == 2 ? 1U
                                                : bytes == 4 ? 2U
                                                             : 3U);
    std::string head(1, static_cast<char>(major << 5U | low));
    for (int i = bytes - 1; i >= 0; --i) head += static_cast<char>(number >> (8 * i) & 255U);
    return head;
}
inline std::string cbor_number(std::int64_t number) {
    return number < 0 ? cbor_head(1, static_cast<std::uint64_t>(-1 - number))
                      : cbor_head(0, static_cast<std::uint64_t>(number));
}
inline std::string cbor_bytes(const std::string& bytes) {
    return cbor_head(2, bytes.size()) + bytes;
}
inline std::string cbor_text(const std::string& text) {
    return cbor_head(3, text.size()) + text;
}

/// What read_cbor() has read, as it was written.
inline std::string cbor_of(const webauthn::CborValue& value) {
    using namespace webauthn;
    if (const auto* number = std::get_if<std::int64_t>(&value.held)) return cbor_number(*number);
    if (const auto* truth = std::get_if<bool>(&value.held)) return cbor_head(7, *truth ? 21 : 20);
    if (const auto* text = std::get_if<std::string>(&value.held)) return cbor_text(*text);
    if (const auto* bytes = std::get_if<CborBytes>(&value.held)) return cbor_bytes(bytes->bytes);
    std::string all;
    if (const auto* list = std::get_if<CborList>(&value.held)) {
        for (const auto& one : *list) all += cbor_of(one);
        return cbor_head(4, list->size()) + all;
    }
    const auto& map = std::get<CborMap>(value.held);
    for (const auto& [key, one] : map) all += cbor_of(key) + cbor_of(one);
    return cbor_head(5, map.size()) + all;
}

}  // namespace medskapa::test
