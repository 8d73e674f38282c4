#include "engine/openlog/tree/proof.hpp"

#include "engine/openlog/tree/tree.hpp"

#include <bit>

namespace medskapa::openlog {
namespace {

/// A leaf and the last leaf of its tree, both climbing towards the root.
struct Climb {
    std::uint64_t node;
    std::uint64_t last;

    bool is_at_root() const { return last == 0; }
    /// Whether the next hash of a proof stands to the left.
    bool has_left_sibling() const { return (node & 1U) == 1 || node == last; }
    void up() {
        node >>= 1U;
        last >>= 1U;
    }
    /// Past the levels where the last node is a left child, which stands there alone.
    void past_lone_levels() {
        while ((node & 1U) == 0 && node != 0) up();
    }
};

bool climbs_to_both(
    const TreeHead& older, const TreeHead& newer, const Digest& start, std::span<const Digest> rest) {
    Climb climb{older.size - 1, newer.size - 1};
    while ((climb.node & 1U) == 1) climb.up();
    auto old_root = start;
    auto new_root = start;
    for (const auto& sibling : rest) {
        if (climb.is_at_root()) return false;
        if (climb.has_left_sibling()) {
            old_root = node_hash(sibling, old_root);
            new_root = node_hash(sibling, new_root);
            climb.past_lone_levels();
        } else {
            new_root = node_hash(new_root, sibling);
        }
        climb.up();
    }
    return climb.is_at_root() && old_root == older.root && new_root == newer.root;
}

}  // namespace

std::optional<Digest> root_by_inclusion(
    std::uint64_t index, std::uint64_t size, const Digest& leaf, std::span<const Digest> proof) {
    if (index >= size) return std::nullopt;
    Climb climb{index, size - 1};
    auto root = leaf;
    for (const auto& sibling : proof) {
        if (climb.is_at_root()) return std::nullopt;
        if (climb.has_left_sibling()) {
            root = node_hash(sibling, root);
            climb.past_lone_levels();
        } else {
            root = node_hash(root, sibling);
        }
        climb.up();
    }
    if (!climb.is_at_root()) return std::nullopt;
    return root;
}

bool is_included(std::uint64_t index, std::uint64_t size, const Digest& leaf, std::span<const Digest> proof,
    const Digest& root) {
    return root_by_inclusion(index, size, leaf, proof) == root;
}

bool is_consistent(const TreeHead& older, const TreeHead& newer, std::span<const Digest> proof) {
    if (older.size == 0 || older.size > newer.size) return false;
    if (older.size == newer.size) return proof.empty() && older.root == newer.root;
    // A complete old tree is itself a node of the new one, so the proof need not say its hash.
    if (std::has_single_bit(older.size)) return climbs_to_both(older, newer, older.root, proof);
    if (proof.empty()) return false;
    return climbs_to_both(older, newer, proof.front(), proof.subspan(1));
}

}  // namespace medskapa::openlog
