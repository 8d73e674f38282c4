#include "domain/moderation/appeal.hpp"
#include "domain/moderation/conduct.hpp"
#include "domain/moderation/content_report.hpp"
#include "domain/moderation/few.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;

TEST_CASE("a number of one to four decisions is not published, and the total not where it would tell which") {
    CHECK(without_few({0, 5, 12}).total == 17);
    CHECK(without_few({0, 5}).each == std::vector<std::optional<std::int64_t>>{0, 5});
    CHECK(without_few({4, 12}).each == std::vector<std::optional<std::int64_t>>{std::nullopt, 12});
    CHECK_FALSE(without_few({4, 12}).total);
    CHECK_FALSE(without_few({2, 2, 12}).total);
    CHECK(without_few({3, 2, 12}).total == 17);
    CHECK_FALSE(without_few({4, 4, 12}).total);
    CHECK_FALSE(without_few({4, 4, 4}).total);
    CHECK(without_few({4, 3}).total == 7);
    CHECK(without_few({}).total == 0);
}

TEST_CASE("every reason not to show an inspel is a rule with words and a ground, and a number of its own") {
    std::vector<int> numbers;
    for (const auto& [reason, word, label] : names_of<DeclineReason>) {
        CAPTURE(word);
        CHECK(rule_of(reason).reason == reason);
        CHECK(*rule_of(reason).standard != '\0');
        CHECK(*rule_of(reason).ground != '\0');
        numbers.push_back(number_of_rule(reason));
    }
    std::sort(numbers.begin(), numbers.end());
    CHECK(numbers == std::vector{1, 2, 3, 4, 5, 6});
}

TEST_CASE("a report says what is wrong and why; all that is missing is said at once") {
    CHECK(compose_report({"", " \n"}).error().complaints.size() == 2);
    CHECK_FALSE(compose_report({"other", "Fel."})->rule);
    CHECK(compose_report({"spam", "Fel."})->rule == DeclineReason::spam);
    CHECK(compose_report({"spam", std::string(longest_report, 'x')}));
    CHECK_FALSE(compose_report({"spam", std::string(longest_report + 1, 'x')}));
}

TEST_CASE("somebody else than the one who decided looks again, or anybody where that is not known") {
    Refusal refusal;
    refusal.decided_by = {7};
    CHECK_FALSE(may_look_again(refusal, {7}));
    CHECK(may_look_again(refusal, {8}));
    refusal.decided_by = {};
    CHECK(may_look_again(refusal, {7}));
}

TEST_CASE("a rule may have a thousand characters and not one more, in each language") {
    Conduct conduct;
    conduct.spam = Localized{std::string(1'000, 'x')};
    CHECK(checked(conduct));
    conduct.spam = Localized{"Gör inte reklam.", std::string(1'001, 'x')};
    CHECK(checked(conduct).error().complaints.front().place == Place{"reklam"});
}
