#include "store/swot/swot_store.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/region_nav.hpp"
#include "web/inspel/addresses.hpp"
#include "web/site/open.hpp"
#include "web/swot/addresses.hpp"
#include "web/swot/pages.hpp"
#include "web/swot/views.hpp"
#include "web/ui/in_language.hpp"

namespace medskapa::web::swot {
namespace {

/// The item that the address names, where everybody may read it.
std::optional<SwotItem> asked_item(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("swot"));
    auto found = number ? store::swot_item_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    return found && found->is_published() ? found : std::nullopt;
}

Html inspel_link(const Visit& visit, const SwotItem& item) {
    if (!site::open_activity(visit, *visit.process)) return {};
    const auto about = visit.words("About {}: {}", reference(item), visit.in(item.text));
    return html(R"(<p><a class="alone" href="{}">{}</a></p>)",
        with_query(visit.href(address::inspel_form), {{"rubrik", about}}),
        visit.words("Give an inspel about this"));
}

}  // namespace

Response show(const Visit& visit) {
    const auto item = asked_item(visit);
    if (!item) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto title = visit.in(item->text);
    const auto body = html(R"(
<p class="kicker">{kicker}</p>
<h1>{title}</h1>
<p class="meta">{standing}</p>
<h2>{evidence_title}</h2>
{evidence}{inspel}{log}
{nav})",
        "kicker"_a = reference(*item) + " · " + shown(item->quadrant, words),
        "title"_a = ui::in_language(item->text, words),
        "standing"_a = html("{} · {}", standing_view(visit, standing_of(visit, *item)),
            words("published {}", words.day(visit.site.clock.day(*item->published_at)))),
        "evidence_title"_a = words("What it rests on"), "evidence"_a = evidence_view(visit, *item),
        "inspel"_a = inspel_link(visit, *item),
        "log"_a = log_link(visit, openlog::object_named(openlog::ObjectKind::swot, item->number)),
        "nav"_a = region_nav(visit, RegionPage::swot));
    auto content = process_page(visit, title, body, "forutsattningar");
    content.crumbs = {{visit.href(address::swot_page), words("SWOT")}};
    return page(content, visit);
}

}  // namespace medskapa::web::swot
