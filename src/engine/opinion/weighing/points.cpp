#include "engine/opinion/weighing/points.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

namespace medskapa::opinion {
namespace {

/// How many standard errors the 95 % interval reaches to each side.
double reach(double freedom) {
    return boost::math::quantile(boost::math::students_t{freedom}, 0.975);
}

double within_points(double value) {
    return std::clamp(value, 0.0, static_cast<double>(PointsWeighing::points_each));
}

/// One item of the total, built sector by sector.
class TotalOfItem {
public:
    void add(const PointsWeighing::Item& item, std::size_t answers, double weight) {
        const auto n = static_cast<double>(answers);
        const double part = weight * weight * item.deviation * item.deviation / n;
        mean_ += weight * item.mean;
        variance_ += part;
        parts_ += part * part / (n - 1);
    }

    WeighedTotal::Item result() const {
        if (!(variance_ > 0)) return {mean_, mean_, mean_, std::nullopt};
        const double freedom = variance_ * variance_ / parts_;
        const double apart = reach(freedom) * std::sqrt(variance_);
        return {mean_, within_points(mean_ - apart), within_points(mean_ + apart), freedom};
    }

private:
    double mean_ = 0;
    double variance_ = 0;
    double parts_ = 0;
};

/// Whole numbers from 0 that sum to what each shares out.
bool make_a_hundred(const std::vector<std::int64_t>& points) {
    constexpr auto all = PointsWeighing::points_each;
    const auto is_within = [](std::int64_t given) { return given >= 0 && given <= all; };
    return std::all_of(points.begin(), points.end(), is_within) &&  // first, so that no sum can overflow
           std::accumulate(points.begin(), points.end(), std::int64_t{0}) == all;
}

}  // namespace

bool PointsWeighing::add(const std::string& sector, const std::vector<std::int64_t>& points) {
    if (sector.empty() || points.size() != items_ || !make_a_hundred(points)) {
        refuse();
        return false;
    }
    ++accepted_;
    auto& sums = by_sector_[sector];
    sums.points.resize(items_);
    sums.squares.resize(items_);
    sums.zeros.resize(items_);
    ++sums.answers;
    for (std::size_t item = 0; item < items_; ++item) {
        sums.points[item] += points[item];
        sums.squares[item] += points[item] * points[item];
        sums.zeros[item] += points[item] == 0 ? 1 : 0;
    }
    return true;
}

void PointsWeighing::pool(const Sums& sector, Sums& into) const {
    into.answers += sector.answers;
    for (std::size_t item = 0; item < items_; ++item) {
        into.points[item] += sector.points[item];
        into.squares[item] += sector.squares[item];
        into.zeros[item] += sector.zeros[item];
    }
}

PointsWeighing::Sector PointsWeighing::described(const Sums& sums) {
    Sector sector{static_cast<std::size_t>(sums.answers), {}};
    const auto n = static_cast<double>(sums.answers);
    const double reach_of_sector = reach(n - 1) / std::sqrt(n);
    for (std::size_t item = 0; item < sums.points.size(); ++item) {
        const auto given = sums.points[item];
        const double mean = static_cast<double>(given) / n;
        const auto apart = sums.answers * sums.squares[item] - given * given;
        const double deviation = std::sqrt(static_cast<double>(apart) / (n * (n - 1)));
        sector.items.push_back({mean, deviation, within_points(mean - reach_of_sector * deviation),
            within_points(mean + reach_of_sector * deviation), static_cast<double>(sums.zeros[item]) / n});
    }
    return sector;
}

PointsWeighing::Sectors PointsWeighing::sectors() const {
    Sectors result;
    const std::vector<std::int64_t> none(items_);
    Sums others{0, none, none, none};
    for (const auto& [name, sums] : by_sector_) {
        const bool stands_alone = static_cast<std::size_t>(sums.answers) >= fewest_answers && name != pooled;
        if (stands_alone) {
            result.by_name[name] = described(sums);
        } else {
            pool(sums, others);
        }
    }
    if (static_cast<std::size_t>(others.answers) >= fewest_answers) {
        result.by_name[std::string{pooled}] = described(others);
    } else {
        result.left_out = static_cast<std::size_t>(others.answers);
    }
    return result;
}

std::optional<WeighedTotal> weighed_total(const std::map<std::string, PointsWeighing::Sector>& sectors,
    const std::map<std::string, double>& weights) {
    WeighedTotal total;
    double sum = 0;
    for (const auto& [name, sector] : sectors) {
        const auto given = weights.find(name);
        sum += total.weights[name] = given == weights.end() ? 1 : given->second;
    }
    if (!(sum > 0)) return std::nullopt;
    std::vector<TotalOfItem> items(sectors.begin()->second.items.size());
    for (const auto& [name, sector] : sectors) {
        const double weight = total.weights[name] /= sum;
        for (std::size_t item = 0; item < items.size(); ++item)
            items[item].add(sector.items[item], sector.answers, weight);
    }
    for (const auto& item : items) total.items.push_back(item.result());
    return total;
}

}  // namespace medskapa::opinion
