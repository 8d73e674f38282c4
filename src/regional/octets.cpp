#include "regional/octets.hpp"

#include <algorithm>

namespace medskapa::regional {
namespace {

constexpr std::size_t choices_of_eight = 256;

using Lanes = Octets::Lanes;
/// Eight doubles that the compiler adds with whatever instructions it may use.
using Eight = double __attribute__((vector_size(64), may_alias));

inline __attribute__((always_inline)) void add(Lanes& to, const Lanes& from) {
    auto* sums = reinterpret_cast<Eight*>(to.data());
    const auto* parts = reinterpret_cast<const Eight*>(from.data());
    for (std::size_t k = 0; k < Octets::lanes / 8; ++k) sums[k] += parts[k];
}

inline __attribute__((always_inline)) void add(double& to, const double& from) {
    to += from;
}

/// Eight columns and what to add for those that a row has.
template <class Value>
struct Group {
    const Value* values;
    std::size_t columns;
    const std::uint8_t* choices;  // one a row
};

/// Makes the sum of every choice out of the choice without its last column, and adds to each row its own.
template <class Value>
inline __attribute__((always_inline)) void add_group(
    const Group<Value>& group, std::size_t rows, Value* table, Value* sums) {
    for (std::size_t column = 0; column < group.columns; ++column) {
        const auto without = std::size_t{1} << column;
        for (std::size_t choice = 0; choice < without; ++choice) {
            table[without + choice] = table[choice];
            add(table[without + choice], group.values[column]);
        }
    }
    for (std::size_t row = 0; row < rows; ++row) add(sums[row], table[group.choices[row]]);
}

void add_values(const Group<double>& group, std::size_t rows, double* table, double* sums) {
    add_group(group, rows, table, sums);
}

using AddGroup = void (*)(const Group<Lanes>&, std::size_t rows, Lanes* table, Lanes* sums);

void add_lanes(const Group<Lanes>& group, std::size_t rows, Lanes* table, Lanes* sums) {
    add_group(group, rows, table, sums);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void add_lanes_avx2(
    const Group<Lanes>& group, std::size_t rows, Lanes* table, Lanes* sums) {
    add_group(group, rows, table, sums);
}

__attribute__((target("avx512f"))) void add_lanes_avx512(
    const Group<Lanes>& group, std::size_t rows, Lanes* table, Lanes* sums) {
    add_group(group, rows, table, sums);
}
#endif

/// Only the width of the instructions differs: each lane adds the same numbers in the same order.
AddGroup widest() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f")) return add_lanes_avx512;
    if (__builtin_cpu_supports("avx2")) return add_lanes_avx2;
#endif
    return add_lanes;
}

}  // namespace

Octets::Octets(const Presence& present, Rows rows)
    : rows_(rows == Rows::regions ? present.regions() : present.industries()),
      columns_(rows == Rows::regions ? present.industries() : present.regions()),
      choices_((columns_ + 7) / 8 * rows_) {
    for (std::size_t industry = 0; industry < present.industries(); ++industry) {
        present.for_each_region(industry, [&](std::size_t region) {
            const auto row = rows == Rows::regions ? region : industry;
            const auto column = rows == Rows::regions ? industry : region;
            choices_[column / 8 * rows_ + row] |= static_cast<std::uint8_t>(1U << (column % 8));
        });
    }
}

template <class Value, class Add>
std::vector<Value> Octets::sums_with(const std::vector<Value>& by_column, Add add_one) const {
    std::vector<Value> result(rows_);
    std::vector<Value> table(choices_of_eight);
    for (std::size_t first = 0; first < columns_; first += 8) {
        const Group<Value> group{
            &by_column[first], std::min<std::size_t>(8, columns_ - first), &choices_[first / 8 * rows_]};
        add_one(group, rows_, table.data(), result.data());
    }
    return result;
}

std::vector<double> Octets::sums(const std::vector<double>& by_column) const {
    return sums_with(by_column, add_values);
}

std::vector<Lanes> Octets::sums(const std::vector<Lanes>& by_column) const {
    static const AddGroup add_lanes_fast = widest();
    return sums_with(by_column, add_lanes_fast);
}

}  // namespace medskapa::regional
