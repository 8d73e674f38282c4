#pragma once

#include "engine/opinion/plane/plane.hpp"

#include <optional>
#include <span>

namespace medskapa::opinion {

/// Where one ballot stands on a map that is given, and how sure that is after so few votes.
struct OwnPlace {
    static constexpr std::size_t fewest_votes = 3;  // below which nothing is said of groups and regions

    /// Around the place of a whole ballot, drawn in towards the middle as this one is: it holds that place in
    /// about 91 of 100 ballots (Hotelling 1931).
    struct Region {
        double long_half = 0;  // half axes
        double short_half = 0;
        double angle = 0;   // of the longer one, in radians, -pi/2..pi/2
        double spread = 0;  // T squared
    };
    /// The nearest group of the map.
    struct Group {
        std::size_t number = 0;
        double margin = 0;   // 0..1: how much nearer than the next; 1 when there is one group only
        double support = 0;  // 0..1: how many of 400 ballots drawn from these votes lie nearest to it
    };
    struct Covariance {
        double xx = 0;
        double xy = 0;
        double yy = 0;
    };

    Point place;
    std::optional<Covariance> covariance;  // from two votes
    std::optional<Region> region;          // from three votes; nothing for a whole ballot
    std::optional<Group> group;            // from three votes, when the map has groups
};

/// `ballots` in rising order of statements; each must be on the map. Nothing without votes. O(400 * votes).
std::optional<OwnPlace> own_place(
    const Plane&, std::span<const Ballot> ballots, std::span<const Point> group_centers, std::uint64_t seed);

}  // namespace medskapa::opinion
