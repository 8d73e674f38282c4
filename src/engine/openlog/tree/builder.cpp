#include "engine/openlog/tree/builder.hpp"

#include <utility>

namespace medskapa::openlog {

Builder::Builder(const Source& published) : size_{published.size()} {
    for (unsigned level = 0; hashes_at(level, size_) > 0; ++level) {
        const auto hashes = hashes_at(level, size_);
        const bool ends_full = hashes % tile_width == 0;
        edge_.push_back(ends_full ? std::vector<Digest>{} : published.hashes(level, hashes / tile_width));
    }
    if (size_ % tile_width == 0) return;
    for (const auto& entry : published.entries(size_ / tile_width)) add_to_bundle(bundle_, entry);
}

void Builder::append(std::string_view entry) {
    add_to_bundle(bundle_, entry);
    append_hash(0, leaf_hash(entry));
    ++size_;
    if (size_ % tile_width != 0) return;
    full_.push_back({entries_path_of({0, size_ / tile_width - 1, tile_width}), std::move(bundle_)});
    bundle_.clear();
}

void Builder::append_hash(unsigned level, const Digest& hash) {
    if (level == edge_.size()) edge_.emplace_back();
    edge_[level].push_back(hash);
    if (edge_[level].size() < tile_width) return;
    const auto index = hashes_at(level, size_) / tile_width;
    full_.push_back({path_of({level, index, tile_width}), as_bytes(edge_[level])});
    const auto above = joined(edge_[level]);
    edge_[level].clear();
    append_hash(level + 1, above);
}

TreeHead Builder::head() const {
    const auto edge = [this](Node node) {
        const auto& tile = edge_[node.height / tile_height];
        const auto height = node.height % tile_height;
        const auto first = (node.index << height) % tile_width;
        return joined(std::span{tile}.subspan(first, std::size_t{1} << height));
    };
    return {size_, subtree_hash({0, size_}, edge)};
}

std::vector<File> Builder::full_files() {
    return std::exchange(full_, {});
}

std::vector<File> Builder::files() {
    auto files = full_files();
    for (unsigned level = 0; level < edge_.size(); ++level) {
        if (edge_[level].empty()) continue;
        const auto tile = tile_at(level, hashes_at(level, size_) / tile_width, size_);
        files.push_back({path_of(tile), as_bytes(edge_[level])});
    }
    if (!bundle_.empty()) files.push_back({entries_path_of(tile_at(0, size_ / tile_width, size_)), bundle_});
    return files;
}

}  // namespace medskapa::openlog
