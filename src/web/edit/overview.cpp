#include "store/site_store.hpp"
#include "web/edit/form.hpp"
#include "web/edit/pages.hpp"
#include "web/site/dates.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::edit {
namespace {

constexpr int newest = 50;

struct Row {
    std::string href;
    std::string title;
    std::string when;
};

/// All of one kind, each leading to its form, and the way to a new one.
Html part(const Visit& visit, const std::string& title, const std::vector<Row>& rows, const ui::Field& add) {
    const auto list = each(rows, [&](const Row& row) {
        return html(R"(<li><a href="{}">{}</a>{}</li>)", overview_href(visit, row.href), row.title,
            row.when.empty() ? Html{} : html(R"(<p class="meta">{}</p>)", row.when));
    });
    return html(R"(
<section><h2>{}</h2>{}<p>{}</p></section>)",
        title, rows.empty() ? Html{} : html(R"(<ul class="plain news">{}</ul>)", list),
        ui::button_link(overview_href(visit, add.name), add.label, ui::Weight::small));
}

Html steps_part(const Visit& visit) {
    std::vector<Row> rows;
    for (const auto& step : store::steps_of(visit.db, visit.process->id))
        rows.push_back({"/steg/" + std::to_string(step.id.value),
            std::to_string(step.number) + ". " + visit.in(step.title),
            site::shown(step.period, visit.words)});
    return part(visit, visit.words("Steps"), rows, {.name = "/steg/ny", .label = visit.words("Add a step")});
}

Html activities_part(const Visit& visit) {
    std::vector<Row> rows;
    for (const auto& activity : store::activities_of(visit.db, visit.process->id))
        rows.push_back({"/aktiviteter/" + activity.slug, visit.in(activity.title),
            site::window(activity, visit.today(), visit.words)});
    return part(visit, visit.words("Activities"), rows,
        {.name = "/aktiviteter/ny", .label = visit.words("Add an activity")});
}

Html events_part(const Visit& visit) {
    std::vector<Row> rows;
    for (const auto& event : store::events_of(visit.db, visit.process->id))
        rows.push_back({"/kalender/" + std::to_string(event.id.value), visit.in(event.title),
            visit.words.day(std::chrono::floor<std::chrono::days>(event.starts))});
    return part(visit, visit.words("Calendar"), rows,
        {.name = "/kalender/ny", .label = visit.words("Add to the calendar")});
}

Html news_part(const Visit& visit) {
    std::vector<Row> rows;
    for (const auto& item : store::newest_news(visit.db, visit.process->id, newest))
        rows.push_back(
            {"/nyheter/" + std::to_string(item.id.value), visit.in(item.title), visit.words.day(item.day)});
    return part(
        visit, visit.words("News"), rows, {.name = "/nyheter/ny", .label = visit.words("Write news")});
}

Html bodies_part(const Visit& visit) {
    std::vector<Row> rows;
    for (const auto& body : store::bodies_of(visit.db, visit.process->id))
        rows.push_back({"/organisation/" + body.slug, visit.in(body.title),
            visit.words.count("{} seat", "{} seats", static_cast<std::int64_t>(body.seats.size()))});
    return part(visit, visit.words("Organisation"), rows,
        {.name = "/organisation/ny", .label = visit.words("Add a body")});
}

Html process_part(const Visit& visit) {
    const auto& words = visit.words;
    return html(R"(
<section><h2>{}</h2><ul class="plain news"><li><a href="{}">{}</a></li><li><a href="{}">{}</a></li></ul></section>)",
        words("The process"), overview_href(visit, "/process"), words("About the process"),
        overview_href(visit, "/val"), words("What inspel choose among"));
}

}  // namespace

Response overview(const Visit& visit) {
    const auto& words = visit.words;
    const auto body = html(R"(
<h1>{}</h1><p class="lead">{}</p><div class="columns">{}{}{}{}{}{}</div>)",
        words("The site"),
        words("All that the public pages say. A change is seen at once, and stands in the log."),
        process_part(visit), steps_part(visit), activities_part(visit), events_part(visit), news_part(visit),
        bodies_part(visit));
    return not_stored(page(desk_page(visit, words("The site"), body, "webbplats"), visit));
}

}  // namespace medskapa::web::edit
