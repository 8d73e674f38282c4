#include "app/document/addresses.hpp"
#include "store/correction/correction_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/correction/note.hpp"
#include "web/decision/note.hpp"
#include "web/document/addresses.hpp"
#include "web/document/contents.hpp"
#include "web/document/pages.hpp"
#include "web/document/pictures.hpp"
#include "web/document/views.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/referral/addresses.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::document {
namespace {

Html stones_icon() {
    return html(
        R"(<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M2 16c0-3 3-4 8-4s8 1 8 4-3 3-8 3-8 0-8-3zM5 8c0-2 2-3 5-3s6 1 6 3-3 3-6 3-5-1-5-3z"/></svg>)");
}

/// What people have said about the paragraphs of a document, kept and counted.
struct Margin {
    store::Tally inspel;
    std::map<Id<Node>, store::Shaping> shaping;
    const Version& version;
    std::map<std::string, std::string> right_words;  // of lines that were frozen with a printing error
};

/// How many issues shaped the words, or that they changed without any.
Html chip(const Visit& visit, const Node& node, std::int64_t causes) {
    const auto& words = visit.words;
    return html(R"(<a class="chip" href="{}"><span>{}<span class="vh"> {}</span></span></a>)",
        paragraph_href(visit, node),
        causes > 0 ? words.count("shaped by {} view", "shaped by {} views", causes) : words("changed"),
        words("about {}", node.code));
}

Html margin_view(const Visit& visit, const Line& line, const Margin& margin) {
    const auto& words = visit.words;
    const auto counted = margin.inspel.find(line.node.code);
    const auto inspel = counted == margin.inspel.end() ? 0 : counted->second;
    const auto shaping = margin.shaping.find(line.node.id);
    const auto href = paragraph_href(visit, line.node);
    Html parts;
    if (inspel > 0)
        parts += html(R"(<a class="stones" href="{href}">{icon}{count}<span class="vh"> {about}</span></a>)",
            "href"_a = href, "icon"_a = stones_icon(),
            "count"_a = words.count("{} inspel", "{} inspel", inspel),
            "about"_a = words("about {}", line.node.code));
    if (shaping != margin.shaping.end()) parts += chip(visit, line.node, shaping->second.causes);
    if (parts.empty()) parts = html(R"(<a class="pid" href="{}">{}</a>)", href, line.node.code);
    return html(R"(<div class="margin">{}</div>)", parts);
}

/// What the line was to say, where it was frozen with a printing error.
Html correction_of(const Visit& visit, const Line& line, const Margin& margin) {
    return margin.right_words.contains(line.node.code)
               ? correction::note_of_paragraph(visit, margin.version, line.node.code)
               : Html{};
}

Html heading_view(const Visit& visit, const Line& line, const Margin& margin) {
    const auto level = std::clamp(line.depth, 1, 5);
    if (level == 1) return {};
    return html(R"(
<h{level} id="{code}">{words}</h{level}>{correction})",
        "level"_a = level, "code"_a = line.node.code, "words"_a = line.text,
        "correction"_a = correction_of(visit, line, margin));
}

Html line_view(const Visit& visit, const Line& line, const Margin& margin) {
    if (line.node.kind == Node::Kind::section) return heading_view(visit, line, margin);
    return html(R"(
<div class="par" id="{code}"><div>{words}{correction}</div>{margin}</div>)",
        "code"_a = line.node.code, "words"_a = text_view(visit, line.text),
        "correction"_a = correction_of(visit, line, margin), "margin"_a = margin_view(visit, line, margin));
}

Html versions_list(const Visit& visit, const Document& document, const Version& shown_version) {
    return each(store::versions_of(visit.db, document.id), [&](const Version& one) {
        if (!one.frozen_at) return Html{};
        const auto name = version_view(one, document, visit);
        if (one.id == shown_version.id) return html("<li><strong>{}</strong></li>", name);
        return html(R"(<li><a href="{}">{}</a></li>)", version_href(visit, document, one), name);
    });
}

/// What was asked about this version, and what was decided on it.
Html standing_view(const Visit& visit, const Version& version) {
    const auto& words = visit.words;
    Html links;
    for (const auto& referral : store::referrals_of(visit.db, visit.process->id))
        if (referral.version == version.id)
            links += html(R"(<li><a href="{}">{}</a></li>)",
                visit.href(address::referral_page, referral.number), words("The letter and the answers"));
    if (const auto decision = store::decision_on(visit.db, version.id))
        links += decision::link_to(visit, *decision);
    return links.empty() ? links : html("<ul class=\"plain small\">{}</ul>", links);
}

Html files_view(const Visit& visit, const Document& document, const Version& version) {
    const auto file = [&](AddressBelow<2> address, const char* name) {
        return html(R"(<br><a href="{}">{}</a>)", visit.href(address, document.code, version.number),
            visit.words("Get it as {}", name));
    };
    const auto frozen =
        store::corrections_of(visit.db, Correction::Kind::version, version.id.value).empty()
            ? Html{}
            : html(" <span class=\"meta\">{}</span>", visit.words("as it was frozen, without corrections"));
    const auto pdf = html(R"(<br><a href="{}">{}</a>)",
        visit.href(address::version_file, document.code, version.number, "pdf"),
        visit.words("Get it as {}", "PDF"));
    return html("{pdf}{docx}{odt}{markdown}{frozen}", "pdf"_a = pdf,
        "docx"_a = file(address::version_docx, "DOCX"), "odt"_a = file(address::version_odt, "ODT"),
        "markdown"_a = file(address::version_markdown, "Markdown"), "frozen"_a = frozen);
}

Html link_to_comparison(const Visit& visit, const Document& document, const Version& version) {
    const auto before = version.number - 1;
    if (before < 1) return {};
    return html(R"(<a href="{}">{}</a><br>)",
        with_query(visit.href(address::comparison_page, document.code),
            {{"fran", std::to_string(before)}, {"till", std::to_string(version.number)}}),
        visit.words("Compare with version {}", before));
}

Html aside_view(const Visit& visit, const Document& document, const Version& version, const Lines& lines) {
    const auto& words = visit.words;
    return html(R"(
<aside class="toc aside">
  <nav aria-labelledby="inneh"><h2 id="inneh">{contents}</h2><ol class="plain"{lang}>{headings}</ol></nav>
  <p class="small">{compare}{files}</p>
  {standing}
  <h2 id="versioner">{versions_title}</h2>
  <ul class="plain">{versions}</ul>
  <p class="meta">{stones}</p>
  <p class="meta">SHA-256 <code>{digest}</code></p>
</aside>)",
        "contents"_a = words("Contents"), "lang"_a = words.lang(document.language),
        "headings"_a = contents(lines), "compare"_a = link_to_comparison(visit, document, version),
        "files"_a = files_view(visit, document, version), "standing"_a = standing_view(visit, version),
        "versions_title"_a = words("Versions"), "versions"_a = versions_list(visit, document, version),
        "stones"_a = words("The symbols in the margin show the number of inspel about the paragraph. Open "
                           "one to see which they are and what they led to."),
        "digest"_a = version.digest);
}

Html article_of(const Visit& visit, const Document& document, const Version& version, const Lines& lines) {
    const Margin margin{store::tally_of(visit.db, visit.process->id, store::Counter::concerns),
        store::shaping_of(visit.db, document.id), version, store::right_words_in(visit.db, version.id.value)};
    const auto lang = visit.words.lang(document.language);
    const auto to_versions =
        html("<li class=\"depth-2\"><a href=\"#versioner\">{}</a></li>", visit.words("Versions and files"));
    return html(R"(
  <article class="doc" aria-labelledby="rubrik">
    <p class="kicker">{kind} · {version}</p>
    <h1 id="rubrik"{lang}>{title}</h1>
    {contents}{corrections}
    <div{lang}>{text}</div>{to_contents}
  </article>)",
        "kind"_a = shown(version.kind, visit.words), "version"_a = version_view(version, document, visit),
        "lang"_a = lang, "title"_a = document.title,
        "contents"_a = contents_first(lines, to_versions, visit.words),
        "corrections"_a = correction::note_of_version(visit, version),
        "text"_a = each(lines, [&](const Line& line) { return line_view(visit, line, margin); }),
        "to_contents"_a = link_to_contents(visit.words));
}

Response version_page(const Visit& visit, const Document& document, const Version& version) {
    const auto lines = store::lines_of(visit.db, version.id);
    const auto body = html(R"(
<div class="sides">{article}
  {aside}
</div>
{log}
{nav})",
        "article"_a = article_of(visit, document, version, lines),
        "aside"_a = aside_view(visit, document, version, lines),
        "log"_a = log_link(
            visit, openlog::part_named(openlog::object_named(openlog::ObjectKind::document, document.code),
                       openlog::ObjectKind::version, version.number)),
        "nav"_a = process_nav(visit, ProcessStage::text));
    auto content = process_page(visit, document.title, body, "dokument");
    content.crumbs = {{visit.href(address::start_page), visit.words("Start")},
        {visit.href(address::documents_page), visit.words("The text")}};
    return page(content, visit);
}

std::optional<Document> asked_for(const Visit& visit) {
    return store::document_named(visit.db, visit.process->id, visit.path.at("document"));
}

std::optional<Version> version_asked_for(const Visit& visit, const Document& document) {
    const auto number = Visit::number(visit.path.at("number"));
    auto version = number ? store::version_numbered(visit.db, document.id, *number) : std::nullopt;
    if (version && !version->frozen_at) return std::nullopt;  // a draft is its writers' own
    return version;
}

}  // namespace

Response newest(const Visit& visit) {
    const auto document = asked_for(visit);
    if (!document) return problem(visit, Failure::Kind::not_found);
    const auto version = store::newest_frozen(visit.db, document->id);
    if (version) return version_page(visit, *document, *version);
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p>", document->title,
        visit.words("Is being written. Nothing to read yet."));
    return page(process_page(visit, document->title, body, "dokument"), visit);
}

Response version(const Visit& visit) {
    const auto document = asked_for(visit);
    const auto version = document ? version_asked_for(visit, *document) : std::nullopt;
    if (!version) return problem(visit, Failure::Kind::not_found);
    return version_page(visit, *document, *version);
}

Response as_markdown(const Visit& visit) {
    const auto document = asked_for(visit);
    const auto version = document ? version_asked_for(visit, *document) : std::nullopt;
    if (!version) return problem(visit, Failure::Kind::not_found);
    Response response;
    response.content_type = "text/markdown; charset=utf-8";
    response.body = manuscript(store::lines_of(visit.db, version->id));
    response.headers = {{"Content-Disposition", "attachment; filename=\"" + document->code + "-" +
                                                    std::to_string(version->number) + ".md\""},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    return response;
}

}  // namespace medskapa::web::document
