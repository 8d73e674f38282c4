#include "domain/referral/coverage.hpp"
#include "domain/referral/positions.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace std::chrono_literals;

namespace {

const Day may_1{std::chrono::local_days{std::chrono::year{2026} / 5 / 1}};
const Day may_15 = may_1 + std::chrono::days{14};
constexpr Instant some_time{};

const Lines version = *read_manuscript(
    "# Länet {#RUS}\n\n## 1 Vision {#RUS-1}\n\n[RUS-1-p1] Ett gott liv.\n\n"
    "## 2 Mål {#RUS-2}\n\n[RUS-2-p1] Nära till affären.\n",
    "RUS");
const InspelChoices choices{{}, {}, {{"2326", "Berg"}}};

ReferralDraft draft_of(std::vector<AnswerPart> parts) {
    ReferralDraft draft;
    draft.position = "tillstyrker";
    draft.actor_kind = "municipality";
    draft.organisation = "Bergs kommun";
    draft.parts = std::move(parts);
    return draft;
}

Party party_until(Day last) {
    Party party;
    party.name = "Bergs kommun";
    party.deadline = last;
    return party;
}

}  // namespace

TEST_CASE("an answer says each part under its heading, in the order of the text") {
    const auto answer = compose_referral_answer(choices, {version, {}},
        draft_of({{"RUS-2", "Bra mål."}, {"", "Vi tillstyrker."}, {"RUS-1-p1", "Otydligt."}}));

    REQUIRE(answer);
    CHECK(answer->inspel.text == "Vi tillstyrker.\n\nRUS-1-p1\n\nOtydligt.\n\n2 Mål (RUS-2)\n\nBra mål.");
    CHECK(answer->inspel.concerns == "RUS");
    CHECK(answer->inspel.channel == Channel::referral);
    CHECK(answer->parts.size() == 3);
}

TEST_CASE("an answer about one part concerns that part, and has no heading") {
    const auto answer =
        compose_referral_answer(choices, {version, {}}, draft_of({{"", " "}, {"RUS-1-p1", "Otydligt."}}));
    REQUIRE(answer);
    CHECK(answer->inspel.text == "Otydligt.");
    CHECK(answer->inspel.concerns == "RUS-1-p1");
}

TEST_CASE(
    "an answer without words, without a standpoint and about another text gets all complaints at once") {
    auto draft = draft_of({{"ANNAN-1", "Hej."}, {"RUS-1", " "}});
    draft.position = "kanske";
    draft.actor_kind = "";
    const auto answer = compose_referral_answer(choices, {version, {}}, draft);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().complaints.size() == 4);
}

TEST_CASE("a party is asked until its last day, and silent the day after") {
    auto party = party_until(may_1);
    CHECK(party.state(may_1) == Party::State::invited);
    CHECK(party.state(may_1 + std::chrono::days{1}) == Party::State::silent);
    party.extended_to = may_15;
    CHECK(party.state(may_15) == Party::State::invited);
    party.abstained_at = some_time;
    CHECK(party.state(may_15 + std::chrono::days{1}) == Party::State::abstained);
    party.answered_at = some_time;
    CHECK(party.state(may_1) == Party::State::answered);
}

TEST_CASE("the time for an answer is a party's own, and the referral's for all others") {
    Referral referral;
    referral.deadline = may_1;
    auto party = party_until(may_1);
    CHECK(takes_answer(referral, {}, may_1));
    CHECK_FALSE(takes_answer(referral, {}, may_1 + std::chrono::days{1}));
    party.extended_to = may_15;
    CHECK(takes_answer(referral, party, may_15));
    CHECK_FALSE(takes_answer(referral, party, may_15 + std::chrono::days{1}));
}

TEST_CASE("a referral needs a letter and a last day that has not been") {
    Referral referral;
    referral.letter = "Svara gärna.";
    referral.deadline = may_1;
    CHECK(checked(referral, version, may_1));
    CHECK_FALSE(checked(referral, version, may_1 + std::chrono::days{1}));
    referral.letter = " \n ";
    CHECK_FALSE(checked(referral, version, may_1));
}

TEST_CASE("the coverage counts each kind by itself, and everybody only once") {
    auto answered = party_until(may_1);
    answered.kind = Party::Kind::municipality;
    answered.answered_at = some_time;
    auto silent = answered;
    silent.answered_at.reset();
    auto still_writing = silent;
    still_writing.extended_to = may_15;
    auto abstained = silent;
    abstained.kind = Party::Kind::sami;
    abstained.abstained_at = some_time;

    const auto lines = coverage({answered, silent, still_writing, abstained},
        {{Party::Kind::municipality, true, true}, {Party::Kind::business, false, false}}, may_15);

    CHECK(lines.size() == 9);
    CHECK(lines[0] == Coverage{Party::Kind::municipality, 3, 1, 0, 1, 0, 1});
    CHECK(lines[3] == Coverage{Party::Kind::sami, 1, 0, 1, 0, 0, 0});
    CHECK(lines[4] == Coverage{Party::Kind::business, 0, 0, 0, 0, 1, 0});
    CHECK(sum(lines) == Coverage{Party::Kind::other, 4, 1, 1, 1, 1, 1});
}

TEST_CASE(
    "who is not confirmed has a line of their own in the coverage, last, and only where there are any") {
    const auto lines =
        coverage({}, {{Party::Kind::municipality, false, false}, {std::nullopt, false, true}}, may_15);

    CHECK(lines.size() == 10);
    CHECK(lines[0] == Coverage{Party::Kind::municipality, 0, 0, 0, 0, 1, 0});
    CHECK(lines[9] == Coverage{std::nullopt, 0, 0, 0, 0, 1, 1});
    CHECK(sum(lines).uninvited == 2);
}

TEST_CASE("every kind of party speaks as some kind of sender") {
    for (const auto& [kind, word, label] : names_of<Party::Kind>) {
        const auto back = party_kind_of(actor_kind_of(kind));
        CHECK(back == (kind == Party::Kind::neighbour ? Party::Kind::region : kind));
    }
}

TEST_CASE("questions are one a line, numbered, and may be about a section") {
    const auto questions =
        read_questions("Är målen rätt?\r\n\n  Vem gör det? [RUS-2]\n[RUS-1]\nVarför [1]? Ja\n");
    REQUIRE(questions.size() == 3);
    CHECK(questions[0] == ReferralQuestion{1, "Är målen rätt?", ""});
    CHECK(questions[1] == ReferralQuestion{2, "Vem gör det?", "RUS-2"});
    CHECK(questions[2] == ReferralQuestion{3, "Varför [1]? Ja", ""});
    CHECK(read_questions(written(questions)) == questions);
}

TEST_CASE("a referral asks at most thirty questions, each about a part that the text has") {
    Referral referral;
    referral.letter = "Svara gärna.";
    referral.deadline = may_1;
    std::string typed;
    for (int i = 0; i < 30; ++i) typed += "Vad?\n";
    referral.questions = read_questions(typed + "[RUS-1]");
    CHECK(checked(referral, version, may_1));
    referral.questions = read_questions(typed + "Vad?");
    CHECK_FALSE(checked(referral, version, may_1));
    referral.questions = read_questions("Vad? [RUS-9]");
    CHECK_FALSE(checked(referral, version, may_1));
}

TEST_CASE("an answer may be a position alone, and takes positions in questions and on parts") {
    const auto questions = read_questions("Är målen rätt?");
    auto draft = draft_of({{"RUS-2", "", 0, "avstyrker"}, {"", "Ja.", 1, "tillstyrker"}});
    const auto answer = compose_referral_answer(choices, {version, questions}, draft);
    REQUIRE(answer);
    CHECK(answer->inspel.text == "1. Är målen rätt?\n\nJa.");
    CHECK(answer->parts.size() == 2);
    CHECK(positions_of(draft) == "tillstyrker\nRUS-2 avstyrker\n?1 tillstyrker\n");

    draft.parts = {{"", "Nej.", 2}};
    CHECK_FALSE(compose_referral_answer(choices, {version, questions}, draft));
    draft.parts = {{"RUS-2", "", 0, "kanske"}};
    CHECK_FALSE(compose_referral_answer(choices, {version, questions}, draft));
    draft.parts.clear();
    draft.wordless = "Tillstyrker.";
    CHECK(compose_referral_answer(choices, {version, questions}, draft)->inspel.text == "Tillstyrker.");
}

TEST_CASE("positions are counted by part and kind, where somebody takes one") {
    const auto questions = read_questions("Är målen rätt?\nVem?");
    const auto counted =
        counted_positions({{Party::Kind::municipality, Position::approves, {{"RUS-2", Position::rejects}}},
                              {Party::Kind::sami, Position::approves,
                                  {{"RUS-2", Position::rejects}, {"?2", Position::abstains}}},
                              {std::nullopt, Position::approves, {}}},
            {version, questions});

    REQUIRE(counted.size() == 3);
    CHECK(counted[0].counts.at(Position::approves).size() == 3);
    CHECK(counted[0].counts.at(Position::approves).at(std::nullopt) == 1);
    CHECK(counted[1].part == "?2");
    CHECK(counted[1].counts.at(Position::abstains).at(Party::Kind::sami) == 1);
    CHECK(counted[2].part == "RUS-2");
    CHECK(counted[2].counts.at(Position::rejects).at(Party::Kind::municipality) == 1);
}
