#include "engine/openlog/tree/builder.hpp"

#include "support/slow_tree.hpp"

#include <doctest/doctest.h>
#include <map>

using namespace medskapa;
using namespace medskapa::openlog;

namespace {

using Files = std::map<std::string, std::string>;

std::string numbered(std::uint64_t i) {
    return "leaf " + std::to_string(i);
}

void append_up_to(Builder& builder, std::uint64_t size) {
    while (builder.size() < size) builder.append(numbered(builder.size()));
}

void keep(Files& files, const std::vector<File>& written) {
    for (const auto& file : written) files[file.path] = file.bytes;
}

Fetch fetch_from(const Files& files) {
    return [&files](const std::string& path) -> std::optional<std::string> {
        const auto file = files.find(path);
        return file == files.end() ? std::nullopt : std::optional{file->second};
    };
}

/// The specification's own words: hash i of tile n is MTH(D[(n*256+i)*256^l : (n*256+i+1)*256^l]).
std::string slow_tile(const Tile& tile, std::span<const Digest> leaves) {
    std::uint64_t below = 1;
    for (unsigned level = 0; level < tile.level; ++level) below *= 256;
    std::string bytes;
    for (std::uint64_t i = 0; i < tile.width; ++i)
        bytes += as_text(test::slow_root(leaves.subspan((tile.index * 256 + i) * below, below)));
    return bytes;
}

}  // namespace

TEST_CASE("tiles are byte for byte the specification's, around each size where the tree grows a level") {
    const auto leaves = test::numbered_leaves(70'000);
    for (const std::uint64_t size : {0, 1, 255, 256, 257, 511, 65'535, 65'536, 65'537, 70'000}) {
        Builder builder;
        append_up_to(builder, size);
        Files files;
        keep(files, builder.files());

        const auto all = std::span{leaves}.first(size);
        CHECK(builder.head() == TreeHead{size, test::slow_root(all)});
        const auto tiles = tiles_of(size);
        for (const auto& tile : tiles) REQUIRE(files[path_of(tile)] == slow_tile(tile, all));
        CHECK(files.size() == tiles.size() + (size + 255) / 256);
    }
}

TEST_CASE("bundles hold the entries of their tile, in order") {
    Builder builder;
    append_up_to(builder, 258);
    Files files;
    keep(files, builder.files());

    CHECK(read_bundle(files["tile/entries/000"])->back() == "leaf 255");
    CHECK(
        *read_bundle(files["tile/entries/001.p/2"]) == std::vector<std::string_view>{"leaf 256", "leaf 257"});
}

TEST_CASE("the same entries give the same files, however often one publishes") {
    Files at_once;
    Builder one;
    append_up_to(one, 1000);
    keep(at_once, one.files());
    Files step_by_step;
    Builder other;
    for (std::uint64_t size = 0; size <= 1000; size += 37) {
        append_up_to(other, size);
        keep(step_by_step, other.files());
    }
    append_up_to(other, 1000);
    keep(step_by_step, other.files());

    for (const auto& [path, bytes] : at_once) CHECK(step_by_step.at(path) == bytes);
    CHECK(one.head() == other.head());
}

TEST_CASE("a builder goes on where a published tree ends") {
    for (const std::uint64_t size : {0, 1, 255, 256, 257, 65'536, 65'793}) {
        Files files;
        Builder first;
        append_up_to(first, size);
        keep(files, first.files());
        Builder resumed{Source{size, fetch_from(files)}};
        REQUIRE(resumed.head() == first.head());
        for (std::uint64_t i = size; i < size + 300; ++i) {
            first.append(numbered(i));
            resumed.append(numbered(i));
        }

        CHECK(resumed.files() == first.files());
    }
}

TEST_CASE("proofs from tiles are the tree's own") {
    Files files;
    Builder builder;
    append_up_to(builder, 70'000);
    keep(files, builder.files());
    const test::HashedTree tree{test::numbered_leaves(70'000)};
    const Source source{70'000, fetch_from(files)};

    for (const std::uint64_t index : {0, 255, 256, 65'535, 65'536, 69'999})
        CHECK(inclusion_proof(index, 70'000, source.nodes()) == inclusion_proof(index, 70'000, tree.nodes()));
    for (const std::uint64_t size : {1, 256, 257, 65'536, 69'999})
        CHECK(
            consistency_proof(size, 70'000, source.nodes()) == consistency_proof(size, 70'000, tree.nodes()));
    CHECK(source.entry(69'999) == "leaf 69999");
}

TEST_CASE("a partial file that is gone is read from the full one that replaced it") {
    Files files;
    Builder builder;
    append_up_to(builder, 256);
    keep(files, builder.files());
    const Source source{100, fetch_from(files)};

    CHECK(source.hashes(0, 0).size() == 100);
    CHECK(source.entries(0).size() == 100);
}

TEST_CASE("a file that is not there, or is too short, is named") {
    Files files;
    Builder builder;
    append_up_to(builder, 300);
    keep(files, builder.files());
    files["tile/0/000"].pop_back();
    files.erase("tile/entries/001.p/44");
    const Source source{300, fetch_from(files)};

    CHECK_THROWS_WITH_AS(
        source.hashes(0, 0), "The log lacks the file tile/0/000, or it is broken", BrokenFile);
    CHECK_THROWS_WITH_AS(
        source.entries(1), "The log lacks the file tile/entries/001.p/44, or it is broken", BrokenFile);
}
