#include "store/site/site_store.hpp"
#include "web/site/dates.hpp"
#include "web/site/desk/form.hpp"
#include "web/site/desk/pages.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::site::desk {
namespace {

constexpr int newest = 50;

struct Row {
    std::string place;  // of its form, below the overview
    std::string title;
    std::string when = {};
    std::string page = {};  // where everybody reads it, below the process
};

/// All of one kind, and the way to a new one.
struct Section {
    std::string title;
    std::vector<Row> rows = {};
    Row add = {};
};

Section process_section(const Visit& visit) {
    const auto& words = visit.words;
    return {words("The process"),
        {{place_of(*visit.process), words("About the process"), {}, "/om"},
            {place_of(InspelChoices{}), words("The choices in the form"), {}, "/inspel/nytt"}}};
}

Section steps_section(const Visit& visit) {
    Section section{visit.words("Steps"), {}, {"/steg/ny", visit.words("Add a step")}};
    for (const auto& step : store::steps_of(visit.db, visit.process->id))
        section.rows.push_back({place_of(step), std::to_string(step.number) + ". " + visit.in(step.title),
            site::shown(step.period, visit.words), "/steg/" + std::to_string(step.number)});
    return section;
}

Section activities_section(const Visit& visit) {
    Section section{visit.words("Activities"), {}, {"/aktiviteter/ny", visit.words("Add an activity")}};
    for (const auto& activity : store::activities_of(visit.db, visit.process->id))
        section.rows.push_back({place_of(activity), visit.in(activity.title),
            site::window(activity, visit.today(), visit.words), "/aktiviteter/" + activity.slug});
    return section;
}

Section events_section(const Visit& visit) {
    Section section{visit.words("Calendar"), {}, {"/kalender/ny", visit.words("Add to the calendar")}};
    for (const auto& event : store::events_of(visit.db, visit.process->id))
        section.rows.push_back({place_of(event), visit.in(event.title),
            visit.words.day(std::chrono::floor<std::chrono::days>(event.starts)),
            "/kalender/" + std::to_string(event.id.value)});
    return section;
}

Section news_section(const Visit& visit) {
    Section section{visit.words("News"), {}, {"/nyheter/ny", visit.words("Write news")}};
    for (const auto& item : store::newest_news(visit.db, visit.process->id, newest))
        section.rows.push_back({place_of(item), visit.in(item.title), visit.words.day(item.day), "/nyheter"});
    return section;
}

Section bodies_section(const Visit& visit) {
    Section section{visit.words("Organisation"), {}, {"/organisation/ny", visit.words("Add a body")}};
    for (const auto& body : store::bodies_of(visit.db, visit.process->id))
        section.rows.push_back({place_of(body), visit.in(body.title),
            visit.words.count("{} seat", "{} seats", static_cast<std::int64_t>(body.seats.size())),
            "/organisation"});
    return section;
}

Html section_view(const Visit& visit, const Section& section) {
    const auto list = each(section.rows, [&](const Row& row) {
        return html(R"(<li><a href="{}">{}</a>{}</li>)", overview_href(visit, row.place), row.title,
            row.when.empty() ? Html{} : html(R"(<p class="meta">{}</p>)", row.when));
    });
    const auto add = section.add.place.empty()
                         ? Html{}
                         : html("<p>{}</p>", ui::button_link(overview_href(visit, section.add.place),
                                                 section.add.title, ui::Weight::small));
    return html(R"(
<section><h2>{}</h2>{}{}</section>)",
        section.title, section.rows.empty() ? Html{} : html(R"(<ul class="plain news">{}</ul>)", list), add);
}

/// What was just saved, by the place that the address names: one of these, or nothing.
Html saved_view(const Visit& visit, const std::vector<Section>& sections) {
    for (const auto& section : sections)
        for (const auto& row : section.rows)
            if (row.place == visit.query("sparat"))
                return ui::status(
                    html("<p>{} <a href=\"{}\">{}</a></p>", visit.words("Saved: {}.", row.title),
                        visit.process_href(row.page), visit.words("See the page")));
    return {};
}

}  // namespace

Response overview(const Visit& visit) {
    const auto& words = visit.words;
    const std::vector<Section> sections{process_section(visit), steps_section(visit),
        activities_section(visit), events_section(visit), news_section(visit), bodies_section(visit)};
    const auto body = html(R"({}
<h1>{}</h1><p class="lead">{}</p><div class="columns">{}</div>)",
        saved_view(visit, sections), words("The site"),
        words("All that the public pages say. A change is seen at once, and stands in the log."),
        each(sections, [&](const Section& section) { return section_view(visit, section); }));
    return not_stored(page(desk_page(visit, words("The site"), body, "webbplats"), visit));
}

}  // namespace medskapa::web::site::desk
