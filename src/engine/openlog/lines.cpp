#include "engine/openlog/lines.hpp"

#include <charconv>

namespace medskapa::openlog {

std::optional<std::string_view> Lines::next() {
    return take_until(rest_, '\n');
}

std::optional<std::string_view> Lines::next_after(std::string_view word) {
    if (!rest_.starts_with(word) || rest_.substr(word.size(), 1) != " ") return std::nullopt;
    auto line = next();
    if (line) line->remove_prefix(word.size() + 1);
    return line;
}

std::optional<std::uint64_t> read_number(std::string_view digits) {
    std::uint64_t number = 0;
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (digits.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    if (digits.size() > 1 && digits.front() == '0') return std::nullopt;
    return number;
}

std::string as_base64(const Digest& digest) {
    return base64(as_text(digest));
}

std::optional<Digest> read_digest(std::string_view text) {
    const auto bytes = from_base64(text);
    return bytes ? as_digest(*bytes) : std::nullopt;
}

std::optional<std::vector<Digest>> read_proof(Lines& lines) {
    constexpr std::size_t most_hashes = 63;
    std::vector<Digest> proof;
    for (auto line = lines.next(); line != ""; line = lines.next()) {
        const auto hash = line ? read_digest(*line) : std::nullopt;
        if (!hash || proof.size() == most_hashes) return std::nullopt;
        proof.push_back(*hash);
    }
    return proof;
}

std::optional<std::string_view> take_until(std::string_view& text, char separator) {
    const auto end = text.find(separator);
    if (end == std::string_view::npos) return std::nullopt;
    const auto part = text.substr(0, end);
    text.remove_prefix(end + 1);
    return part;
}

}  // namespace medskapa::openlog
