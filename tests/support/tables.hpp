#pragma once

#include "engine/regional/table.hpp"

namespace medskapa::test {

struct AmountRow {
    std::string region;
    std::string industry;
    std::optional<double> value;
};

inline regional::Table table_of(const std::vector<AmountRow>& rows) {
    regional::TableBuilder builder;
    for (const auto& [region, industry, value] : rows) builder.add(region, industry, value);
    return builder.finish().value();
}

}  // namespace medskapa::test
