#pragma once

#include "engine/opinion/plane/landscape.hpp"

namespace medskapa::opinion {

/// How far a map of two dimensions lies about who votes like whom: whether those who stand next to somebody
/// are those who vote as they do (trustworthiness and continuity: Venna and Kaski 2001).
struct Distortion {
    static constexpr double hollow_below = 0.70;
    static constexpr std::size_t most_people = 4000;

    std::vector<std::uint32_t> people;  // by their place in the landscape, rising; a sample of large ones
    std::size_t neighbours = 0;         // how many nearest ones are compared
    double usual_difference = 0;        // mean squared difference of two people's votes on one statement
    double trustworthiness = 0;         // 0..1: whether neighbours on the map are so in votes
    double continuity = 0;              // 0..1: whether neighbours in votes are so on the map
    double kept = 0;                    // share of neighbours that are the same
    std::vector<double> by_person;      // trustworthiness of each mark
    bool is_sample = false;

    bool is_hollow(std::size_t person) const { return by_person[person] < hollow_below; }
    double hollow_share() const;
};

/// Nothing for fewer than five people, or when no two have voted on the same statement. Above `most_people`
/// those whose ids hash lowest stand for all. O(people^2 * (statements / 64 + neighbours)).
std::optional<Distortion> distortion(const Conversation& active, const Landscape&);

}  // namespace medskapa::opinion
