#pragma once

#include "engine/opinion/conversation.hpp"

#include <optional>

namespace medskapa::opinion {

/// How differently people vote, over what both have voted on and three statements more on which they differ
/// as people usually do: those who share nothing are "average" apart.
class VoteDistance {
public:
    /// Of people by their seats. Nothing when no two share a statement.
    static std::optional<VoteDistance> among(
        const Conversation& active, const std::vector<std::uint32_t>& seats);

    /// The squared distance of two people, by their places in `seats`. O(statements / 64).
    double squared(std::size_t a, std::size_t b) const;
    /// The mean squared difference of two votes on the same statement, over all pairs of people.
    double usual() const { return usual_; }

private:
    /// 64 statements of somebody's, a bit each.
    struct Word {
        std::uint64_t agrees = 0;
        std::uint64_t disagrees = 0;
        std::uint64_t passes = 0;
    };

    std::size_t words_ = 0;  // a person
    std::vector<Word> bits_;
    double usual_ = 0;
};

}  // namespace medskapa::opinion
