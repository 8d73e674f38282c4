#include "engine/regional/projection/age_groups.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace medskapa::regional {
namespace {

constexpr std::size_t group_width = 5;

std::span<const double> part_of(std::span<const double> by_age, const AgeGroup& group) {
    const auto end = std::min(group.last ? *group.last + 1 : by_age.size(), by_age.size());
    const auto first = std::min(group.first, end);
    return by_age.subspan(first, end - first);
}

std::vector<AgeGroup> groups_from(const std::vector<std::size_t>& firsts, std::size_t ages) {
    std::vector<AgeGroup> groups;
    for (const auto first : firsts) {
        if (first >= ages) break;
        if (!groups.empty()) groups.back().last = first - 1;
        groups.push_back({first});
    }
    return groups;
}

}  // namespace

std::vector<AgeGroup> five_year_groups(std::size_t ages) {
    std::vector<std::size_t> firsts;
    for (std::size_t first = 0; first < ages; first += group_width) firsts.push_back(first);
    return groups_from(firsts, ages);
}

std::vector<AgeGroup> service_groups(std::size_t ages) {
    return groups_from({0, 6, 16, 20, 65, 80}, ages);
}

double sum_of(std::span<const double> by_age, const AgeGroup& group) {
    return sum(part_of(by_age, group));
}

std::vector<std::int64_t> whole_people(std::span<const double> by_age) {
    std::vector<std::int64_t> whole(by_age.size());
    std::vector<std::size_t> order(by_age.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t x = 0; x < by_age.size(); ++x) whole[x] = std::llround(std::floor(by_age[x]));
    const auto rest = [&](std::size_t x) { return by_age[x] - std::floor(by_age[x]); };
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rest(a) > rest(b); });
    const auto total = std::llround(sum(by_age));
    auto left = total - std::accumulate(whole.begin(), whole.end(), std::int64_t{0});
    for (std::size_t k = 0; left > 0 && k < order.size(); ++k, --left) ++whole[order[k]];
    return whole;
}

bool may_show_ages(double municipality_total, std::span<const double> by_age, const AgeGroup& group) {
    if (municipality_total < least_people_for_ages) return false;
    const auto part = part_of(by_age, group);
    return std::all_of(
        part.begin(), part.end(), [](double people) { return people >= least_people_of_an_age; });
}

}  // namespace medskapa::regional
