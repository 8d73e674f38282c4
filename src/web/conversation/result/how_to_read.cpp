#include "store/conversation/release_store.hpp"
#include "web/conversation/result/sections.hpp"

#include <algorithm>

namespace medskapa::web::conversation::result {
namespace {

Html history_form(const Context& context) {
    const auto& words = context.visit.words;
    const auto days = store::days_with_snapshot(context.visit.db, context.conversation.activity.id);
    if (days.size() < 2) return {};
    const auto option = [&](Day day) {
        return html(R"(<option value="{}"{}>{}</option>)", time::iso(day),
            when(day == context.snapshot.day, html(" selected")), words.day(day));
    };
    return html(R"(
<form class="filter" method="get"><div><label for="dag">{}</label><select id="dag" name="dag">{}</select></div><button class="btn quiet" type="submit">{}</button></form>)",
        words("Earlier maps"), each(days, option), words("Show"));
}

Html folded(const std::string& title, const Html& content) {
    return html(R"(<details class="more"><summary>{}</summary>{}</details>)", title, content);
}

/// Why nobody can be seen in the map, nor in the difference between two.
Html how_protected(const Words& words) {
    constexpr auto fewest = OpinionResult::fewest_shown;
    const auto text = words(
        "No mark and no number is a single person. A mark is at least {} people, its place is rounded, "
        "and counts are rounded to the nearest five. Figures that could show fewer than {} people, also "
        "when they are compared with an earlier map, are withheld: then it says too few. A new map is "
        "drawn when at least {} people, and one in five, have come, changed their answers or taken them "
        "back. So nobody is seen in the difference between two maps.",
        fewest, fewest, fewest);
    return folded(words("How participants are protected"), html("<p>{}</p>", text));
}

Html how_sure(const Context& context) {
    const auto text = context.visit.words(
        "The groups are stable to {} of 100. We tested it by recounting on votes drawn at random.",
        std::max(0, static_cast<int>(context.result().agreement * 100)));
    return folded(context.visit.words("How sure is the picture?"), html("<p>{}</p>", text));
}

}  // namespace

Html how_to_read(const Context& context) {
    const auto& words = context.visit.words;
    return html(R"(
<aside aria-labelledby="las">
  <h2 id="las">{title}</h2>
  <p>{explanation}</p>
  {how_sure}
  {distortion}
  {how_protected}
  {what_stands_out}
  {history}
</aside>)",
        "title"_a = words("How to read the map"),
        "explanation"_a = words("No group is right or wrong, and none is an association or a party. The "
                                "computer only sees who often voted alike."),
        "how_sure"_a = how_sure(context), "distortion"_a = distortion_text(context),
        "how_protected"_a = how_protected(words),
        "what_stands_out"_a = folded(words("Unusual voting patterns"), flagged_section(context)),
        "history"_a = history_form(context));
}

}  // namespace medskapa::web::conversation::result
