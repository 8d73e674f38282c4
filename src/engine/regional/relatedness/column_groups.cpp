#include "engine/regional/relatedness/column_groups.hpp"

#include <algorithm>

namespace medskapa::regional {
namespace {

using Lanes = ColumnGroups::Lanes;
using Choices = ColumnGroups::Choices;

constexpr std::size_t width = 6;
constexpr std::size_t choices_of_group = 1U << width;
constexpr std::size_t at_once = std::tuple_size_v<Choices>;
constexpr std::size_t columns_at_once = at_once * width;

template <class Value>
using Columns = std::array<Value, columns_at_once>;
template <class Value>
using Tables = std::array<std::array<Value, choices_of_group>, at_once>;

/// Eight doubles that the compiler adds with whatever instructions it may use.
using Eight = double __attribute__((vector_size(64), may_alias));

inline __attribute__((always_inline)) Eight& eight(Lanes& lanes, std::size_t part) {
    return reinterpret_cast<Eight*>(lanes.data())[part];
}
inline __attribute__((always_inline)) const Eight& eight(const Lanes& lanes, std::size_t part) {
    return reinterpret_cast<const Eight*>(lanes.data())[part];
}

inline __attribute__((always_inline)) void put_sum(Lanes& to, const Lanes& a, const Lanes& b) {
    for (std::size_t part = 0; part < ColumnGroups::lanes / 8; ++part)
        eight(to, part) = eight(a, part) + eight(b, part);
}
inline __attribute__((always_inline)) void put_sum(double& to, double a, double b) {
    to = a + b;
}

inline __attribute__((always_inline)) void add_four(
    Lanes& to, const Lanes& a, const Lanes& b, const Lanes& c, const Lanes& d) {
    for (std::size_t part = 0; part < ColumnGroups::lanes / 8; ++part)
        eight(to, part) += (eight(a, part) + eight(b, part)) + (eight(c, part) + eight(d, part));
}
inline __attribute__((always_inline)) void add_four(double& to, double a, double b, double c, double d) {
    to += (a + b) + (c + d);
}

/// Makes the sum of every choice out of the choice without its last column, and adds to each row its own.
template <class Value>
inline __attribute__((always_inline)) void add_groups(
    const Columns<Value>& values, const Choices* choices, std::size_t rows, Tables<Value>& of, Value* sums) {
    for (std::size_t group = 0; group < at_once; ++group) {
        for (std::size_t column = 0; column < width; ++column) {
            const auto without = std::size_t{1} << column;
            for (std::size_t choice = 0; choice < without; ++choice)
                put_sum(of[group][without + choice], of[group][choice], values[group * width + column]);
        }
    }
    for (std::size_t row = 0; row < rows; ++row) {
        const auto [a, b, c, d] = choices[row];
        add_four(sums[row], of[0][a], of[1][b], of[2][c], of[3][d]);
    }
}

void add_values(const Columns<double>& values, const Choices* choices, std::size_t rows,
    Tables<double>& tables, double* sums) {
    add_groups(values, choices, rows, tables, sums);
}

using AddLanes = void (*)(
    const Columns<Lanes>&, const Choices*, std::size_t rows, Tables<Lanes>& tables, Lanes* sums);

void add_lanes(const Columns<Lanes>& values, const Choices* choices, std::size_t rows, Tables<Lanes>& tables,
    Lanes* sums) {
    add_groups(values, choices, rows, tables, sums);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void add_lanes_avx2(const Columns<Lanes>& values, const Choices* choices,
    std::size_t rows, Tables<Lanes>& tables, Lanes* sums) {
    add_groups(values, choices, rows, tables, sums);
}

__attribute__((target("avx512f"))) void add_lanes_avx512(const Columns<Lanes>& values, const Choices* choices,
    std::size_t rows, Tables<Lanes>& tables, Lanes* sums) {
    add_groups(values, choices, rows, tables, sums);
}
#endif

/// The bits from the column on, as many as are taken at once or more.
std::uint64_t bits_from(std::span<const std::uint64_t> bits, std::size_t column) {
    const auto word = column / 64;
    const auto offset = column % 64;
    const auto here = bits[word] >> offset;
    return offset == 0 || word + 1 == bits.size() ? here : here | bits[word + 1] << (64 - offset);
}

/// Only the width of the instructions differs: each lane adds the same numbers in the same order.
AddLanes widest() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) return add_lanes_avx512;
    if (__builtin_cpu_supports("avx2")) return add_lanes_avx2;
#endif
    return add_lanes;
}

}  // namespace

ColumnGroups::ColumnGroups(const Presence& present, Rows rows)
    : rows_(rows == Rows::regions ? present.regions() : present.industries()),
      columns_(rows == Rows::regions ? present.industries() : present.regions()),
      choices_((columns_ + columns_at_once - 1) / columns_at_once * rows_) {
    for (std::size_t row = 0; row < rows_; ++row) {
        const auto bits = rows == Rows::regions ? present.bits_of_region(row) : present.bits_of_industry(row);
        for (std::size_t first = 0; first < columns_; first += columns_at_once) {
            auto next = bits_from(bits, first);
            for (auto& choice : choices_[first / columns_at_once * rows_ + row]) {
                choice = next % choices_of_group;
                next >>= width;
            }
        }
    }
}

template <class Value, class Add>
std::vector<Value> ColumnGroups::sums_with(const std::vector<Value>& by_column, Add add_four_groups) const {
    std::vector<Value> result(rows_);
    std::vector<Tables<Value>> tables(1);
    for (std::size_t first = 0; first < columns_; first += columns_at_once) {
        Columns<Value> values{};
        std::copy_n(&by_column[first], std::min(columns_at_once, columns_ - first), values.begin());
        add_four_groups(
            values, &choices_[first / columns_at_once * rows_], rows_, tables.front(), result.data());
    }
    return result;
}

std::vector<double> ColumnGroups::sums(const std::vector<double>& by_column) const {
    return sums_with(by_column, add_values);
}

std::vector<Lanes> ColumnGroups::sums(const std::vector<Lanes>& by_column) const {
    static const AddLanes add_lanes_fast = widest();
    return sums_with(by_column, add_lanes_fast);
}

}  // namespace medskapa::regional
