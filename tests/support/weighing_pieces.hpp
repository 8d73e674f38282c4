#pragma once

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include "engine/opinion/random.hpp"
#include "engine/opinion/report/weighing_report.hpp"

namespace example::inline weighing_pieces_shared {

using namespace medskapa;
using namespace medskapa::opinion;

inline exchange::Pieces pieces(std::string text) {
    return [text = std::move(text), is_given = false]() mutable {
        const std::string_view piece = is_given ? std::string_view{} : text;
        is_given = true;
        return piece;
    };
}

template <class Read>
std::string refusal(Read read, const std::string& csv) {
    const auto result = read(pieces(csv));
    return result ? "" : in_english(result.error().complaints.front());
}

inline std::string repeated(const std::string& row, int times) {
    std::string rows;
    for (int i = 0; i < times; ++i) rows += row + "\n";
    return rows;
}

inline BestWorst answers(const std::string& rows, std::optional<std::size_t> items = std::nullopt) {
    return exchange::read_best_worst(pieces("person,s1,s2,s3,s4,best,worst\n" + rows), items).value();
}

}  // namespace example::inline weighing_pieces_shared
