#pragma once

#include "engine/opinion/privacy/pair_rule.hpp"
#include "engine/opinion/privacy/rounded_axes.hpp"

namespace medskapa::opinion {

/// A map that nobody can be read out of: marks of five people and more, on a coarse grid. Why that is enough:
/// docs/adr/0013-published-votes.md.
struct PublishedMap {
    /// No map of fewer people, and no new one until so many parts of them have come, changed or gone.
    static constexpr std::size_t fewest_people = 20;
    static constexpr std::size_t parts_moved = 5;

    struct Block {
        std::vector<std::uint32_t> members;  // by their place in `people`, rising
        Point mark;                          // on the grid
    };

    RoundedAxes axes;
    std::vector<ParticipantId> people;          // rising
    std::vector<Point> places;                  // by person; these are never published
    double spread = 0;                          // root mean square of the places' distance from the origin
    double step = 0;                            // of the grid
    std::vector<Block> blocks;                  // by their first member
    std::optional<std::size_t> fewest_ballots;  // that a mark may stand for, where all can be tried
};

/// How many more people must come, change or go for a new version; 0: it is due. When voting is over five are
/// enough.
enum class Voting { goes_on, is_over };
std::size_t missing_for_version(const Conversation& on_map, const PairRule&, Voting);

/// The map of votes_on_map(), or nothing when the rule allows none. O(people log people + people * releases).
std::optional<PublishedMap> published_map(const Conversation& on_map, const Plane&, const PairRule&);

/// The people of each block, for what is kept of the version.
PeopleSets blocks_of(const PublishedMap&);

}  // namespace medskapa::opinion
