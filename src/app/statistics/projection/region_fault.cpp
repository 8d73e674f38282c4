#include "app/statistics/projection/region_fault.hpp"

#include "app/statistics/analysis_input.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

constexpr double slack = 0.02;  // sources round, and change small numbers

Failure refused(const char* sentence, Holes holes) {
    return {Failure::Kind::invalid, {{asked::region, sentence, std::move(holes)}}};
}

/// The places of a region, in the year that a projection begins in.
class RegionPlaces {
public:
    RegionPlaces(const PeopleInput& input, const ProjectionRows& rows, int year, std::string region)
        : input_{input}, year_{year}, region_{std::move(region)} {
        for (const auto& code : input.people.at(year).municipalities())
            if (rows.is_chosen(code)) places_.insert(code);
    }

    bool are_none() const { return places_.empty(); }

    /// Two of the places, of which one may lie in the other and be counted twice.
    std::optional<PlaceSums::Pair> unclear() const {
        for (const auto& pair : input_.sums.unclear())
            if (places_.contains(pair.first) && places_.contains(pair.second)) return pair;
        return std::nullopt;
    }

    /// A sum that has fewer people than its parts, so that it is none, or the numbers are wrong.
    std::optional<std::string> too_small() const {
        for (const auto& whole : input_.sums.too_small())
            if (whole == region_ || places_in(whole).size() > 1) return whole;
        return std::nullopt;
    }

    /// A sum of which too few people live in the places that are there, while it is asked for itself or
    /// stands next to places that it does not hold.
    std::optional<std::string> incomplete() const {
        for (const auto& whole : wholes())
            if (lacks_people(whole) && (whole == region_ || places_in(whole).size() < places_.size()))
                return whole;
        return std::nullopt;
    }

private:
    std::set<std::string> places_in(const std::string& whole) const {
        std::set<std::string> inside;
        for (const auto& code : places_)
            if (input_.sums.holds(whole, code)) inside.insert(code);
        return inside;
    }

    std::set<std::string> wholes() const {
        std::set<std::string> all;
        for (const auto& code : places_)
            for (const auto& whole : input_.sums.around(code)) all.insert(whole);
        return all;
    }

    /// Those that are left out are named on the page, and explain what lacks.
    bool lacks_people(const std::string& whole) const {
        const auto left_out = input_.left_out.find(year_);
        const bool has_left_out = left_out != input_.left_out.end() &&
                                  std::any_of(left_out->second.begin(), left_out->second.end(),
                                      [&](const auto& one) { return input_.sums.holds(whole, one.first); });
        const auto& people = input_.known.at(year_);
        const auto own = people_of(people, {whole});
        const auto parts = people_of(people, places_in(whole));
        return !has_left_out && own && parts && *own > (1 + slack) * *parts;
    }

    const PeopleInput& input_;
    int year_;
    std::string region_;
    std::set<std::string> places_;
};

}  // namespace

std::optional<Failure> fault_of_region(
    const PeopleInput& input, const ProjectionRows& rows, const Horizon& horizon, const std::string& region) {
    const RegionPlaces places{input, rows, horizon.start, region};
    if (places.are_none())
        return refused(
            N_("Of {} some number is hidden or missing, so it cannot be projected. Choose another region"),
            {input.label(region)});
    if (const auto pair = places.unclear())
        return refused(
            N_("The codes and the numbers do not say whether {} is counted in {} too. Choose one of them, or "
               "read in a file in which no place holds another"),
            {input.label(pair->second), input.label(pair->first)});
    if (const auto whole = places.too_small())
        return refused(N_("{} has fewer people in the statistics than its places together. Correct the file "
                          "and read it in again"),
            {input.label(*whole)});
    if (const auto whole = places.incomplete())
        return refused(
            N_("The statistics have only some of the places that {} is the sum of. Choose one of them, or "
               "read in a file that has them all"),
            {input.label(*whole)});
    return std::nullopt;
}

}  // namespace medskapa::app
