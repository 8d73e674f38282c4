#include "web/panel/views.hpp"

#include <cmath>

namespace medskapa::web::panel {
namespace {

using statistics::RowPicture;
using statistics::Scale;
using statistics::Shape;

/// Three ticks at the ends and the middle of what may be answered.
Scale scale_of(const Panel& panel) {
    const auto low = static_cast<double>(panel.least);
    const auto high = static_cast<double>(panel.most);
    return {Scale::Kind::linear, low, high, {low, (low + high) / 2, high}, low};
}

/// From the quarter that said less to the quarter that said more: "46.2 to 58.8".
std::string half_text(const RoundOutcome& one, const Words& words) {
    return words("{} to {}", number_text(one.low, words), number_text(one.high, words));
}

RowPicture::Row row_of(const RoundOutcome& one, const Scale& scale, const Words& words) {
    constexpr double radius = 5;
    auto strip = statistics::line("ci", scale.at(one.low), scale.at(one.high));
    strip += statistics::dot(scale.at(one.median), radius, Shape::circle, false);
    return {.name = words(
                "Round {} ({} answers)", one.round, words.number(static_cast<std::int64_t>(one.people))),
        .strip = strip,
        .numbers = {half_text(one, words), number_text(one.median, words)},
        .id = "r-" + std::to_string(one.round),
        .is_ours = true};
}

std::vector<std::string> why_of(const Words& words) {
    return {
        words("Those who know the field answer one by one, without knowing who else says what. After each "
              "round they see this picture and the reasons, and may change their minds."),
        words("A quarter said less than the line's left end, and a quarter more than its right end. The mark "
              "is the number in the middle: as many said less as said more."),
        words("A round that fewer than five answered is not shown, so that nobody's number can be read out."),
        words("That they agree does not make it true. It says how sure those who know most are.")};
}

}  // namespace

std::string number_text(double number, const Words& words) {
    return number == std::trunc(number) ? words.number(std::llround(number)) : words.decimal(number, 1);
}

std::string finding_of(const Panel& panel, const std::vector<RoundOutcome>& outcomes, const Words& words) {
    const auto& last = outcomes.back();
    const auto from = number_text(last.low, words);
    const auto to = number_text(last.high, words);
    const auto before = number_text(outcomes.front().spread(), words);
    const auto now = number_text(last.spread(), words);
    switch (convergence_of(outcomes)) {
        case Convergence::one_round: break;
        case Convergence::agreed:
            return words("They agree: at least half say {} {}", number_text(last.median, words), panel.unit);
        case Convergence::closer:
            return words("They came closer: half say {} to {} {}, {} apart instead of {}", from, to,
                panel.unit, now, before);
        case Convergence::as_before:
            return words("They are as far apart as before: half say {} to {} {}", from, to, panel.unit);
        case Convergence::further:
            return words("They came further apart: half say {} to {} {}, {} apart instead of {}", from, to,
                panel.unit, now, before);
    }
    return words("Half of those who answered say {} to {} {}", from, to, panel.unit);
}

RowPicture rounds_picture(const Panel& panel, const std::vector<RoundOutcome>& outcomes, const Words& words) {
    const auto scale = scale_of(panel);
    RowPicture picture{.id = "rundor",
        .finding = finding_of(panel, outcomes, words),
        .what = words("What the middle half said round by round, {}", panel.unit),
        .says = words("The shorter the line, the more they agree."),
        .why_name = words("the rounds"),
        .why = why_of(words),
        .caption = words("Answers round by round"),
        .name_title = words("Round"),
        .number_titles = {words("Half say"), words("In the middle")},
        .tick_labels = {},
        .scale = scale,
        .bands = {{"", {}}},
        .key = {{html(R"(<path class="ci" d="M0 8H16"/>)"), words("the middle half")},
            {html(R"(<circle class="fa" cx="8" cy="8" r="5"/>)"), words("in the middle")}}};
    for (const auto tick : scale.ticks()) picture.tick_labels.push_back(number_text(tick, words));
    for (const auto& one : outcomes) picture.bands.front().rows.push_back(row_of(one, scale, words));
    return picture;
}

}  // namespace medskapa::web::panel
