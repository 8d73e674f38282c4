#pragma once

#include "engine/regional/areas/labour_markets.hpp"

namespace medskapa::regional {

/// What an area must reach. An area of `target_size` needs only `min_containment`, one of `min_size` needs
/// `target_containment`; between them one makes up for the other.
struct AreaRule {
    double min_size = 1000;  // employed residents, >= 0
    double min_containment = 0.6667;
    double target_size = 10'000;       // above min_size
    double target_containment = 0.75;  // 0 < min_containment <= target_containment <= 1
};

/// Labour market areas (Coombes and Bond 2008, as Istat and Eurostat use them): the least valid area is taken
/// apart, place by place, and each place joins the area that it is tied to most, as long as that one does not
/// become less valid. Places without residents, jobs or flows to others are unassigned. An area is named by
/// its place with most jobs (ties: lowest code). Ties follow the codes, so there is one answer only. Refuses
/// sizes and containments out of their ranges. About O(places * (places + flows of an area)).
Result<Division> labour_market_areas(const Flows&, const AreaRule&);

}  // namespace medskapa::regional
