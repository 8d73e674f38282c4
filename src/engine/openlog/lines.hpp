#pragma once

#include "base/digest.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::openlog {

/// Reads a text whose every line ends with LF, one line at a time.
class Lines {
public:
    explicit Lines(std::string_view text) : rest_{text} {}

    bool at_end() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }
    /// Without its LF. Nothing at the end, and when the LF is missing.
    std::optional<std::string_view> next();
    /// The next line without the word and the blank that it must begin with; otherwise nothing, and the line
    /// stays.
    std::optional<std::string_view> next_after(std::string_view word);

private:
    std::string_view rest_;
};

/// Decimal digits without sign, blanks or leading zeros, below 2^64.
std::optional<std::uint64_t> read_number(std::string_view);

/// A digest as it is written everywhere in the log: 32 bytes in base 64.
std::string as_base64(const Digest&);
std::optional<Digest> read_digest(std::string_view base64);

/// A proof: hashes, a line each, up to an empty line, which is taken too. Nothing for more than 63 of them:
/// no tree is higher.
std::optional<std::vector<Digest>> read_proof(Lines&);

/// The part before the first `separator`, which is taken off `text` with it; nothing when there is none.
std::optional<std::string_view> take_until(std::string_view& text, char separator);

}  // namespace medskapa::openlog
