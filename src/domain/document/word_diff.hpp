#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa {

/// A run of words that two texts share, or that only the older (removed) or the newer (added) has.
struct Piece {
    enum class Kind { same, removed, added };

    Kind kind = Kind::same;
    std::string text;

    bool operator==(const Piece&) const = default;
};

/// The shortest way from one text to the other, word by word, but for words so little that they are no relief
/// to a reader between two changes (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations",
/// Algorithmica 1, 1986). The same and removed pieces put together are `before`, the same and added ones
/// `after`; no two pieces of one kind stand next to each other, and what is removed stands before what is
/// added. Texts that share almost nothing are one removed and one added piece. O((n + m) d) time for n and m
/// words with d differences, d at most 1 500.
std::vector<Piece> diff_words(std::string_view before, std::string_view after);

/// Where two people changed the same words differently.
struct Collision {
    std::string base;
    std::string mine;
    std::string theirs;

    bool operator==(const Collision&) const = default;
};

struct Merge {
    std::string text;      // whole when there is no collision; `mine` stands where there is one
    std::string together;  // the same, but where they collide `theirs` stands and then `mine`
    std::vector<Collision> collisions;

    bool is_clean() const { return collisions.empty(); }
};

/// Both changes of a text in one, by words. Independent of the order of `mine` and `theirs` where they do not
/// meet.
Merge merge_words(std::string_view base, std::string_view mine, std::string_view theirs);

}  // namespace medskapa
