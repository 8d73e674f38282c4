#pragma once

#include "domain/statistics/dataset.hpp"

#include <optional>

/// How statistics on people name ages, sexes, and what is measured of them.
namespace medskapa {

/// What a number about people of an age is: how many they are, or what befalls them.
enum class PeopleMeasure { people, fertility, death_risk, moving_out, moving_in, net_moving };

/// By the member's code or label, in English or Swedish: "fruktsamhet"; none for any other.
std::optional<PeopleMeasure> people_measure_of(const Dataset::Member&);

/// Whether the member is women (0) or men (1), by its label or code; none for both together.
std::optional<int> sex_of(const Dataset::Member&);

/// An age of whole years or a group of them, both ends in it. `born`: those who are born while the years go.
struct AgeGroupName {
    int first = 0;
    bool is_born = false;
};
/// "45", "45-49", "90+", "100+ år", "born"; none for "all ages".
std::optional<AgeGroupName> age_group_of(const Dataset::Member&);

}  // namespace medskapa
