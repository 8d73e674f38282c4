#include "web/statistics/kinds/population/projection_words.hpp"

#include "web/statistics/kinds/population/fan.hpp"
#include "web/statistics/labels.hpp"

#include <algorithm>
#include <cmath>

namespace medskapa::web::statistics {
namespace {

double last_of(const AnalysisResult& result, const char* column) {
    return result.number(*result.noted("year").back(), column).value_or(0);
}

std::string people(double number, const Words& words) {
    return words.number(rounded_people(number));
}

/// What a scenario assumes: births and moving in times a number, and risks of dying that fall.
std::string assumed(const AnalysisResult& result, const std::string& name, const Words& words) {
    return words("births × {}, those who move in × {}, and risks of dying that fall by {} % a year",
        assumption_text(result.number(name + "_births"), words),
        assumption_text(result.number(name + "_moving"), words),
        assumption_text(result.number(name + "_decline") * 100, words));
}

/// A test of some of the places alone.
bool is_tested_in_part(const AnalysisResult& result) {
    return result.numbers.contains("tested_places") &&
           result.number("tested_places") < result.number("places");
}

}  // namespace

bool is_tested(const AnalysisResult& result) {
    return result.numbers.contains("error");
}

bool has_no_moving(const AnalysisResult& result) {
    return result.number(*result.noted("year").back(), "no_moving").has_value();
}

std::string untested_text(const AnalysisResult& result, const Words& words) {
    if (!is_tested_in_part(result)) return words("not tested");
    return words("tested in {} of {} places", std::llround(result.number("tested_places")),
        std::llround(result.number("places")));
}

double people_at_start(const AnalysisResult& result) {
    for (const auto* row : result.noted("year"))
        if (row->label == result.text("from")) return result.number(*row, "main").value_or(0);
    return 0;
}

std::string place_text(const AnalysisResult& result, const Words& words) {
    const auto region = result.text("region_label");
    return region.empty() ? words("all places in the statistics") : region;
}

std::string fan_finding(const AnalysisResult& result, const Words& words) {
    // The main one lies outside the others where somebody assumes so.
    const auto [low, high] = std::minmax({rounded_people(last_of(result, "low")),
        rounded_people(last_of(result, "main")), rounded_people(last_of(result, "high"))});
    const auto start = rounded_people(people_at_start(result));
    const auto from = words.number(low);
    const auto to = words.number(high);
    if (low > start)
        return words("More people in all three scenarios: {} to {} in {}", from, to, result.text("period"));
    if (high < start)
        return words("Fewer people in all three scenarios: {} to {} in {}", from, to, result.text("period"));
    return words("It may go either way: {} to {} people in {}", from, to, result.text("period"));
}

std::string fan_in_words(const AnalysisResult& result, const Words& words) {
    return words(
        "Lines: {} people in {}. In {} the main scenario ends at {}, the low one at {}, the high one at {}.",
        words.number(std::llround(people_at_start(result))), result.text("from"), result.text("period"),
        people(last_of(result, "main"), words), people(last_of(result, "low"), words),
        people(last_of(result, "high"), words));
}

std::string pyramid_finding(const AnalysisResult& result, const Words& words) {
    const auto later = result.text("later");
    if (!result.numbers.contains("old_now")) {
        for (const auto* row : result.noted("year"))
            if (row->label == later)
                return words("{} people in {} in the main scenario",
                    people(result.number(*row, "main").value_or(0), words), later);
        return words("People by age and sex");
    }
    const double now = result.number("old_now");
    const double change = result.number("old_later") - now;
    constexpr double noticed = 0.02;
    if (std::abs(change) < noticed * now)
        return words("Those who are 80 or older are about as many in {}", later);
    if (change > 0)
        return words("Those who are 80 or older become {} more by {}", people(change, words), later);
    return words("Those who are 80 or older become {} fewer by {}", people(-change, words), later);
}

std::string test_text(const AnalysisResult& result, const Words& words) {
    if (!is_tested(result) && is_tested_in_part(result))
        return words(
            "Tested in {} of {} places, so nothing is said of how wrong the method may be about all of them.",
            std::llround(result.number("tested_places")), std::llround(result.number("places")));
    if (!is_tested(result))
        return words(
            "Not tested: nobody has tried what the same method would have said of years that have passed.");
    return words(
        "Tested: begun in {} with what was known then, the same method was {} off in {}. On average over "
        "the places it missed by {} %, and \"nothing changes\" by {} %.",
        result.text("tested_from"), percent_text(result.number("error"), words), result.text("from"),
        words.decimal(result.number("mean_error") * 100, 1),
        words.decimal(result.number("unchanged_error") * 100, 1));
}

std::vector<std::string> projection_why(const AnalysisResult& result, const Words& words) {
    std::vector<std::string> why{
        words(
            "Each age group is made {} years older at a time. Those who are expected to die or to move away "
            "are taken from it, and those who are born and who move in are added.",
            words.number(std::llround(result.number("step")))),
        words("Formula: those of the next age = (people − people × risk of dying) × (1 − share that moves "
              "away) + "
              "those who move in. Born = births a woman × the mean of the women before and after, 105 boys "
              "to 100 "
              "girls."),
        words("Main: {}.", assumed(result, "main", words)), words("Low: {}.", assumed(result, "low", words)),
        words("High: {}.", assumed(result, "high", words)),
        words("The field holds eight of ten errors that the places had in the test, and grows with the "
              "square root "
              "of the years. It says nothing of what nobody could know, such as a closure or a war."),
        words("A place of which a number is hidden or missing is left out, and never counted as zero."),
        words("The country or a county is no place next to its municipalities: it is their sum.")};
    if (has_no_moving(result))
        why.push_back(words(
            "If nobody moved in or away, only births, deaths and age would change how many they are. The "
            "births and the risks of dying are those of the main scenario."));
    return why;
}

std::vector<std::string> pyramid_why(const Words& words) {
    return {
        words(
            "Each row is an age group, the youngest at the bottom. A bar is as long as they are many: men to "
            "the left, women to the right. The line is how many they become in the main scenario."),
        words("A group of fewer than five is not shown, nor one that would give such a number away. With "
              "fewer than "
              "3 000 people the groups are ten years wide."),
        words("The pyramid says how many of each age may live here, not who they are.")};
}

std::string change_text(double change, const Words& words) {
    const auto size = rounded_people(std::abs(change));
    if (size == 0) return words("as many as now");
    return change > 0 ? words("{} more than at the start", words.number(size))
                      : words("{} fewer than at the start", words.number(size));
}

std::string percent_text(double share, const Words& words) {
    const auto written = words.decimal(std::abs(share) * 100, 1);
    const bool is_zero = std::abs(share) * 1000 < 0.5;
    return (is_zero ? "" : share > 0 ? "+" : "−") + written + " %";
}

}  // namespace medskapa::web::statistics
