#pragma once

#include "engine/regional/projection/projection.hpp"

#include <Eigen/Core>

namespace medskapa::regional {

using Ages = Eigen::ArrayXd;

inline Eigen::Map<const Ages> as_array(std::span<const double> ages) {
    return {ages.data(), static_cast<Eigen::Index>(ages.size())};
}

inline Eigen::Map<Ages> as_array(std::span<double> ages) {
    return {ages.data(), static_cast<Eigen::Index>(ages.size())};
}

/// One sex's rates as a scenario has them in every year. The rates that it is made of must outlive it.
struct AssumedRates {
    AssumedRates(const SexRates&, const Assumptions&);

    Eigen::Map<const Ages> dies;  // before the year's decline
    Ages moves_out;
    Ages move_in;
    double born_dies = 0;
    double born_moves_out = 0;
    double in = 0;  // all who move in
    bool is_net = false;
};

/// A municipality under a scenario.
struct AssumedMunicipality {
    AssumedMunicipality(const MunicipalityRates&, const Assumptions&);

    AssumedRates women;
    AssumedRates men;
    std::size_t first_fertile = 0;  // ages from here on, as many as there are in `fertility`, bear
    std::vector<double> fertility;

    const AssumedRates& of(Sex sex) const { return sex == Sex::women ? women : men; }
};

std::vector<AssumedMunicipality> assumed_rates(const PopulationRates&, const Assumptions&);

}  // namespace medskapa::regional
