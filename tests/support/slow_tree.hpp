#pragma once

#include "engine/openlog/tree/tree.hpp"

#include <string>

namespace medskapa::test {

inline std::vector<Digest> numbered_leaves(std::size_t count) {
    std::vector<Digest> leaves;
    for (std::size_t i = 0; i < count; ++i) leaves.push_back(openlog::leaf_hash("leaf " + std::to_string(i)));
    return leaves;
}

/// RFC 6962, 2.1, word by word: slow, and written without looking at the engine.
inline Digest slow_root(std::span<const Digest> leaves) {
    if (leaves.empty()) return sha256("");
    if (leaves.size() == 1) return leaves.front();
    std::size_t k = 1;
    while (2 * k < leaves.size()) k *= 2;
    return sha256("\x01" + std::string{as_text(slow_root(leaves.first(k)))} +
                  std::string{as_text(slow_root(leaves.subspan(k)))});
}

/// Every complete subtree, hashed beforehand.
struct HashedTree {
    std::vector<Digest> leaves;
    std::vector<std::vector<Digest>> rows;

    explicit HashedTree(std::vector<Digest> hashed) : leaves{std::move(hashed)}, rows{leaves} {
        while (rows.back().size() > 1) {
            std::vector<Digest> above;
            for (std::size_t i = 0; i + 1 < rows.back().size(); i += 2)
                above.push_back(openlog::node_hash(rows.back()[i], rows.back()[i + 1]));
            rows.push_back(std::move(above));
        }
    }

    openlog::Nodes nodes() const {
        return [this](openlog::Node node) { return rows.at(node.height).at(node.index); };
    }
    Digest root(std::uint64_t size) const { return openlog::subtree_hash({0, size}, nodes()); }
};

}  // namespace medskapa::test
