#pragma once

#include "base/digest.hpp"
#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::openlog {

/// A promise about a value that does not show it: C = HMAC-SHA256(salt, "medskapa.commit.v1\0" ‖
/// u16be(|label|) ‖ label ‖ value). Without the 32-octet salt it says nothing.
struct Commitment {
    std::string label;
    Digest value;
};

Digest commit(std::string_view salt, std::string_view label, std::string_view value);

/// What the public log says about one act: enough to prove it, nothing personal. "Medskapa log v1".
struct Entry {
    std::string type;  // "inspel.received"
    Instant time;      // written rounded down to ten minutes
    std::string process;
    std::string object;                // "inspel/7f3a9c"
    std::optional<std::int64_t> prev;  // the place of the entry before about the same object
    std::vector<Commitment> commitments;
};

/// The octets that are hashed into the tree: UTF-8, LF only.
std::string canonical(const Entry&);

/// RFC 6962, 2.1: SHA-256(0x00 ‖ entry).
Digest leaf_hash(std::string_view entry);

}  // namespace medskapa::openlog
