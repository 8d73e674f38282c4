#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// CBOR (RFC 8949) as far as WebAuthn needs it, in the canonical form of CTAP2: whole numbers, bytes, texts,
/// lists, maps, true and false, each written in the one way that there is. Anything else is refused.
namespace medskapa::webauthn {

inline constexpr int deepest_cbor = 4;

struct CborBytes {
    std::string bytes;
    bool operator==(const CborBytes&) const = default;
};

struct CborValue;
struct CborEntry;
using CborList = std::vector<CborValue>;
using CborMap = std::vector<CborEntry>;  // in the order of their keys, each key once

struct CborValue {
    std::variant<std::int64_t, bool, std::string, CborBytes, CborList, CborMap> held;
};
struct CborEntry {
    CborValue key;
    CborValue value;
};

/// The value that the bytes begin with, which are moved on behind it. Nothing when there is none such. Costs
/// at most some forty bytes of memory for each byte read.
std::optional<CborValue> read_cbor(std::string_view& bytes);

/// What stands in the map under the key, where it is of the type: null otherwise, and for what is no map.
const CborValue* found_in(const CborValue& map, std::int64_t key);
const CborValue* found_in(const CborValue& map, std::string_view key);

template <class Type, class Key>
const Type* found_as(const CborValue& map, Key key) {
    const auto* found = found_in(map, key);
    return found == nullptr ? nullptr : std::get_if<Type>(&found->held);
}

}  // namespace medskapa::webauthn
