#pragma once

#include "engine/regional/complexity/complexity.hpp"
#include "engine/regional/specialisation.hpp"

#include <functional>
#include <string_view>

namespace medskapa::regional {

struct Settings {
    double threshold = 1;
    OwnProximity own = OwnProximity::left_out;
    std::optional<std::size_t> fitness_updates;
    Grouping group_of_industry;
};

/// Everything that follows from one table. The parts share the order of its regions and industries.
struct Analysis {
    Table table;
    Totals sums;
    Presence present;
    CoOccurrence counts;
    Density densities;
    Complexity scores;
    Fitness strength;
    Outlook possibilities;
    std::vector<Warning> warnings;
};

/// Called with what is being computed, and how far it is, 0..1.
using Progress = std::function<void(const char* stage, double part)>;

/// Deterministic: the same table and settings give the same bits.
Analysis analyse(Table, const Settings&, const Progress&);

}  // namespace medskapa::regional
