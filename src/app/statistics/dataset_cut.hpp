#pragma once

#include "app/statistics/analysis_input.hpp"

namespace medskapa::app {

/// The value of a parameter; empty where it was not given.
std::string value_of(const Parameters&, const std::string& name);

/// Refuses with the parameter as the complaint's part.
tl::unexpected<Failure> refuse_parameter(const std::string& name, const char* sentence, Holes holes = {});

std::optional<std::size_t> position_of(const Dataset&, const std::string& dimension);

/// The dimensions that an analysis goes through, and the one member of each other that counts.
struct Cut {
    std::vector<std::size_t> through;
    std::map<std::size_t, std::size_t> only;  // dimension: member

    bool holds(const std::vector<std::size_t>& members) const;
};

/// Of the dimensions that the roles name. Refuses those that the dataset does not have or that stand twice,
/// and a further one of which no single member is chosen; of times the last counts when none is.
Result<Cut> cut(
    const Dataset&, const Parameters&, std::initializer_list<const char*> roles, const std::string& period);

}  // namespace medskapa::app
