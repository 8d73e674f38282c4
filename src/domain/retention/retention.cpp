#include "domain/retention/retention.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"

#include <algorithm>

namespace medskapa {
namespace {

constexpr std::size_t longest_decision = 40;
constexpr int longest_in_days = 36'500;
constexpr int longest_in_months = 1'200;
constexpr int longest_in_years = 100;

int longest(RetentionRule::Unit unit) {
    switch (unit) {
        case RetentionRule::Unit::day: return longest_in_days;
        case RetentionRule::Unit::month: return longest_in_months;
        case RetentionRule::Unit::year: break;
    }
    return longest_in_years;
}

/// The log is open for ever, so nothing but a number may be written there.
bool is_decision_number(const std::string& number) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto fits = [&](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '/' || c == '-' ||
               c == ':' || c == '.' || c == ' ';
    };
    return number.size() <= longest_decision && std::all_of(number.begin(), number.end(), fits) &&
           std::any_of(number.begin(), number.end(), is_digit);
}

Day months_after(Day day, int months) {
    const std::chrono::year_month_day before{day};
    const auto after = before + std::chrono::months{months};
    if (after.ok()) return Day{after};
    return Day{after.year() / after.month() / std::chrono::last};
}

Day moved(const RetentionRule& rule, Day day, int direction) {
    constexpr int months_of_year = 12;
    const int amount = direction * rule.amount;
    switch (rule.unit) {
        case RetentionRule::Unit::day: return day + std::chrono::days{amount};
        case RetentionRule::Unit::month: return months_after(day, amount);
        case RetentionRule::Unit::year: break;
    }
    return months_after(day, amount * months_of_year);
}

}  // namespace

bool is_of_site(RetentionKind kind) {
    return kind == RetentionKind::sign_ins || kind == RetentionKind::site_mail ||
           kind == RetentionKind::lack_reports;
}

std::vector<RetentionEvent> events_of(RetentionKind kind) {
    using enum RetentionEvent;
    switch (kind) {
        case RetentionKind::sender_contact:
        case RetentionKind::sender_files: return {process_closed, answered};
        case RetentionKind::mail:
        case RetentionKind::site_mail: return {sent};
        case RetentionKind::followers: return {process_closed};
        case RetentionKind::party_contact: return {referral_closed, process_closed};
        case RetentionKind::reports:
        case RetentionKind::refusals: return {decided};
        case RetentionKind::requests: return {answered};
        case RetentionKind::extract_uses:
        case RetentionKind::sign_ins: return {used};
        case RetentionKind::lack_reports: break;
    }
    return {closed};
}

Result<RetentionRule> checked(RetentionRule rule, Day today) {
    rule.decision = text::one_line(rule.decision);
    std::vector<Complaint> complaints;
    const auto events = events_of(rule.kind);
    if (std::find(events.begin(), events.end(), rule.event) == events.end())
        complaints.push_back({Field::event, N_("Choose from when the time is counted")});
    if (rule.amount < 1 || rule.amount > longest(rule.unit))
        complaints.push_back({Field::period, N_("Write a whole number, at least 1 and at most {}"),
            {std::int64_t{longest(rule.unit)}}});
    if (!is_decision_number(rule.decision))
        complaints.push_back(
            {Field::decision, N_("Write the decision's number in the register, for example RS 2026/123")});
    if (rule.decided_on > today) complaints.push_back({Field::date, N_("Choose a day that has been")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return rule;
}

Day last_day_kept(const RetentionRule& rule, Day day) {
    return moved(rule, day, 1);
}

Day last_day_out(const RetentionRule& rule, Day today) {
    constexpr std::chrono::days one{1};
    auto day = moved(rule, today, -1);
    while (last_day_kept(rule, day) >= today) day -= one;
    while (last_day_kept(rule, day + one) < today) day += one;
    return day;
}

std::optional<Day> closed_on(const std::vector<Day>& decided, const std::vector<Activity>& activities) {
    if (decided.empty()) return std::nullopt;
    auto last = *std::max_element(decided.begin(), decided.end());
    for (const auto& activity : activities) {
        const auto end = activity.withdrawn ? std::optional{activity.withdrawn->at} : activity.closes;
        if (!end) return std::nullopt;
        last = std::max(last, *end);
    }
    return last;
}

}  // namespace medskapa
