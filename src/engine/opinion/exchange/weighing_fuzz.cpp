#include "engine/opinion/exchange/weighing_tables.hpp"

#include "support/fuzz.hpp"

#include <cmath>
#include <numeric>

using namespace medskapa::opinion;

namespace {

/// In two pieces, so that a record is cut somewhere.
exchange::Pieces in_two(std::string_view bytes) {
    return [bytes, part = 0]() mutable {
        const auto middle = bytes.size() / 2;
        ++part;
        return part == 1 ? bytes.substr(0, middle) : (part == 2 ? bytes.substr(middle) : std::string_view{});
    };
}

bool is_within_points(double value) {
    return value >= 0 && value <= static_cast<double>(PointsWeighing::points_each);
}

void weigh(const PointsWeighing& weighing) {
    const auto sectors = weighing.sectors();
    std::size_t answers = sectors.left_out;
    for (const auto& [name, sector] : sectors.by_name) {
        answers += sector.answers;
        must(sector.answers >= PointsWeighing::fewest_answers);
        for (const auto& item : sector.items)
            must(is_within_points(item.low) && item.low <= item.mean && item.mean <= item.high);
    }
    must(answers == weighing.accepted());
    if (const auto total = weighed_total(sectors.by_name, {}))
        for (const auto& item : total->items)
            must(is_within_points(item.mean + 0.0) || std::abs(item.mean - 100) < 1e-9);
}

void weigh(const BestWorst& weighing) {
    const auto found = weighing.worth();
    for (std::size_t item = 0; item < weighing.items(); ++item)
        must(std::isfinite(found.worth[item]) && std::isfinite(found.error[item]));
    must(std::abs(std::accumulate(found.share.begin(), found.share.end(), 0.0) - 100) < 1e-6);
}

}  // namespace

void try_input(std::string_view bytes) {
    if (const auto points = exchange::read_points(in_two(bytes))) {
        must(points->items.size() == points->weighing.items());
        weigh(points->weighing);
    }
    if (const auto answers = exchange::read_best_worst(in_two(bytes), std::nullopt)) {
        must(answers->items() >= fewest_items && answers->items() <= most_items);
        weigh(*answers);
    }
}
