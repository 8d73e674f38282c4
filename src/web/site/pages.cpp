#include "web/site/pages.hpp"

#include "engine/openlog/objects.hpp"
#include "store/decision/decision_store.hpp"
#include "store/site/site_store.hpp"
#include "web/correction/note.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/site/open.hpp"
#include "web/site/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"
#include "web/ui/trail.hpp"

#include <algorithm>
#include <limits>

namespace medskapa::web::site {
namespace {

/// What is to be known of a process before it is opened: what can be done there, else what was decided.
ui::Card process_card(const Visit& visit, const Process& process) {
    ui::Card card{.href = visit.href_in(process, address::start_page),
        .title = visit.in(process.name),
        .text = html("{}", visit.in(process.summary))};
    if (const auto activity = open_activity(visit, process)) {
        card.is_open = true;
        card.until = visit.words("Open for inspel") + ". " + window(*activity, visit.today(), visit.words);
    } else if (const auto decisions = store::decisions_of(visit.db, process.id); !decisions.empty()) {
        card.until = visit.words("Decided {}", visit.words.day(decisions.back().decided_on));
    }
    return card;
}

Html process_cards(const Visit& visit) {
    Html open;
    Html others;
    for (const auto& process : store::processes(visit.db)) {
        const auto card = process_card(visit, process);
        (card.is_open ? open : others) += ui::card(card);
    }
    open += others;
    return ui::grid(open);
}

Html facts_view(const Visit& visit) {
    if (visit.process->facts.empty()) return {};
    return html("<dl>{}</dl>", each(visit.process->facts, [&](const Fact& fact) {
        return html("<dt>{}</dt><dd>{}</dd>", visit.in(fact.question), visit.in(fact.answer));
    }));
}

Html body_view(const Visit& visit, const Body& body) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("Seats: {}", visit.in(body.title)),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Role")}, {words("Organisation")}, {words("Time")}},
        .rows = {}};
    for (const auto& seat : body.seats)
        table.rows.push_back({ui::in_language(seat.role, "sv", words),
            ui::in_language(seat.organisation, "sv", words),
            html("{}", seat.to ? words.days(seat.from, *seat.to) : words("since {}", words.day(seat.from)))});
    return html("<section><h2>{}</h2>{}{}</section>", ui::in_language(body.title, words),
        body.seats.empty() ? html("<p>{}</p>", words("No seats have been added.")) : ui::table(table),
        correction::note_below(visit, openlog::object_named(openlog::ObjectKind::body, body.id.value)));
}

/// Whether nobody sits in it any longer.
bool has_ended(const Body& body, Day today) {
    return !body.seats.empty() && std::all_of(body.seats.begin(), body.seats.end(),
                                      [&](const Seat& seat) { return seat.to && *seat.to < today; });
}

/// That the step was taken out of the plan, or that its dates were moved; else nothing.
Html change_of(const Visit& visit, const Step& step) {
    if (step.withdrawn)
        return ui::notice(ui::Tone::warn, html("<p>{}</p>", taken_out(*step.withdrawn, visit.words)));
    const auto change = shown(step.changed, visit.words);
    return change.empty() ? Html{} : html("<p class=\"changed\">{}</p>", change);
}

}  // namespace

Response front(const Visit& visit) {
    const auto& words = visit.words;
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>{example}<h2 class="vh">{processes}</h2>{cards})",
        "title"_a = words("Regional development strategy"),
        "lead"_a = words(
            "Here everyone can follow how the region's strategy is written, say what they think and see "
            "what became of it."),
        "example"_a =
            example_notice(visit, words("This is a demonstration: inspel, answers and decisions are "
                                        "invented, even when a real authority is named as sender.")),
        "processes"_a = words("Processes"), "cards"_a = process_cards(visit));
    return page(site_page(visit, words("Processes"), body), visit);
}

Response about(const Visit& visit) {
    const auto& words = visit.words;
    const auto& process = *visit.process;
    const auto hashtag =
        process.hashtag.empty() ? Html{} : html("<p>{} {}</p>", words("Hashtag:"), process.hashtag);
    const auto body = html(
        "<h1>{title}</h1><p class=\"lead\">{lead}</p>{decided}{law}{method}{handling}{hashtag}",
        "title"_a = words("About the process"), "lead"_a = visit.in(process.summary),
        "decided"_a = section_of(words("What is being decided, and by whom?"), facts_view(visit)),
        "law"_a = section_of(words("What the law asks for"), text_of(visit, process.law)),
        "method"_a = section_of(words("How we work"), text_of(visit, process.method)),
        "handling"_a = section_of(words("What happens to what you write"), text_of(visit, process.handling)),
        "hashtag"_a = hashtag);
    return answer(visit, words("About the process"), body, "om");
}

Response step(const Visit& visit) {
    const auto steps = store::steps_of(visit.db, visit.process->id);
    const auto number = Visit::number(visit.path.at("number"));
    const auto found = std::find_if(
        steps.begin(), steps.end(), [&](const Step& s) { return number && s.number == *number; });
    if (found == steps.end()) return problem(visit, Failure::Kind::not_found);

    const auto cards = activity_cards(visit, store::activities_of(visit.db, visit.process->id),
        visit.words("Ways to take part in this step"),
        [&](const Activity& activity) { return activity.step == found->id; });
    const auto body = html("<h1>{title}</h1><p class=\"meta\">{period}</p>{change}{corrections}{text}{cards}",
        "title"_a = visit.in(found->title), "period"_a = shown(found->period, visit.words),
        "change"_a = change_of(visit, *found),
        "corrections"_a = correction::note(visit, Correction::Kind::step, found->id.value),
        "text"_a = text_of(visit, found->text), "cards"_a = cards);
    return answer(
        visit, visit.in(found->title), body, "-", {{visit.href(address::start_page), visit.words("Start")}});
}

Response news(const Visit& visit) {
    const auto items = store::newest_news(visit.db, visit.process->id, 200);
    const auto body = html("<h1>{}</h1>{}", visit.words("News"), each(items, [&](const NewsItem& item) {
        return html(R"(
<article id="nyhet-{number}"><h2>{title}</h2><p class="meta"><time datetime="{iso}">{day}</time></p>{text}</article>)",
            "number"_a = item.id.value, "title"_a = visit.in(item.title), "iso"_a = time::iso(item.day),
            "day"_a = visit.words.day(item.day),
            "text"_a = item.withdrawn ? html("<p class=\"changed\">{}</p>",
                                            visit.words("Withdrawn {}: {}",
                                                visit.words.day(item.withdrawn->at), item.withdrawn->reason))
                                      : text_of(visit, item.text));
    }));
    return answer(visit, visit.words("News"), body, "nyheter");
}

Response organisation(const Visit& visit) {
    const auto& words = visit.words;
    Html now;
    Html before;
    for (const auto& body : store::bodies_of(visit.db, visit.process->id))
        (has_ended(body, visit.today()) ? before : now) += body_view(visit, body);
    const auto body = html("<h1>{title}</h1><p class=\"lead\">{lead}</p>{now}{before}",
        "title"_a = words("Organisation"),
        "lead"_a = words("Those who decide, prepare and lead the work, by role and organisation."),
        "now"_a = now, "before"_a = before.empty() ? before : html("<h2>{}</h2>{}", words("Before"), before));
    return answer(visit, words("Organisation"), body, "organisation");
}

}  // namespace medskapa::web::site
