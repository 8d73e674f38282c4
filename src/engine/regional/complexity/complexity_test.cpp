#include "engine/regional/complexity/complexity.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional;

namespace {

Presence made(std::size_t regions, std::size_t industries,
    const std::vector<std::pair<std::size_t, std::size_t>>& present) {
    Presence result(regions, industries);
    for (const auto& [region, industry] : present) result.put(region, industry);
    return result;
}

/// The first region has a, b; the second a, b, c; the third c.
Presence three_regions() {
    return made(3, 3, {{0, 0}, {0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 2}});
}

/// The first has only the common industry; the second also a rare one.
Presence nested() {
    return made(2, 2, {{0, 0}, {1, 0}, {1, 1}});
}

bool warns_of(const std::vector<Warning>& warnings, const std::string& kind) {
    for (const auto& warning : warnings) {
        if (warning.place == kind) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("relatedness in five measures agrees with counts done by hand") {
    const CoOccurrence counts(three_regions());

    CHECK(counts.at(0, 1) == 2);
    CHECK(counts.at(2, 0) == 1);
    CHECK(counts.at(2, 2) == 2);
    CHECK(counts.proximity(0, 1) == 1);
    CHECK(counts.proximity(0, 2) == 0.5);
    CHECK(counts.association(0, 1) == doctest::Approx(16.0 / 9));
    CHECK(counts.cosine(0, 1) == doctest::Approx(2.0 / 3));
    CHECK(counts.jaccard(0, 2) == doctest::Approx(0.25));
    CHECK(counts.probability(0, 1) == doctest::Approx(2 / 1.8));
    CHECK(counts.association(1, 1) == 0);
}

TEST_CASE("an industry that counts itself has another density") {
    const auto present = three_regions();
    const CoOccurrence counts(present);

    CHECK(
        *density(present, proximities(counts, OwnProximity::left_out)).at(2, 0) == doctest::Approx(1.0 / 3));
    CHECK(*density(present, proximities(counts, OwnProximity::counts)).at(2, 0) == doctest::Approx(0.2));
}

TEST_CASE("an industry related to nothing has no density") {
    const auto present = made(2, 2, {{0, 0}, {1, 1}});
    const CoOccurrence counts(present);

    CHECK_FALSE(density(present, proximities(counts, OwnProximity::left_out)).at(0, 1));
}

TEST_CASE("the largest contributors come first and leave the industry itself out") {
    const auto present = three_regions();
    const CoOccurrence counts(present);
    const auto found = contributors(present, proximities(counts, OwnProximity::counts), 1, 0, 2);

    REQUIRE(found.size() == 2);
    CHECK(found[0].industry == 1);
    CHECK(found[1].relatedness == 0.5);
    CHECK(*coherence(present, proximities(counts, OwnProximity::counts), 1) == doctest::Approx(2.0 / 3));
}

TEST_CASE("complexity of a nested pair is the eigenvector done by hand") {
    const auto scores = complexity(nested());

    CHECK(*scores.second_eigenvalue == doctest::Approx(0.25));
    CHECK(*scores.gap == doctest::Approx(0.25));
    CHECK(*scores.regions[0] == doctest::Approx(-1));
    CHECK(*scores.regions[1] == doctest::Approx(1));
    CHECK(*scores.industries[0] == doctest::Approx(-1));
    CHECK(*scores.industries[1] == doctest::Approx(3));
    CHECK(*scores.standardised_industries()[1] == doctest::Approx(1));
}

TEST_CASE("reflections and fitness of the nested pair agree with one step by hand") {
    const auto step = reflections(nested(), 1);
    CHECK(step.regions == std::vector<double>{2, 1.5});
    CHECK(step.industries == std::vector<double>{1.5, 2});

    const auto once = fitness(nested(), 1);
    CHECK(*once.regions[0] == doctest::Approx(2.0 / 3));
    CHECK(*once.industries[1] == doctest::Approx(4.0 / 3));
    CHECK(once.updates == 1);
}

TEST_CASE("what a region lacks is weighed by nearness and complexity") {
    const auto present = nested();
    const CoOccurrence counts(present);
    const auto scores = complexity(present);
    const auto gain = [&](OwnProximity own) {
        return outlook(present, counts, own, density(present, proximities(counts, own)), scores);
    };

    CHECK(gain(OwnProximity::left_out).gains[1] == doctest::Approx(0));
    CHECK(gain(OwnProximity::counts).gains[1] == doctest::Approx(16.0 / 9));
    CHECK(gain(OwnProximity::counts).gains[3] == 0);
    CHECK(*gain(OwnProximity::left_out).index[0] == doctest::Approx(1));
}

TEST_CASE("a network in two parts is computed for the larger, with a warning") {
    const auto scores = complexity(made(4, 4, {{0, 0}, {1, 0}, {1, 1}, {2, 1}, {3, 3}}));

    CHECK(scores.connected_parts == 2);
    CHECK(scores.regions[0]);
    CHECK_FALSE(scores.regions[3]);
    CHECK_FALSE(scores.industries[2]);
    CHECK(warns_of(scores.warnings, "disconnected"));
}

TEST_CASE("regions that look alike, a single region and nothing at all give a warning and no numbers") {
    for (const auto& present :
        {made(2, 1, {{0, 0}, {1, 0}}), made(1, 1, {{0, 0}}), made(1, 1, {}), made(0, 0, {})}) {
        const auto scores = complexity(present);

        CHECK(warns_of(scores.warnings, "complexity_undefined"));
        for (const auto& score : scores.regions) CHECK_FALSE(score);
        CHECK_FALSE(fitness(present, std::nullopt).updates > 1000);
    }
}

TEST_CASE("a region's complexity is the mean of what it has") {
    const auto present =
        made(4, 5, {{0, 0}, {0, 1}, {0, 2}, {0, 3}, {1, 0}, {1, 2}, {2, 1}, {2, 0}, {3, 3}, {3, 4}, {3, 0}});
    const auto scores = complexity(present);

    for (std::size_t r = 0; r < 4; ++r) {
        double sum = 0;
        for (const auto i : present.industries_in(r)) sum += *scores.industries[i];
        CHECK(*scores.regions[r] == doctest::Approx(sum / present.diversity()[r]).epsilon(1e-12));
    }
}
