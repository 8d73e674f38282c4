#include "web/checklist/addresses.hpp"
#include "web/checklist/desk/pages.hpp"
#include "web/checklist/views.hpp"

#include <algorithm>

namespace medskapa::web::checklist::desk {
namespace {

/// A factor of the wheel stands at its grade, and at none until somebody has judged it.
Html standing_of(const Visit& visit, const OpenedChecklist& opened, const app::RequirementState& state) {
    if (!opened.list->is_graded()) return status_view(state.status, visit.words);
    const bool has_grade = state.judged && state.judged->grade;
    return html("{}", has_grade ? visit.words.number(*state.judged->grade) : std::string{"–"});
}

Html list_part(const Visit& visit, const OpenedChecklist& opened) {
    const auto& words = visit.words;
    ui::Table table{.caption = opened.list->title.in(words.language()),
        .columns = {{words("Requirement")},
            {opened.list->is_graded() ? words("Grade, from 0 to 5") : words("Status")},
            {words("What shows it")}},
        .narrow = ui::Narrow::stacks};
    const std::string kind{name_of(opened.list->kind)};
    for (const auto& state : opened.states)
        table.rows.push_back({html(R"(<a href="{}">{} {}</a>)",
                                  visit.href(address::judge_requirement, kind, state.requirement->code),
                                  state.requirement->code, state.requirement->text.in(words.language())),
            standing_of(visit, opened, state), ground_of(visit, state)});
    return html(R"({}<p class="meta">{}</p>)", ui::table(table), rules_of(*opened.list, words));
}

/// What a newer version of a list would ask otherwise, for those who think of following it.
Html newer_rules(const Visit& visit, const OpenedChecklist& opened) {
    const auto& all = all_checklists();
    const auto newest = std::find_if(
        all.rbegin(), all.rend(), [&](const Checklist& one) { return one.kind == opened.list->kind; });
    if (newest == all.rend() || newest->version == opened.list->version) return {};
    const auto& words = visit.words;
    const auto differences = differences_between(*opened.list, *newest);
    return html(R"(<details class="more"><summary>{}</summary><ul>{}</ul></details>)",
        words("What version {} asks otherwise", newest->version),
        each(differences, [&](const ChecklistDifference& one) {
            return html("<li>{}: <del>{}</del> <ins>{}</ins></li>", one.code, one.was.in(words.language()),
                one.is.in(words.language()));
        }));
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("Requirements");
    const auto body = html(R"(
<h1>{title}</h1>
<p>{how} <a class="alone" href="{public}">{public_name}</a></p>
{lists})",
        "title"_a = title,
        "how"_a = words("Choose a requirement to judge it. What the site can look up stands until somebody "
                        "judges otherwise."),
        "public"_a = visit.href(address::checklists_page),
        "public_name"_a = words("The page, as everybody sees it"),
        "lists"_a = each(opened_checklists(visit), [&](const OpenedChecklist& opened) {
            return html("{}{}", list_part(visit, opened), newer_rules(visit, opened));
        }));
    return not_stored(page(desk_page(visit, title, body, "krav"), visit));
}

}  // namespace medskapa::web::checklist::desk
