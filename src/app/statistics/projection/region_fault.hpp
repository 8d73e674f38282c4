#pragma once

#include "app/statistics/projection/projection_rows.hpp"

namespace medskapa::app {

/// Why a region cannot be projected: it has no place that is known, only some of its places are in the
/// statistics, or people in it may be counted twice. `region`: a code, or empty for all places.
std::optional<Failure> fault_of_region(
    const PeopleInput&, const ProjectionRows&, const Horizon&, const std::string& region);

}  // namespace medskapa::app
