#pragma once

#include "engine/opinion/privacy/published_map.hpp"

/// What somebody who reads everything published can find out: for tests, and to show what raw marks gave
/// away.
namespace medskapa::opinion {

/// Of so few statements that all ballots can be tried.
class Decoder {
public:
    /// Throws std::logic_error where there are too many statements.
    explicit Decoder(const RoundedAxes&);
    /// By axes that have not been rounded.
    explicit Decoder(const Plane&);

    /// How many of the possible ballots lie within the distance of the place, on both axes.
    std::size_t ballots_near(Point, double distance) const;

private:
    std::vector<Point> possible_;
};

/// How many of the ballots are read exactly where everybody's place is shown as it is, and the axes too.
std::size_t read_from_raw_places(const Conversation& on_map, const Plane&);

/// The votes on the statements that most have voted on (ties: the lower id), of those with at least
/// `fewest_votes` of them.
Conversation most_voted(const Conversation&, std::size_t statements, std::size_t fewest_votes);

/// How much of the places' variance is left when everybody stands where their block's mark is.
struct Kept {
    double by_blocks = 1;   // at the block's mean
    double by_marks = 1;    // at the mark
    double mean_error = 0;  // root mean square distance to the mark, in parts of the spread
};
Kept kept_by(const PublishedMap&);

}  // namespace medskapa::opinion
