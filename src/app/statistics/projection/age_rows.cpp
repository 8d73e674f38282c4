#include "app/statistics/projection/age_rows.hpp"

#include "domain/statistics/hiding.hpp"

#include <cmath>
#include <numeric>

namespace medskapa::app {
namespace {

constexpr int usual_width = 5;
constexpr int width_of_few = 10;
constexpr double few_people = 3000;

/// Women, men and both, by group and all ages: so that a hidden number does not follow from a sum.
struct WithSums {
    Dataset dataset;
    std::vector<Dataset::Cell> cells;
};

WithSums with_sums(const AgePeople& people, Dataset::SmallNumbers small_numbers) {
    WithSums all;
    all.dataset.small_numbers = small_numbers;
    all.dataset.dimensions = {{"sex", {{"w", ""}, {"m", ""}, {"all", ""}}}, {"age", {}}};
    const auto groups = people[0].size();
    for (std::size_t k = 0; k <= groups; ++k)
        all.dataset.dimensions[1].members.push_back({k == groups ? "all" : "a" + std::to_string(k), ""});
    std::vector<std::vector<double>> rows;
    for (const auto& sex : people) {
        auto& row = rows.emplace_back();
        for (const double number : sex) row.push_back(std::round(number));
    }
    auto& both = rows.emplace_back();
    for (std::size_t k = 0; k < groups; ++k) both.push_back(rows[0][k] + rows[1][k]);
    for (auto& row : rows) row.push_back(std::accumulate(row.begin(), row.end(), 0.0));
    std::int64_t place = 0;
    for (const auto& row : rows)
        for (const double number : row) all.cells.push_back({place++, number, "", Dataset::Shown::shown});
    return all;
}

}  // namespace

std::string PyramidAges::name(std::size_t group) const {
    const auto first = static_cast<int>(group * grouped) * step;
    const auto last = first + static_cast<int>(grouped) * step - 1;
    if (group + 1 == groups()) return std::to_string(first) + "+";
    return last == first ? std::to_string(first) : std::to_string(first) + "–" + std::to_string(last);
}

PyramidAges pyramid_ages(int step, std::size_t ages, double people) {
    const int width = people < few_people ? width_of_few : usual_width;
    const bool fits = step < width && width % step == 0;
    return {step, ages, fits ? static_cast<std::size_t>(width / step) : 1};
}

AgePeople grouped(const regional::Population& people, const PyramidAges& ages) {
    AgePeople all;
    for (const auto sex : regional::both_sexes) {
        auto& sums = all[static_cast<std::size_t>(sex)];
        sums.assign(ages.groups(), 0.0);
        for (std::size_t m = 0; m < people.size(); ++m)
            for (std::size_t age = 0; age < ages.ages; ++age)
                sums[age / ages.grouped] += people.of(m, sex)[age];
    }
    return all;
}

AgeShown shown_of(const AgePeople& people, Dataset::SmallNumbers small_numbers) {
    auto all = with_sums(people, small_numbers);
    mark_hidden(all.dataset, all.cells);
    AgeShown shown;
    const auto groups = people[0].size();
    for (std::size_t sex = 0; sex < 2; ++sex)
        for (std::size_t k = 0; k < groups; ++k)
            shown[sex].push_back(all.cells[sex * (groups + 1) + k].shown);
    return shown;
}

}  // namespace medskapa::app
