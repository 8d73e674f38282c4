#include "base/text.hpp"
#include "store/site/site_store.hpp"
#include "web/search/addresses.hpp"
#include "web/search/hits.hpp"
#include "web/search/named.hpp"
#include "web/search/pages.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/in_language.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::search {
namespace {

constexpr std::size_t hits_on_a_page = 20;
constexpr std::size_t longest_question = 200;
constexpr std::size_t bytes_before = 90;  // of the words that an excerpt has around the first that fits
constexpr std::size_t bytes_of_excerpt = 260;
constexpr std::size_t marks_in_excerpt = 8;

struct Found {
    std::string asked;
    std::vector<Named> named;
    std::vector<Hit> hits;
    bool has_several = false;  // processes
};

/// The process that the question was asked in comes first; then the newest.
std::vector<Process> processes_in_order(const Visit& visit) {
    auto all = store::processes(visit.db);
    std::reverse(all.begin(), all.end());
    std::stable_partition(
        all.begin(), all.end(), [&](const Process& p) { return p.slug == visit.query("process"); });
    return all;
}

Found found_for(const Visit& visit) {
    Found found{text::one_line(visit.query("q")).substr(0, longest_question), {}, {}};
    if (!text::is_valid_utf8(found.asked)) found.asked = text::cleaned(found.asked);
    const auto processes = processes_in_order(visit);
    found.has_several = processes.size() > 1;
    for (const auto& process : processes) {
        const auto add_name = [&](std::string& meta) {
            if (found.has_several) meta += (meta.empty() ? "" : " · ") + visit.in(process.name);
        };
        for (auto& named : named_in(visit, process, found.asked)) {
            add_name(named.meta);
            found.named.push_back(std::move(named));
        }
        for (auto& hit : hits_in(visit, process, found.asked)) {
            add_name(hit.meta);
            found.hits.push_back(std::move(hit));
        }
    }
    return found;
}

bool begins_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// Some words around the first that fits, all that fit marked.
Html excerpt(const std::string& text, const store::Wanted& wanted) {
    const auto first = wanted.places_in(text, 1);
    auto from = first.empty() || first.front().at < bytes_before ? 0 : first.front().at - bytes_before;
    if (from > 0) from = std::min(text.find(' ', from), first.front().at - 1) + 1;
    auto to = std::min(text.size(), from + bytes_of_excerpt);
    while (to < text.size() && !begins_character(text[to])) ++to;
    const auto part = text.substr(from, to - from);
    Html all = html("{}", from > 0 ? "… " : "");
    std::size_t done = 0;
    for (const auto& place : wanted.places_in(part, marks_in_excerpt)) {
        all +=
            html("{}<mark>{}</mark>", part.substr(done, place.at - done), part.substr(place.at, place.size));
        done = place.at + place.size;
    }
    all += html("{}{}", part.substr(done), to < text.size() ? " …" : "");
    return all;
}

Html hit_view(const Visit& visit, const Hit& hit, const store::Wanted& wanted) {
    const auto lang = visit.words.lang(hit.language);
    return html(R"(
<li><p class="kind">{kind}</p><h3{lang}><a href="{href}">{title}</a></h3><p{lang}>{words}</p><p class="meta">{meta}</p></li>)",
        "kind"_a = visit.words(name_with(hit.kind).label), "lang"_a = lang, "href"_a = hit.href,
        "title"_a = hit.title, "words"_a = excerpt(hit.words, wanted), "meta"_a = hit.meta);
}

Html named_view(const Visit& visit, const Found& found) {
    if (found.named.empty()) return {};
    return html(R"(
<div class="direct"><p class="kicker">{}</p>{}</div>)",
        visit.words("You wrote a number"), each(found.named, [](const Named& named) {
            return html(R"(
<h2><a href="{}">{}</a></h2><p class="meta">{}</p>)",
                named.href, named.title, named.meta);
        }));
}

std::string href_of(const Visit& visit, std::string_view kind, std::size_t page) {
    return with_query(visit.href(address::search_page),
        {{"q", visit.query("q")}, {"process", visit.query("process")}, {"slag", kind},
            {"sida", page > 1 ? std::to_string(page) : std::string{}}});
}

std::optional<HitKind> kind_asked(const Visit& visit) {
    HitKind kind{};
    if (!find_name<HitKind>(visit.query("slag"), kind)) return std::nullopt;
    return kind;
}

/// How many there are of each kind, each with the way to them alone.
Html kinds_view(const Visit& visit, const Found& found) {
    const auto chosen = kind_asked(visit);
    const auto item = [&](std::string_view kind, const std::string& name, std::size_t n, bool is_current) {
        return html(R"(<li><a rel="nofollow" href="{href}"{current}>{name} ({n})</a></li>)",
            "href"_a = href_of(visit, kind, 1),
            "current"_a = when(is_current, html(R"( aria-current="page")")), "name"_a = name, "n"_a = n);
    };
    Html items = item("", visit.words("Everything"), found.hits.size(), !chosen);
    for (const auto& kind : names_of<HitKind>) {
        const auto n = static_cast<std::size_t>(std::count_if(
            found.hits.begin(), found.hits.end(), [&](const Hit& hit) { return hit.kind == kind.value; }));
        if (n > 0) items += item(kind.word, visit.words(kind.label), n, chosen == kind.value);
    }
    return html(R"(
<nav aria-label="{}"><ul class="facets">{}</ul></nav>)",
        visit.words("Kinds of hits"), items);
}

Html question_form(const Visit& visit) {
    const auto& words = visit.words;
    const auto process = visit.query("process");
    return html(R"(
<form class="filter" role="search" method="get" action="{action}" aria-label="{whole}"><div class="wide"><label for="q">{label}</label><input id="q" name="q" type="search" value="{typed}" maxlength="200"></div>{process}<button class="btn" type="submit">{submit}</button></form>)",
        "action"_a = visit.href(address::search_page), "whole"_a = words("Search the whole site"),
        "label"_a = words("Words or number"), "typed"_a = visit.query("q"),
        "process"_a = process.empty() ? Html{} : ui::hidden_field("process", std::string{process}),
        "submit"_a = words("Search"));
}

Html nothing_view(const Visit& visit, const Found& found) {
    const auto& words = visit.words;
    if (found.asked.empty())
        return html("<p>{}</p>",
            words("Write words, or a number such as I-12, Ä-8 or RUS-5.6-p1. Inspel, answers, the "
                  "text, proposals, priorities, decisions, news and the calendar are searched."));
    if (!found.named.empty()) return {};
    return html(
        "<p>{}</p>", words("Nothing that is public mentions “{}”. Try fewer words, or other words for the "
                           "same thing.",
                         found.asked));
}

/// Of the kind that is asked for.
std::vector<const Hit*> hits_shown(const Visit& visit, const Found& found) {
    const auto chosen = kind_asked(visit);
    std::vector<const Hit*> shown;
    for (const auto& hit : found.hits)
        if (!chosen || hit.kind == *chosen) shown.push_back(&hit);
    return shown;
}

std::size_t last_page(std::size_t hits) {
    return std::max<std::size_t>(1, (hits + hits_on_a_page - 1) / hits_on_a_page);
}

ui::Pages pages_around(const Visit& visit, std::size_t number, std::size_t last) {
    const auto chosen = kind_asked(visit);
    const auto kind = chosen ? name_of(*chosen) : std::string_view{};
    ui::Pages pages;
    if (number > 1) pages.previous = href_of(visit, kind, number - 1);
    if (number < last) pages.next = href_of(visit, kind, number + 1);
    return pages;
}

Html results_view(const Visit& visit, const Found& found) {
    if (found.hits.empty()) return nothing_view(visit, found);
    const auto& words = visit.words;
    const auto shown = hits_shown(visit, found);
    const auto last = last_page(shown.size());
    const auto asked = static_cast<std::size_t>(Visit::number(visit.query("sida")).value_or(1));
    const auto number = std::min(asked, last);
    const auto from = (number - 1) * hits_on_a_page;
    const store::Wanted wanted{found.asked};
    Html items;
    for (auto i = from; i < std::min(shown.size(), from + hits_on_a_page); ++i)
        items += hit_view(visit, *shown[i], wanted);
    return html(R"(
<h2 class="lead">{count}</h2>{kinds}<ol class="hits">{items}</ol>{pages})",
        "count"_a = words.count("{} hit", "{} hits", static_cast<std::int64_t>(shown.size())),
        "kinds"_a = kinds_view(visit, found), "items"_a = items,
        "pages"_a = ui::pagination(pages_around(visit, number, last), words));
}

}  // namespace

Response show(const Visit& visit) {
    const auto found = found_for(visit);
    const auto title = found.asked.empty() ? visit.words("Search") : visit.words("Search: {}", found.asked);
    auto content = site_page(visit, title,
        html(R"(
<h1>{}</h1>{}{})",
            visit.words("Search"), question_form(visit),
            html("{}{}", named_view(visit, found), results_view(visit, found))));
    content.search = {};
    if (const auto process = store::process_named(visit.db, std::string{visit.query("process")}))
        content.crumbs = {{visit.href_in(*process, address::start_page), visit.in(process->name)}};
    content.about.is_for_indexes = false;
    return page(content, visit);
}

}  // namespace medskapa::web::search
