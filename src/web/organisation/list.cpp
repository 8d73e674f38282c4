#include "store/inspel/inspel_store.hpp"
#include "store/organisation/organisation_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/views.hpp"
#include "web/organisation/addresses.hpp"
#include "web/organisation/pages.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <map>

/// The organisations that have taken part, for everybody.
namespace medskapa::web::organisation {
namespace {

/// How many of each, of those that are named on the same page.
template <class Enum>
Html counts_table(const Visit& visit, const std::string& title, const std::map<Enum, std::int64_t>& counts) {
    ui::Table table{
        .caption = title, .columns = {{visit.words("Kind")}, {visit.words("Number"), ui::Cell::number}}};
    for (const auto& name : names_of<Enum>)
        if (const auto found = counts.find(name.value); found != counts.end())
            table.rows.push_back(
                {html("{}", shown(name.value, visit.words)), html("{}", visit.words.number(found->second))});
    return ui::table(table);
}

Html counts_view(const Visit& visit, const std::vector<store::TakingPart>& all) {
    std::map<OrganisationKind, std::int64_t> kinds;
    std::map<Sector, std::int64_t> sectors;
    for (const auto& one : all) {
        ++kinds[one.organisation.kind];
        ++sectors[one.organisation.sector];
    }
    return html("{}{}", counts_table(visit, visit.words("By type"), kinds),
        counts_table(visit, visit.words("By kind of actors"), sectors));
}

std::string number_or_none(const Visit& visit, std::int64_t n) {
    return n == 0 ? std::string{"–"} : visit.words.number(n);
}

Html organisations_table(const Visit& visit, const std::vector<store::TakingPart>& all) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("Organisations that take part"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Organisation")}, {words("Type")}, {words("Inspel"), ui::Cell::number},
            {words("Consultation answers"), ui::Cell::number}},
        .narrow = ui::Narrow::stacks};
    for (const auto& one : all)
        table.rows.push_back({html(R"(<a href="{}">{}</a>)",
                                  visit.href(address::one_organisation_page, one.organisation.public_id),
                                  ui::in_language(one.organisation.name, "sv", words)),
            html("{}", shown(one.organisation.kind, words)), html("{}", number_or_none(visit, one.inspel)),
            html("{}", number_or_none(visit, one.answers))});
    return ui::table(table);
}

std::optional<store::TakingPart> taking_part(const Visit& visit, const Organisation& organisation) {
    for (auto& one : store::organisations_in(visit.db, visit.process->id))
        if (one.organisation.id == organisation.id) return std::move(one);
    return std::nullopt;
}

Html facts_view(const Visit& visit, const Organisation& organisation) {
    const auto& words = visit.words;
    Html facts;
    const auto add = [&](const std::string& name, const std::string& value) {
        if (!value.empty()) facts += html("<dt>{}</dt><dd>{}</dd>", name, value);
    };
    add(words("Type"), shown(organisation.kind, words));
    add(words("Kind of actors"), shown(organisation.sector, words));
    add(words("Line of work"), organisation.line_of_work);
    add(words("Organisation number"), organisation.number);
    return html(R"(<dl class="facts">{}</dl>)", facts);
}

Html said_view(const Visit& visit, const Organisation& organisation) {
    const auto surroundings = inspel::surroundings_of(visit);
    Html rows;
    for (const auto id : store::inspel_of_organisation(visit.db, visit.process->id, organisation.id)) {
        const auto inspel = store::find_inspel(visit.db, id).value();
        rows += inspel::row_view({inspel, store::outcomes_of(visit.db, id)}, surroundings, visit);
    }
    if (rows.empty()) return html("<p>{}</p>", visit.words("Nothing has been published from it yet."));
    return html(R"(<ul class="inspel-list">{}</ul>)", rows);
}

Response of_process(const Visit& visit, const std::string& title, const Html& body) {
    auto content = process_page(visit, title, body, "-");
    content.crumbs = {{visit.href(address::start_page), visit.words("Start")},
        {visit.href(address::inspel_list), visit.words("Inspel")}};
    return page(content, visit);
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto all = store::organisations_in(visit.db, visit.process->id);
    const auto title = words("Organisations that take part");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<div class="sides"><div>{table}</div><aside>{counts}</aside></div>)",
        "title"_a = title,
        "lead"_a = words("Those that we have asked for an answer, and those that have confirmed an inspel in "
                         "their name."),
        "table"_a =
            all.empty() ? html("<p>{}</p>", words("No organisation yet.")) : organisations_table(visit, all),
        "counts"_a = all.empty() ? Html{} : counts_view(visit, all));
    return of_process(visit, title, body);
}

Response show(const Visit& visit) {
    const auto named = store::organisation_with_public_id(visit.db, visit.path.at("organisation"));
    if (!named) return problem(visit, Failure::Kind::not_found);
    const auto organisation = store::standing_organisation(visit.db, *named);
    if (!taking_part(visit, organisation)) return problem(visit, Failure::Kind::not_found);
    if (organisation.id != named->id)
        return see_other(visit.href(address::one_organisation_page, organisation.public_id));
    const auto body = html(R"(
<h1{lang}>{name}</h1>
{facts}
<h2>{title}</h2>
{said}
<p><a href="{href}">{all}</a></p>)",
        "lang"_a = visit.words.lang("sv"), "name"_a = organisation.name,
        "facts"_a = facts_view(visit, organisation),
        "title"_a = visit.words("Inspel and consultation answers"), "said"_a = said_view(visit, organisation),
        "href"_a = visit.href(address::organisations_page),
        "all"_a = visit.words("All organisations that take part"));
    return of_process(visit, organisation.name, body);
}

}  // namespace medskapa::web::organisation
