#include "web/inspel/desk/erasure.hpp"

#include "store/inspel/columns.hpp"
#include "web/issue/addresses.hpp"
#include "web/ui/confirming.hpp"

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

Html erasure_fields(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto field = [&](const char* name, const std::string& label) {
        return ui::Field{.name = name, .label = label, .value = std::string{visit.field(name)}};
    };
    auto fields = ui::radio_group(field("niva", words("How much?")), level_choices(words), complaints, words);
    fields +=
        ui::select(field("rattsgrund", words("On which ground?")), ground_choices(words), complaints, words);
    fields += ui::text_field(
        field("beslut", words("The decision's number in the register")), ui::Input::text, complaints, words);
    fields += ui::confirm_field(word_that_erases(words), words("It cannot be undone."),
        visit.field(ui::confirm_name), complaints, words);
    return fields;
}

}  // namespace

std::string word_that_erases(const Words& words) {
    return words.in("word to confirm with", "erase");
}

Html erasure_view(const Visit& visit, const Inspel& inspel, const ui::Complaints& complaints) {
    if (inspel.text.empty() || !authorize(visit.signed_in->actor, Action::erase, visit.process->id))
        return {};
    const auto& words = visit.words;
    return html(R"(
<details class="more"{open}><summary>{title}</summary><p>{lead}</p>
<form method="post" action="{action}" novalidate>{guard}{fields}{submit}<p>{note}</p></form></details>)",
        "open"_a = visit.field("niva").empty() && visit.field("beslut").empty() ? Html{} : html(" open"),
        "title"_a = words("Erase the content"),
        "lead"_a = words(
            "Only by a decision. Look through answers and texts too: words that you have quoted there are "
            "yours to change."),
        "action"_a = visit.href(address::erase_inspel, inspel.number),
        "guard"_a = form_guard(visit, {sql::version_of<store::tables::inspel>(inspel)}),
        "fields"_a = erasure_fields(visit, complaints),
        "submit"_a = ui::submit(words("Erase"), ui::Weight::quiet),
        "note"_a = words("The number and the ground are written in the open log."));
}

}  // namespace medskapa::web::inspel::desk
