#include "domain/panel/panel.hpp"

#include "domain/field.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;

namespace {

const Day today = time::read_day("2026-12-01").value();

Panel panel() {
    Panel one;
    one.title = Localized{"Hur många jobb finns i skogen 2035?"};
    one.text = Localized{"Räknat i hela länet."};
    one.unit = "jobb";
    one.most = 5000;
    return one;
}

PanelRound round_of(int opens, int closes, std::string feedback = {}) {
    PanelRound one;
    one.opens = today + std::chrono::days{opens};
    one.closes = today + std::chrono::days{closes};
    one.feedback = std::move(feedback);
    return one;
}

template <class T>
bool is_about(const Result<T>& result, Field field) {
    if (result) return false;
    const auto& complaints = result.error().complaints;
    return std::any_of(complaints.begin(), complaints.end(),
        [&](const Complaint& one) { return one.place == Place{field}; });
}

}  // namespace

TEST_CASE("a panel is asked a question that means something, of a number with a unit and bounds") {
    CHECK(checked(panel()));
    auto wrong = panel();
    wrong.title = Localized{" "};
    CHECK(is_about(checked(wrong), Field::title));
    wrong = panel();
    wrong.text = Localized{""};
    CHECK(is_about(checked(wrong), Field::text));
    wrong = panel();
    wrong.unit = " ";
    CHECK(is_about(checked(wrong), Field::figure));
    wrong = panel();
    wrong.least = wrong.most;
    CHECK(is_about(checked(wrong), Field::figure));
    wrong.least = wrong.most - 1;
    CHECK(checked(wrong));
    wrong.most = 2'000'000'000;
    CHECK(is_about(checked(wrong), Field::figure));
}

TEST_CASE("rounds follow each other on days to come, and each says what was said before") {
    const auto first = checked(round_of(0, 14, "ord"), {}, today);
    REQUIRE(first);
    CHECK(first->round == 1);
    CHECK(first->feedback.empty());
    CHECK(is_about(checked(round_of(-1, 14), {}, today), Field::opens));
    CHECK(is_about(checked(round_of(0, 0), {}, today), Field::closes));

    const auto last_day = today + std::chrono::days{14};
    const auto day_after = today + std::chrono::days{15};
    CHECK(is_about(checked(round_of(15, 20, "ord"), {*first}, last_day), Field::opens));
    CHECK(is_about(checked(round_of(15, 20), {*first}, day_after), Field::learned));
    const auto second = checked(round_of(15, 20, "ord"), {*first}, day_after);
    REQUIRE(second);
    CHECK(second->round == 2);

    const std::vector<PanelRound> five(most_rounds, round_of(-9, -8));
    CHECK(!checked(round_of(0, 4, "ord"), five, today));
}

TEST_CASE("a round is open from its first day to its last, and over the day after") {
    const auto one = round_of(0, 2);
    CHECK(!one.is_open(today - std::chrono::days{1}));
    CHECK(one.is_open(today));
    CHECK(one.is_open(one.closes));
    CHECK(!one.is_over(one.closes));
    CHECK(one.is_over(one.closes + std::chrono::days{1}));
}

TEST_CASE("an estimate lies within the bounds, and they are within") {
    const auto value = [](std::int64_t number) {
        PanelEstimate one;
        one.value = number;
        return checked(one, panel());
    };
    CHECK(value(0));
    CHECK(value(5000));
    CHECK(is_about(value(-1), Field::figure));
    CHECK(is_about(value(5001), Field::figure));
    PanelEstimate talkative;
    talkative.reason = std::string(1001, 'a');
    CHECK(is_about(checked(talkative, panel()), Field::reason));
}

TEST_CASE("the middle half comes closer, agrees, stays or goes apart, and a tenth is noticed") {
    const auto went = [](double first, double last) {
        return convergence_of({{1, 5, 50, 50 - first / 2, 50 + first / 2}, {2, 5, 50, 50, 50 + last}});
    };
    CHECK(convergence_of({{1, 5, 50, 40, 60}}) == Convergence::one_round);
    CHECK(went(20, 10) == Convergence::closer);
    CHECK(went(20, 17.9) == Convergence::closer);
    CHECK(went(20, 18) == Convergence::as_before);
    CHECK(went(20, 22) == Convergence::as_before);
    CHECK(went(20, 22.1) == Convergence::further);
    CHECK(went(20, 0) == Convergence::agreed);
    CHECK(went(0, 0) == Convergence::as_before);
    CHECK(went(0, 1) == Convergence::further);
}
