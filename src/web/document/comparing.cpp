#include "domain/document/comparison.hpp"
#include "web/document/pages.hpp"
#include "web/document/views.hpp"
#include "web/frame/process_nav.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::document {
namespace {

constexpr int few = 3;
constexpr std::size_t differences_on_a_page = 12;

/// Why it was changed: what led to it, and the reason that was written.
Html reasons(const Visit& visit, const Difference& d, const std::map<Id<Node>, Change>& changes) {
    const auto found = changes.find(d.node.id);
    if (found == changes.end()) return {};
    const auto& change = found->second;
    const auto issues = store::issues_behind(visit.db, change.id, few + 1);
    Html led;
    for (std::size_t i = 0; i < std::min<std::size_t>(issues.size(), few); ++i)
        led += html(R"( · <a href="{}">{}</a>)",
            visit.process_href("/inspel/" + std::to_string(issues[i].origin.number)), issues[i].title);
    return html(R"(
<p>{}</p><p class="meta"><a href="{}">{}</a>{}{}</p>)",
        change.reason, change_href(visit, change), reference(change), led,
        issues.size() > few ? html(" · {}", visit.words("and more")) : Html{});
}

/// Without the heading, which is above it already.
std::string name_under_heading(const Whereabouts& where, const Words& words) {
    return where.paragraph == 0 ? words("The heading") : words("Paragraph {}", where.paragraph);
}

Html difference_view(const Visit& visit, const Difference& d, const std::map<Id<Node>, Change>& changes) {
    return html(R"(
<article aria-labelledby="d-{0}"><h3 id="d-{0}"><a href="{1}">{2}</a>, {3}</h3>{4}{5}</article>)",
        d.node.code, paragraph_href(visit, d.node), name_under_heading(d.where, visit.words),
        shown(d, visit.words),
        d.before == d.after ? html("<p class=\"body as-typed\">{}</p>", d.after)
                            : ui::diff(d.before, d.after, visit.words),
        reasons(visit, d, changes));
}

struct Pair {
    Version from;
    Version to;
};

std::string page_href(const Visit& visit, const Document& document, const Pair& pair, std::size_t number) {
    return document_href(visit, document,
        fmt::format("/jamfor?fran={}&till={}&sida={}", pair.from.number, pair.to.number, number));
}

/// The headings under which something differs, each with a link to the first difference.
Html headings_view(
    const Visit& visit, const Document& document, const Pair& pair, const Comparison& comparison) {
    const auto& all = comparison.differences;
    Html items;
    for (std::size_t i = 0, next = 0; i < all.size(); i = next) {
        while (next < all.size() && all[next].where.heading == all[i].where.heading) ++next;
        items += html(R"(<li><a href="{}#d-{}"{}>{}</a> <span class="meta">{}</span></li>)",
            page_href(visit, document, pair, i / differences_on_a_page + 1), all[i].node.code,
            visit.words.lang(document.language), all[i].where.heading,
            visit.words.number(static_cast<std::int64_t>(next - i)));
    }
    if (items.empty()) return items;
    return html(R"(
<details class="toc"><summary>{0}</summary><nav aria-label="{0}"><ol class="plain">{1}</ol></nav></details>)",
        visit.words("Go to a heading where something differs"), items);
}

/// The part of the differences that the address asks for, so that the page stays light.
struct Part {
    std::vector<Difference> shown;
    ui::Pages pages;
};

Part part_of(const Visit& visit, const Document& document, const Pair& pair, const Comparison& comparison) {
    const auto& all = comparison.differences;
    const auto last =
        std::max<std::size_t>(1, (all.size() + differences_on_a_page - 1) / differences_on_a_page);
    const auto asked = static_cast<std::size_t>(Visit::number(visit.query("sida")).value_or(1));
    const auto number = std::min(asked, last);
    const auto from = (number - 1) * differences_on_a_page;
    const auto to = std::min(all.size(), from + differences_on_a_page);
    const auto address = [&](std::size_t n) { return page_href(visit, document, pair, n); };
    Part part{
        {all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(to)}, {}};
    if (number > 1) part.pages.previous = address(number - 1);
    if (number < last) part.pages.next = address(number + 1);
    return part;
}

Html differences_view(const Visit& visit, const std::vector<Difference>& differences,
    const std::map<Id<Node>, Change>& changes) {
    Html all;
    std::string heading;
    for (const auto& d : differences) {
        if (d.where.heading != heading) all += html("<h2>{}</h2>", d.where.heading);
        heading = d.where.heading;
        all += difference_view(visit, d, changes);
    }
    return all;
}

Html choice(const Visit& visit, const char* name, const std::string& label,
    const std::vector<Version>& versions, const Version& chosen) {
    return html(R"(
<div><label for="{0}">{1}</label><select id="{0}" name="{0}">{2}</select></div>)",
        name, label, each(versions, [&](const Version& version) {
            return html(R"(<option value="{}"{}>{}</option>)", version.number,
                version.id == chosen.id ? html(" selected") : Html{}, version_name(version, visit));
        }));
}

/// The two that are asked for, or the two newest.
std::optional<Pair> pair_of(const Visit& visit, const std::vector<Version>& frozen) {
    if (frozen.size() < 2) return std::nullopt;
    const auto numbered = [&](std::string_view name, const Version& otherwise) {
        const auto number = Visit::number(visit.query(name));
        for (const auto& version : frozen)
            if (number && version.number == *number) return version;
        return otherwise;
    };
    return Pair{numbered("fran", frozen[frozen.size() - 2]), numbered("till", frozen.back())};
}

/// Both versions in one file, marked.
Html files_view(const Visit& visit, const Document& document, const Pair& pair) {
    const auto file = [&](const char* extension, const char* name) {
        return html(R"(<a href="{}">{}</a>)",
            document_href(visit, document,
                fmt::format("/jamfor.{}?fran={}&till={}", extension, pair.from.number, pair.to.number)),
            visit.words("Get it as {}", name));
    };
    return html("{} · {}", file("docx", "DOCX"), file("odt", "ODT"));
}

std::map<Id<Node>, Change> changes_between(
    const Visit& visit, const Pair& pair, const std::vector<Version>& frozen) {
    std::map<Id<Node>, Change> changes;
    for (const auto& version : frozen)
        if (version.number > pair.from.number && version.number <= pair.to.number)
            for (const auto& change : store::changes_to(visit.db, version.id)) changes[change.node] = change;
    return changes;
}

Response nothing_to_compare(const Visit& visit, const Document& document) {
    const auto& words = visit.words;
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p><p>{}</p>", words("What has changed?"),
        words("There is only one version yet, and nothing to compare it with."),
        ui::button_link(document_href(visit, document), words("Read the text"), ui::Weight::filled));
    return page(process_page(visit, words("What has changed?"), body, "dokument"), visit);
}

}  // namespace

Response compare(const Visit& visit) {
    const auto document = store::document_named(visit.db, visit.process->id, visit.path.at("document"));
    if (!document) return problem(visit, Failure::Kind::not_found);
    auto frozen = store::versions_of(visit.db, document->id);
    std::erase_if(frozen, [](const Version& version) { return !version.frozen_at; });
    const auto pair = pair_of(visit, frozen);
    if (!pair) return nothing_to_compare(visit, *document);

    const auto& words = visit.words;
    const auto comparison =
        compared(store::lines_of(visit.db, pair->from.id), store::lines_of(visit.db, pair->to.id));
    const auto part = part_of(visit, *document, *pair, comparison);
    const auto body = html(R"(
<h1>{}</h1><p class="lead">{}</p>{}
<form class="filter" method="get" aria-label="{}">{}{}<button class="btn" type="submit">{}</button></form>
<p class="small">{}</p>{}<p class="small"><ins>{}</ins> {} <del>{}</del> {}</p>{}{}{})",
        words("What has changed?"),
        words.rich("{} beside {}", version_view(pair->from, *document, visit),
            version_view(pair->to, *document, visit)),
        ui::facts({{words("changed"), words.number(comparison.changed)},
            {words("new"), words.number(comparison.added)},
            {words("removed"), words.number(comparison.removed)},
            {words("only moved"), words.number(comparison.moved)},
            {words("as before"), words.number(comparison.same)}}),
        words("Choose versions"), choice(visit, "fran", words("From"), frozen, pair->from),
        choice(visit, "till", words("To"), frozen, pair->to), words("Compare"),
        files_view(visit, *document, *pair), headings_view(visit, *document, *pair, comparison),
        words("Underlined"), words("is added,"), words("struck through"), words("is removed."),
        html("<div class=\"changes\"{}>{}</div>", words.lang(document->language),
            differences_view(visit, part.shown, changes_between(visit, *pair, frozen))),
        ui::pagination(part.pages, words), process_nav(visit, ProcessStage::changed));
    auto content = process_page(visit, words("What has changed?"), body, "dokument");
    content.crumbs = {{visit.process_href(), words("Start")},
        {visit.process_href("/dokument"), words("The text")},
        {document_href(visit, *document), document->title}};
    return page(content, visit);
}

}  // namespace medskapa::web::document
