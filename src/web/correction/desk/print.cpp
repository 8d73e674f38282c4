#include "app/correction/correction.hpp"
#include "base/text.hpp"
#include "domain/document/picture.hpp"
#include "domain/document/table_words.hpp"
#include "store/correction/correction_store.hpp"
#include "store/document/document_store.hpp"
#include "web/correction/addresses.hpp"
#include "web/correction/desk/correction_form.hpp"
#include "web/correction/desk/pages.hpp"
#include "web/document/addresses.hpp"
#include "web/frame/flash.hpp"

namespace medskapa::web::correction::desk {
namespace {

using Aspect = Correction::Aspect;

constexpr std::size_t letters_in_list = 80;

struct Printed {
    Document document;
    Version version;
};

std::optional<Printed> printed_in(const Visit& visit, sql::Connection& db) {
    const auto document = store::document_named(db, visit.process->id, visit.path.at("document"));
    const auto number = Visit::number(visit.path.at("number"));
    const auto version =
        document && number ? store::version_numbered(db, document->id, *number) : std::nullopt;
    if (!version || !version->frozen_at) return std::nullopt;
    return Printed{*document, *version};
}

std::string version_href(const Visit& visit, const Printed& printed) {
    return visit.href(address::version_page, printed.document.code, printed.version.number);
}

std::optional<Correctable> paragraph_in(const Visit& visit, sql::Connection& db) {
    const auto printed = printed_in(visit, db);
    const auto& code = visit.path.at("node");
    if (!printed) return std::nullopt;
    const auto right = store::right_words_in(db, printed->version.id.value);
    for (const auto& line : store::lines_of(db, printed->version.id)) {
        if (line.node.code != code) continue;
        const auto known = right.find(code);
        return Correctable{
            visit.words("Correct a printing error in {}, version {}", code, printed->version.number),
            {{Aspect::words, known == right.end() ? line.text : known->second, code}},
            {version_href(visit, *printed) + "#" + code,
                visit.words("{}, version {}", code, printed->version.number)},
            false};
    }
    return std::nullopt;
}

/// What became of it in the draft, said on the page that comes next.
Notice notice_of(app::InDraft in_draft) {
    switch (in_draft) {
        case app::InDraft::corrected: return Notice::print_corrected;
        case app::InDraft::by_hand: return Notice::print_by_hand;
        case app::InDraft::was_right:
        case app::InDraft::not_there: break;
    }
    return Notice::print_not_in_draft;
}

}  // namespace

Response paragraphs(const Visit& visit) {
    const auto printed = printed_in(visit, visit.db);
    if (!printed) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const auto title = words("Which paragraph of version {} has a printing error?", printed->version.number);
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<ul class="plain news">{items}</ul>)",
        "title"_a = title,
        "lead"_a =
            words("The words of a frozen version never change. The correction stands next to them, and the "
                  "draft of the next version gets the right words."),
        "items"_a = each(store::lines_of(visit.db, printed->version.id), [&](const Line& line) {
            return html(R"(<li><a href="{}">{}</a> <span class="meta">{}</span></li>)",
                visit.href(
                    address::correct_print, printed->document.code, printed->version.number, line.node.code),
                line.node.code,
                text::excerpt(
                    text::one_line(words_of_tables(words_of_pictures(line.text))), letters_in_list));
        }));
    auto content = desk_page(visit, title, body, "texter");
    content.crumbs = {{visit.href(address::drafts_page), words("Texts")},
        {visit.href(address::draft_page, printed->document.code), printed->document.title}};
    return page(content, visit);
}

Response paragraph(const Visit& visit) {
    return form_page(visit, paragraph_in(visit, visit.db));
}

Response correct_paragraph(const Visit& visit) {
    const auto printed = printed_in(visit, visit.db);
    if (!printed) return problem(visit, Failure::Kind::not_found);
    const auto& code = visit.path.at("node");
    std::optional<app::InDraft> in_draft;
    auto shown = corrected_or_again(
        visit, [&](sql::Connection& db) { return paragraph_in(visit, db); },
        [&](auto& act, const Correcting& typed) {
            return app::correct_print(act, printed->version.id, code, typed)
                .map([&](const app::CorrectedPrint& corrected) {
                    in_draft = corrected.in_draft;
                    return corrected.correction;
                });
        });
    if (shown.status != 303 || !in_draft) return shown;
    return see_other(
        with_notice(notice_of(*in_draft), visit.href(address::draft_page, printed->document.code)) + "#" +
        code);
}

}  // namespace medskapa::web::correction::desk
