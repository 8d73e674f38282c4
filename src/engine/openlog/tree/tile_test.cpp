#include "engine/openlog/tree/tile.hpp"

#include <doctest/doctest.h>
#include <stdexcept>

using namespace medskapa;
using namespace medskapa::openlog;

TEST_CASE("a tile's path groups its number by three digits") {
    CHECK(path_of({0, 0, 256}) == "tile/0/000");
    CHECK(path_of({4, 1, 5}) == "tile/4/001.p/5");
    CHECK(path_of({63, 1'234'067, 256}) == "tile/63/x001/x234/067");
    CHECK(entries_path_of({0, 123'456'078, 255}) == "tile/entries/x123/x456/078.p/255");
}

TEST_CASE("a path is read back to the tile that it names") {
    for (const std::uint64_t index : {0ULL, 1ULL, 999ULL, 1000ULL, 1'234'067ULL, (1ULL << 56U) - 1})
        for (const unsigned width : {1U, 255U, 256U}) {
            CHECK(read_tile_path(path_of({7, index, width})) == Tile{7, index, width});
            CHECK(read_entries_path(entries_path_of({0, index, width})) == Tile{0, index, width});
        }
}

TEST_CASE("a path that is written in any other way names nothing") {
    for (const auto* path : {"", "tile", "tile/", "tile/0", "tile/0/", "tile/0/0", "tile/0/1000",
             "tile/64/000", "tile/00/000", "tile/0/x001", "tile/0/x000/000", "tile/0/001/x002",
             "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/", "tile/0/000.p/1/",
             "tile/0/000/", "/tile/0/000", "tile/0/00a", "tile/-1/000", "tile/0/../000",
             "tile/0/x001/x234/67", "tile/0/x999/x999/x999/x999/x999/x999/x999/999", "Tile/0/000",
             "tile/0/000.p/1.p/1", "tile/entries/000"})
        CHECK_FALSE(read_tile_path(path));
    for (const auto* path :
        {"tile/0/000", "tile/entries/", "tile/entries/0", "tile/entries/000.p/256", "entries/000"})
        CHECK_FALSE(read_entries_path(path));
}

TEST_CASE("a tree of 70 000 leaves has the tiles that the specification counts") {
    const auto tiles = tiles_of(70'000);

    REQUIRE(tiles.size() == 274 + 2 + 1);
    CHECK(tiles[272] == Tile{0, 272, 256});
    CHECK(tiles[273] == Tile{0, 273, 112});
    CHECK(tiles[274] == Tile{1, 0, 256});
    CHECK(tiles[275] == Tile{1, 1, 17});
    CHECK(tiles[276] == Tile{2, 0, 1});
}

TEST_CASE("a full tile is hashed into the level above, and a partial one is not") {
    CHECK(tiles_of(0).empty());
    CHECK(tiles_of(255) == std::vector<Tile>{{0, 0, 255}});
    CHECK(tiles_of(256) == std::vector<Tile>{{0, 0, 256}, {1, 0, 1}});
    CHECK(tiles_of(257) == std::vector<Tile>{{0, 0, 256}, {0, 1, 1}, {1, 0, 1}});
    CHECK(tile_at(0, 2, 257).width == 0);
    CHECK(hashes_at(63, UINT64_MAX) == 0);
}

TEST_CASE("a tile is as long as its width says") {
    const std::vector<Digest> two{leaf_hash("a"), leaf_hash("b")};

    CHECK(read_tile({0, 0, 2}, as_bytes(two)) == two);
    CHECK_FALSE(read_tile({0, 0, 1}, as_bytes(two)));
    CHECK_FALSE(read_tile({0, 0, 2}, as_bytes(two).substr(1)));
}

TEST_CASE("a bundle gives back its entries, the empty and the longest too") {
    const std::vector<std::string> entries = {"", "a", std::string(65'535, 'x'), std::string("\0\n", 2)};
    std::string bundle;
    for (const auto& entry : entries) add_to_bundle(bundle, entry);

    const auto read = read_bundle(bundle);
    REQUIRE(read);
    CHECK(std::vector<std::string>{read->begin(), read->end()} == entries);
    CHECK(bundle.substr(0, 5) == std::string("\0\0\0\1a", 5));
}

TEST_CASE("an entry above 65 535 bytes has no place in a bundle") {
    std::string bundle;
    CHECK_THROWS_AS(add_to_bundle(bundle, std::string(65'536, 'x')), std::length_error);
    CHECK(bundle.empty());
}

TEST_CASE("a bundle that ends inside an entry is refused") {
    std::string bundle;
    add_to_bundle(bundle, "abc");

    for (std::size_t length = 1; length < bundle.size(); ++length)
        CHECK_FALSE(read_bundle(bundle.substr(0, length)));
    CHECK(read_bundle("")->empty());
}
