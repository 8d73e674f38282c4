#include "app/statistics/projection/place_rates.hpp"

#include "app/statistics/analysis_input.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::app {

using regional::Rate;
using regional::RateRow;

namespace {

bool is_people(Rate rate) {
    return rate == Rate::moving_in || rate == Rate::net_moving;
}

}  // namespace

PlaceRates::PlaceRates(const TypedRates& rates, const PlaceSums& sums, const std::vector<std::string>& ages)
    : rates_{rates}, sums_{sums}, ages_{ages} {
    for (const auto& [key, row] : rates) known_.insert(std::get<1>(key));
}

bool PlaceRates::serve(const std::string& place) const {
    const auto around = sums_.around(place);
    return known_.contains(place) || known_.contains(std::string{regional::every_municipality}) ||
           std::any_of(
               around.begin(), around.end(), [&](const std::string& one) { return known_.contains(one); });
}

std::vector<std::string> PlaceRates::served_by(
    const RateKey& row, const std::set<std::string>& places) const {
    const auto& code = std::get<1>(row);
    if (places.contains(code) || code == regional::every_municipality) return {code};
    std::vector<std::string> inside;
    if (!sums_.is_sum(code)) return inside;
    for (const auto& place : places)
        if (hands_on(row, place)) inside.push_back(place);
    return inside;
}

/// Whether the row of a whole gives the place what no nearer one does.
bool PlaceRates::hands_on(const RateKey& row, const std::string& place) const {
    const auto& [year, code, rate, sex] = row;
    const auto has = [&, year = year, sex = sex](const std::string& whose, Rate which) {
        return rates_.contains({year, whose, which, sex});
    };
    if (is_people(rate) || has(place, rate)) return false;
    const bool knows_net = rate == Rate::moving_out && has(place, Rate::net_moving);
    if (knows_net) return false;
    for (const auto& whole : sums_.around(place)) {
        if (whole == code) return true;
        if (has(whole, rate)) return false;
    }
    return false;
}

std::optional<Failure> PlaceRates::add_to(
    std::map<int, regional::RatesBuilder>& by_year, const std::set<std::string>& places) const {
    for (const auto& [key, typed] : rates_) {
        const auto& [year, code, rate, sex] = key;
        auto row = typed;
        row.rate = rate;
        row.sex = sex;
        if (is_people(rate) && !row.born) row.born = row.by_age.front();
        for (const auto& place : served_by(key, places)) {
            row.municipality = place;
            if (auto fault = fault_of(row, code)) return std::move(*fault);
            if (auto fault = by_year[year].add(row))
                return Failure{Failure::Kind::invalid, {std::move(*fault)}};
        }
    }
    return std::nullopt;
}

std::optional<Failure> PlaceRates::fault_of(const RateRow& row, const std::string& code) const {
    std::vector<std::optional<std::size_t>> all;
    if (row.rate != Rate::fertility) all.push_back(std::nullopt);
    for (std::size_t age = is_people(row.rate) ? 1 : 0; age < row.by_age.size(); ++age) all.push_back(age);
    for (const auto& age : all)
        if (regional::rate_fault(row, age)) return rate_failure(row, age, code);
    return std::nullopt;
}

Failure PlaceRates::rate_failure(
    const RateRow& row, const std::optional<std::size_t>& age, const std::string& code) const {
    const auto& value = age ? row.by_age[*age] : row.born;
    const auto which = age ? ages_[*age] : std::string{"born"};
    Complaint complaint{asked::measures,
        N_("\"{}\" of {} aged {} in {} is missing or hidden, and what is missing is never counted as 0. "
           "Read in a file that has it"),
        {name_of(row.rate), name_of(row.sex), which, code}};
    if (value)
        complaint = {asked::measures,
            N_("\"{}\" of {} aged {} in {} cannot be {}. Correct the file and read it in again"),
            {name_of(row.rate), name_of(row.sex), which, code, fmt::format("{}", *value)}};
    return {Failure::Kind::invalid, {std::move(complaint)}};
}

}  // namespace medskapa::app
