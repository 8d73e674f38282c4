#include "domain/document/comparison.hpp"
#include "web/document/addresses.hpp"
#include "web/document/differences.hpp"
#include "web/document/pages.hpp"
#include "web/document/views.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::document {
namespace {

constexpr std::size_t differences_on_a_page = 12;

struct Pair {
    Version from;
    Version to;
};

std::string page_href(const Visit& visit, const Document& document, const Pair& pair, std::size_t number) {
    return with_query(visit.href(address::comparison_page, document.code),
        {{"fran", std::to_string(pair.from.number)}, {"till", std::to_string(pair.to.number)},
            {"sida", std::to_string(number)}});
}

/// The headings under which something differs, each with a link to the first difference.
Html headings_view(
    const Visit& visit, const Document& document, const Pair& pair, const Comparison& comparison) {
    const auto& all = comparison.differences;
    Html items;
    for (std::size_t i = 0, next = 0; i < all.size(); i = next) {
        while (next < all.size() && all[next].where.heading == all[i].where.heading) ++next;
        items += html(
            R"(<li><a href="{page}#d-{code}"{lang}>{heading}</a> <span class="meta">{count}</span></li>)",
            "page"_a = page_href(visit, document, pair, i / differences_on_a_page + 1),
            "code"_a = all[i].node.code, "lang"_a = visit.words.lang(document.language),
            "heading"_a = all[i].where.heading,
            "count"_a = visit.words.number(static_cast<std::int64_t>(next - i)));
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

Html choice(const Visit& visit, const char* name, const std::string& label,
    const std::vector<Version>& versions, const Version& chosen) {
    return html(R"(
<div><label for="{0}">{1}</label><select id="{0}" name="{0}">{2}</select></div>)",
        name, label, each(versions, [&](const Version& version) {
            return html(R"(<option value="{}"{}>{}</option>)", version.number,
                version.id == chosen.id ? html(" selected") : Html{}, version_name(version, visit));
        }));
}

std::vector<Version> frozen_versions(const Visit& visit, const Document& document) {
    auto frozen = store::versions_of(visit.db, document.id);
    std::erase_if(frozen, [](const Version& version) { return !version.frozen_at; });
    return frozen;
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
    const auto file = [&](const std::string& address, const char* name) {
        return html(R"(<a href="{}">{}</a>)",
            with_query(address,
                {{"fran", std::to_string(pair.from.number)}, {"till", std::to_string(pair.to.number)}}),
            visit.words("Get it as {}", name));
    };
    return html("{} · {}", file(visit.href(address::comparison_docx, document.code), "DOCX"),
        file(visit.href(address::comparison_odt, document.code), "ODT"));
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

Html versions_form(const Visit& visit, const std::vector<Version>& frozen, const Pair& pair) {
    const auto& words = visit.words;
    return html(R"(
<form class="filter" method="get" aria-label="{title}">
  {from}
  {to}
  <button class="btn" type="submit">{compare}</button>
</form>)",
        "title"_a = words("Choose versions"),
        "from"_a = choice(visit, "fran", words("From"), frozen, pair.from),
        "to"_a = choice(visit, "till", words("To"), frozen, pair.to), "compare"_a = words("Compare"));
}

/// What the marks in the text mean.
Html legend(const Words& words) {
    return html(R"(<p class="small"><ins>{added}</ins> {is_added} <del>{removed}</del> {is_removed}</p>)",
        "added"_a = words("Underlined"), "is_added"_a = words("is added,"),
        "removed"_a = words("struck through"), "is_removed"_a = words("is removed."));
}

Html comparison_view(
    const Visit& visit, const Document& document, const std::vector<Version>& frozen, const Pair& pair) {
    const auto& words = visit.words;
    const auto comparison =
        compared(store::lines_of(visit.db, pair.from.id), store::lines_of(visit.db, pair.to.id));
    const auto part = part_of(visit, document, pair, comparison);
    return html(R"(
{facts}
{form}
<p class="small">{files}</p>
{headings}
{legend}
<div class="changes"{lang}>{differences}</div>
{pages})",
        "facts"_a = comparison_facts(comparison, words), "form"_a = versions_form(visit, frozen, pair),
        "files"_a = files_view(visit, document, pair),
        "headings"_a = headings_view(visit, document, pair, comparison), "legend"_a = legend(words),
        "lang"_a = words.lang(document.language),
        "differences"_a = differences_view(visit, part.shown, changes_between(visit, pair, frozen)),
        "pages"_a = ui::pagination(part.pages, words));
}

}  // namespace

Response compare(const Visit& visit) {
    const auto document = store::document_named(visit.db, visit.process->id, visit.path.at("document"));
    if (!document) return problem(visit, Failure::Kind::not_found);
    const auto frozen = frozen_versions(visit, *document);
    const auto pair = pair_of(visit, frozen);
    if (!pair) return nothing_to_compare(visit, *document);

    const auto& words = visit.words;
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{versions}</p>{comparison}
{nav})",
        "title"_a = words("What has changed?"),
        "versions"_a = words.rich("{} compared with {}", version_view(pair->from, *document, visit),
            version_view(pair->to, *document, visit)),
        "comparison"_a = comparison_view(visit, *document, frozen, *pair),
        "nav"_a = process_nav(visit, ProcessStage::changed));
    auto content = process_page(visit, words("What has changed?"), body, "dokument");
    content.crumbs = crumbs_to(visit, *document);
    return page(content, visit);
}

}  // namespace medskapa::web::document
