#include "app/document/document.hpp"
#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "web/document/contents.hpp"
#include "web/document/desk/pages.hpp"
#include "web/document/desk/reading_in.hpp"
#include "web/document/views.hpp"
#include "web/markup/markdown.hpp"
#include "web/ui/form.hpp"

#include <algorithm>

namespace medskapa::web::document::desk {
namespace {

std::string href(const Visit& visit, const std::string& below = "") {
    return visit.process_href("/handlaggning/texter" + below);
}

std::optional<Document> asked_for(const Visit& visit) {
    return store::document_named(visit.db, visit.process->id, visit.path.at("document"));
}

Response texts_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto known = store::documents_of(visit.db, visit.process->id);
    std::vector<ui::Choice> parents{{"", words("None")}};
    for (const auto& document : known) parents.push_back({document.code, document.title});
    const auto typed = [&](const char* name) { return std::string{visit.field(name)}; };
    const auto list = each(known, [&](const Document& document) {
        return html(R"(<li><a href="{}">{}</a> <span class="meta">{}</span></li>)",
            href(visit, "/" + document.code), document.title, document.code);
    });
    const auto body = html(R"({}
<h1>{}</h1><ul class="plain news">{}</ul>
<h2>{}</h2><form method="post" action="{}" enctype="multipart/form-data" class="narrow" novalidate>{}{}{}{}{}{}<p>{}</p></form>)",
        ui::error_summary(complaints, words), words("Texts"), list, words("Begin a text"), href(visit),
        form_guard(visit, ""),
        ui::text_field({.name = "titel", .label = words("Title"), .value = typed("titel")}, ui::Input::text,
            complaints, words),
        ui::text_field({.name = "kod",
                           .label = words("Code"),
                           .value = typed("kod"),
                           .hint = words("The beginning of every paragraph's address, for ever: RUS"),
                           .is_short = true},
            ui::Input::text, complaints, words),
        ui::select({.name = "under", .label = words("Belongs under"), .value = typed("under")}, parents,
            complaints, words),
        ui::text_field(
            {.name = "fil",
                .label = words("File"),
                .hint = words("DOCX, ODT or Markdown. Or write the text below: headings begin with #."),
                .is_optional = true},
            ui::Input::file, complaints, words),
        ui::text_area({.name = "text", .label = words("Text"), .value = typed("text"), .is_optional = true},
            12, complaints, words),
        ui::submit(words("Begin the text"), ui::Weight::filled));
    auto content = desk_page(visit, words("Texts"), body, "texter");
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

Html line_row(const Visit& visit, const Document& document, const Line& line) {
    const auto way = href(visit, "/" + document.code + "/" + line.node.code);
    const auto change = html(R"(<a class="btn quiet small" href="{}">{}<span class="vh"> {}</span></a>)", way,
        visit.words("Change"), line.node.code);
    if (line.node.kind == Node::Kind::section)
        return html(R"(
<h{0} id="{1}">{2}</h{0}><p>{3}</p>)",
            std::clamp(line.depth + 1, 2, 6), line.node.code, line.text, change);
    return html(R"(
<div class="par" id="{}"><div>{}</div><div class="margin"><span class="pid">{}</span>{}</div></div>)",
        line.node.code, document_markdown(line.text), line.node.code, change);
}

Html changes_view(const Visit& visit, const Version& draft, const Lines& lines) {
    const auto changes = store::changes_to(visit.db, draft.id);
    if (changes.empty())
        return html("<p>{}</p>", visit.words("Nothing has been changed since the version that people know."));
    return html("<ul>{}</ul>", each(changes, [&](const Change& change) {
        const auto node = store::find_node(visit.db, change.node)->node;
        const auto place = place_of(lines, node.id);
        const auto name = place ? html("<a href=\"#{}\">{}</a>", node.code,
                                      document::name_of(whereabouts(lines, *place), visit.words))
                                : html("{}", node.code);
        return html(R"(<li>{}, {} <span class="meta">({})</span></li>)", name,
            shown(change.kind, visit.words),
            visit.words.count("{} cause", "{} causes",
                static_cast<std::int64_t>(store::causes_of(visit.db, change.id).size())));
    }));
}

std::vector<ui::Choice> frozen_kinds(const Words& words) {
    auto kinds = ui::choices_of<Version::Kind>(words);
    std::erase_if(kinds, [](const ui::Choice& kind) { return kind.value == name_of(Version::Kind::draft); });
    return kinds;
}

Html freeze_form(const Visit& visit, const Document& document, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    if (!authorize(visit.signed_in->actor, Action::freeze_text, visit.process->id)) return {};
    return html(R"(
<h2>{}</h2><p>{}</p><form method="post" action="{}" novalidate>{}{}{}<p class="row">{}</p></form>)",
        words("Freeze the draft"),
        words("It becomes a version that everybody can read, for ever and unchanged. You go on with the next "
              "draft."),
        href(visit, "/" + document.code + "/frysning"), form_guard(visit, ""),
        ui::select({.name = "slag", .label = words("As what?"), .value = std::string{visit.field("slag")}},
            frozen_kinds(words), complaints, words),
        ui::text_field({.name = "titel",
                           .label = words("What it is called"),
                           .value = std::string{visit.field("titel")},
                           .hint = words("For example: Referral version")},
            ui::Input::text, complaints, words),
        html("{}<a href=\"{}\" id=\"saknas\">{}</a>", ui::submit(words("Freeze it"), ui::Weight::quiet),
            visit.process_href("/handlaggning/saknas"), words("What is missing")));
}

Html aside_view(const Visit& visit, const Document& document, const Version& draft, const Lines& lines,
    const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(
<aside class="toc beside"><nav aria-labelledby="inneh"><h2 id="inneh">{}</h2><ol class="plain">{}</ol></nav>
<h2 id="andr">{}</h2>{}<p><a href="{}">{}</a></p>{}</aside>)",
        words("Contents"), document::contents(lines), words("Changed in the draft"),
        changes_view(visit, draft, lines), href(visit, "/" + document.code + "/inlasning"),
        words("Read in a new edition"), freeze_form(visit, document, complaints));
}

Response draft_page(
    const Visit& visit, const Document& document, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto version = store::draft_of(visit.db, document.id);
    const auto lines = store::lines_of(visit.db, version.id);
    const auto to_changes =
        html("<li class=\"depth-2\"><a href=\"#andr\">{}</a></li>", words("Changed in the draft"));
    const auto text =
        html("{}{}", each(lines, [&](const Line& line) { return line_row(visit, document, line); }),
            document::way_to_contents(words));
    const auto body = html(R"({}
<div class="sides"><article class="doc" aria-labelledby="rubrik"><p class="kicker">{}</p><h1 id="rubrik">{}</h1>{}{}</article>{}</div>)",
        ui::error_summary(complaints, words), words("The draft being written"), document.title,
        document::contents_first(lines, to_changes, words), text,
        aside_view(visit, document, version, lines, complaints));
    auto content = desk_page(visit, document.title, body, "texter");
    content.crumbs = {{href(visit), words("Texts")}};
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

}  // namespace

Response texts(const Visit& visit) {
    return texts_page(visit, {}, 200);
}

Response begin(const Visit& visit) {
    Document document;
    document.code = std::string{visit.field("kod")};
    document.title = std::string{visit.field("titel")};
    if (const auto parent =
            store::document_named(visit.db, visit.process->id, std::string{visit.field("under")}))
        document.parent = parent->id;
    const auto sound = checked(document);
    if (!sound) return texts_page(visit, sound.error().complaints, 422);
    const auto file = sent_text(visit, sound->code, sound->title);
    if (!file) return texts_page(visit, file.error().complaints, 422);
    const auto begun = visit.write([&](auto& act) { return app::open_document(act, *sound, file->lines); });
    if (!begun) return texts_page(visit, begun.error().complaints, status_of(begun.error().kind));
    return see_other(href(visit, "/" + begun->code));
}

Response draft(const Visit& visit) {
    const auto document = asked_for(visit);
    return document ? draft_page(visit, *document, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response freeze(const Visit& visit) {
    const auto document = asked_for(visit);
    if (!document) return problem(visit, Failure::Kind::not_found);
    auto kind = Version::Kind::draft;
    (void)find_name<Version::Kind>(visit.field("slag"), kind);
    const auto frozen = visit.write(
        [&](auto& act) { return app::freeze(act, *document, kind, std::string{visit.field("titel")}); });
    if (frozen) return see_other(document::version_href(visit, *document, *frozen));
    return draft_page(visit, *document, frozen.error().complaints, status_of(frozen.error().kind));
}

}  // namespace medskapa::web::document::desk
