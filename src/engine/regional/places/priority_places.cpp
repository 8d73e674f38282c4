#include "engine/regional/places/priority_places.hpp"

#include <algorithm>
#include <numeric>

namespace medskapa::regional {
namespace {

constexpr double low_below = 0.8;
constexpr double high_above = 1.2;

/// The priority's industries by number, each once.
Result<std::vector<std::size_t>> numbers_of(
    const Table& jobs, const std::string& priority, const std::vector<std::string>& industries) {
    std::vector<std::size_t> numbers;
    for (const auto& code : industries) {
        const auto found = std::find(jobs.industries.begin(), jobs.industries.end(), code);
        if (found == jobs.industries.end()) {
            return refuse(Failure::Kind::invalid, {{priority,
                                                      N_("The priority {} names the industry {}, which the "
                                                         "jobs do not have. Correct the code."),
                                                      {priority, code}}});
        }
        const auto number = static_cast<std::size_t>(found - jobs.industries.begin());
        if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) numbers.push_back(number);
    }
    if (numbers.empty()) {
        return refuse(Failure::Kind::invalid,
            {{priority, N_("The priority {} names no industry. Give at least one."), {priority}}});
    }
    return numbers;
}

PriorityRow row_of(const Table& jobs, const Totals& sums, const std::string& priority,
    const std::vector<std::size_t>& industries) {
    PriorityRow row{priority, std::vector<PriorityInPlace>(jobs.regions.size())};
    double everywhere = 0;
    for (std::size_t m = 0; m < row.places.size(); ++m) {
        for (const auto i : industries) {
            row.places[m].missing += jobs.is_missing(m, i) ? 1 : 0;
            row.places[m].jobs += jobs.is_missing(m, i) ? 0 : jobs.at(m, i);
        }
        everywhere += row.places[m].jobs;
    }
    if (everywhere <= 0 || sums.all <= 0) return row;
    for (std::size_t m = 0; m < row.places.size(); ++m) {
        auto& here = row.places[m];
        if (sums.region[m] > 0) here.quotient = (here.jobs / sums.region[m]) / (everywhere / sums.all);
    }
    return row;
}

}  // namespace

std::optional<PriorityInPlace::Step> PriorityInPlace::step() const {
    if (!quotient) return std::nullopt;
    if (*quotient < low_below) return Step::low;
    return *quotient > high_above ? Step::high : Step::as_all;
}

Result<std::vector<PriorityRow>> priorities_by_place(const Table& jobs, const Priorities& priorities) {
    const auto sums = totals(jobs);
    std::vector<PriorityRow> rows;
    for (const auto& [name, industries] : priorities) {
        const auto numbers = numbers_of(jobs, name, industries);
        if (!numbers) return tl::unexpected{numbers.error()};
        rows.push_back(row_of(jobs, sums, name, *numbers));
    }
    return rows;
}

}  // namespace medskapa::regional
