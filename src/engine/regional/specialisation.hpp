#pragma once

#include "engine/regional/table.hpp"

namespace medskapa::regional {

/// How much of one industry a region has, compared with the whole (Balassa 1965). All are without unit.
struct Specialisation {
    double quotient = 0;        // location quotient >= 0; 1 is the same share as the whole
    double symmetric = 0;       // RSCA, -1..1 (Laursen 1998)
    double normalised = 0;      // NRCA, -1/4..1/4 (Yu, Cai and Leung 2009)
    std::optional<double> low;  // 95 % interval of the quotient; none when the amount is 0
    std::optional<double> high;
    bool is_uncertain = true;  // the interval holds 1, or the amount is below 10
};

/// None for a missing cell and for a region whose total is 0. An industry without any amount has quotient 0.
/// O(1).
std::optional<Specialisation> specialisation(
    const Table&, const Totals&, std::size_t region, std::size_t industry);

/// What a region's whole composition looks like. Each is none when the region's total is 0.
struct Profile {
    std::optional<double> krugman;            // 0..2, distance to the whole's shares (Krugman 1991)
    std::optional<double> hachman;            // 0..1, 1 is the same composition as the whole
    std::optional<double> concentration;      // Herfindahl-Hirschman, 1/industries..1
    std::optional<double> entropy;            // bits (Shannon)
    std::optional<double> related_variety;    // bits inside groups (Frenken et al. 2007); none without groups
    std::optional<double> unrelated_variety;  // bits between groups; the two sum to the entropy
};

/// `group_of_industry` may be empty: then variety is none. Refuses nothing; an industry without a group
/// stands in a group of its own. O(industries).
Profile profile(const Table&, const Totals&, std::size_t region, const Grouping& group_of_industry);

/// Krugman's distance between two regions, 0..2. None when either total is 0. O(industries).
std::optional<double> krugman_between(const Table&, const Totals&, std::size_t a, std::size_t b);

/// How unevenly an industry lies over the regions, 0..1/2: the area between the diagonal and the curve of the
/// industry's shares over all shares, regions in order of quotient (Krugman 1991). None for an industry
/// without any amount. O(regions log regions).
std::optional<double> locational_gini(const Table&, const Totals&, std::size_t industry);

}  // namespace medskapa::regional
