#pragma once

#include "regional/presence.hpp"

#include <array>

namespace medskapa::regional {

/// A presence laid out for adding: the columns in groups of eight, and for each group one byte a row that
/// says which of them the row has. The sums of all 256 choices of a group are made once and then only looked
/// up, which takes about a seventh of the additions. Everything is added in the same order on every
/// processor.
class Octets {
public:
    enum class Rows { regions, industries };
    Octets(const Presence&, Rows);

    /// By row, the sum of the values of the columns that it has. O(rows * columns / 8).
    std::vector<double> sums(const std::vector<double>& by_column) const;

    /// The same for sixteen values a column at once.
    static constexpr std::size_t lanes = 16;
    struct alignas(64) Lanes : std::array<double, lanes> {};
    std::vector<Lanes> sums(const std::vector<Lanes>& by_column) const;

private:
    template <class Value, class Add>
    std::vector<Value> sums_with(const std::vector<Value>& by_column, Add add_one) const;

    std::size_t rows_;
    std::size_t columns_;
    std::vector<std::uint8_t> choices_;  // group by group
};

}  // namespace medskapa::regional
