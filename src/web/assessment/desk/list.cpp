#include "web/assessment/addresses.hpp"
#include "web/assessment/desk/asked.hpp"
#include "web/assessment/desk/pages.hpp"
#include "web/assessment/note.hpp"
#include "web/assessment/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::assessment::desk {
namespace {

Html table_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto all = store::opened_assessments(visit.db, visit.process->id);
    if (all.empty()) return html("<p>{}</p>", words("No impact assessment has begun."));
    ui::Table table{.caption = words("Impact assessments"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Assessment")}, {words("What is assessed")}, {words("Status")}, {words("Steps")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& one : all) {
        const auto link = desk_link(visit, one.assessment);
        table.rows.push_back({html(R"(<a href="{}">{}</a>)", link.href, link.text),
            ui::in_language(one.assessment.subject, "sv", words), whole_view(one, words),
            html("{}", finding_of(one, words))});
    }
    return ui::table(table);
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("Impact assessments");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<p>{add} <a class="alone" href="{public}">{public_name}</a></p>
{table}
{gaps})",
        "title"_a = title,
        "lead"_a =
            words("An assessment follows the template that is valid when it begins. Everybody can read "
                  "it from its first day."),
        "add"_a = ui::button_link(
            visit.href(address::edit_assessment, "ny"), words("Begin an assessment"), ui::Weight::filled),
        "public"_a = visit.href(address::assessments_page),
        "public_name"_a = words("The page, as everybody sees it"), "table"_a = table_view(visit),
        "gaps"_a = gaps_before_decision(visit));
    return not_stored(page(desk_page(visit, title, body, "bedomningar"), visit));
}

}  // namespace medskapa::web::assessment::desk
