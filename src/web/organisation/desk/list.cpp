#include "base/csv/write.hpp"
#include "store/organisation/organisation_store.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/frame/forms/excel_form.hpp"
#include "web/organisation/addresses.hpp"
#include "web/organisation/desk/pages.hpp"
#include "web/organisation/desk/visible.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

#include <limits>

namespace medskapa::web::organisation::desk {
namespace {

constexpr int rows_on_a_page = 50;

store::OrganisationFilter filter_of(const Visit& visit) {
    auto filter = visible_to(visit);
    filter.words = std::string{visit.query("q")};
    OrganisationKind kind{};
    if (find_name<OrganisationKind>(visit.query("slag"), kind)) filter.kind = kind;
    Sector sector{};
    if (find_name<Sector>(visit.query("sektor"), sector)) filter.sector = sector;
    return filter;
}

/// The same filter, after the first `skipped`.
std::string part_href(const Visit& visit, AddressBelow<0> address, int skipped) {
    return with_query(visit.href(address),
        {{"q", visit.query("q")}, {"slag", visit.query("slag")}, {"sektor", visit.query("sektor")},
            {"fran", skipped > 0 ? std::to_string(skipped) : std::string{}}});
}

template <class Enum>
Html choice(const Visit& visit, const char* name, const std::string& label) {
    Html options;
    for (const auto& one : names_of<Enum>)
        options += html(R"(<option value="{}"{}>{}</option>)", one.word,
            when(visit.query(name) == one.word, html(" selected")), shown(one.value, visit.words));
    return html(
        R"(<div><label for="{name}">{label}</label><select id="{name}" name="{name}"><option value="">{all}</option>{options}</select></div>)",
        "name"_a = name, "label"_a = label, "all"_a = visit.words("All"), "options"_a = options);
}

Html filter_view(const Visit& visit) {
    const auto& words = visit.words;
    return html(R"(
<form class="filter" role="search" method="get" aria-label="{search}">
<div class="wide"><label for="q">{words}</label><input id="q" name="q" type="search" value="{typed}"></div>{kind}{sector}
<button class="btn quiet" type="submit">{submit}</button></form>)",
        "search"_a = words("Search the organisations"), "words"_a = words("Name, number or line of work"),
        "typed"_a = visit.query("q"), "kind"_a = choice<OrganisationKind>(visit, "slag", words("Type")),
        "sector"_a = choice<Sector>(visit, "sektor", words("Kind of actors")), "submit"_a = words("Search"));
}

Html rows_view(const Visit& visit, const std::vector<Organisation>& found) {
    const auto& words = visit.words;
    if (found.empty()) return html("<p>{}</p>", words("No organisation here."));
    ui::Table table{.caption = words("Organisations"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Name")}, {words("Organisation number")}, {words("Type")},
            {words("Kind of actors")}, {words("Line of work")}, {words("The registrar's address")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& one : found)
        table.rows.push_back({html(R"(<a href="{}">{}</a>)",
                                  visit.href(address::edit_organisation, one.public_id), one.name),
            html("{}", one.number), html("{}", shown(one.kind, words)), html("{}", shown(one.sector, words)),
            html("{}", one.line_of_work), html("{}", one.registrar)});
    return ui::table(table);
}

Html tools(const Visit& visit) {
    const auto& words = visit.words;
    const auto csv = part_href(visit, address::organisations_csv, 0);
    auto buttons = ui::button_link(
        visit.href(address::edit_organisation, "ny"), words("Add an organisation"), ui::Weight::filled);
    buttons += ui::button_link(
        visit.href(address::import_organisations), words("Import a table"), ui::Weight::quiet);
    buttons += ui::button_link(csv, words("Get these as CSV"), ui::Weight::small);
    buttons += ui::button_link(excel_href(csv), words("for Excel"), ui::Weight::small);
    buttons += ui::button_link(
        visit.href(address::organisations_page), words("The page, as everybody sees it"), ui::Weight::small);
    return html(R"(<p class="row">{}</p>)", buttons);
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto filter = filter_of(visit);
    const auto skipped = std::max(0, Visit::number(visit.query("fran")).value_or(0));
    const auto found = store::list_organisations(visit.db, filter, skipped, rows_on_a_page);
    const auto all = store::count_organisations(visit.db, filter);
    ui::Pages pages;
    if (skipped > 0) pages.first = part_href(visit, address::desk_organisations, 0);
    if (skipped + rows_on_a_page < all)
        pages.next = part_href(visit, address::desk_organisations, skipped + rows_on_a_page);
    const auto title = words("Organisations");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
{tools}{filter}
<p>{count}</p>
{rows}{pages})",
        "title"_a = title,
        "lead"_a = words("One register for the whole site: those who are asked in formal consultations and "
                         "those that somebody speaks for."),
        "tools"_a = tools(visit), "filter"_a = filter_view(visit),
        "count"_a = words.count("{} organisation", "{} organisations", all),
        "rows"_a = rows_view(visit, found), "pages"_a = ui::pagination(pages, words));
    return not_stored(page(desk_page(visit, title, body, "organisationer"), visit));
}

/// Of everybody, so that it can be given out: how an organisation is reached is not in it.
Response list_csv(const Visit& visit) {
    std::string lines = "name,number,kind,sector,line_of_work\r\n";
    for (const auto& one :
        store::list_organisations(visit.db, filter_of(visit), 0, std::numeric_limits<int>::max()))
        lines += csv::line({one.name, one.number, std::string{name_of(one.kind)},
            std::string{name_of(one.sector)}, one.line_of_work});
    return not_stored(csv_file("organisationer.csv", std::move(lines)));
}

}  // namespace medskapa::web::organisation::desk
