#include "store/site/site_store.hpp"
#include "web/markup/markdown.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/site/pages.hpp"
#include "web/site/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/trail.hpp"

#include <algorithm>

namespace medskapa::web::site {
namespace {

ui::AgendaItem agenda_item(const Visit& visit, const Event& event) {
    const auto first = std::chrono::floor<std::chrono::days>(event.starts);
    const auto last = std::chrono::floor<std::chrono::days>(event.ends);
    const auto place = event.is_on_line() ? visit.words("online") : event.place;
    const auto clock = first == last ? visit.words.span(event.starts, event.ends) + " · " : std::string{};
    return {first, last, visit.in(event.title), visit.href(address::event_page, event.id.value),
        clock + place,
        event.withdrawn ? called_off(*event.withdrawn, visit.words) : shown(event.changed, visit.words), {},
        event.withdrawn.has_value()};
}

/// Below a heading for each year, in the order given.
Html by_year(const Visit& visit, const std::vector<Event>& events) {
    const auto year_of = [](const Event& event) {
        return std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(event.starts)}.year();
    };
    Html all;
    for (auto first = events.begin(); first != events.end();) {
        const auto end =
            std::find_if(first, events.end(), [&](const Event& e) { return year_of(e) != year_of(*first); });
        all += html("<h3>{}</h3>{}", static_cast<int>(year_of(*first)), agenda_view(visit, {first, end}));
        first = end;
    }
    return all;
}

Html event_sections(const Visit& visit, const Event& event) {
    const auto documents = each(event.documents, [&](const EventDocument& document) {
        return html(R"(<li><a href="{}" rel="noreferrer">{}</a></li>)", document.href,
            ui::in_language(document.title, "sv", visit.words));
    });
    auto sections = section_of(visit.words("Programme"), text_of(visit, event.programme));
    sections +=
        section_of(visit.words("Documents"), documents.empty() ? Html{} : html("<ul>{}</ul>", documents));
    sections += section_of(visit.words("Notes"),
        event.notes.empty() ? Html{}
                            : html("<div{}>{}</div>", visit.words.lang("sv"), markdown(event.notes)));
    return sections;
}

/// How to register, while there is something to register for.
Html registration(const Visit& visit, const Event& event) {
    if (event.withdrawn || !event.needs_registration || visit.site.clock.instant(event.ends) < visit.now)
        return {};
    const auto& process = *visit.process;
    return html("<dt>{}</dt><dd>{}</dd>", visit.words("Registration"),
        visit.words.rich("Write to {}.", html(R"(<a href="mailto:{0}">{0}</a>)", process.contact_email)));
}

std::string when_it_is(const Event& event, const Words& words) {
    const auto first = std::chrono::floor<std::chrono::days>(event.starts);
    const auto last = std::chrono::floor<std::chrono::days>(event.ends);
    return words.days(first, last) + (first == last ? ", " + words.span(event.starts, event.ends) : "");
}

Html where_it_is(const Event& event) {
    return event.is_on_line() && is_safe_link(event.place)
               ? html(R"(<a href="{0}" rel="noreferrer">{0}</a>)", event.place)
               : html("{}", event.place);
}

Html event_text(const Visit& visit, const Event& event) {
    const auto title = visit.in(event.title);
    const auto change = shown(event.changed, visit.words);
    return html(R"(<div><h1>{title}</h1>{called_off}{change}<div class="lead">{text}</div>{sections}</div>)",
        "title"_a = event.withdrawn ? html("<s>{}</s>", title) : html("{}", title),
        "called_off"_a = event.withdrawn ? ui::notice(ui::Tone::warn,
                                               html("<p>{}</p>", called_off(*event.withdrawn, visit.words)))
                                         : Html{},
        "change"_a = change.empty() ? Html{} : html("<p class=\"changed\">{}</p>", change),
        "text"_a = text_of(visit, event.text), "sections"_a = event_sections(visit, event));
}

Html event_in_short(const Visit& visit, const Event& event) {
    const auto& words = visit.words;
    return html(
        R"(<aside aria-labelledby="kort"><h2 id="kort">{short}</h2><dl><dt>{when_label}</dt><dd>{when}</dd><dt>{where_label}</dt><dd>{where}</dd>{registration}</dl><p>{save}</p></aside>)",
        "short"_a = words("In short"), "when_label"_a = words("When"), "when"_a = when_it_is(event, words),
        "where_label"_a = words("Where"), "where"_a = where_it_is(event),
        "registration"_a = registration(visit, event),
        "save"_a = ui::button_link(visit.href(address::event_calendar, event.id.value),
            words("Save in your calendar"), ui::Weight::quiet));
}

/// Those to come, and those that have been, the newest first.
struct Agenda {
    std::vector<Event> coming;
    std::vector<Event> been;
};

Agenda agenda_of(const Visit& visit) {
    Agenda agenda;
    for (auto& event : store::events_of(visit.db, visit.process->id))
        (visit.site.clock.instant(event.ends) >= visit.now ? agenda.coming : agenda.been).push_back(event);
    std::reverse(agenda.been.begin(), agenda.been.end());
    return agenda;
}

Html follow_part(const Visit& visit) {
    const auto& words = visit.words;
    return html(
        R"(<aside aria-labelledby="pren"><h2 id="pren">{follow}</h2><p>{how}</p><p>{subscribe}</p></aside>)",
        "follow"_a = words("Follow the calendar"),
        "how"_a = words("Put it in your own calendar, and changes will follow."),
        "subscribe"_a = ui::button_link(
            visit.href(address::calendar_feed), words("Subscribe (iCal)"), ui::Weight::quiet));
}

}  // namespace

Html agenda_view(const Visit& visit, const std::vector<Event>& events) {
    std::vector<ui::AgendaItem> items;
    for (const auto& event : events) items.push_back(agenda_item(visit, event));
    return ui::agenda(items, visit.words);
}

Response calendar(const Visit& visit) {
    const auto& words = visit.words;
    const auto [coming, been] = agenda_of(visit);
    const auto next =
        coming.empty() ? html("<p>{}</p>", words("No meetings are planned.")) : agenda_view(visit, coming);
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<div class="sides">
  <div><section><h2>{coming}</h2>{next}</section>{been}</div>
  {follow}
</div>)",
        "title"_a = words("Calendar"),
        "lead"_a = words("Meetings, last days and decisions. Everything is open unless it says otherwise."),
        "coming"_a = words("Upcoming"), "next"_a = next,
        "been"_a = been.empty() ? Html{} : section_of(words("Past"), by_year(visit, been)),
        "follow"_a = follow_part(visit));
    return answer(visit, words("Calendar"), body, "kalender");
}

Response event(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("event"));
    const auto found = number ? store::find_event(visit.db, visit.process->id, {*number}) : std::nullopt;
    if (!found) return problem(visit, Failure::Kind::not_found);
    const auto body =
        html("\n<div class=\"sides\">{}\n{}</div>", event_text(visit, *found), event_in_short(visit, *found));
    return answer(visit, visit.in(found->title), body, "-",
        {{visit.href(address::start_page), visit.words("Start")},
            {visit.href(address::calendar_page), visit.words("Calendar")}});
}

}  // namespace medskapa::web::site
