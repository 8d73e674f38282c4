#pragma once

#include "engine/opinion/conversation.hpp"

#include <array>
#include <vector>

namespace medskapa::opinion {

struct Point {
    double x = 0;
    double y = 0;

    auto operator<=>(const Point&) const = default;
};

/// The plane in which opinions differ most: principal components of the votes, where a missing vote is taken
/// as the statement's mean. Per statement, in the conversation's order; 0 for what is left out.
struct Plane {
    std::vector<double> center;                     // mean vote, -1..1
    std::array<std::vector<double>, 2> components;  // each of length 1, or all 0 where votes do not differ
    std::array<double, 2> explained{};              // share of the variance, 0..1
    /// The share that the first component would reach if statements had nothing to do with each other: the
    /// edge of Marchenko and Pastur's distribution (1967), for as many statements and participants as the
    /// variance and the votes amount to.
    double explained_by_chance = 0;

    /// Whether opinions on different statements hang together at all, beyond what chance would show.
    bool has_structure() const { return explained[0] > 1.3 * explained_by_chance; }
};

/// Exact up to rounding, and the same bits for the same votes. O(statements^2) from counted pairs, O(votes) a
/// step beyond Conversation::most_counted statements (Halko, Martinsson and Tropp 2011).
Plane principal_plane(const Conversation&, const std::vector<bool>& left_out);

/// How a position is stretched to make up for missing votes: sqrt(statements / votes).
struct Stretch {
    std::size_t statements = 0;     // how many count
    std::size_t votes_for_all = 0;  // counted as voted on by everybody
};

/// Where the participants of the given seats stand. Sums are exact in units of 2^-52, so the order of votes
/// cannot show. O(votes).
std::vector<Point> positions(const Conversation&, std::span<const std::uint32_t> seats, const Plane&,
    const std::vector<bool>& left_out, const Stretch&);

/// Where one would stand who agreed with the statement and voted on nothing else.
Point position_of_agreeing(const Plane&, std::size_t statement, const Stretch&);

}  // namespace medskapa::opinion
