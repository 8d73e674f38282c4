#include "engine/openlog/tree/tile.hpp"

#include "engine/openlog/lines.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <stdexcept>

namespace medskapa::openlog {
namespace {

constexpr std::string_view entries_prefix = "tile/entries/";
constexpr std::size_t most_entry_bytes = 65'535;
constexpr std::size_t digest_bytes = 32;

/// 1234067 is x001/x234/067, so that no folder grows large.
std::string numbered(std::uint64_t index) {
    auto path = fmt::format("{:03}", index % 1000);
    for (index /= 1000; index > 0; index /= 1000) path = fmt::format("x{:03}/{}", index % 1000, path);
    return path;
}

std::string path_from(std::string prefix, const Tile& tile) {
    prefix += numbered(tile.index);
    return tile.is_full() ? prefix : fmt::format("{}.p/{}", prefix, tile.width);
}

/// The number that `numbered` would write so: reading is lenient, the caller compares.
std::optional<std::uint64_t> read_numbered(std::string_view path) {
    std::string digits;
    for (const char c : path)
        if (c != 'x' && c != '/') digits += c;
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    return read_number(digits);
}

std::optional<Tile> read_index_and_width(unsigned level, std::string_view path) {
    Tile tile{level, 0, tile_width};
    if (const auto mark = path.find(".p/"); mark != std::string_view::npos) {
        const auto width = read_number(path.substr(mark + 3));
        if (!width || *width == 0 || *width >= tile_width) return std::nullopt;
        tile.width = static_cast<unsigned>(*width);
        path = path.substr(0, mark);
    }
    if (path.empty()) return std::nullopt;
    const auto index = read_numbered(path);
    if (!index) return std::nullopt;
    tile.index = *index;
    return tile;
}

}  // namespace

std::string path_of(const Tile& tile) {
    return path_from(fmt::format("tile/{}/", tile.level), tile);
}

std::string entries_path_of(const Tile& tile) {
    return path_from(std::string{entries_prefix}, tile);
}

std::optional<Tile> read_tile_path(std::string_view path) {
    auto rest = path;
    if (take_until(rest, '/') != "tile") return std::nullopt;
    const auto level = read_number(take_until(rest, '/').value_or(""));
    if (!level || *level > 63) return std::nullopt;
    const auto tile = read_index_and_width(static_cast<unsigned>(*level), rest);
    return tile && path_of(*tile) == path ? tile : std::nullopt;
}

std::optional<Tile> read_entries_path(std::string_view path) {
    if (!path.starts_with(entries_prefix)) return std::nullopt;
    const auto tile = read_index_and_width(0, path.substr(entries_prefix.size()));
    return tile && entries_path_of(*tile) == path ? tile : std::nullopt;
}

std::uint64_t hashes_at(unsigned level, std::uint64_t size) {
    return level * tile_height < 64 ? size >> (level * tile_height) : 0;
}

Tile tile_at(unsigned level, std::uint64_t index, std::uint64_t size) {
    const auto hashes = hashes_at(level, size);
    const auto before = index * tile_width;
    const auto width = before < hashes ? std::min(hashes - before, tile_width) : 0;
    return {level, index, static_cast<unsigned>(width)};
}

std::vector<Tile> tiles_of(std::uint64_t size) {
    std::vector<Tile> tiles;
    for (unsigned level = 0; hashes_at(level, size) > 0; ++level)
        for (std::uint64_t index = 0; index * tile_width < hashes_at(level, size); ++index)
            tiles.push_back(tile_at(level, index, size));
    return tiles;
}

std::optional<std::vector<Digest>> read_tile(const Tile& tile, std::string_view bytes) {
    if (bytes.size() != tile.width * digest_bytes) return std::nullopt;
    std::vector<Digest> hashes(tile.width);
    for (std::size_t i = 0; i < hashes.size(); ++i)
        hashes[i] = *as_digest(bytes.substr(i * digest_bytes, digest_bytes));
    return hashes;
}

std::string as_bytes(const std::vector<Digest>& hashes) {
    std::string bytes;
    bytes.reserve(hashes.size() * digest_bytes);
    for (const auto& hash : hashes) bytes += as_text(hash);
    return bytes;
}

void add_to_bundle(std::string& bundle, std::string_view entry) {
    if (entry.size() > most_entry_bytes)
        throw std::length_error{fmt::format("An entry of {} bytes is too long for the log", entry.size())};
    bundle += static_cast<char>(entry.size() >> 8U);
    bundle += static_cast<char>(entry.size() & 0xFFU);
    bundle += entry;
}

std::optional<std::vector<std::string_view>> read_bundle(std::string_view bundle) {
    std::vector<std::string_view> entries;
    while (!bundle.empty()) {
        if (bundle.size() < 2) return std::nullopt;
        const auto byte = [bundle](std::size_t i) { return static_cast<unsigned char>(bundle[i]); };
        const auto length = static_cast<std::size_t>(byte(0) << 8U | byte(1));
        bundle.remove_prefix(2);
        if (bundle.size() < length) return std::nullopt;
        entries.push_back(bundle.substr(0, length));
        bundle.remove_prefix(length);
    }
    return entries;
}

}  // namespace medskapa::openlog
