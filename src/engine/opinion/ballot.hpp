#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace medskapa::opinion {

/// Agreeing is +1 everywhere in this engine and in Polis' exports; in Polis' own database it is -1.
enum class Vote : std::int8_t { disagree = -1, pass = 0, agree = 1 };

/// One participant's vote on one statement, in four bytes. Ordered by statement.
class Ballot {
public:
    static constexpr std::size_t most_statements = std::size_t{1} << 20U;

    Ballot(std::size_t statement, Vote vote)
        : bits_{static_cast<std::uint32_t>(statement) << 2U |
                static_cast<std::uint32_t>(static_cast<int>(vote) + 1)} {}

    std::size_t statement() const { return bits_ >> 2U; }
    int value() const { return static_cast<int>(code()) - 1; }
    Vote vote() const { return static_cast<Vote>(value()); }
    /// 0 disagree, 1 pass, 2 agree: an index into tables.
    std::size_t code() const { return bits_ & 3U; }

    auto operator<=>(const Ballot&) const = default;

private:
    std::uint32_t bits_;
};

}  // namespace medskapa::opinion
