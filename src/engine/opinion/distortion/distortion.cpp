#include "engine/opinion/distortion/distortion.hpp"

#include "engine/opinion/distortion/vote_distance.hpp"
#include "engine/opinion/random.hpp"

#include <algorithm>
#include <numeric>

namespace medskapa::opinion {
namespace {

constexpr std::size_t fewest_people = 5;
constexpr std::size_t most_neighbours = 10;

using People = std::vector<std::uint32_t>;

/// The sample: whose ids hash lowest, in the order that they had.
People chosen_people(const Conversation& active, const Landscape& landscape) {
    People people(landscape.seats.size());
    std::iota(people.begin(), people.end(), 0U);
    if (people.size() <= Distortion::most_people) return people;
    const auto hash = [&](std::uint32_t person) {
        return hash64({static_cast<std::uint64_t>(active.participants()[landscape.seats[person]])});
    };
    std::vector<std::uint64_t> hashes;
    for (const auto person : people) hashes.push_back(hash(person));
    const auto end = people.begin() + Distortion::most_people;
    std::nth_element(people.begin(), end, people.end(), [&](auto a, auto b) {
        return std::pair{hashes[a], a} < std::pair{hashes[b], b};
    });
    people.erase(end, people.end());
    std::sort(people.begin(), people.end());
    return people;
}

/// Everybody else by their distance from one person.
class Nearest {
public:
    Nearest(std::vector<double> distances, std::size_t self, std::size_t count)
        : distances_{std::move(distances)}, self_{self}, first_(distances_.size() - 1) {
        for (std::uint32_t at = 0; at < first_.size(); ++at) first_[at] = at < self ? at : at + 1;
        const auto end = first_.begin() + static_cast<std::ptrdiff_t>(count);
        std::partial_sort(first_.begin(), end, first_.end(), [&](auto a, auto b) { return is_nearer(a, b); });
        first_.erase(end, first_.end());
    }

    const People& first() const { return first_; }
    bool has(std::uint32_t other) const {
        return std::find(first_.begin(), first_.end(), other) != first_.end();
    }

    /// By how much the others are further away than the nearest ones: their ranks beyond the last place.
    std::size_t intrusion(const People& others) const {
        std::size_t sum = 0;
        for (const auto other : others)
            if (!has(other)) sum += rank(other) - first_.size();
        return sum;
    }

private:
    bool is_nearer(std::uint32_t a, std::uint32_t b) const {
        return distances_[a] != distances_[b] ? distances_[a] < distances_[b] : a < b;
    }
    /// From 1.
    std::size_t rank(std::uint32_t other) const {
        const double limit = distances_[other];
        std::size_t nearer = 1;
        for (std::size_t at = 0; at < distances_.size(); ++at)
            nearer += static_cast<std::size_t>(distances_[at] < limit) +
                      static_cast<std::size_t>(distances_[at] == limit && at < other);
        const bool self_counted = distances_[self_] < limit || (distances_[self_] == limit && self_ < other);
        return nearer - static_cast<std::size_t>(self_counted);
    }

    std::vector<double> distances_;
    std::size_t self_;
    People first_;
};

std::vector<double> map_distances(const Landscape& landscape, const People& people, std::size_t from) {
    std::vector<double> distances;
    distances.reserve(people.size());
    const auto& own = landscape.places[people[from]];
    for (const auto person : people) {
        const double dx = landscape.places[person].x - own.x;
        const double dy = landscape.places[person].y - own.y;
        distances.push_back(dx * dx + dy * dy);
    }
    return distances;
}

std::vector<double> vote_distances(const VoteDistance& votes, std::size_t people, std::size_t from) {
    std::vector<double> distances;
    distances.reserve(people);
    for (std::size_t other = 0; other < people; ++other) distances.push_back(votes.squared(from, other));
    return distances;
}

}  // namespace

double Distortion::hollow_share() const {
    const auto hollow =
        std::count_if(by_person.begin(), by_person.end(), [](double t) { return t < hollow_below; });
    return static_cast<double>(hollow) / static_cast<double>(by_person.size());
}

std::optional<Distortion> distortion(const Conversation& active, const Landscape& landscape) {
    Distortion found;
    found.people = chosen_people(active, landscape);
    found.is_sample = found.people.size() < landscape.seats.size();
    const auto count = found.people.size();
    if (count < fewest_people) return std::nullopt;
    std::vector<std::uint32_t> seats;
    for (const auto person : found.people) seats.push_back(landscape.seats[person]);
    const auto votes = VoteDistance::among(active, seats);
    if (!votes) return std::nullopt;
    found.usual_difference = votes->usual();
    found.neighbours = std::min(most_neighbours, (count - 1) / 2);
    const auto k = found.neighbours;
    const auto most = static_cast<double>(k) * static_cast<double>(2 * count - 3 * k - 1);
    std::size_t same = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Nearest on_map{map_distances(landscape, found.people, i), i, k};
        const Nearest in_votes{vote_distances(*votes, count, i), i, k};
        found.by_person.push_back(1 - 2 / most * static_cast<double>(in_votes.intrusion(on_map.first())));
        found.continuity += 1 - 2 / most * static_cast<double>(on_map.intrusion(in_votes.first()));
        for (const auto other : on_map.first()) same += static_cast<std::size_t>(in_votes.has(other));
    }
    const auto people = static_cast<double>(count);
    found.trustworthiness = std::accumulate(found.by_person.begin(), found.by_person.end(), 0.0) / people;
    found.continuity /= people;
    found.kept = static_cast<double>(same) / (people * static_cast<double>(k));
    return found;
}

}  // namespace medskapa::opinion
