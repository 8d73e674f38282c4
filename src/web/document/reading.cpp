#include "store/decision/decision_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/decision/note.hpp"
#include "web/document/contents.hpp"
#include "web/document/pages.hpp"
#include "web/document/views.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/process_nav.hpp"
#include "web/markup/markdown.hpp"
#include "web/ui/form.hpp"
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
};

Html margin_view(const Visit& visit, const Line& line, const Margin& margin) {
    const auto& words = visit.words;
    const auto counted = margin.inspel.find(line.node.code);
    const auto inspel = counted == margin.inspel.end() ? 0 : counted->second;
    const auto shaping = margin.shaping.find(line.node.id);
    const bool is_shaped = shaping != margin.shaping.end();
    const auto href = paragraph_href(visit, line.node);
    Html parts;
    if (inspel > 0)
        parts += html(R"(<a class="stones" href="{}">{}{}<span class="vh"> {}</span></a>)", href,
            stones_icon(), words.count("{} inspel", "{} inspel", inspel), words("about {}", line.node.code));
    if (is_shaped)
        parts += html(R"(<a class="chip" href="{}"><span>{}<span class="vh"> {}</span></span></a>)", href,
            shaping->second.causes > 0
                ? words.count("shaped by {} view", "shaped by {} views", shaping->second.causes)
                : words("changed"),
            words("about {}", line.node.code));
    if (parts.empty()) parts = html(R"(<a class="pid" href="{}">{}</a>)", href, line.node.code);
    return html(R"(<div class="margin">{}</div>)", parts);
}

Html heading_view(const Line& line) {
    const auto level = std::clamp(line.depth, 1, 5);
    if (level == 1) return {};
    return html(R"(
<h{0} id="{1}">{2}</h{0}>)",
        level, line.node.code, line.text);
}

Html line_view(const Visit& visit, const Line& line, const Margin& margin) {
    if (line.node.kind == Node::Kind::section) return heading_view(line);
    return html(R"(
<div class="par" id="{}"><div>{}</div>{}</div>)",
        line.node.code, document_markdown(line.text), margin_view(visit, line, margin));
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
            links += html("<li><a href=\"{}/{}\">{}</a></li>", visit.process_href("/remiss"), referral.number,
                words("The letter and the answers"));
    if (const auto decision = store::decision_on(visit.db, version.id))
        links += decision::link_to(visit, *decision);
    return links.empty() ? links : html("<ul class=\"plain small\">{}</ul>", links);
}

Html files_view(const Visit& visit, const std::string& href) {
    const auto file = [&](const char* extension, const char* name) {
        return html(R"(<br><a href="{}/text.{}">{}</a>)", href, extension, visit.words("Get it as {}", name));
    };
    return html("{}{}{}", file("docx", "DOCX"), file("odt", "ODT"), file("md", "Markdown"));
}

Html aside_view(const Visit& visit, const Document& document, const Version& version, const Lines& lines) {
    const auto& words = visit.words;
    const auto compare =
        version.number > 1
            ? html(R"(<a href="{}">{}</a><br>)",
                  document_href(visit, document,
                      fmt::format("/jamfor?fran={}&till={}", version.number - 1, version.number)),
                  words("Compare with version {}", version.number - 1))
            : Html{};
    return html(R"(
<aside class="toc beside"><nav aria-labelledby="inneh"><h2 id="inneh">{}</h2><ol class="plain"{}>{}</ol></nav>
<p class="small">{}{}</p>{}
<h2 id="versioner">{}</h2><ul class="plain">{}</ul>
<p class="meta">{}</p><p class="meta">SHA-256 <code>{}</code></p></aside>)",
        words("Contents"), words.lang(document.language), contents(lines), compare,
        files_view(visit, version_href(visit, document, version)), standing_view(visit, version),
        words("Versions"), versions_list(visit, document, version),
        words("The stones in the margin say how many inspel a paragraph has. Open them to see which, and "
              "what they "
              "led to."),
        version.digest);
}

Response version_page(const Visit& visit, const Document& document, const Version& version) {
    const auto lines = store::lines_of(visit.db, version.id);
    const Margin margin{
        store::tally_of(visit.db, visit.process->id, "concerns"), store::shaping_of(visit.db, document.id)};
    const auto lang = visit.words.lang(document.language);
    const auto to_versions =
        html("<li class=\"depth-2\"><a href=\"#versioner\">{}</a></li>", visit.words("Versions and files"));
    const auto text = html("<div{}>{}</div>{}", lang,
        each(lines, [&](const Line& line) { return line_view(visit, line, margin); }),
        link_to_contents(visit.words));
    const auto body = html(R"(
<div class="sides"><article class="doc" aria-labelledby="rubrik"><p class="kicker">{} · {}</p><h1 id="rubrik"{}>{}</h1>{}{}</article>{}</div>{})",
        shown(version.kind, visit.words), version_view(version, document, visit), lang, document.title,
        contents_first(lines, to_versions, visit.words), text, aside_view(visit, document, version, lines),
        html("{}{}", log_link(visit, fmt::format("text/{}/{}", document.code, version.number)),
            process_nav(visit, ProcessStage::text)));
    auto content = process_page(visit, document.title, body, "dokument");
    content.crumbs = {{visit.process_href(), visit.words("Start")},
        {visit.process_href("/dokument"), visit.words("The text")}};
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

Html document_card(const Visit& visit, const Document& document) {
    const auto newest_version = store::newest_frozen(visit.db, document.id);
    return ui::card({.href = document_href(visit, document),
        .title = document.title,
        .text = newest_version ? version_view(*newest_version, document, visit)
                               : html("{}", visit.words("Is being written. Nothing to read yet.")),
        .until = newest_version ? shown(newest_version->kind, visit.words) : std::string{}});
}

/// Each document with those below it.
Html tree(const Visit& visit, const std::vector<Document>& all, Id<Document> parent) {
    Html items;
    for (const auto& document : all)
        if (document.parent == parent)
            items += html("<li>{}{}</li>", document_card(visit, document), tree(visit, all, document.id));
    return items.empty() ? items : html("<ul class=\"plain tree\">{}</ul>", items);
}

}  // namespace

Response documents(const Visit& visit) {
    const auto& words = visit.words;
    const auto all = store::documents_of(visit.db, visit.process->id);
    const auto body = html("<h1>{}</h1><p class=\"lead\">{}</p><h2 class=\"vh\">{}</h2>{}{}",
        words("The text"), words("What is written, in all its versions, and what shaped each paragraph."),
        words("Documents"),
        all.empty() ? html("<p>{}</p>", words("Nothing is written yet. Your inspel can be the first words."))
                    : tree(visit, all, {}),
        process_nav(visit, ProcessStage::text));
    return page(process_page(visit, words("The text"), body, "dokument"), visit);
}

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
