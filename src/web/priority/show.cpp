#include "store/priority/priority_store.hpp"
#include "store/site/site_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/region_nav.hpp"
#include "web/markup/markdown.hpp"
#include "web/priority/addresses.hpp"
#include "web/priority/pages.hpp"
#include "web/priority/score_card.hpp"
#include "web/priority/views.hpp"
#include "web/site/addresses.hpp"
#include "web/statistics/views.hpp"
#include "web/ui/in_language.hpp"

#include <algorithm>

namespace medskapa::web::priority {
namespace {

Html part(const std::string& title, const Html& content) {
    if (content.empty()) return {};
    return html("\n<h2>{}</h2>{}", title, content);
}

Html text_of(const Localized& text, const Words& words) {
    if (text.empty()) return {};
    return html("<div{}>{}</div>", words.lang(text), markdown(text.in(words.language())));
}

Html text_of(const std::string& text, const Words& words) {
    if (text.empty()) return {};
    return html("<div{}>{}</div>", words.lang("sv"), markdown(text));
}

Html evidence_view(const Visit& visit, const Priority& priority) {
    const auto citations = store::citations_of(visit.db, priority.id);
    if (citations.empty()) return html("<p>{}</p>", visit.words("It rests on no figure of an analysis yet."));
    return each(citations,
        [&](const Citation& one) { return statistics::evidence_card(visit, one, statistics::CardEnd::run); });
}

Html objections_view(const Visit& visit, const Priority& priority) {
    const auto objections = objections_of(priority);
    if (objections.empty())
        return html("<p>{}</p>", visit.words("Nobody has written down anything that speaks against it."));
    return html("<ul{}>{}</ul>", visit.words.lang("sv"),
        each(objections, [](const std::string& line) { return html("<li>{}</li>", line); }));
}

std::string sectors_text(const Discovery& discovery, const Words& words) {
    std::string text;
    for (const auto sector : sectors_in(discovery.sectors))
        text += (text.empty() ? "" : ", ") + shown(sector, words);
    return text;
}

Html meeting_item(const Visit& visit, const Discovery& one) {
    const auto event = store::find_event(visit.db, visit.process->id, one.event);
    const auto day = std::chrono::floor<std::chrono::days>(event->starts);
    const auto people =
        one.people > 0 ? visit.words.count("{} person", "{} people", one.people) + ": " : std::string{};
    return html(R"(
<li><b>{day}</b> <a href="{href}">{title}</a><p class="meta">{who}</p><p{lang}>{learned}</p></li>)",
        "day"_a = visit.words.day(Day{day.time_since_epoch()}),
        "href"_a = visit.href(address::event_page, event->id.value),
        "title"_a = ui::in_language(event->title, visit.words),
        "who"_a = people + sectors_text(one, visit.words), "lang"_a = visit.words.lang("sv"),
        "learned"_a = one.learned);
}

Html meetings_view(const Visit& visit, const Priority& priority) {
    const auto discoveries = store::discoveries_of(visit.db, priority.id);
    if (discoveries.empty()) return html("<p>{}</p>", visit.words("It has been tried at no meeting yet."));
    return html(R"(<ul class="plain">{}</ul>)",
        each(discoveries, [&](const Discovery& one) { return meeting_item(visit, one); }));
}

Html decision_view(const Visit& visit, const Priority& priority) {
    if (!priority.is_decided()) return html("<p>{}</p>", visit.words("Nothing has been decided yet."));
    return html("<p>{}</p>{}", outcome_view(visit, priority), text_of(priority.motive, visit.words));
}

/// The proposals that went into this one.
Html sources_view(const Visit& visit, const Priority& priority) {
    Html items;
    for (const auto& one : store::priorities_of(visit.db, visit.process->id)) {
        const auto into = numbers_in(one.became);
        if (std::find(into.begin(), into.end(), priority.number) == into.end()) continue;
        items += html(R"(<li><a href="{}">{}</a></li>)", visit.href(address::priority_page, one.number),
            ui::in_language(one.title, visit.words));
    }
    return items.empty() ? items : html("<ul>{}</ul>", items);
}

Html story_of(const Visit& visit, const Priority& priority) {
    const auto& words = visit.words;
    auto story = text_of(priority.text, words);
    story += part(words("Vision"), text_of(priority.vision, words));
    story += part(words("What it needs"), text_of(priority.needs, words));
    story += part(words("What it rests on"), evidence_view(visit, priority));
    story += part(words("Critical mass"), text_of(priority.mass, words));
    story += part(words("Relatedness"), text_of(priority.relatedness, words));
    story += part(words("What speaks against it"), objections_view(visit, priority));
    story += part(words("Meetings where it was tried"), meetings_view(visit, priority));
    story += part(words("It grew out of"), sources_view(visit, priority));
    story += part(words("What was decided"), decision_view(visit, priority));
    return story;
}

}  // namespace

Response show(const Visit& visit) {
    const auto found = asked_priority(visit);
    if (!found) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto title = visit.in(found->title);
    const auto about = words("About {}: {}", reference(*found), found->title.in(words.language()));
    const auto body = html(R"(
<p class="kicker">{kicker}</p>
<h1>{title}</h1>
<div class="sides"><div>{story}{log}</div>
<aside aria-label="{card_name}">{card}{inspel}</aside></div>
{nav})",
        "kicker"_a = reference(*found) + " · " + when_of(visit, *found),
        "title"_a = ui::in_language(found->title, words), "story"_a = story_of(visit, *found),
        "log"_a = log_link(visit, openlog::object_named(openlog::ObjectKind::priority, found->number)),
        "card_name"_a = words("In short"), "card"_a = score_card(visit, *found, CardTitle::is_here),
        "inspel"_a = inspel_link(visit, about), "nav"_a = region_nav(visit, RegionPage::priorities));
    auto content = process_page(visit, title, body, "forutsattningar");
    content.crumbs = {{visit.href(address::priorities_page), words("Priorities")}};
    return page(content, visit);
}

}  // namespace medskapa::web::priority
