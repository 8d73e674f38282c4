#include "engine/opinion/active_votes.hpp"
#include "engine/opinion/bridging/continuous.hpp"
#include "engine/opinion/bridging/planted.hpp"
#include "engine/opinion/random.hpp"
#include "engine/opinion/tally.hpp"
#include "support/opinion_gold.hpp"

#include <array>
#include <numeric>

using namespace medskapa;
using namespace medskapa::opinion;
using test::Json;

namespace {

constexpr std::size_t one_sided = 20;
constexpr std::size_t two_sided = 30;
constexpr std::size_t of_a_kind = 10;

/// How many of the hundred pairs of a one-sided and a two-sided statement stand in the right order.
int right_pairs(const std::vector<double>& scores) {
    int right = 0;
    for (auto a = one_sided; a < one_sided + of_a_kind; ++a)
        for (auto b = two_sided; b < two_sided + of_a_kind; ++b) right += scores[a] < scores[b] ? 1 : 0;
    return right;
}

struct Sorted {
    int by_bridging = 0;
    int by_liking = 0;
};

Sorted sorted(PlantedLevel level, std::uint64_t seed) {
    const auto active = active_votes(planted_conversation(level, seed));
    const auto found = continuous_bridging(active, landscape(active));
    return {right_pairs(found.scores), right_pairs(found.plain)};
}

void check_counts(PlantedLevel level, const Json& first) {
    const auto tallies = tally_everyone(planted_conversation(level, first.at("seed")));
    for (std::size_t j = 0; j < tallies.size(); ++j) {
        CHECK(tallies[j].agrees == first.at("agree")[j].get<int>());
        CHECK(tallies[j].disagrees == first.at("disagree")[j].get<int>());
        CHECK(tallies[j].votes == first.at("votes")[j].get<int>());
    }
}

}  // namespace

TEST_CASE("random numbers, shuffles and hashes are those of the reference") {
    Random random{1};
    CHECK(random.next() == 0x910A2DEC89025CC1ULL);
    CHECK(random.next() == 0xBEEB8DA1658EEC67ULL);
    CHECK(random.next() == 0xF893A2EEFB32555EULL);
    Random thousands{1};
    for (const auto wanted : {566U, 745U, 971U, 444U, 444U}) CHECK(thousands.below(1000) == wanted);
    CHECK(Random{1}.unit() == 0.5665615751722809);
    std::array<int, 10> ten{};
    std::iota(ten.begin(), ten.end(), 0);
    Random{1}.shuffle(ten);
    CHECK(ten == std::array{9, 0, 1, 4, 8, 2, 3, 7, 6, 5});
    CHECK(hash64({77, 0}) == 0xDB00195C5C5FF7CAULL);
    CHECK(hash64({1, 2, 3}) == 0xD0734750FDE362B3ULL);
}

TEST_CASE("what bridges two planted sides is found in as many sets as in the reference") {
    const auto file = test::second_gold("bridging/planted.json", "planted sets");
    if (!file) return;
    const auto gold = test::json_in(*file);
    for (const auto& [name, level] : {std::pair{"clear", PlantedLevel::clear},
             {"middling", PlantedLevel::middling}, {"hard", PlantedLevel::hard}}) {
        CAPTURE(name);
        check_counts(level, gold.at(name).at("first"));
        for (const auto& row : gold.at(name).at("rows")) {
            const auto found = sorted(level, row[0]);
            CHECK(found.by_bridging / 100.0 == row[1].get<double>());
            CHECK((found.by_bridging == 100) == row[2].get<bool>());
            CHECK(found.by_liking / 100.0 == row[3].get<double>());
        }
    }
}
