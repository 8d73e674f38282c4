#include "store/priority/priority_store.hpp"
#include "store/priority/weighing_store.hpp"
#include "web/priority/addresses.hpp"
#include "web/priority/desk/pages.hpp"
#include "web/priority/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::priority::desk {
namespace {

bool may(const Visit& visit, Action action) {
    return authorize(visit.actor(), action, visit.process->id);
}

Html decide_link(const Visit& visit, const Priority& one) {
    if (!may(visit, Action::decide)) return html("{}", shown(one.outcome, visit.words));
    return html(R"({} <a href="{}">{}</a>)", shown(one.outcome, visit.words),
        visit.href(address::decide_priority, one.number),
        visit.words("Register the decision on {}", reference(one)));
}

Html priorities_table(const Visit& visit) {
    const auto& words = visit.words;
    const auto priorities = store::priorities_of(visit.db, visit.process->id);
    if (priorities.empty()) return html("<p>{}</p>", words("Nothing has been proposed yet."));
    ui::Table table{.caption = words("Priorities"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Priority")}, {words("Type")}, {words("Decision")}},
        .narrow = ui::Narrow::stacks};
    for (const auto& one : priorities)
        table.rows.push_back(
            {html(R"(<a href="{}">{} {}</a>)", visit.href(address::edit_priority, one.number), reference(one),
                 ui::in_language(one.title, words)),
                html("{}", shown(one.kind, words)), decide_link(visit, one)});
    return ui::table(table);
}

Html weighings_list(const Visit& visit) {
    const auto& words = visit.words;
    const auto weighings = store::weighings_of(visit.db, visit.process->id);
    if (weighings.empty()) return html("<p>{}</p>", words("Nothing has been weighed yet."));
    return html("<ul>{}</ul>", each(weighings, [&](const Weighing& one) {
        return html(R"(<li><a href="{}">{}</a> <span class="meta">{}</span></li>)",
            visit.href(address::desk_weighing, one.number),
            html("{} {}", reference(one), ui::in_language(one.title, words)),
            words.days(one.opens, one.closes));
    }));
}

Html new_weighing(const Visit& visit) {
    if (!may(visit, Action::steer_conversation)) return {};
    return html("<p>{}</p>", ui::button_link(visit.href(address::open_weighing),
                                 visit.words("Open a weighing"), ui::Weight::quiet));
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("Priorities");
    const auto body = html(R"(
<h1>{title}</h1>
<p>{add} <a class="alone" href="{public}">{public_name}</a></p>
{table}
<h2>{weighings_title}</h2>
{weighings}{new_weighing})",
        "title"_a = title,
        "add"_a = ui::button_link(
            visit.href(address::edit_priority, "ny"), words("Propose a priority"), ui::Weight::filled),
        "public"_a = visit.href(address::priorities_page),
        "public_name"_a = words("The page, as everybody sees it"), "table"_a = priorities_table(visit),
        "weighings_title"_a = words("Weighings"), "weighings"_a = weighings_list(visit),
        "new_weighing"_a = new_weighing(visit));
    return not_stored(page(desk_page(visit, title, body, "prioriteringar"), visit));
}

}  // namespace medskapa::web::priority::desk
