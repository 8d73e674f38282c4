#include "engine/openlog/audit/tile_check.hpp"

#include <algorithm>
#include <bit>

namespace medskapa::openlog {
namespace {

/// The tile's hashes in the place of what the tree says, from the root down to them.
struct Claim {
    std::uint64_t leaves_each;
    Range range;  // of all of them
    std::span<const Digest> hashes;
    const Nodes& others;

    Digest hash_of(Range part) const {
        if (part.end <= range.begin || range.end <= part.begin) return subtree_hash(part, others);
        if (part.size() == leaves_each) return hashes[(part.begin - range.begin) / leaves_each];
        const auto middle = part.begin + std::bit_floor(part.size() - 1);
        return node_hash(hash_of({part.begin, middle}), hash_of({middle, part.end}));
    }
};

}  // namespace

std::uint64_t covered_by(std::uint64_t size, const Tile& tile) {
    const auto all = hashes_at(tile.level, size);
    const auto before = tile.index * tile_width;
    return all <= before ? 0 : std::min<std::uint64_t>(all - before, tile.width);
}

bool follows_from(
    const TreeHead& head, const Tile& tile, std::span<const Digest> hashes, const Nodes& others) {
    const auto covered = covered_by(head.size, tile);
    if (covered == 0 || hashes.size() < covered) return false;
    const auto each = std::uint64_t{1} << (tile_height * tile.level);
    const auto begin = tile.index * tile_width * each;
    const Claim claim{each, {begin, begin + covered * each}, hashes.first(covered), others};
    return claim.hash_of({0, head.size}) == head.root;
}

}  // namespace medskapa::openlog
