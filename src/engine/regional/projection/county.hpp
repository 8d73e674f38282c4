#pragma once

#include "base/result.hpp"
#include "engine/regional/projection/population.hpp"

#include <map>

namespace medskapa::regional {

/// The people of all municipalities together, by year, sex and age, as somebody else projects them.
class CountyFigures {
public:
    explicit CountyFigures(std::size_t ages = 0) : ages_{ages} {}

    std::size_t ages() const { return ages_; }
    /// The years that have figures: 1 is the first after the start.
    std::vector<std::size_t> years() const;
    /// Refuses figures of another number of ages, negative or infinite ones, and a year and sex that stands
    /// twice.
    std::optional<Complaint> add(std::size_t year, Sex, std::vector<double> people);
    /// Refuses a year with figures of one sex only.
    std::optional<Complaint> fault() const;

    /// Multiplies each age so that the municipalities together have the county's figure. Where they have
    /// nobody of that age, the figure is shared by their people of that sex as they were before, equally
    /// where there are none. Returns how many people each municipality got. Does nothing in a year without
    /// figures.
    std::vector<double> scale(Population&, std::size_t year) const;

private:
    std::size_t ages_;
    std::map<std::pair<std::size_t, Sex>, std::vector<double>> people_;
};

}  // namespace medskapa::regional
