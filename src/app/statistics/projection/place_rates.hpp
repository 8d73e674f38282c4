#pragma once

#include "app/statistics/projection/place_sums.hpp"
#include "base/result.hpp"
#include "engine/regional/projection/population_rates.hpp"

#include <tuple>

namespace medskapa::app {

/// By year, and whose they are.
using RateKey = std::tuple<int, std::string, regional::Rate, regional::Sex>;
using TypedRates = std::map<RateKey, regional::RateRow>;

/// Whose rates serve whom: a place its own, and where it has none the nearest whole's that it lies in. Only
/// shares are handed on: how many people move into a county is said of no municipality. What it is made of
/// must outlive it.
class PlaceRates {
public:
    PlaceRates(const TypedRates&, const PlaceSums&, const std::vector<std::string>& ages);

    /// Whether any rates serve the place.
    bool serve(const std::string& place) const;

    /// By year, for these places. Refuses a rate that is missing or cannot be.
    std::optional<Failure> add_to(
        std::map<int, regional::RatesBuilder>&, const std::set<std::string>& places) const;

private:
    std::vector<std::string> served_by(const RateKey&, const std::set<std::string>& places) const;
    bool hands_on(const RateKey&, const std::string& place) const;
    std::optional<Failure> fault_of(const regional::RateRow&, const std::string& code) const;
    Failure rate_failure(
        const regional::RateRow&, const std::optional<std::size_t>& age, const std::string& code) const;

    const TypedRates& rates_;
    const PlaceSums& sums_;
    const std::vector<std::string>& ages_;
    std::set<std::string> known_;  // whose rates there are
};

}  // namespace medskapa::app
