#include "store/swot/swot_store.hpp"
#include "web/frame/menus/region_nav.hpp"
#include "web/inspel/addresses.hpp"
#include "web/site/open.hpp"
#include "web/swot/addresses.hpp"
#include "web/swot/pages.hpp"
#include "web/swot/views.hpp"
#include "web/ui/in_language.hpp"

#include <algorithm>

namespace medskapa::web::swot {
namespace {

/// A point with how its evidence stands.
struct Point {
    SwotItem item;
    Standing standing;
};

Html item_view(const Visit& visit, const Point& point) {
    const auto& item = point.item;
    const auto links = evidence_links(visit, item);
    return html(R"(
<li id="{reference}"><p><a href="{href}">{text}</a></p><p class="meta">{reference} · {standing}{links}</p></li>)",
        "reference"_a = reference(item), "href"_a = visit.href(address::swot_item_page, item.number),
        "text"_a = ui::in_language(item.text, visit.words),
        "standing"_a = standing_view(visit, point.standing),
        "links"_a = links.empty() ? links : html(": {}", links));
}

/// What a field asks, in plain words.
std::string question_of(SwotItem::Quadrant quadrant, const Words& words) {
    switch (quadrant) {
        case SwotItem::Quadrant::strength: return words("What is good here today?");
        case SwotItem::Quadrant::weakness: return words("What is hard here today?");
        case SwotItem::Quadrant::opportunity: return words("What may the region gain?");
        case SwotItem::Quadrant::threat: break;
    }
    return words("What may the region lose?");
}

Html field_view(const Visit& visit, const std::vector<Point>& all, SwotItem::Quadrant quadrant) {
    std::vector<Point> items;
    std::copy_if(all.begin(), all.end(), std::back_inserter(items),
        [&](const Point& point) { return point.item.quadrant == quadrant; });
    const auto body =
        items.empty()
            ? html("<p>{}</p>", visit.words("Nothing is published here yet."))
            : html("<ul>{}</ul>", each(items, [&](const auto& item) { return item_view(visit, item); }));
    return html(R"(
<section class="field" aria-labelledby="{name}"><h2 id="{name}">{title}</h2><p class="meta">{question}</p>{body}</section>)",
        "name"_a = name_of(quadrant), "title"_a = shown(quadrant, visit.words),
        "question"_a = question_of(quadrant, visit.words), "body"_a = body);
}

/// What the points say of themselves, in a sentence.
std::string finding_of(const Words& words, const std::vector<Point>& items) {
    if (items.empty()) return words("Nothing has been published yet. Each point will say what it rests on.");
    const auto to_look_at = std::count_if(
        items.begin(), items.end(), [](const Point& point) { return point.standing.needs_look(); });
    const auto all = words.count("{} point, with what it rests on.", "{} points, each with what it rests on.",
        static_cast<std::int64_t>(items.size()));
    if (to_look_at == 0) return all;
    return all + " " +
           words.count("The evidence of {} has changed, and somebody must look.",
               "The evidence of {} has changed, and somebody must look.",
               static_cast<std::int64_t>(to_look_at));
}

Html inspel_link(const Visit& visit, const std::string& about, const std::string& text) {
    if (!site::open_activity(visit, *visit.process)) return {};
    return html(R"(<p><a class="alone" href="{}">{}</a></p>)",
        with_query(visit.href(address::inspel_form), {{"rubrik", about}}), text);
}

}  // namespace

Response list(const Visit& visit) {
    const auto& words = visit.words;
    std::vector<Point> points;
    for (auto& item : store::published_swot_of(visit.db, visit.process->id)) {
        auto standing = standing_of(visit, item);
        points.push_back({std::move(item), standing});
    }
    const auto title = words("Strengths, weaknesses, opportunities and threats");
    Html fields;
    for (const auto& name : names_of<SwotItem::Quadrant>) fields += field_view(visit, points, name.value);
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<div class="swot">{fields}
</div>{inspel}
{nav})",
        "title"_a = title, "lead"_a = finding_of(words, points), "fields"_a = fields,
        "inspel"_a =
            inspel_link(visit, words("About the SWOT"), words("Give an inspel about what is missing")),
        "nav"_a = region_nav(visit, RegionPage::swot));
    return page(process_page(visit, title, body, "forutsattningar"), visit);
}

}  // namespace medskapa::web::swot
