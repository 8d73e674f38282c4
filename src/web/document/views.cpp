#include "web/document/views.hpp"

#include "store/site/site_store.hpp"
#include "web/document/addresses.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/note.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/in_language.hpp"

namespace medskapa::web::document {
namespace {

/// The language that nearly all write in.
constexpr const char* content_language = "sv";

using Places = std::vector<Municipality>;

/// Who wrote it: "Hembygdsförening · Berg · 12 juni 2020 · I-231".
std::string origin_line(const store::Origin& origin, const Places& places, const Visit& visit) {
    std::vector<std::string> parts{
        origin.organisation.empty() ? shown(origin.actor_kind, visit.words) : origin.organisation};
    for (const auto& place : places)
        if (place.code == origin.municipality) parts.push_back(place.name);
    parts.push_back(visit.words.day(visit.site.clock.day(origin.received_at)));
    parts.push_back("I-" + std::to_string(origin.number));
    return fmt::format("{}", fmt::join(parts, " · "));
}

std::string inspel_href(const Visit& visit, const store::Origin& origin) {
    return visit.href(address::inspel_page, origin.number);
}

Html judged_view(const store::Judgement& judged, const Words& words) {
    const auto text = shown(judged, words);
    return text.empty() ? Html{} : html("<br><strong>{}</strong>", text);
}

}  // namespace

std::string document_href(const Visit& visit, const Document& document) {
    return visit.href(address::document_page, document.code);
}

std::string version_href(const Visit& visit, const Document& document, const Version& version) {
    return visit.href(address::version_page, document.code, version.number);
}

std::string paragraph_href(const Visit& visit, const Node& node) {
    return visit.href(address::paragraph_page, node.code);
}

std::string change_href(const Visit& visit, const Change& change) {
    return visit.href(address::change_page, change.number);
}

std::vector<ui::Link> crumbs_to(const Visit& visit, const Document& document) {
    return {{visit.href(address::start_page), visit.words("Start")},
        {visit.href(address::documents_page), visit.words("The text")},
        {document_href(visit, document), document.title}};
}

Html comparison_facts(const Comparison& comparison, const Words& words) {
    return ui::facts({{words("changed"), words.number(comparison.changed)},
        {words("new"), words.number(comparison.added)}, {words("removed"), words.number(comparison.removed)},
        {words("moved"), words.number(comparison.moved)},
        {words("unchanged"), words.number(comparison.same)}});
}

std::string version_name(const Version& version, const Visit& visit) {
    const auto& words = visit.words;
    if (!version.frozen_at) return words("The draft being written");
    return words("Version {}, {}: {}", version.number, words.day(visit.site.clock.day(*version.frozen_at)),
        version.title);
}

Html version_view(const Version& version, const Document& document, const Visit& visit) {
    if (!version.frozen_at) return html("{}", version_name(version, visit));
    return visit.words.rich("Version {}, {}: {}", html("{}", version.number),
        html("{}", visit.words.day(visit.site.clock.day(*version.frozen_at))),
        ui::in_language(version.title, document.language, visit.words));
}

std::string shown(const Difference& d, const Words& words) {
    if (d.before.empty()) return shown(Change::Kind::added, words);
    if (d.after.empty()) return shown(Change::Kind::removed, words);
    if (d.before == d.after) return shown(Change::Kind::moved, words);
    return d.is_moved ? words("changed and moved") : shown(Change::Kind::changed, words);
}

std::string reference(const Change& change) {
    return "Ä-" + std::to_string(change.number);
}

std::string name_of(const Whereabouts& where, const Words& words) {
    if (where.paragraph == 0) return where.heading;
    return words("{}, paragraph {}", where.heading, where.paragraph);
}

std::string name_in(const Visit& visit, const Version& version, const Node& node) {
    const auto lines = store::lines_of(visit.db, version.id);
    const auto place = place_of(lines, node.id);
    return place ? name_of(whereabouts(lines, *place), visit.words) : node.code;
}

std::string shown(const store::Judgement& judged, const Words& words) {
    if (judged.standing == Standing::gone)
        return words("Removed again: the words are not in version {}", judged.version);
    if (judged.standing == Standing::part)
        return words("Adopted in part: some of the words are in version {}", judged.version);
    return {};
}

Html issues_list(const std::vector<store::CausingIssue>& issues, const Visit& visit) {
    const auto places = store::municipalities_of(visit.db, visit.process->id);
    return html("<div class=\"shaped\"><ul>{}</ul></div>", each(issues, [&](const store::CausingIssue& one) {
        return html(R"(
<li>{outcome} <a href="{href}#s{position}">{title}</a><br><span class="meta">{origin}</span>{judged}</li>)",
            "judged"_a = judged_view(one.origin.judged, visit.words),
            "outcome"_a = ui::outcome(inspel::badge(one.outcome), visit.words),
            "href"_a = inspel_href(visit, one.origin), "position"_a = one.position,
            "title"_a = ui::in_language(one.title, content_language, visit.words),
            "origin"_a = origin_line(one.origin, places, visit));
    }));
}

Html origins_list(const std::vector<store::Origin>& origins, const Visit& visit) {
    const auto places = store::municipalities_of(visit.db, visit.process->id);
    return html("<div class=\"shaped\"><ul>{}</ul></div>", each(origins, [&](const store::Origin& origin) {
        return html(R"(
<li><a href="{href}">{title}</a><br><span class="meta">{origin}</span>{judged}</li>)",
            "href"_a = inspel_href(visit, origin),
            "title"_a = ui::in_language(origin.title, content_language, visit.words),
            "origin"_a = origin_line(origin, places, visit),
            "judged"_a = judged_view(origin.judged, visit.words));
    }));
}

}  // namespace medskapa::web::document
