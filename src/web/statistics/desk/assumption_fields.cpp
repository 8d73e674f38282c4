#include "web/statistics/desk/assumption_fields.hpp"

#include "app/statistics/projection/assumed.hpp"
#include "base/text.hpp"
#include "web/statistics/labels.hpp"

#include <algorithm>

namespace medskapa::web::statistics::desk {
namespace {

using app::Assumption;

constexpr const char* no_moving_field = "utan-flyttning";

std::string name_of_field(const Assumption& one) {
    return "antagande-" + std::to_string(&one - app::assumptions_to_choose().data() + 1);
}

std::string typed_or(const Parameters& typed, const std::string& name, const std::string& otherwise) {
    const auto found = typed.find(name);
    return found == typed.end() ? otherwise : found->second;
}

}  // namespace

std::string assumption_field(std::string_view parameter) {
    for (const auto& one : app::assumptions_to_choose())
        if (one.name() == parameter) return name_of_field(one);
    return {};
}

Parameters typed_assumptions(const Visit& visit) {
    Parameters typed;
    for (const auto& one : app::assumptions_to_choose())
        if (const auto value = text::one_line(visit.field(name_of_field(one))); !value.empty())
            typed[one.name()] = value;
    if (visit.field(no_moving_field) == "ja") typed[app::with_no_moving] = "yes";
    return typed;
}

Html assumption_fields(const Parameters& typed, const ui::Complaints& complaints, const Words& words) {
    const auto& all = app::assumptions_to_choose();
    const bool is_wrong = std::any_of(complaints.begin(), complaints.end(),
        [](const Complaint& one) { return one.place.part.starts_with("antagande-"); });
    const bool is_changed = std::any_of(all.begin(), all.end(), [&](const Assumption& one) {
        const auto found = typed.find(one.name());
        return found != typed.end() && found->second != assumption_text(one.usual(), words);
    });
    const auto numbers = each(all, [&](const Assumption& one) {
        return ui::text_field({.name = name_of_field(one),
                                  .label = assumption_label(one, words),
                                  .value = typed_or(typed, one.name(), assumption_text(one.usual(), words)),
                                  .is_short = true},
            ui::Input::text, complaints, words);
    });
    return html(R"({no_moving}<details{open}><summary>{summary}</summary><p>{lead}</p>{numbers}</details>)",
        "no_moving"_a =
            ui::checkbox({.name = no_moving_field,
                             .label = words("Show also what comes of age alone, if nobody moved in or away"),
                             .value = typed.empty() || typed.contains(app::with_no_moving) ? "ja" : ""},
                complaints, words),
        "open"_a = when(is_wrong || is_changed, html(" open")),
        "summary"_a = words("Change what the scenarios assume"),
        "lead"_a =
            words("1 means as in the statistics, and a lower number means fewer. What you change stands "
                  "on the analysis' page."),
        "numbers"_a = numbers);
}

}  // namespace medskapa::web::statistics::desk
