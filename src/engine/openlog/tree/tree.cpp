#include "engine/openlog/tree/tree.hpp"

#include <algorithm>
#include <bit>
#include <optional>

namespace medskapa::openlog {
namespace {

/// Where RFC 6962 cuts a tree of two leaves or more: after the largest power of two that leaves something.
std::uint64_t middle(Range range) {
    return range.begin + std::bit_floor(range.size() - 1);
}

}  // namespace

Digest leaf_hash(std::string_view entry) {
    std::string message;
    message.reserve(entry.size() + 1);
    message += '\0';
    message += entry;
    return sha256(message);
}

Digest node_hash(const Digest& left, const Digest& right) {
    std::array<char, 65> message{1};
    auto* after_left = std::copy(left.begin(), left.end(), message.begin() + 1);
    std::copy(right.begin(), right.end(), after_left);
    return sha256({message.data(), message.size()});
}

Digest empty_root() {
    return sha256("");
}

Digest joined(std::span<const Digest> row) {
    std::vector<Digest> level{row.begin(), row.end()};
    while (level.size() > 1) {
        for (std::size_t i = 0; i < level.size() / 2; ++i)
            level[i] = node_hash(level[2 * i], level[2 * i + 1]);
        level.resize(level.size() / 2);
    }
    return level.front();
}

Digest subtree_hash(Range range, const Nodes& nodes) {
    if (range.size() == 0) return empty_root();
    // From right to left: the smallest complete subtree is the deepest.
    std::optional<Digest> hash;
    for (auto end = range.end; end > range.begin;) {
        const auto height = static_cast<unsigned>(std::countr_zero(end - range.begin));
        end -= std::uint64_t{1} << height;
        const auto left = nodes({height, end >> height});
        hash = hash ? node_hash(left, *hash) : left;
    }
    return *hash;
}

std::vector<Digest> subtree_proof(Range part, Range whole, const Nodes& nodes) {
    std::vector<Digest> proof;
    bool part_is_known = true;  // the verifier has its hash already
    while (part != whole) {
        const auto cut = middle(whole);
        const Range left{whole.begin, cut};
        const Range right{cut, whole.end};
        const bool goes_left = part.end <= cut;
        proof.push_back(subtree_hash(goes_left ? right : left, nodes));
        whole = goes_left ? left : right;
        if (goes_left || part.begin >= cut) continue;
        part.begin = cut;
        part_is_known = false;
    }
    if (!part_is_known) proof.push_back(subtree_hash(part, nodes));
    std::reverse(proof.begin(), proof.end());
    return proof;
}

std::vector<Digest> inclusion_proof(std::uint64_t index, std::uint64_t size, const Nodes& nodes) {
    return subtree_proof({index, index + 1}, {0, size}, nodes);
}

std::vector<Digest> consistency_proof(std::uint64_t old_size, std::uint64_t size, const Nodes& nodes) {
    if (old_size == 0) return {};
    return subtree_proof({0, old_size}, {0, size}, nodes);
}

Digest root_of(std::span<const Digest> leaves) {
    return subtree_hash({0, leaves.size()}, nodes_of(leaves));
}

Nodes nodes_of(std::span<const Digest> leaves) {
    return [leaves](Node node) {
        return joined(leaves.subspan(node.index << node.height, std::size_t{1} << node.height));
    };
}

}  // namespace medskapa::openlog
