#include "web/priority/desk/parts.hpp"

#include "domain/field.hpp"
#include "store/priority/priority_store.hpp"
#include "store/site/site_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/priority/addresses.hpp"
#include "web/priority/views.hpp"
#include "web/statistics/citing.hpp"
#include "web/statistics/views.hpp"

namespace medskapa::web::priority::desk {
namespace {

Html cite_part(const Visit& visit, const Priority& priority, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto citations = store::citations_of(visit.db, priority.id);
    const auto cards = each(citations,
        [&](const Citation& one) { return statistics::evidence_card(visit, one, statistics::CardEnd::run); });
    return html("<h2>{}</h2>{}{}", words("What it rests on"), cards,
        post_form(visit, {.action = visit.href(address::cite_for_priority, priority.number),
                             .fields = ui::select({.name = "siffra",
                                                      .label = words("One more figure"),
                                                      .value = std::string{visit.field("siffra")}},
                                 statistics::figure_choices(visit), complaints, words),
                             .button = ui::submit(words("Let the priority rest on it"), ui::Weight::quiet)}));
}

std::vector<ui::Choice> event_choices(const Visit& visit) {
    std::vector<ui::Choice> choices{{"", visit.words("Not chosen")}};
    for (const auto& event : store::events_of(visit.db, visit.process->id)) {
        const auto day = std::chrono::floor<std::chrono::days>(event.starts);
        choices.push_back({std::to_string(event.id.value),
            visit.words.day(Day{day.time_since_epoch()}) + ", " + visit.in(event.title)});
    }
    return choices;
}

Html sector_ticks(const Visit& visit, const ui::Complaints& complaints) {
    Html ticks;
    for (const auto& name : names_of<Sector>) {
        const auto field = "aktorer-" + std::string{name.word};
        ticks += ui::checkbox({.name = field,
                                  .label = shown(name.value, visit.words),
                                  .value = std::string{visit.field(field)}},
            {}, visit.words);
    }
    Html wrong;
    for (const auto& one : complaints)
        if (one.place == Place{Field::sectors})
            wrong += html(R"(<p class="error">{}</p>)", visit.words.complaint(one));
    return html(R"(<fieldset class="field" id="aktorer"><legend>{}</legend>{}{}</fieldset>)",
        visit.words("Who took part?"), wrong, ticks);
}

Html discovery_fields(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto typed = [&](const char* name) { return std::string{visit.field(name)}; };
    auto fields = ui::select({.name = "mote", .label = words("Which meeting?"), .value = typed("mote")},
        event_choices(visit), complaints, words);
    fields += ui::text_field({.name = "personer",
                                 .label = words("How many took part?"),
                                 .value = typed("personer"),
                                 .hint = words("Five or more. Leave it empty where they were fewer."),
                                 .is_optional = true,
                                 .is_short = true},
        ui::Input::number, complaints, words);
    fields += sector_ticks(visit, complaints);
    fields += ui::text_area({.name = "lardomar",
                                .label = words("What was learned, and what did it change?"),
                                .value = typed("lardomar")},
        4, complaints, words);
    return fields;
}

Html discovery_part(const Visit& visit, const Priority& priority, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto known = static_cast<std::int64_t>(store::discoveries_of(visit.db, priority.id).size());
    return html("<h2>{}</h2><p>{}</p>{}", words("Meetings where it was tried"),
        words.count("{} meeting is written down.", "{} meetings are written down.", known),
        post_form(visit, {.action = visit.href(address::note_discovery, priority.number),
                             .fields = discovery_fields(visit, complaints),
                             .button = ui::submit(words("Register the meeting"), ui::Weight::quiet)}));
}

}  // namespace

Html parts_of(const Visit& visit, const Priority& priority, const ui::Complaints& complaints) {
    return html("{}{}", cite_part(visit, priority, complaints), discovery_part(visit, priority, complaints));
}

}  // namespace medskapa::web::priority::desk
