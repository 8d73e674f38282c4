#pragma once

#include "base/digest.hpp"

#include <optional>
#include <span>

/// What a reader of the log can check alone, without the tree: RFC 9162, sections 2.1.3.2 and 2.1.4.2.
namespace medskapa::openlog {

/// The root that a tree of `size` leaves has if `leaf` is its leaf `index` and the proof is right. Nothing
/// when no tree of that size has such a leaf or a proof of that length. O(log size).
std::optional<Digest> root_by_inclusion(
    std::uint64_t index, std::uint64_t size, const Digest& leaf, std::span<const Digest> proof);

bool is_included(std::uint64_t index, std::uint64_t size, const Digest& leaf, std::span<const Digest> proof,
    const Digest& root);

struct TreeHead {
    std::uint64_t size = 0;
    Digest root;

    bool operator==(const TreeHead&) const = default;
};

/// Whether the newer tree begins with all of the older, unchanged. Never from size 0: nothing is proved then,
/// and whoever asks has a mistake elsewhere. O(log size).
bool is_consistent(const TreeHead& older, const TreeHead& newer, std::span<const Digest> proof);

}  // namespace medskapa::openlog
