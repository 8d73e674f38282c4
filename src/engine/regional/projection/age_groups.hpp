#pragma once

#include "engine/regional/projection/population.hpp"

#include <optional>

namespace medskapa::regional {

/// Ages from `first` up to `last`, both in it; none is open.
struct AgeGroup {
    std::size_t first = 0;
    std::optional<std::size_t> last = {};

    std::string name() const {
        return std::to_string(first) + (last ? "-" + std::to_string(*last) : std::string{"+"});
    }
};

/// 0-4, 5-9 and so on; the last is open.
std::vector<AgeGroup> five_year_groups(std::size_t ages);
/// By what a municipality plans for: preschool 0-5, school 6-15 and 16-19, work 20-64, old age 65-79 and 80+.
std::vector<AgeGroup> service_groups(std::size_t ages);

/// People of the group; `by_age` begins with age 0.
double sum_of(std::span<const double> by_age, const AgeGroup&);

/// Whole numbers that add up to the rounded total: by largest remainder, ties to the lower age.
std::vector<std::int64_t> whole_people(std::span<const double> by_age);

inline constexpr double least_people_for_ages = 500;  // of a municipality
inline constexpr double least_people_of_an_age = 5;

/// Whether a group's single years of age may be shown, or only the group: not in a municipality of fewer than
/// 500 people, nor where fewer than five are expected of one of the ages.
bool may_show_ages(double municipality_total, std::span<const double> by_age, const AgeGroup&);

}  // namespace medskapa::regional
