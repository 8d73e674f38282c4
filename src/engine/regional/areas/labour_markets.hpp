#pragma once

#include "engine/regional/areas/flows.hpp"

namespace medskapa::regional {

/// Why a place stands where it does.
enum class Role {
    self_sufficient,  // few leave and no single flow is large
    workplace,        // more work there than live there, and no single flow is large
    isolated,         // nobody leaves
    secondary,        // not wholly self-sufficient, but others follow it
    alone,            // not self-sufficient, but no single flow is large
    cut_from_circle,  // it and others depended on each other, and its link was the weakest
    cut_from_chain,   // it stood in a chain that was too long, and its link was the weakest
    follower,         // works most in another place, which it follows
    member,           // of an area found by grouping
    unassigned        // could not be placed
};

/// One place's part in a division into areas.
struct Placing {
    std::optional<std::size_t> area;  // the place that names the area: its centre; none when unassigned
    Role role = Role::unassigned;
    double out_share = 0;      // of the employed who live there, 0..1
    double largest_share = 0;  // the largest single flow to another place, 0..1
    std::optional<std::size_t> largest_to;
    std::size_t links = 0;  // steps to the centre along `largest_to`
    Complaint reason;       // one sentence
};

struct Division {
    std::vector<Placing> places;  // in the order of the flows' places
    std::vector<Warning> warnings;
};

/// Employed who live in each place, by code: more than the flows when some work outside what the flows cover.
using Employed = std::unordered_map<std::string, double>;

/// Statistics Sweden's local labour markets (lokala arbetsmarknader). Shares are inclusive limits.
struct LocalRule {
    double max_out = 0.20;
    double max_single = 0.075;
    std::size_t max_links = 2;
};
/// A place is a centre when the share that leaves and the largest single flow are within the limits; others
/// follow their largest flow (ties: to the larger employed, then the lower code). Circles, then chains longer
/// than the limit, are cut at their weakest link (ties: lowest code). A place that `employed` does not name
/// has the sum of its flows. O(flows + places * cuts).
Division local_labour_markets(const Flows&, const Employed&, const LocalRule&);

/// The Nordic variant (Nordregio 2018): a centre may also have more jobs than residents; whoever has no
/// single large flow stands by itself, as a secondary centre when others follow it.
struct NordicRule {
    double max_out = 0.20;
    double max_single = 0.10;
    double follows_above = 0.075;
    double secondary_max_out = 0.25;
    std::size_t max_links = 2;
};
Division nordic_labour_markets(const Flows&, const Employed&, const NordicRule&);

/// A place whose area would be named otherwise under another limit.
struct Move {
    std::size_t place;
    std::string limit;  // max_out or max_single
    double value;       // of the limit, 0..1
    std::size_t area;   // where it would be
};
/// Who moves when each limit alone is `step` lower and higher, in that order; 0.025 is 2.5 percentage points.
std::vector<Move> sensitivity(const Flows&, const Employed&, const LocalRule&, double step);

}  // namespace medskapa::regional
