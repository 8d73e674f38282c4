#pragma once

#include "engine/regional/relatedness/column_groups.hpp"

namespace medskapa::regional {

/// Who has what, and how much of it is compared: 0 for regions and industries left out.
struct Network {
    ColumnGroups by_region;
    ColumnGroups by_industry;
    std::vector<double> diversity;
    std::vector<double> ubiquity;
};

Network network_of(const Presence&);

/// Keeps only the connected part with most regions (the first of equals) and returns how many there were.
std::size_t keep_largest_part(Network&, const Presence&);

/// Averages over the regions with each industry; 0 where none is compared.
std::vector<double> mean_over_regions(const Network&, const std::vector<double>& regions);

/// Mean and deviation over those that are counted.
struct Spread {
    double mean = 0;
    double deviation = 0;
};

Spread spread(const std::vector<double>& values, const std::vector<double>& counted);

/// Mean 0 and deviation 1 over those that are counted; none for the others, or for all when they are alike.
std::vector<std::optional<double>> standardised(
    const std::vector<double>& values, const std::vector<double>& counted);

/// 1 where there is a score: who is counted.
std::vector<double> one_where_some(const std::vector<std::optional<double>>& scores);

}  // namespace medskapa::regional
