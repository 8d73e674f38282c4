#include "web/inspel/desk/erasure.hpp"

namespace medskapa::web::inspel::desk {
namespace {

std::vector<ui::Choice> level_choices(const Words& words) {
    const auto choice = [&](Erasure::Level level, const std::string& hint) {
        return ui::Choice{std::string{name_of(level)}, shown(level, words), hint};
    };
    return {choice(Erasure::Level::unpublished, words("The original is kept, for the archive.")),
        choice(Erasure::Level::destroyed, words("It can never be got back."))};
}

std::vector<ui::Choice> ground_choices(const Words& words) {
    auto choices = ui::choices_of<Erasure::Ground>(words);
    choices.insert(choices.begin(), {"", words("Choose")});
    return choices;
}

}  // namespace

Html erasure_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    if (inspel.text.empty() || !authorize(visit.signed_in->actor, Action::erase, visit.process->id))
        return {};
    const auto& words = visit.words;
    const auto field = [&](const char* name, const std::string& label) {
        return ui::Field{.name = name, .label = label, .value = std::string{visit.field(name)}};
    };
    return html(R"(
<details class="more"{}><summary>{}</summary><p>{}</p>
<form method="post" action="{}" novalidate>{}{}{}{}<p>{}</p></form></details>)",
        visit.field("niva").empty() && visit.field("beslut").empty() ? Html{} : html(" open"),
        words("Erase the content"),
        words("Only by a decision. Look through answers and texts too: words that you have quoted there are "
              "yours to change."),
        visit.process_href("/handlaggning/inspel/" + std::to_string(inspel.number) + "/gallring"),
        form_guard(visit, ""),
        ui::radio_group(field("niva", words("How much?")), level_choices(words), complaints, words),
        ui::select(field("rattsgrund", words("On which ground?")), ground_choices(words), complaints, words),
        html("{}{}",
            ui::text_field(field("beslut", words("The decision's number in the register")), ui::Input::text,
                complaints, words),
            ui::submit(words("Erase"), ui::Weight::quiet)),
        words("The number and the ground are written in the open log."));
}

}  // namespace medskapa::web::inspel::desk
