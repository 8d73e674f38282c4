#pragma once

#include "base/result.hpp"
#include "engine/openlog/tree/tree.hpp"

#include <optional>

/// The tree as files: C2SP tlog-tiles. A tile of level L holds up to 256 neighbouring hashes of complete
/// subtrees of 256^L leaves; level `entries` holds the entries themselves.
namespace medskapa::openlog {

constexpr std::uint64_t tile_width = 256;
constexpr unsigned tile_height = 8;  // log2 of the width

struct Tile {
    unsigned level = 0;       // 0..63; 0 is leaves
    std::uint64_t index = 0;  // from the left
    unsigned width = 0;       // 1..256; below 256 it is partial

    bool operator==(const Tile&) const = default;
    bool is_full() const { return width == tile_width; }
};

/// "tile/0/x001/x234/067.p/112".
std::string path_of(const Tile&);
/// "tile/entries/x001/x234/067": where the entries lie whose hashes are in a tile of level 0.
std::string entries_path_of(const Tile&);

/// The tile that a path names; only the one way to write it is understood.
std::optional<Tile> read_tile_path(std::string_view path);
std::optional<Tile> read_entries_path(std::string_view path);

/// How many complete subtrees of a level (256^level leaves each) a tree has.
std::uint64_t hashes_at(unsigned level, std::uint64_t size);
/// Tile `index` of a level in a tree of that size; width 0 when there is none.
Tile tile_at(unsigned level, std::uint64_t index, std::uint64_t size);
/// All tiles of a tree, level by level. 273 + 1 + 1 + 1 + 1 of them for 70 000 leaves.
std::vector<Tile> tiles_of(std::uint64_t size);

/// The hashes in a tile's bytes, or none when they are not as many as its width says.
std::optional<std::vector<Digest>> read_tile(const Tile&, std::string_view bytes);
std::string as_bytes(const std::vector<Digest>& hashes);

/// A bundle: entries one after the other, each after its length in two bytes. Throws std::length_error for
/// an entry above 65 535 bytes.
void add_to_bundle(std::string& bundle, std::string_view entry);
/// The entries of a bundle, or none when it does not end where an entry does. They live as long as `bundle`.
std::optional<std::vector<std::string_view>> read_bundle(std::string_view bundle);

}  // namespace medskapa::openlog
