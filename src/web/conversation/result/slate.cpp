#include "web/conversation/result/sections.hpp"
#include "web/ui/pieces.hpp"

#include <cmath>

namespace medskapa::web::conversation::result {
namespace {

/// From which trustworthiness on the near are near, and roughly so (0..1).
constexpr double trusted = 0.9;
constexpr double roughly_trusted = 0.75;

Html coverage(const Context& context) {
    const auto& words = context.visit.words;
    const auto& result = context.result();
    const auto of_all = [&](int people) {
        return words("about {} of {}", words.number(people), words.number(result.participants));
    };
    std::vector<ui::Fact> facts{{words("have agreed with at least one of them"), of_all(result.slate.known)},
        {words("at the most, if those who have not answered all of them agree with the rest"),
            of_all(result.slate.could_be)}};
    if (result.slate.expected > 0)
        facts.push_back({words("to be expected, by the answers of those who answer alike: rather too high"),
            of_all(result.slate.expected)});
    return ui::facts(facts);
}

std::string neighbours_text(double trustworthiness, const Words& words) {
    if (trustworthiness >= trusted)
        return words("Yes. Those who are near each other on the map mostly answer alike.");
    if (trustworthiness >= roughly_trusted)
        return words("Roughly. Those who are near each other on the map often answer alike, but not always.");
    return words(
        "Only in the main. The map shows the line along which people differ most, but neighbours on it "
        "often answer differently.");
}

std::string hollow_text(const Context& context, const OpinionResult::Distortion& distortion) {
    const auto& words = context.visit.words;
    if (distortion.hollow == 0)
        return words("Hardly anybody has neighbours on the map who answer otherwise than they do.");
    return words(
        "For about {} of {} people the neighbours on the map are not those who answer most like them.",
        words.number(distortion.hollow), words.number(context.result().participants));
}

/// The statements that are still to be read.
Html slate_items(const Context& context) {
    return each(context.result().slate.statements, [&](int number) {
        const auto text = context.text(number);
        return text.empty() ? Html{} : html("<li>{}</li>", text);
    });
}

}  // namespace

Html slate_section(const Context& context) {
    const auto& words = context.visit.words;
    const auto items = slate_items(context);
    if (items.empty()) return {};
    return html(R"(
<section aria-labelledby="urval">
  <h2 id="urval">{title}</h2>
  <p class="small">{explanation}</p>
  <ol>{items}</ol>
  {coverage}
</section>)",
        "title"_a = words("Statements that leave nobody out"),
        "explanation"_a = words(
            "Chosen together, so that every group that agrees on something and is large enough for a place "
            "of its own has one: nobody can say that a whole group was passed over. That somebody has not "
            "agreed with any of them often means that they have not seen them."),
        "items"_a = items, "coverage"_a = coverage(context));
}

Html distortion_text(const Context& context) {
    const auto& found = context.result().distortion;
    if (!found) return {};
    const auto& words = context.visit.words;
    return html(R"(<details class="more"><summary>{}</summary><p>{} {}</p></details>)",
        words("Do neighbours on the map answer alike?"), neighbours_text(found->trustworthiness, words),
        html("{} {}", hollow_text(context, *found),
            words("The map shows {} % of what the answers differ in; the rest does not fit on a surface.",
                std::lround(found->shown * 100))));
}

}  // namespace medskapa::web::conversation::result
