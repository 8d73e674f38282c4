#include "app/statistics/opportunity_order.hpp"

#include <doctest/doctest.h>
#include <cmath>

using namespace medskapa;

namespace {

AnalysisResult three() {
    AnalysisResult result;
    result.number_columns = {"density", "complexity"};
    result.rows = {{"near", "Near", "", {}, {0.9, -1.0}}, {"middle", "Middle", "", {}, {0.5, 0.0}},
        {"complex", "Complex", "", {}, {0.1, 1.0}}};
    return result;
}

std::string order_of(const AnalysisResult& result, double nearness) {
    std::string order;
    for (const auto& one : app::opportunities_weighed(result, nearness)) order += one.row->code + " ";
    return order;
}

}  // namespace

TEST_CASE("opportunities stand by nearness, by complexity, or by both as much as somebody wants") {
    const auto result = three();
    CHECK(order_of(result, 1) == "near middle complex ");
    CHECK(order_of(result, 0) == "complex middle near ");
    CHECK(order_of(result, 0.5) == "near middle complex ");  // all alike: as they stood
    CHECK(order_of(result, 0.6) == "near middle complex ");
    CHECK(order_of(result, 0.4) == "complex middle near ");
    CHECK(std::abs(app::opportunities_weighed(result, 1).front().score - std::sqrt(1.5)) < 1e-12);
}

TEST_CASE("a measure in which no two differ changes no order, and nothing has an order of its own") {
    auto result = three();
    for (auto& row : result.rows) row.numbers[0] = 0.5;
    CHECK(order_of(result, 1) == "near middle complex ");
    CHECK(order_of(result, 0.9) == "complex middle near ");
    CHECK(app::opportunities_weighed({}, 0.5).empty());
}
