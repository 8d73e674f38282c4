#include "engine/regional/projection/county.hpp"

#include <cmath>

namespace medskapa::regional {
namespace {

/// Each municipality's part of those of a sex.
std::vector<double> shares(const Population& people, Sex sex) {
    std::vector<double> parts(people.size());
    double all = 0;
    for (std::size_t m = 0; m < people.size(); ++m) {
        const auto ages = people.of(m, sex);
        parts[m] = sum(ages);
        all += parts[m];
    }
    for (auto& part : parts) part = all > 0 ? part / all : 1 / static_cast<double>(people.size());
    return parts;
}

void scale_sex(Population& people, Sex sex, const std::vector<double>& county) {
    const auto parts = shares(people, sex);
    for (std::size_t x = 0; x < county.size(); ++x) {
        double sum = 0;
        for (std::size_t m = 0; m < people.size(); ++m) sum += people.of(m, sex)[x];
        for (std::size_t m = 0; m < people.size(); ++m) {
            auto& cell = people.of(m, sex)[x];
            cell = sum > 0 ? cell * (county[x] / sum) : county[x] * parts[m];
        }
    }
}

}  // namespace

std::vector<std::size_t> CountyFigures::years() const {
    std::vector<std::size_t> years;
    for (const auto& [key, people] : people_) {
        if (years.empty() || years.back() != key.first) years.push_back(key.first);
    }
    return years;
}

std::optional<Complaint> CountyFigures::add(std::size_t year, Sex sex, std::vector<double> people) {
    const auto because = [&](const char* sentence, Holes holes) {
        return Complaint{"county", sentence, std::move(holes)};
    };
    const auto when = std::to_string(year);
    if (people.size() != ages_) {
        return because(N_("The county's figures have {} ages, but the people have {}. Give the same ages in "
                          "both."),
            {people.size(), ages_});
    }
    for (std::size_t age = 0; age < people.size(); ++age) {
        if (people[age] >= 0 && std::isfinite(people[age])) continue;
        return because(N_("The county's {} of {} in year {} are {}. Give 0 or more."),
            {name_of(sex), age_name(age, ages_), when, fmt::format("{}", people[age])});
    }
    if (!people_.emplace(std::pair{year, sex}, std::move(people)).second) {
        return because(
            N_("The county's {} in year {} stand twice. Keep one of the rows."), {name_of(sex), when});
    }
    return std::nullopt;
}

std::optional<Complaint> CountyFigures::fault() const {
    for (const auto year : years()) {
        for (const auto sex : both_sexes) {
            if (people_.contains({year, sex})) continue;
            return Complaint{"county", N_("The county's {} in year {} are missing. Add their row."),
                {name_of(sex), std::to_string(year)}};
        }
    }
    return std::nullopt;
}

std::vector<double> CountyFigures::scale(Population& people, std::size_t year) const {
    std::vector<double> added(people.size());
    for (std::size_t m = 0; m < people.size(); ++m) added[m] = -people.total(m);
    for (const auto sex : both_sexes) {
        const auto figures = people_.find({year, sex});
        if (figures != people_.end()) scale_sex(people, sex, figures->second);
    }
    for (std::size_t m = 0; m < people.size(); ++m) added[m] += people.total(m);
    return added;
}

}  // namespace medskapa::regional
