#pragma once

#include "engine/openlog/tree/proof.hpp"
#include "engine/openlog/tree/tile.hpp"

namespace medskapa::openlog {

/// Whether a tile's hashes are those of the tree that has this head. Hashes of subtrees that the tree does
/// not yet have whole are left alone. `others` gives the tree's other nodes, checked or not: a wrong one
/// makes the answer no, never yes. Throws what `others` throws. O(width + log size).
bool follows_from(const TreeHead&, const Tile&, std::span<const Digest> hashes, const Nodes& others);

/// How many of the tile's hashes the tree has whole.
std::uint64_t covered_by(std::uint64_t size, const Tile&);

}  // namespace medskapa::openlog
