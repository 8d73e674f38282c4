#pragma once

#include "engine/regional/relatedness/presence.hpp"

#include <array>

namespace medskapa::regional {

/// A presence laid out for adding by the method of the four Russians (Arlazarov et al. 1970): the columns in
/// groups of six, and for each row one byte a group that says which of them it has. The sums of all 64
/// choices of a group are made once and then only looked up. Four groups are taken at a time, so that a
/// row's sum is fetched and stored once for 24 columns and the tables stay nearest the processor. Everything
/// is added in the same order on every processor.
class ColumnGroups {
public:
    enum class Rows { regions, industries };
    ColumnGroups(const Presence&, Rows);

    /// By row, the sum of the values of the columns that it has. O(rows * columns / 6).
    std::vector<double> sums(const std::vector<double>& by_column) const;

    /// The same for sixteen values a column at once.
    static constexpr std::size_t lanes = 16;
    struct alignas(64) Lanes : std::array<double, lanes> {};
    std::vector<Lanes> sums(const std::vector<Lanes>& by_column) const;

    /// Which columns of each of four groups a row has.
    using Choices = std::array<std::uint8_t, 4>;

private:
    template <class Value, class Add>
    std::vector<Value> sums_with(const std::vector<Value>& by_column, Add add_four_groups) const;

    std::size_t rows_;
    std::size_t columns_;
    std::vector<Choices> choices_;  // all rows of the first four groups, then of the next
};

}  // namespace medskapa::regional
