#pragma once

#include "engine/opinion/ballot.hpp"

#include <span>
#include <vector>

namespace medskapa::opinion {

/// Integer counts over those who voted on both of two statements: all that principal components need of the
/// votes. Being sums of whole numbers they are exact, whatever order votes came in.
class CoVotes {
public:
    struct Pair {
        std::int32_t both = 0;     // how many voted on both
        std::int32_t first = 0;    // sum of their votes (-1, 0, +1) on the first
        std::int32_t second = 0;   // and on the second
        std::int32_t product = 0;  // sum of the products of the two

        bool operator==(const Pair&) const = default;
    };

    explicit CoVotes(std::size_t statements = 0);

    /// From scratch. Each participant's ballots in rising order. The same counts for any number of threads.
    static CoVotes of(
        std::size_t statements, std::span<const std::vector<Ballot>> participants, unsigned threads);

    std::size_t statements() const { return statements_; }
    /// `first` must not be less than `second`. A statement paired with itself counts all its votes.
    const Pair& at(std::size_t first, std::size_t second) const { return pairs_[place(first, second)]; }

    /// One more statement, after all others.
    void add_statement();
    /// One ballot more, or one less, next to the same participant's `others`.
    void add(Ballot, std::span<const Ballot> others);
    void subtract(Ballot, std::span<const Ballot> others);

    bool operator==(const CoVotes&) const = default;

private:
    static std::size_t place(std::size_t first, std::size_t second) {
        return first * (first + 1) / 2 + second;
    }
    void change(Ballot, std::span<const Ballot> others, std::int32_t sign);
    void count_rows(std::size_t from, std::size_t to, std::span<const std::vector<Ballot>> participants);

    std::size_t statements_;
    std::vector<Pair> pairs_;  // the lower triangle, row by row
};

}  // namespace medskapa::opinion
