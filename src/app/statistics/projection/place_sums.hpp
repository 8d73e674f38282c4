#pragma once

#include "domain/statistics/place_codes.hpp"
#include "engine/regional/projection/population.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace medskapa::app {

/// Which places of a dataset are sums of others: the country, a county next to its municipalities. They are
/// known by their codes (see lies_in()), and where these say nothing by their people: who has the people of
/// all the others, of each age, is their sum, and who has fewer than they have is not.
class PlaceSums {
public:
    using Labels = std::map<std::string, std::string>;  // by code
    /// By year: the places of which all numbers are known, sums too, in the order of their codes.
    using People = std::map<int, regional::Population>;

    PlaceSums() = default;
    /// `parts`: the places of which there are people, known or hidden; only these can be parts of others.
    PlaceSums(const Labels&, const std::set<std::string>& parts, const People&);

    bool is_sum(const std::string& code) const { return parts_.contains(code); }
    bool holds(const std::string& whole, const std::string& place) const;
    /// All that holds the place, the nearest first.
    std::vector<std::string> around(const std::string& place) const;

    /// A place and one that may lie in it, where neither codes nor people say: counting both may count
    /// people twice, and leaving one out may forget them.
    using Pair = std::pair<std::string, std::string>;
    const std::set<Pair>& unclear() const { return unclear_; }
    /// Sums that have fewer people than their parts together.
    const std::set<std::string>& too_small() const { return too_small_; }

private:
    using Parts = std::set<std::string>;
    void judge(const NamedPlace& whole, const std::vector<NamedPlace>& parts, const People&);
    void find_unnamed_sum(const People&);
    Parts without_sums(const Parts&) const;

    std::map<std::string, Parts> parts_;  // by whole
    std::set<Pair> unclear_;
    std::set<std::string> too_small_;
};

/// The people of a place, or of several together; none where one of them is not among these, which stand in
/// the order of their codes.
std::optional<double> people_of(const regional::Population&, const std::set<std::string>& places);

}  // namespace medskapa::app
