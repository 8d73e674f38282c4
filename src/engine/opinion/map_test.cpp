#include "engine/opinion/map.hpp"

#include "engine/opinion/report/report.hpp"
#include "engine/opinion/synthetic.hpp"
#include "support/votes.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace medskapa;
using namespace medskapa::opinion;

namespace {

Map drawn(const Conversation& conversation, Settings::Mode mode = Settings::Mode::robust) {
    auto map = draw_map(conversation, {.mode = mode}, {}, [](auto) {});
    add_bridging(map, conversation);
    return map;
}

std::string report(const Map& map) {
    std::ostringstream out;
    exchange::write_report(out, map, [](auto&) {});
    return out.str();
}

constexpr SyntheticShape small{150, 30, 0.6, 9};

/// The same votes, cast in the order drawn from the seed, statements too.
Conversation cast_in_order(const Conversation& original, std::uint64_t seed) {
    struct Cast {
        ParticipantId participant;
        Ballot ballot;
    };
    std::vector<Cast> casts;
    for (std::size_t p = 0; p < original.participants().size(); ++p) {
        for (const auto ballot : original.ballots(p)) casts.push_back({original.participants()[p], ballot});
    }
    Conversation conversation;
    for (const auto j : test::shuffled(original.statements().size(), seed))
        (void)conversation.add_statement(original.statements()[j]);
    conversation.count_pairs(1);
    for (const auto i : test::shuffled(casts.size(), seed)) {
        const auto id = original.statements()[casts[i].ballot.statement()];
        (void)conversation.vote(casts[i].participant, id, casts[i].ballot.vote());
    }
    return conversation;
}

}  // namespace

TEST_CASE("the same votes give the same bytes in whatever order they come, one by one or at once") {
    const auto original = synthetic_conversation(small);
    for (const auto mode : {Settings::Mode::robust, Settings::Mode::polis}) {
        const auto expected = report(drawn(original, mode));
        for (std::uint64_t seed = 0; seed < 20; ++seed)
            CHECK(report(drawn(cast_in_order(original, seed), mode)) == expected);
    }
}

TEST_CASE("who is erased leaves the map as if never there, to the bit") {
    auto with = synthetic_conversation(small);
    with.count_pairs(1);
    const auto expected = report(drawn(with));
    for (int j = 0; j < 30; ++j) (void)with.vote(-5, j, Vote::agree);
    CHECK(report(drawn(with)) != expected);

    with.erase(-5);

    CHECK(report(drawn(with)) == expected);
}

TEST_CASE("new names for people and statements change neither the groups nor their number") {
    const auto original = synthetic_conversation(small);
    const auto expected = drawn(original);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto people = test::shuffled(original.participants().size(), seed);
        const auto statements = test::shuffled(original.statements().size(), seed + 100);
        Conversation renamed;
        for (std::size_t j = 0; j < statements.size(); ++j) (void)renamed.add_statement(static_cast<int>(j));
        for (std::size_t p = 0; p < people.size(); ++p) {
            for (const auto ballot : original.ballots(p))
                (void)renamed.vote(static_cast<int>(people[p]),
                    static_cast<int>(statements[ballot.statement()]), ballot.vote());
        }

        const auto map = drawn(renamed);

        Grouping back{map.groups.count, {}};
        for (const auto p : people) back.of.push_back(map.groups.of[p]);
        CHECK(map.groups.count == expected.groups.count);
        CHECK(adjusted_rand_index(back, expected.groups, {}) == 1);
    }
}

TEST_CASE("the camps of a made-up conversation are found, by either rules") {
    const auto conversation = synthetic_conversation({600, 60, 0.5, 3});
    for (const auto mode : {Settings::Mode::robust, Settings::Mode::polis})
        CHECK(drawn(conversation, mode).groups.count == 3);
}

TEST_CASE("groups decided by somebody else are taken as they are") {
    const auto conversation = test::voted({"++", "+-", "--"});

    const auto map = draw_map(conversation,
        {.mode = Settings::Mode::polis, .groups = {{{0, 1}, {2, 0}, {99, 3}}}}, {}, [](auto) {});

    CHECK(map.groups.of == std::vector<int>{1, Grouping::none, 0});
    CHECK(map.tallies[1][0] == Tally{1, 0, 1});
}

TEST_CASE("where few have voted often, the fifteen who have voted most belong to the conversation") {
    std::vector<std::string_view> rows(20, "+         ");
    rows[19] = "++++++++++";
    const auto map = drawn(test::voted(rows));

    CHECK(std::count(map.in_conversation.begin(), map.in_conversation.end(), true) == 15);
    CHECK(map.in_conversation[19]);
}

TEST_CASE("a map goes on from what it remembers: same names, same way up") {
    auto conversation = synthetic_conversation(small);
    const auto first = drawn(conversation);
    auto memory = remembered(first);
    for (auto& component : memory.components) {
        for (auto& loading : component) loading = -loading;
    }
    for (auto& label : memory.labels) label = 2 - label;

    const auto next = draw_map(conversation, {}, memory, [](auto) {});

    CHECK(next.positions[0].x == doctest::Approx(-first.positions[0].x));
    CHECK(next.labels == std::vector<int>{2, 1, 0});
    CHECK(next.choice == Choice{3, 0, 0});
}

TEST_CASE("by the classic rules a map that remembers nothing new stays, and people keep their places") {
    const auto conversation = synthetic_conversation(small);
    const Settings polis{.mode = Settings::Mode::polis};
    Memory memory;
    const auto first = draw_map(conversation, polis, memory, [](auto) {});
    memory.classic = first.classic;

    const auto next = draw_map(conversation, polis, memory, [](auto) {});

    CHECK(next.groups.of == first.groups.of);
    CHECK(next.classic.rows == first.classic.rows);
    CHECK(next.classic.base == first.classic.base);
    CHECK(next.classic.smoother.times == 2);
}

TEST_CASE("by the classic rules who is in the conversation stays in, and who came first stays first") {
    auto conversation = test::voted(std::vector<std::string_view>(16, "+-+-+-+-"));
    const Settings polis{.mode = Settings::Mode::polis};
    Memory memory;
    memory.classic = draw_map(conversation, polis, memory, [](auto) {}).classic;
    for (int j = 0; j < 2; ++j) (void)conversation.withdraw(3, j);
    (void)conversation.vote(-7, 0, Vote::agree);

    const auto next = draw_map(conversation, polis, memory, [](auto) {});

    CHECK(next.in_conversation[4]);
    CHECK_FALSE(draw_map(conversation, polis, {}, [](auto) {}).in_conversation[4]);
    CHECK(next.classic.rows.back() == -7);
    CHECK(draw_map(conversation, {}, memory, [](auto) {}).in_conversation[4] == false);
}

TEST_CASE("the lone, the unanimous and the silent get an answer") {
    for (const auto& rows : std::vector<std::vector<std::string_view>>{{}, {"+"}, {"+-0+"}, {"+", "-", "0"},
             {"++", "++", "++"}, {"000", "000"}, {"+ ", " -"}, {"+-", "-+"}}) {
        for (const auto mode : {Settings::Mode::robust, Settings::Mode::polis}) {
            const auto map = drawn(test::voted(rows), mode);

            CHECK(map.participants.size() == rows.size());
            for (const auto point : map.positions) CHECK(std::abs(point.x) + std::abs(point.y) < 100);
            const auto text = report(map);
            CHECK(text.find("null") == std::string::npos);
        }
    }
}

TEST_CASE("statements that nobody voted on, or all rejected, get an answer") {
    auto conversation = test::voted({"+ ", "- "});
    CHECK(drawn(conversation).extremity[1] == 0);

    for (int j = 0; j < 2; ++j) (void)conversation.add_statement(j, {Standing::Verdict::rejected, false});
    const auto map = drawn(conversation);

    CHECK(map.positions[0] == Point{0, 0});
    CHECK(map.groups.count == 1);
    CHECK(map.representative[0].empty());
}
