#include "web/words/catalog.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace medskapa::web::catalog {
namespace {

constexpr std::uint32_t magic = 0x950412de;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    if (at + 4 > bytes.size()) throw std::runtime_error{"the catalog of words is cut off"};
    const auto byte = [&](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << 8 * i;
    };
    return byte(0) | byte(1) | byte(2) | byte(3);
}

/// Row `i` of a table of lengths and places.
std::string_view text_at(std::string_view bytes, std::size_t table, std::size_t i) {
    const auto length = number_at(bytes, table + 8 * i);
    const auto place = number_at(bytes, table + 8 * i + 4);
    if (place > bytes.size() || length > bytes.size() - place)
        throw std::runtime_error{"the catalog of words is cut off"};
    return bytes.substr(place, length);
}

}  // namespace

void check(std::string_view bytes) {
    if (number_at(bytes, 0) != magic) throw std::runtime_error{"not a catalog of words"};
    const auto count = number_at(bytes, 8);
    for (std::size_t i = 0; i < count; ++i) {
        text_at(bytes, number_at(bytes, 12), i);
        text_at(bytes, number_at(bytes, 16), i);
    }
}

namespace {

/// As msgfmt counts it, of what stands before the first NUL.
std::uint32_t hash_of(std::string_view msgid) {
    std::uint32_t hash = 0;
    for (const auto c : msgid.substr(0, msgid.find('\0'))) {
        hash = (hash << 4) + static_cast<unsigned char>(c);
        const auto high = hash & 0xF0000000U;
        hash ^= high >> 24;
        hash ^= high;
    }
    return hash;
}

/// By the table of hashes that msgfmt writes into a catalog: a word or two are compared, however many there
/// are.
std::optional<std::string_view> hashed_entry(
    std::string_view bytes, std::string_view msgid, std::uint32_t slots) {
    const auto table = number_at(bytes, 24);
    const auto hash = hash_of(msgid);
    const auto step = 1 + hash % (slots - 2);
    auto slot = hash % slots;
    for (std::uint32_t tried = 0; tried < slots; ++tried) {
        const auto number = number_at(bytes, table + std::size_t{4} * slot);
        if (number == 0) return std::nullopt;
        if (text_at(bytes, number_at(bytes, 12), number - 1) == msgid)
            return text_at(bytes, number_at(bytes, 16), number - 1);
        slot = slot >= slots - step ? slot - (slots - step) : slot + step;
    }
    return std::nullopt;
}

std::optional<std::string_view> entry(std::string_view bytes, std::string_view msgid) {
    constexpr std::uint32_t fewest_slots = 3;  // with fewer there is no step to the next
    if (const auto slots = number_at(bytes, 20); slots >= fewest_slots)
        return hashed_entry(bytes, msgid, slots);
    const auto originals = number_at(bytes, 12);
    std::size_t low = 0;
    std::size_t high = number_at(bytes, 8);
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto order = text_at(bytes, originals, middle).compare(msgid);
        if (order == 0) return text_at(bytes, number_at(bytes, 16), middle);
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string_view> find(std::string_view bytes, std::string_view msgid) {
    if (bytes.empty() || msgid.empty()) return std::nullopt;  // the empty msgid is the catalog's own header
    return entry(bytes, msgid);
}

std::string_view header(std::string_view bytes, std::string_view name) {
    auto lines = bytes.empty() ? std::string_view{} : entry(bytes, "").value_or("");
    while (!lines.empty()) {
        const auto line = lines.substr(0, lines.find('\n'));
        if (line.starts_with(name) && line.substr(name.size()).starts_with(": "))
            return line.substr(name.size() + 2);
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    }
    return {};
}

}  // namespace medskapa::web::catalog
