#pragma once

#include "base/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa::regional {

/// What regions are compared by: regions x variables, each variable in a block. Regions are in the order of
/// their codes.
struct RegionVariables {
    std::vector<std::string> regions;
    std::vector<std::string> variables;
    std::vector<std::string> blocks;            // by variable
    std::vector<std::optional<double>> values;  // row by row; none is missing

    const std::optional<double>& at(std::size_t region, std::size_t variable) const {
        return values[region * variables.size() + variable];
    }
};

}  // namespace medskapa::regional
