#include "engine/opinion/distortion/distortion.hpp"
#include "engine/opinion/active_votes.hpp"
#include "engine/opinion/distortion/vote_distance.hpp"
#include "engine/opinion/random.hpp"
#include "engine/opinion/synthetic.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <cmath>

using namespace medskapa::opinion;

namespace {

/// 240 people and 40 statements: each answers by where they stand on a plane, or by chance alone.
Conversation on_a_plane(bool is_noise) {
    Random random{is_noise ? 5U : 4U};
    Conversation conversation;
    std::vector<Point> leanings;
    const auto spread = [&] { return 2 * random.unit() - 1; };
    for (int j = 0; j < 40; ++j) {
        (void)conversation.add_statement(j);
        leanings.push_back({spread(), spread()});
    }
    for (int person = 0; person < 240; ++person) {
        const Point place{spread(), spread()};
        for (int j = 0; j < 40; ++j) {
            const auto& leaning = leanings[static_cast<std::size_t>(j)];
            const double value = is_noise ? spread() : place.x * leaning.x + place.y * leaning.y;
            (void)conversation.vote(
                person, j, value > 0.1 ? Vote::agree : (value < -0.1 ? Vote::disagree : Vote::pass));
        }
    }
    return active_votes(conversation);
}

Distortion distortion_of(const Conversation& active) {
    return distortion(active, landscape(active)).value();
}

}  // namespace

TEST_CASE("a map of what is a plane can be trusted, and a map of noise says so of most marks") {
    const auto plane = distortion_of(on_a_plane(false));
    const auto noise = distortion_of(on_a_plane(true));

    CHECK(plane.trustworthiness > 0.85);
    CHECK(plane.hollow_share() < 0.15);
    CHECK(noise.trustworthiness < 0.7);
    CHECK(noise.hollow_share() > 0.6);
    CHECK(landscape(on_a_plane(false)).shown_share().value() >
          2 * landscape(on_a_plane(true)).shown_share().value());
}

TEST_CASE("a map whose people have changed places is worth no more than chance") {
    const auto active = on_a_plane(false);
    auto shuffled = landscape(active);
    Random{1}.shuffle(shuffled.places);

    const auto found = distortion(active, shuffled).value();

    CHECK(found.trustworthiness == doctest::Approx(0.5).epsilon(0.06));
    CHECK(found.hollow_share() > 0.9);
}

TEST_CASE("distances are what they would be statement by statement, and average where none is shared") {
    const auto active = active_votes(synthetic_conversation({40, 130, 0.3, 8}));
    const auto seats = active.seats_by_id();
    const auto distance = VoteDistance::among(active, seats).value();
    double all = 0;
    double shared = 0;
    for (std::size_t a = 0; a < seats.size(); ++a) {
        for (std::size_t b = a + 1; b < seats.size(); ++b) {
            double differences = 0;
            int both = 0;
            for (const auto one : active.ballots(seats[a]))
                for (const auto other : active.ballots(seats[b]))
                    if (one.statement() == other.statement()) {
                        differences += std::pow(one.value() - other.value(), 2);
                        ++both;
                    }
            all += differences;
            shared += both;
            CHECK(distance.squared(a, b) == (differences + 3 * distance.usual()) / (both + 3));
            CHECK(distance.squared(a, b) == distance.squared(b, a));
        }
    }
    CHECK(distance.usual() == doctest::Approx(all / shared));
}

TEST_CASE("four people have no neighbours to speak of, and five have two") {
    const auto some = [](int people, int statements) {
        Conversation conversation;
        for (int j = 0; j < statements; ++j) (void)conversation.add_statement(j);
        for (int person = 0; person < people; ++person)
            for (int j = 0; j < statements; ++j)
                (void)conversation.vote(person, j, (person + j) % 2 == 0 ? Vote::agree : Vote::disagree);
        return active_votes(conversation);
    };
    CHECK_FALSE(distortion(some(4, 8), landscape(some(4, 8))));
    CHECK(distortion_of(some(5, 8)).neighbours == 2);
    CHECK(distortion_of(some(21, 8)).neighbours == 10);
    CHECK(distortion_of(some(60, 8)).neighbours == 10);
}

TEST_CASE("people who have nothing in common to be compared by have no distortion") {
    Conversation apart;
    for (int j = 0; j < 6; ++j) (void)apart.add_statement(j);
    for (int person = 0; person < 6; ++person) (void)apart.vote(person, person, Vote::agree);
    auto active = active_votes(apart);
    auto found = landscape(active);
    found.seats = {0, 1, 2, 3, 4, 5};
    found.places.resize(6);
    CHECK_FALSE(distortion(active, found));
}

TEST_CASE("a map of more people than can be compared is judged by a sample that is the same each time") {
    const auto active = active_votes(synthetic_conversation({4100, 9, 1, 3}));
    const auto found = landscape(active);
    REQUIRE(found.seats.size() == 4100);

    const auto sample = distortion(active, found).value();

    CHECK(sample.is_sample);
    CHECK(sample.people.size() == Distortion::most_people);
    CHECK(std::is_sorted(sample.people.begin(), sample.people.end()));
    CHECK(sample.by_person.size() == Distortion::most_people);
}
