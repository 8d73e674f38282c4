#include "store/swot/swot_store.hpp"
#include "web/swot/addresses.hpp"
#include "web/swot/desk/pages.hpp"
#include "web/swot/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::swot::desk {
namespace {

Html items_table(const Visit& visit) {
    const auto& words = visit.words;
    const auto items = store::swot_items_of(visit.db, visit.process->id);
    if (items.empty()) return html("<p>{}</p>", words("Nothing has been written yet."));
    ui::Table table{.caption = words("Points of the SWOT"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Point")}, {words("Field")}, {words("State")}, {words("Evidence")}}};
    for (const auto& item : items)
        table.rows.push_back(
            {html(R"(<a href="{}">{} {}</a>)", visit.href(address::edit_swot_item, item.number),
                 reference(item), ui::in_language(item.text, words)),
                html("{}", shown(item.quadrant, words)), html("{}", shown(item.state, words)),
                standing_view(visit, standing_of(visit, item))});
    return ui::table(table);
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("SWOT");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<p>{add} <a class="alone" href="{public}">{public_name}</a></p>
{table})",
        "title"_a = title,
        "lead"_a = words("A point is a draft until it rests on something that everybody can read."),
        "add"_a = ui::button_link(
            visit.href(address::edit_swot_item, "ny"), words("Write a point"), ui::Weight::filled),
        "public"_a = visit.href(address::swot_page),
        "public_name"_a = words("The page, as everybody sees it"), "table"_a = items_table(visit));
    return not_stored(page(desk_page(visit, title, body, "swot"), visit));
}

}  // namespace medskapa::web::swot::desk
