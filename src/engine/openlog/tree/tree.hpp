#pragma once

#include "base/digest.hpp"

#include <functional>
#include <span>
#include <vector>

/// The Merkle tree of RFC 6962, section 2.1, over leaves that are already hashed.
namespace medskapa::openlog {

/// SHA-256(0x00 ‖ entry).
Digest leaf_hash(std::string_view entry);
/// SHA-256(0x01 ‖ left ‖ right).
Digest node_hash(const Digest& left, const Digest& right);
/// The root of no leaves at all: SHA-256 of nothing.
Digest empty_root();

/// Leaves begin, ..., end - 1.
struct Range {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;

    bool operator==(const Range&) const = default;
    std::uint64_t size() const { return end - begin; }
};

/// The complete subtree over the 2^height leaves from index * 2^height.
struct Node {
    unsigned height = 0;  // 0..63
    std::uint64_t index = 0;
};

/// Where the hashes of complete subtrees are found: in memory, in tiles. Asked only for subtrees that lie
/// wholly inside the range that the caller named.
using Nodes = std::function<Digest(Node)>;

/// The hash of the complete subtree over neighbouring hashes. `row` must hold a power of two of them. O(n).
Digest joined(std::span<const Digest> row);

/// The hash of the tree over `range` alone. `range.begin` must be a multiple of the smallest power of two >=
/// its size, as of every subtree of a tree. Asks for at most 64 nodes.
Digest subtree_hash(Range range, const Nodes&);

/// What proves that the tree over `part` is inside the tree over `whole`, from the part upwards: for one leaf
/// an inclusion proof (RFC 6962, 2.1.1), for the first m leaves a consistency proof (2.1.2), for any other
/// subtree the subtree consistency proof of draft-ietf-plants-merkle-tree-certs. Empty when the two are the
/// same. `part` must be a subtree, not empty and inside `whole`. At most 64 hashes.
std::vector<Digest> subtree_proof(Range part, Range whole, const Nodes&);

/// `index` < `size`.
std::vector<Digest> inclusion_proof(std::uint64_t index, std::uint64_t size, const Nodes&);
/// `old_size` <= `size`. Every tree grows from the empty one, so from size 0 nothing is proved.
std::vector<Digest> consistency_proof(std::uint64_t old_size, std::uint64_t size, const Nodes&);

/// The root over leaves that all lie in memory. O(n).
Digest root_of(std::span<const Digest> leaves);
/// The nodes of such a tree, computed when asked for: O(2^height) each. `leaves` must outlive them.
Nodes nodes_of(std::span<const Digest> leaves);

}  // namespace medskapa::openlog
