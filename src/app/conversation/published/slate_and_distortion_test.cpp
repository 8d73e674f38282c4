#include "app/conversation/published/slate_and_distortion.hpp"

#include "engine/opinion/privacy/map_people.hpp"
#include "engine/opinion/synthetic.hpp"
#include "store/conversation/opinion_result_json.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <set>

using namespace medskapa;

namespace {

OpinionResult result_of(const opinion::Conversation& votes) {
    OpinionResult result;
    app::add_slate_and_distortion(result, opinion::votes_on_map(votes));
    return result;
}

}  // namespace

TEST_CASE("the slate and the map's lies are published in fives and of two digits, for any conversation") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        const auto votes = opinion::synthetic_conversation({20 + 3 * seed, 5 + seed, 0.7, seed});

        const auto result = result_of(votes);

        CHECK(breach_of_privacy(result).empty());
        const auto& slate = result.slate;
        CHECK(slate.known <= slate.could_be);
        CHECK(slate.expected <= slate.could_be);
        CHECK(slate.statements.size() <= 5);
        const std::set<int> numbers(slate.statements.begin(), slate.statements.end());
        CHECK(numbers.size() == slate.statements.size());
        for (const auto number : numbers) CHECK(votes.index_of(number));
    }
}

TEST_CASE("a statement that is not shown, or that few have answered, is on no slate") {
    auto votes = opinion::synthetic_conversation({40, 6, 1, 2});
    (void)votes.add_statement(100, {opinion::Standing::Verdict::rejected, false});
    (void)votes.add_statement(101);
    for (int person = 0; person < 40; ++person) (void)votes.vote(person, 100, opinion::Vote::agree);
    for (int person = 0; person < 4; ++person) (void)votes.vote(person, 101, opinion::Vote::agree);

    for (const auto number : result_of(votes).slate.statements) CHECK(number < 100);
}

TEST_CASE("a map of nobody has no slate and no lies") {
    const auto result = result_of({});
    CHECK(result.slate.statements.empty());
    CHECK_FALSE(result.distortion);
}

TEST_CASE("what is kept of a slate is read back, and maps drawn before there were slates are read too") {
    const auto result = result_of(opinion::synthetic_conversation({60, 12, 0.8, 3}));
    const auto kept = store::as_json(result);
    CHECK(store::as_json(store::opinion_result_from(kept)) == kept);
    REQUIRE(result.distortion);

    auto old = nlohmann::json::parse(kept);
    old.erase("slate");
    old.erase("distortion");
    const auto read = store::opinion_result_from(old.dump());
    CHECK(read.slate.statements.empty());
    CHECK_FALSE(read.distortion);
}
