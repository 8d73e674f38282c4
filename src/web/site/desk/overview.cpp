#include "store/site/description_store.hpp"
#include "store/site/site_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/law/addresses.hpp"
#include "web/moderation/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/site/desk/form.hpp"
#include "web/site/desk/pages.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::site::desk {
namespace {

constexpr int newest = 50;

struct Row {
    std::string form;  // the address of its form
    std::string title;
    std::string when = {};
    std::string page = {};  // the address where everybody reads it
};

/// All of one kind, and the link to a new one.
struct Section {
    std::string title;
    std::vector<Row> rows = {};
    Row add = {};
};

constexpr auto a_new = "ny";  // in the place of what is not there yet

Section process_section(const Visit& visit) {
    const auto& words = visit.words;
    return {words("The process"),
        {{form_href(visit, *visit.process), words("About the process"), {}, visit.href(address::about_page)},
            {form_href(visit, InspelChoices{}), words("Topics, municipalities and parts of the strategy"), {},
                visit.href(address::inspel_form)}}};
}

/// What the law asks of the site, for those who may fill it in.
Section law_section(const Visit& visit) {
    const auto& words = visit.words;
    Section section{words("The whole site")};
    if (!authorize(visit.actor(), Action::describe_site, visit.process->id)) return section;
    const auto missing = missing_settings(store::site_description(visit.db)).size();
    const auto waiting = store::open_lack_reports(visit.db);
    section.rows = {{form_href(visit, SiteDescription{}), words("What the site says about itself"),
                        missing == 0 ? std::string{}
                                     : words.count("{} thing that the law asks for is missing",
                                           "{} things that the law asks for are missing",
                                           static_cast<std::int64_t>(missing)),
                        visit.href(address::contact_page)},
        {form_href(visit, SiteAppearance{}), words("How the site looks"), {},
            visit.href(address::start_page)},
        {visit.href(address::edit_logotype), words("The region's logotype"), {},
            visit.href(address::start_page)},
        {visit.href(address::edit_conduct), words("Rules for what people write"), {},
            visit.href(address::conduct_page)},
        {visit.href(address::lack_reports), words("What people could not use"),
            waiting == 0 ? std::string{} : words.count("{} report waits", "{} reports wait", waiting),
            visit.href(address::accessibility_page)}};
    return section;
}

Section steps_section(const Visit& visit) {
    Section section{
        visit.words("Steps"), {}, {visit.href(address::edit_step, a_new), visit.words("Add a step")}};
    for (const auto& step : store::steps_of(visit.db, visit.process->id))
        section.rows.push_back(
            {form_href(visit, step), std::to_string(step.number) + ". " + visit.in(step.title),
                site::shown(step.period, visit.words), visit.href(address::step_page, step.number)});
    return section;
}

Section activities_section(const Visit& visit) {
    Section section{visit.words("Activities"), {},
        {visit.href(address::edit_activity, a_new), visit.words("Add an activity")}};
    for (const auto& activity : store::activities_of(visit.db, visit.process->id))
        section.rows.push_back({form_href(visit, activity), visit.in(activity.title),
            site::window(activity, visit.today(), visit.words),
            visit.href(address::activity_page, activity.slug)});
    return section;
}

Section events_section(const Visit& visit) {
    Section section{visit.words("Calendar"), {},
        {visit.href(address::edit_event, a_new), visit.words("Add to the calendar")}};
    for (const auto& event : store::events_of(visit.db, visit.process->id))
        section.rows.push_back({form_href(visit, event), visit.in(event.title),
            visit.words.day(std::chrono::floor<std::chrono::days>(event.starts)),
            visit.href(address::event_page, event.id.value)});
    return section;
}

Section news_section(const Visit& visit) {
    Section section{
        visit.words("News"), {}, {visit.href(address::edit_news, a_new), visit.words("Write news")}};
    for (const auto& item : store::newest_news(visit.db, visit.process->id, newest))
        section.rows.push_back({form_href(visit, item), visit.in(item.title), visit.words.day(item.day),
            visit.href(address::news_page)});
    return section;
}

Section bodies_section(const Visit& visit) {
    Section section{
        visit.words("Organisation"), {}, {visit.href(address::edit_body, a_new), visit.words("Add a body")}};
    for (const auto& body : store::bodies_of(visit.db, visit.process->id))
        section.rows.push_back({form_href(visit, body), visit.in(body.title),
            visit.words.count("{} seat", "{} seats", static_cast<std::int64_t>(body.seats.size())),
            visit.href(address::organisation_page)});
    return section;
}

Html section_view(const Section& section) {
    const auto list = each(section.rows, [&](const Row& row) {
        return html(R"(<li><a href="{}">{}</a>{}</li>)", row.form, row.title,
            row.when.empty() ? Html{} : html(R"(<p class="meta">{}</p>)", row.when));
    });
    const auto add =
        section.add.form.empty()
            ? Html{}
            : html("<p>{}</p>", ui::button_link(section.add.form, section.add.title, ui::Weight::small));
    return html(R"(
<section><h2>{}</h2>{}{}</section>)",
        section.title, section.rows.empty() ? Html{} : html(R"(<ul class="plain news">{}</ul>)", list), add);
}

/// What was just saved, by the place that the address names: one of these, or nothing.
Html saved_view(const Visit& visit, const std::vector<Section>& sections) {
    for (const auto& section : sections)
        for (const auto& row : section.rows)
            if (place_in_overview(visit, row.form) == visit.query("sparat"))
                return ui::status(html("<p>{} <a href=\"{}\">{}</a></p>",
                    visit.words("Saved: {}.", row.title), row.page, visit.words("See the page")));
    return {};
}

}  // namespace

Response overview(const Visit& visit) {
    const auto& words = visit.words;
    const std::vector<Section> sections{process_section(visit), law_section(visit), steps_section(visit),
        activities_section(visit), events_section(visit), news_section(visit), bodies_section(visit)};
    const auto body = html(R"({saved}
<h1>{title}</h1><p class="lead">{lead}</p><div class="columns">{sections}</div>)",
        "saved"_a = saved_view(visit, sections), "title"_a = words("The site"),
        "lead"_a = words("All that the public pages say. A change is seen at once, and stands in the log."),
        "sections"_a = each(sections, [](const Section& section) {
            return section.rows.empty() && section.add.form.empty() ? Html{} : section_view(section);
        }));
    return not_stored(page(desk_page(visit, words("The site"), body, "webbplats"), visit));
}

}  // namespace medskapa::web::site::desk
