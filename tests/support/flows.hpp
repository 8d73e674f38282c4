#pragma once

#include "engine/regional/areas/flows.hpp"

namespace medskapa::test {

struct FlowRow {
    std::string from;
    std::string to;
    double amount;
};
using FlowRows = std::vector<FlowRow>;

inline regional::Flows flows_of(const FlowRows& rows) {
    regional::FlowBuilder builder;
    for (const auto& [from, to, amount] : rows) builder.add(from, to, amount);
    return builder.finish().value();
}

}  // namespace medskapa::test
