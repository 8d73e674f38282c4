#include "app/document/document.hpp"
#include "store/document/document_store.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/import.hpp"
#include "web/document/desk/pages.hpp"
#include "web/document/left_out.hpp"
#include "web/document/views.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::document::desk {
namespace {

std::vector<ui::Choice> parent_choices(const std::vector<Document>& known, const Words& words) {
    std::vector<ui::Choice> choices{{"", words("None")}};
    for (const auto& document : known) choices.push_back({document.code, document.title});
    return choices;
}

/// What the text is called, and where it belongs.
Html name_fields(const Visit& visit, const std::vector<Document>& known, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto typed = [&](const char* name) { return std::string{visit.field(name)}; };
    auto fields = ui::text_field({.name = "titel", .label = words("Title"), .value = typed("titel")},
        ui::Input::text, complaints, words);
    fields += ui::text_field({.name = "kod",
                                 .label = words("Code of the text"),
                                 .value = typed("kod"),
                                 .hint = words("The beginning of every paragraph's address, for ever: RUS"),
                                 .is_short = true},
        ui::Input::text, complaints, words);
    fields += ui::select({.name = "under", .label = words("Belongs under"), .value = typed("under")},
        parent_choices(known, words), complaints, words);
    return fields;
}

/// What it says to begin with: a file, or what is typed.
Html content_fields(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto fields = ui::text_field(
        {.name = "fil",
            .label = words("File"),
            .hint = words("DOCX, ODT or Markdown. Or write the text below: headings begin with #."),
            .is_optional = true},
        ui::Input::file, complaints, words);
    fields += ui::text_area({.name = "text",
                                .label = words("Text"),
                                .value = std::string{visit.field("text")},
                                .is_optional = true},
        12, complaints, words);
    return fields;
}

Html text_item(const Visit& visit, const Document& document) {
    return html(R"(<li><a href="{}">{}</a> <span class="meta">{}</span></li>)",
        visit.href(address::draft_page, document.code), document.title, document.code);
}

Html begin_form(const Visit& visit, const std::vector<Document>& known, const ui::Complaints& complaints) {
    return post_form(visit,
        {.action = visit.href(address::drafts_page),
            .fields = html("{}{}", name_fields(visit, known, complaints), content_fields(visit, complaints)),
            .button = ui::submit(visit.words("Begin the text"), ui::Weight::filled),
            .is_narrow = true,
            .takes_files = true});
}

Response texts_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto known = store::documents_of(visit.db, visit.process->id);
    const auto body = html(R"(
{errors}
<h1>{title}</h1>
<ul class="plain news">{list}</ul>
<h2>{begin}</h2>
{form})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = words("Texts"),
        "list"_a = each(known, [&](const Document& document) { return text_item(visit, document); }),
        "begin"_a = words("Begin a text"), "form"_a = begin_form(visit, known, complaints));
    return page_with_form(desk_page(visit, words("Texts"), body, "texter"), visit, complaints, status);
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
    const auto begun = visit.write([&](auto& act) {
        return app::open_document(act, *sound, file->lines).and_then([&](const Document& opened) {
            return app::keep_pictures(act, opened, file->pictures).map([&](std::size_t) { return opened; });
        });
    });
    if (!begun) return texts_page(visit, begun.error().complaints, status_of(begun.error().kind));
    return see_other(document::with_left_out(file->left_out, visit.href(address::draft_page, begun->code)));
}

}  // namespace medskapa::web::document::desk
