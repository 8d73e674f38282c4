#include "engine/openlog/audit/tile_check.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

std::vector<Digest> leaves(std::uint64_t size) {
    std::vector<Digest> all;
    for (std::uint64_t i = 0; i < size; ++i) all.push_back(leaf_hash("entry " + std::to_string(i)));
    return all;
}

/// The hashes of complete subtrees of 256^level leaves from the tile's first.
std::vector<Digest> hashes_of(const Tile& tile, std::uint64_t width, const Nodes& nodes) {
    std::vector<Digest> hashes;
    for (std::uint64_t i = 0; i < width; ++i)
        hashes.push_back(nodes({tile_height * tile.level, tile.index * tile_width + i}));
    return hashes;
}

}  // namespace

TEST_CASE("each tile of a tree follows from its root, and with a bit flipped in any hash it does not") {
    for (const std::uint64_t size : {1U, 2U, 3U, 255U, 256U, 257U, 300U, 511U, 512U, 769U, 1025U}) {
        const auto all = leaves(size);
        const auto nodes = nodes_of(all);
        const TreeHead head{size, root_of(all)};
        for (const auto& tile : tiles_of(size)) {
            auto hashes = hashes_of(tile, tile.width, nodes);
            CHECK(follows_from(head, tile, hashes, nodes));
            for (std::size_t i = 0; i < hashes.size(); i += 1 + hashes.size() / 7) {
                hashes[i][i % 32] ^= 1;
                CHECK_FALSE(follows_from(head, tile, hashes, nodes));
                hashes[i][i % 32] ^= 1;
            }
        }
    }
}

TEST_CASE(
    "what a tile holds beyond the signed tree is left alone, and a tile wholly beyond it follows from "
    "nothing") {
    const auto all = leaves(700);
    const auto nodes = nodes_of(all);
    const TreeHead head{600, root_of(std::span{all}.first(600))};
    const Tile third{0, 2, 188};
    auto hashes = hashes_of(third, third.width, nodes);

    CHECK(covered_by(600, third) == 88);
    CHECK(follows_from(head, third, hashes, nodes));
    hashes[100][0] ^= 1;
    CHECK(follows_from(head, third, hashes, nodes));
    hashes[87][0] ^= 1;
    CHECK_FALSE(follows_from(head, third, hashes, nodes));
    CHECK_FALSE(follows_from({512, root_of(std::span{all}.first(512))}, third, hashes, nodes));
    CHECK_FALSE(follows_from({0, empty_root()}, {0, 0, 1}, hashes, nodes));
}

TEST_CASE("another node of the tree that is wrong never makes a wrong tile right") {
    const auto all = leaves(1025);
    const auto right = nodes_of(all);
    const TreeHead head{1025, root_of(all)};
    const Nodes wrong = [&](Node node) {
        auto hash = right(node);
        hash[0] ^= 1;
        return hash;
    };
    const auto hashes = hashes_of({0, 1, 256}, 256, right);

    CHECK(follows_from(head, {0, 1, 256}, hashes, right));
    CHECK_FALSE(follows_from(head, {0, 1, 256}, hashes, wrong));
}
