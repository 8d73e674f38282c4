#include "app/statistics/projection/place_sums.hpp"

#include "domain/statistics/analysis.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::app {
namespace {

using regional::Population;
using Places = std::set<std::string>;

constexpr double slack = 0.02;      // sources round, and change small numbers
constexpr double same_ages = 0.01;  // of all people, how many may stand at another age or sex

/// By sex and age, of all the places together; none where one of them is not there.
std::optional<std::vector<double>> ages_of(const Population& people, const Places& places) {
    std::vector<double> sums(2 * people.ages());
    for (const auto& code : places) {
        const auto& codes = people.municipalities();
        const auto at = std::lower_bound(codes.begin(), codes.end(), code);
        if (at == codes.end() || *at != code) return std::nullopt;
        for (const auto sex : regional::both_sexes) {
            const auto ages = people.of(static_cast<std::size_t>(at - codes.begin()), sex);
            for (std::size_t age = 0; age < ages.size(); ++age)
                sums[static_cast<std::size_t>(sex) * people.ages() + age] += ages[age];
        }
    }
    return sums;
}

enum class Likeness { unknown, fewer, same, more };

/// How the people of a whole are to those of its parts, in one year.
Likeness likeness_in(const Population& people, const std::string& whole, const Places& parts) {
    const auto own = ages_of(people, {whole});
    const auto all = ages_of(people, parts);
    if (!own || !all) return Likeness::unknown;
    double total = 0;
    double sum = 0;
    double apart = 0;
    for (std::size_t k = 0; k < own->size(); ++k) {
        total += (*own)[k];
        sum += (*all)[k];
        apart += std::abs((*own)[k] - (*all)[k]);
    }
    if (apart <= same_ages * total) return Likeness::same;
    return total < (1 - slack) * sum ? Likeness::fewer : Likeness::more;
}

/// In all years together: one in which there are fewer decides, and "same" must hold in all that are known.
Likeness likeness_of(const PlaceSums::People& people, const std::string& whole, const Places& parts) {
    auto found = Likeness::unknown;
    for (const auto& [year, of_year] : people) {
        const auto now = likeness_in(of_year, whole, parts);
        if (now == Likeness::fewer) return now;
        if (now != Likeness::unknown && found != Likeness::more) found = now;
    }
    return found;
}

}  // namespace

std::optional<double> people_of(const Population& people, const Places& places) {
    const auto ages = ages_of(people, places);
    if (!ages) return std::nullopt;
    return regional::sum(*ages);
}

PlaceSums::PlaceSums(const Labels& labels, const Places& parts, const People& people) {
    std::vector<NamedPlace> wholes;
    std::vector<NamedPlace> peopled;
    for (const auto& [code, label] : labels) {
        wholes.emplace_back(code, label);
        if (parts.contains(code)) peopled.push_back(wholes.back());
    }
    // The parts before their wholes, and the country last.
    std::stable_sort(wholes.begin(), wholes.end(), [](const auto& a, const auto& b) {
        return std::pair{a.is_country, -static_cast<int>(a.code.size())} <
               std::pair{b.is_country, -static_cast<int>(b.code.size())};
    });
    for (const auto& whole : wholes) judge(whole, peopled, people);
    find_unnamed_sum(people);
}

PlaceSums::Parts PlaceSums::without_sums(const Parts& all) const {
    Parts places;
    for (const auto& code : all)
        if (!is_sum(code)) places.insert(code);
    return places;
}

void PlaceSums::judge(const NamedPlace& whole, const std::vector<NamedPlace>& parts, const People& people) {
    Parts known;
    Parts possible;
    for (const auto& part : parts) {
        const auto inside = lies_in(part, whole);
        if (inside == Inside::yes) known.insert(part.code);
        if (inside == Inside::unknown) possible.insert(part.code);
    }
    const auto against = [&](const Parts& some) {
        return likeness_of(people, whole.code, without_sums(some));
    };
    if (!known.empty()) {
        if (against(known) == Likeness::fewer) too_small_.insert(whole.code);
        parts_[whole.code] = std::move(known);
        return;
    }
    if (possible.empty()) return;
    const auto like = against(possible);
    const bool holds_all_or_none = std::all_of(possible.begin(), possible.end(),
        [&](const std::string& code) { return code.starts_with(whole.code); });
    if (like == Likeness::same)
        parts_[whole.code] = std::move(possible);
    else if (like != Likeness::fewer || !holds_all_or_none)
        for (const auto& code : possible) unclear_.emplace(whole.code, code);
}

/// A whole that no code and no label says to be one: its people are those of all the others.
void PlaceSums::find_unnamed_sum(const People& people) {
    constexpr std::size_t least = 3;
    if (people.empty()) return;
    const auto& newest = people.rbegin()->second;
    Parts places = without_sums({newest.municipalities().begin(), newest.municipalities().end()});
    if (places.size() < least) return;
    const double all = people_of(newest, places).value_or(0);
    for (std::size_t m = 0; m < newest.size(); ++m) {
        const auto& code = newest.municipalities()[m];
        const bool is_half = std::abs(2 * newest.total(m) - all) <= slack * all;
        if (!is_half || !places.contains(code) || !county_name(county_of(code)).empty()) continue;
        auto others = places;
        others.erase(code);
        if (likeness_of(people, code, others) != Likeness::same) continue;
        parts_[code] = std::move(others);
        return;
    }
}

bool PlaceSums::holds(const std::string& whole, const std::string& place) const {
    const auto found = parts_.find(whole);
    return found != parts_.end() && found->second.contains(place);
}

std::vector<std::string> PlaceSums::around(const std::string& place) const {
    std::vector<std::pair<std::size_t, std::string>> by_size;
    for (const auto& [whole, parts] : parts_)
        if (parts.contains(place)) by_size.emplace_back(parts.size(), whole);
    std::sort(by_size.begin(), by_size.end());
    std::vector<std::string> all;
    for (auto& [size, whole] : by_size) all.push_back(std::move(whole));
    return all;
}

}  // namespace medskapa::app
