#pragma once

#include "base/result.hpp"
#include "base/time.hpp"
#include "engine/openlog/tree/tree.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an entry of the open log says: "Medskapa log v1".
namespace medskapa::openlog {

/// A promise about a value that does not show it: C = HMAC-SHA256(salt, "medskapa.commit.v1\0" ‖
/// u16be(|label|) ‖ label ‖ value). Without the 32-byte salt it says nothing.
struct Commitment {
    std::string label;
    Digest value;
};

/// Throws std::logic_error for a salt that is not 32 bytes (HMAC pads shorter ones, so that another salt
/// would open the same promise) and for a label above 65 535 bytes.
Digest commit(std::string_view salt, std::string_view label, std::string_view value);

/// Something said in the open, such as `sha256` of a text, `cites` or `ground`.
struct Field {
    std::string key;
    std::string value;
};

/// What the public log says about one act: enough to prove it, nothing personal.
struct Entry {
    std::string type;                  // "inspel.received"
    Instant time;                      // written rounded down to ten minutes
    std::string process;               // empty, written "-": the object is the whole installation's
    std::string object;                // "inspel/7f3a9c"; empty: neither is written
    std::optional<std::int64_t> prev;  // the place of the entry before about the same object
    std::vector<Commitment> commitments = {};
    std::vector<Field> fields = {};

    /// Nothing when the entry does not have it.
    std::optional<std::string_view> field(std::string_view key) const;
};

/// The bytes that are hashed into the tree: UTF-8, LF only. Head, fields, commitments, each in its order.
std::string canonical(const Entry&);

/// Reads what canonical() writes, and nothing else. An unknown type is allowed; another version, an order
/// that is not the written one, a key or label that stands twice, CR, NUL, blanks at an end of a value, and
/// more than 65 535 bytes are refused.
Result<Entry> read_entry(std::string_view);

}  // namespace medskapa::openlog
