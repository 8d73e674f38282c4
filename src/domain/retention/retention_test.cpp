#include "domain/retention/retention.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

Day day(int year, unsigned month, unsigned date) {
    return Day{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(date)};
}

RetentionRule rule_of(int amount, RetentionRule::Unit unit) {
    RetentionRule rule;
    rule.amount = amount;
    rule.unit = unit;
    rule.decision = "RS 2026/123";
    rule.decided_on = day(2026, 5, 1);
    return rule;
}

Activity activity(std::optional<Day> closes) {
    Activity one;
    one.closes = closes;
    return one;
}

}  // namespace

TEST_CASE("what is kept for a month from the last of January is kept through February, in leap years too") {
    const auto month = rule_of(1, RetentionRule::Unit::month);
    CHECK(last_day_kept(month, day(2026, 1, 31)) == day(2026, 2, 28));
    CHECK(last_day_kept(month, day(2028, 1, 31)) == day(2028, 2, 29));
    CHECK(last_day_kept(rule_of(1, RetentionRule::Unit::year), day(2028, 2, 29)) == day(2029, 2, 28));
    CHECK(last_day_kept(rule_of(24, RetentionRule::Unit::month), day(2026, 3, 5)) == day(2028, 3, 5));
    CHECK(last_day_kept(rule_of(1, RetentionRule::Unit::day), day(2026, 12, 31)) == day(2027, 1, 1));
}

TEST_CASE("on every day what goes is what had its last day before, and nothing else") {
    for (const auto unit : {RetentionRule::Unit::day, RetentionRule::Unit::month, RetentionRule::Unit::year})
        for (const int amount : {1, 2, 11, 13}) {
            const auto rule = rule_of(amount, unit);
            for (auto today = day(2027, 12, 1); today < day(2029, 4, 1); today += std::chrono::days{1}) {
                const auto out = last_day_out(rule, today);
                CHECK(last_day_kept(rule, out) < today);
                CHECK(last_day_kept(rule, out + std::chrono::days{1}) >= today);
            }
        }
}

TEST_CASE("a rule needs a time, an event of its kind, and a decision with a number of a day that has been") {
    const auto today = day(2026, 5, 14);
    const auto fits = [&](auto change) {
        auto rule = rule_of(2, RetentionRule::Unit::year);
        change(rule);
        return checked(rule, today).has_value();
    };
    CHECK(fits([](auto&) {}));
    CHECK(fits([](auto& rule) { rule.decided_on = day(2026, 5, 14); }));
    CHECK_FALSE(fits([](auto& rule) { rule.decided_on = day(2026, 5, 15); }));
    for (const int amount : {0, -1, 101}) CHECK_FALSE(fits([&](auto& rule) { rule.amount = amount; }));
    CHECK(fits([](auto& rule) { rule.amount = 100; }));
    for (const auto* decision : {"", "RS", "Eva Ek 1 <b>", "RS 2026/123, Eva Åkerlund", "RS\n2026/1;"})
        CHECK_FALSE(fits([&](auto& rule) { rule.decision = decision; }));
    CHECK(fits([](auto& rule) { rule.decision = " RUN/413-2020:1 "; }));
    CHECK_FALSE(fits([](auto& rule) { rule.decision = std::string(41, '1'); }));
    CHECK_FALSE(fits([](auto& rule) { rule.event = RetentionEvent::used; }));
    for (const auto& name : names_of<RetentionKind>) {
        CHECK_FALSE(events_of(name.value).empty());
        CHECK(fits([&](auto& rule) {
            rule.kind = name.value;
            rule.event = events_of(name.value).front();
        }));
    }
}

TEST_CASE("a process is closed when it is decided and nothing is open, and is not when it goes on") {
    const auto decided = day(2027, 1, 10);
    CHECK_FALSE(closed_on({}, {}));
    CHECK_FALSE(closed_on({}, {activity(day(2026, 1, 1))}));
    CHECK(closed_on({decided}, {}) == decided);
    CHECK(closed_on({decided, day(2027, 2, 1)}, {activity(day(2026, 1, 1))}) == day(2027, 2, 1));
    CHECK(closed_on({decided}, {activity(day(2027, 3, 1))}) == day(2027, 3, 1));
    CHECK_FALSE(closed_on({decided}, {activity(std::nullopt)}));
    auto withdrawn = activity(std::nullopt);
    withdrawn.withdrawn = Withdrawal{day(2027, 4, 1), "Den behövs inte."};
    CHECK(closed_on({decided}, {withdrawn}) == day(2027, 4, 1));
}
