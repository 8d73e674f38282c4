#include "engine/openlog/audit/source.hpp"

#include <memory>

namespace medskapa::openlog {
namespace {

Tile full(Tile tile) {
    tile.width = tile_width;
    return tile;
}

}  // namespace

std::vector<Digest> Source::hashes(unsigned level, std::uint64_t index) const {
    const auto wanted = tile_at(level, index, size_);
    for (const auto& tile : {wanted, full(wanted)}) {
        const auto bytes = fetch_(path_of(tile));
        auto hashes = bytes ? read_tile(tile, *bytes) : std::nullopt;
        if (!hashes) continue;
        hashes->resize(wanted.width);
        return *std::move(hashes);
    }
    throw BrokenFile{path_of(wanted)};
}

std::vector<std::string> Source::entries(std::uint64_t index) const {
    const auto wanted = tile_at(0, index, size_);
    for (const auto& tile : {wanted, full(wanted)}) {
        const auto bytes = fetch_(entries_path_of(tile));
        const auto entries = bytes ? read_bundle(*bytes) : std::nullopt;
        if (entries && entries->size() == tile.width)
            return {entries->begin(), entries->begin() + wanted.width};
    }
    throw BrokenFile{entries_path_of(wanted)};
}

std::string Source::entry(std::uint64_t index) const {
    return entries(index / tile_width).at(index % tile_width);
}

Nodes Source::nodes() const {
    using Place = std::pair<unsigned, std::uint64_t>;
    const auto read = std::make_shared<std::map<Place, std::vector<Digest>>>();
    return [this, read](Node node) {
        const auto level = node.height / tile_height;
        const auto height = node.height % tile_height;
        const auto first = node.index << height;
        const Place place{level, first / tile_width};
        auto tile = read->find(place);
        if (tile == read->end()) tile = read->emplace(place, hashes(level, place.second)).first;
        return joined(std::span{tile->second}.subspan(first % tile_width, std::size_t{1} << height));
    };
}

}  // namespace medskapa::openlog
