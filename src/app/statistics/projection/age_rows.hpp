#pragma once

#include "domain/statistics/analysis.hpp"
#include "engine/regional/projection/population.hpp"

#include <array>

/// The rows of a population pyramid.
namespace medskapa::app {

struct PyramidAges {
    int step = 1;  // years of an age
    std::size_t ages = 0;
    std::size_t grouped = 1;  // how many ages a row holds
    /// "0-4", and "90+" of the last.
    std::string name(std::size_t group) const;
    std::size_t groups() const { return (ages + grouped - 1) / grouped; }
};
/// Groups of five years, and of ten where fewer than 3 000 people live.
PyramidAges pyramid_ages(int step, std::size_t ages, double people);

/// People by sex (women, men) and group.
using AgePeople = std::array<std::vector<double>, 2>;
AgePeople grouped(const regional::Population&, const PyramidAges&);

/// Whether each number is shown, as mark_hidden() says of them with their sums.
using AgeShown = std::array<std::vector<Dataset::Shown>, 2>;
AgeShown shown_of(const AgePeople&, Dataset::SmallNumbers);

}  // namespace medskapa::app
