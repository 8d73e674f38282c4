#pragma once

#include "engine/regional/areas/labour_markets.hpp"

namespace medskapa::regional {

/// How far an area is a labour market of its own. People are employed ones in the flows.
struct AreaBalance {
    std::size_t area;  // the place that names it
    std::size_t places = 0;
    double residents = 0;
    double jobs = 0;
    double own = 0;  // live and work in it

    /// The share of residents who work in the area, 0..1; none without residents.
    std::optional<double> supply_containment() const;
    /// The share of jobs held by residents, 0..1; none without jobs.
    std::optional<double> demand_containment() const;
    /// More come in than go out when above 0.
    double net_commuting() const { return jobs - residents; }
};

/// In order of the naming place; the unassigned are in none. O(flows).
std::vector<AreaBalance> balances(const Flows&, const std::vector<Placing>&);

/// How much more flows stay within areas than chance would have it, below 1 (Newman and Girvan 2004, for
/// directed weights). None without flows between assigned places.
std::optional<double> modularity(const std::vector<AreaBalance>&);

}  // namespace medskapa::regional
