#include "base/text.hpp"
#include "domain/document/word_diff.hpp"
#include "domain/inspel/copy.hpp"
#include "store/issue/issue_store.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/frame/forms/excel_form.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/http/target.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/list_file.hpp"
#include "web/inspel/list_filter.hpp"
#include "web/inspel/not_shown.hpp"
#include "web/inspel/note.hpp"
#include "web/inspel/pages.hpp"
#include "web/inspel/trace.hpp"
#include "web/inspel/views.hpp"
#include "web/organisation/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"
#include "web/ui/trail.hpp"

#include <algorithm>

namespace medskapa::web::inspel {
namespace {

constexpr int rows_on_a_page = 20;

constexpr std::int64_t counted_at_most = 200;

/// "123", or "123.20417" in a list of what is late: the inspel, and the day that its answer was promised by.
std::string text_of(const store::InspelPlace& place) {
    auto text = std::to_string(place.id.value);
    return place.due ? text + '.' + std::to_string(place.due->time_since_epoch().count()) : text;
}

/// The same filter, from `after` on.
std::string query_of(const Visit& visit, const store::InspelPlace& after) {
    std::string query;
    for (const auto* name : {"q", "amne", "kommun", "vem", "organisation", "steg", "utfall"})
        if (const auto value = visit.query(name); !value.empty())
            query += (query.empty() ? "" : "&") + std::string{name} + "=" + percent_encoded(value);
    if (after) query += (query.empty() ? "" : "&") + std::string{"efter="} + text_of(after);
    return query;
}

std::string list_href(const Visit& visit, AddressBelow<0> address, const store::InspelPlace& after) {
    const auto query = query_of(visit, after);
    return visit.href(address) + (query.empty() ? "" : "?") + query;
}

/// The request for what comes after this part of a file.
http::Request rest_of(const Visit& visit, const store::InspelPlace& after) {
    auto rest = visit.request;
    rest.query_text = query_of(visit, after);
    rest.query = http::fields_of(rest.query_text, rest.query.size() + 1).value();
    return rest;
}

store::InspelPlace cursor_of(const Visit& visit) {
    const auto text = visit.query("efter");
    const auto dot = std::min(text.find('.'), text.size());
    store::InspelPlace place{{Visit::number(text.substr(0, dot)).value_or(0)}};
    if (const auto day = Visit::number(text.substr(std::min(dot + 1, text.size()))))
        place.due = Day{std::chrono::days{*day}};
    return place;
}

std::int64_t sum(const store::Tally& tally) {
    std::int64_t total = 0;
    for (const auto& [value, n] : tally) total += n;
    return total;
}

std::int64_t of(const store::Tally& tally, std::string_view value) {
    const auto found = tally.find(value);
    return found == tally.end() ? 0 : found->second;
}

Html figures(const Visit& visit, const store::Tally& states, const store::Tally& issues) {
    const auto& words = visit.words;
    const auto all = sum(issues);
    return ui::facts({{words("inspel"), words.number(of(states, "published"))},
        {words("issues in them"), words.number(all)},
        {words("issues have an answer"), words.number(all - of(issues, "vantar"))},
        {words("issues met or partly met"),
            words.number(of(issues, "tillgodosett") + of(issues, "delvis"))}});
}

std::string count_text(const Visit& visit, const store::InspelFilter& filter, std::int64_t published) {
    const auto& words = visit.words;
    if (!filter.narrows()) return words.count("{} inspel", "{} inspel", published);
    store::InspelFilter only_late;
    only_late.late_on = filter.late_on;
    if (filter.late_on && filter == only_late)
        return words.count(
            "{} hit", "{} hits", store::late_inspel(visit.db, visit.process->id, *filter.late_on));
    const auto n = store::count_inspel(visit.db, visit.process->id, filter, counted_at_most + 1);
    if (n > counted_at_most) return words("More than {} inspel", words.number(counted_at_most));
    return words.count("{} hit", "{} hits", n);
}

Html totals(const Visit& visit, const store::Tally& issues) {
    ui::Table table{.caption = visit.words("Issues by outcome"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{visit.words("Outcome")}, {visit.words("Number"), ui::Cell::number}},
        .rows = {}};
    for (const auto& name : names_of<Outcome>)
        table.rows.push_back({ui::outcome(badge(name.value), visit.words),
            html("{}", visit.words.number(of(issues, name.word)))});
    return ui::table(table);
}

/// The way to those whose promised answer is late.
Html late_view(const Visit& visit) {
    const auto n = store::late_inspel(visit.db, visit.process->id, visit.today());
    if (n == 0) return html("<p>{}</p>", visit.words("No promised answer is late."));
    return html(R"(<p class="late"><a href="{}?utfall={}">{}</a></p>)", visit.href(address::inspel_list),
        late, visit.words.count("{} inspel waits for a late answer", "{} inspel wait for a late answer", n));
}

Html rows_view(const Visit& visit, const store::InspelPage& found, const Surroundings& s) {
    if (found.rows.empty())
        return html("<p>{}</p>",
            visit.query("q").empty()
                ? (query_of(visit, {}).empty() ? visit.words("No inspel here yet.")
                                               : visit.words("No inspel matches what you chose."))
                : visit.words("No inspel mentions “{}”. Try fewer words.", std::string{visit.query("q")}));
    return html(R"(<ul class="inspel-list">{}</ul>)",
        each(found.rows, [&](const store::ListedInspel& row) { return row_view(row, s, visit); }));
}

/// What was found, a page at a time, and the ways to have all of it as a file.
Html found_part(const Visit& visit, const Surroundings& s, std::int64_t published) {
    const auto& words = visit.words;
    const auto filter = filter_of(visit, s);
    const auto after = cursor_of(visit);
    const auto found = store::list_inspel(visit.db, visit.process->id, filter, after, rows_on_a_page);
    const auto csv_href = list_href(visit, address::inspel_csv, {});
    ui::Pages pages;
    if (after) pages.first = list_href(visit, address::inspel_list, {});
    if (found.next) pages.next = list_href(visit, address::inspel_list, found.next);
    return html(
        R"(<section aria-labelledby="traff"><div class="result"><h2 id="traff" class="lead">{count}</h2><p class="small"><a class="alone" href="{csv_href}">{csv}</a> · <a class="alone" href="{excel_href}">{excel}</a></p></div>{rows}{pages}</section>)",
        "count"_a = count_text(visit, filter, published), "csv_href"_a = csv_href,
        "csv"_a = words("Get these as CSV"), "excel_href"_a = excel_href(csv_href),
        "excel"_a = words("for Excel"), "rows"_a = rows_view(visit, found, s),
        "pages"_a = ui::pagination(pages, words));
}

/// What became of all of them.
Html totals_part(const Visit& visit, const store::Tally& issues) {
    return html(
        R"(<aside aria-labelledby="utfall-h"><h2 id="utfall-h">{title}</h2>{totals}<p class="meta">{each}</p>{late}<p><a href="{organisations_href}">{organisations}</a></p></aside>)",
        "title"_a = visit.words("How it has gone"), "totals"_a = totals(visit, issues),
        "each"_a = visit.words("Each issue is counted by itself."), "late"_a = late_view(visit),
        "organisations_href"_a = visit.href(address::organisations_page),
        "organisations"_a = visit.words("Organisations that take part"));
}

}  // namespace

Response list(const Visit& visit) {
    const auto s = surroundings_of(visit);
    const auto states = store::tally_of(visit.db, visit.process->id, store::Counter::state);
    const auto issues = store::tally_of(visit.db, visit.process->id, store::Counter::issue);
    const auto& words = visit.words;
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>{figures}{filter}
<div class="sides">
  {found}
  {totals}
</div>{nav})",
        "title"_a = words("Inspel"),
        "lead"_a = words(
            "All that people, associations, businesses and authorities have sent in, and what became of it."),
        "figures"_a = figures(visit, states, issues), "filter"_a = filter_view(visit, s),
        "found"_a = found_part(visit, s, of(states, "published")), "totals"_a = totals_part(visit, issues),
        "nav"_a = process_nav(visit, ProcessStage::inspel));
    return page(process_page(visit, words("Inspel"), body, "inspel"), visit);
}

/// Read a part at a time, each at its own moment: no row comes twice, none that arrives meanwhile comes, and
/// what is withdrawn meanwhile is not given out. Only the first part, which follows no other, names the
/// columns.
Response list_csv(const Visit& visit) {
    const auto s = surroundings_of(visit);
    auto part = list_part(visit.db, *visit.process, filter_of(visit, s), cursor_of(visit));
    auto response = csv_file("inspel.csv", std::move(part.lines));
    if (part.next) response.rest = rest_of(visit, part.next);
    return response;
}

}  // namespace medskapa::web::inspel
