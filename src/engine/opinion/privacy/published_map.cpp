#include "engine/opinion/privacy/published_map.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace medskapa::opinion {
namespace {

using Members = std::vector<std::uint32_t>;
using Blocks = std::vector<Members>;

/// Halves of halves, as small as the pair rule lets them be.
class Halving {
public:
    Halving(const std::vector<Point>& places, const PairRule& rule) : places_{places}, rule_{rule} {}

    std::optional<Blocks> blocks_of(Members people) const {
        if (people.size() < fewest_together) return std::nullopt;
        if (people.size() >= 2 * fewest_together)
            if (auto halves = halved(people)) return halves;
        std::sort(people.begin(), people.end());
        if (!rule_.allows(PeopleSets::Of::blocks, people)) return std::nullopt;
        return Blocks{std::move(people)};
    }

private:
    std::optional<Blocks> halved(Members people) const {
        sort_along_wider(people);
        const auto middle = people.begin() + static_cast<std::ptrdiff_t>(people.size() / 2);
        auto lower = blocks_of({people.begin(), middle});
        if (!lower) return std::nullopt;
        auto upper = blocks_of({middle, people.end()});
        if (!upper) return std::nullopt;
        std::move(upper->begin(), upper->end(), std::back_inserter(*lower));
        return lower;
    }

    void sort_along_wider(Members& people) const {
        const bool is_x = width(people, &Point::x) >= width(people, &Point::y);
        const auto first = is_x ? &Point::x : &Point::y;
        const auto second = is_x ? &Point::y : &Point::x;
        std::sort(people.begin(), people.end(), [&](auto a, auto b) {
            return std::tuple{places_[a].*first, places_[a].*second, a} <
                   std::tuple{places_[b].*first, places_[b].*second, b};
        });
    }

    double width(const Members& people, double Point::*coordinate) const {
        const auto [least, most] = std::minmax_element(people.begin(), people.end(),
            [&](auto a, auto b) { return places_[a].*coordinate < places_[b].*coordinate; });
        return places_[*most].*coordinate - places_[*least].*coordinate;
    }

    const std::vector<Point>& places_;
    const PairRule& rule_;
};

Point mean_of(const Members& people, const std::vector<Point>& places) {
    Point sum;
    for (const auto person : people) {
        sum.x += places[person].x;
        sum.y += places[person].y;
    }
    const auto count = static_cast<double>(people.size());
    return {sum.x / count, sum.y / count};
}

/// Never -0, which is written otherwise.
double snapped(double value, double step) {
    return std::floor(value / step + 0.5) * step + 0.0;
}

double spread_of(const std::vector<Point>& places) {
    double squares = 0;
    for (const auto& place : places) squares += place.x * place.x + place.y * place.y;
    return places.empty() ? 0 : std::sqrt(squares / static_cast<double>(places.size()));
}

/// Squares of the grid from the lowest mark to the highest, each with how many possible ballots lie in it or
/// on its edge.
class Squares {
public:
    explicit Squares(const PublishedMap& map) : step_{map.step} {
        for (const auto& block : map.blocks) {
            low_x_ = std::min(low_x_, number(block.mark.x));
            low_y_ = std::min(low_y_, number(block.mark.y));
            high_x_ = std::max(high_x_, number(block.mark.x));
            high_y_ = std::max(high_y_, number(block.mark.y));
        }
        counts_.resize(static_cast<std::size_t>((high_x_ - low_x_ + 1) * (high_y_ - low_y_ + 1)));
    }

    void count(Point place) {
        const auto [from_x, to_x] = reach(place.x, low_x_, high_x_);
        const auto [from_y, to_y] = reach(place.y, low_y_, high_y_);
        for (auto x = from_x; x <= to_x; ++x)
            for (auto y = from_y; y <= to_y; ++y) ++counts_[index(x, y)];
    }

    std::size_t at(Point mark) const { return counts_[index(number(mark.x), number(mark.y))]; }

private:
    std::int64_t number(double value) const { return std::llround(value / step_); }
    std::size_t index(std::int64_t x, std::int64_t y) const {
        return static_cast<std::size_t>((x - low_x_) * (high_y_ - low_y_ + 1) + (y - low_y_));
    }
    /// Within half a step of the squares' middles.
    std::pair<std::int64_t, std::int64_t> reach(double value, std::int64_t low, std::int64_t high) const {
        const auto half = step_ / 2 + 1e-9;
        return {std::max(low, static_cast<std::int64_t>(std::ceil((value - half) / step_))),
            std::min(high, static_cast<std::int64_t>(std::floor((value + half) / step_)))};
    }

    double step_;
    std::int64_t low_x_ = std::numeric_limits<std::int64_t>::max();
    std::int64_t low_y_ = std::numeric_limits<std::int64_t>::max();
    std::int64_t high_x_ = std::numeric_limits<std::int64_t>::min();
    std::int64_t high_y_ = std::numeric_limits<std::int64_t>::min();
    std::vector<std::size_t> counts_;
};

/// How many of the possible ballots each mark may stand for, at the least.
std::size_t fewest_in_a_square(const PublishedMap& map) {
    Squares squares{map};
    each_possible_place(map.axes, [&](Point place) { squares.count(place); });
    auto fewest = std::numeric_limits<std::size_t>::max();
    for (const auto& block : map.blocks) fewest = std::min(fewest, squares.at(block.mark));
    return fewest;
}

void put_marks(PublishedMap& map) {
    for (auto& block : map.blocks) {
        const auto mean = mean_of(block.members, map.places);
        block.mark = {snapped(mean.x, map.step), snapped(mean.y, map.step)};
    }
}

/// Doubles the step until every mark has enough ballots that it may stand for.
void coarsen(PublishedMap& map) {
    double furthest = 0;
    for (const auto& place : map.places) furthest = std::max(furthest, std::hypot(place.x, place.y));
    for (;; map.step *= 2) {
        put_marks(map);
        map.fewest_ballots = fewest_in_a_square(map);
        if (*map.fewest_ballots >= fewest_together || map.step > 4 * furthest) return;
    }
}

}  // namespace

std::size_t missing_for_version(const Conversation& on_map, const PairRule& rule, Voting voting) {
    const auto people = on_map.participants().size();
    if (people < PublishedMap::fewest_people) return PublishedMap::fewest_people - people;
    const auto share = (people + PublishedMap::parts_moved - 1) / PublishedMap::parts_moved;
    const auto wanted = voting == Voting::is_over ? fewest_together : std::max(fewest_together, share);
    return wanted - std::min(wanted, rule.moved());
}

std::optional<PublishedMap> published_map(
    const Conversation& on_map, const Plane& plane, const PairRule& rule) {
    PublishedMap map;
    map.axes = rounded_axes(plane);
    for (const auto seat : on_map.seats_by_id()) {
        map.people.push_back(on_map.participants()[seat]);
        map.places.push_back(place_of(map.axes, on_map.ballots(seat)));
    }
    Members everybody(map.people.size());
    std::iota(everybody.begin(), everybody.end(), 0U);
    if (!rule.allows(PeopleSets::Of::figures, everybody)) return std::nullopt;
    auto blocks = Halving{map.places, rule}.blocks_of(std::move(everybody));
    if (!blocks) return std::nullopt;
    std::sort(blocks->begin(), blocks->end());
    for (auto& members : *blocks) map.blocks.push_back({std::move(members), {}});
    map.spread = spread_of(map.places);
    map.step = map.spread > 0 ? std::exp2(std::floor(std::log2(map.spread / 8))) : 1;
    put_marks(map);
    if (map.axes.center.size() <= most_tried) coarsen(map);
    return map;
}

PeopleSets blocks_of(const PublishedMap& map) {
    PeopleSets blocks{PeopleSets::Of::blocks, {}};
    for (const auto& block : map.blocks) {
        auto& ids = blocks.sets.emplace_back();
        for (const auto member : block.members) ids.push_back(map.people[member]);
    }
    return blocks;
}

}  // namespace medskapa::opinion
