#include "web/document/desk/alternatives.hpp"

#include "app/document/draft.hpp"
#include "domain/document/picture.hpp"
#include "store/document/document_store.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/draft_page.hpp"
#include "web/document/desk/line_page.hpp"
#include "web/document/desk/pages.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::document::desk {

Html alternative_forms(
    const Visit& visit, const Document& document, const Line& line, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return each(without_alternative({line}), [&](const LackingPicture& lacking) {
        const auto field = alternative_field(line.node, lacking.number);
        auto fields = ui::hidden_field("sett", std::to_string(line.revision.value));
        fields += ui::hidden_field("nummer", std::to_string(lacking.number));
        fields +=
            ui::text_field({.name = field,
                               .label = words("What does the picture show?"),
                               .value = std::string{visit.field(field)},
                               .hint = words("The alternative text, for who cannot see it. What the picture "
                                             "says, in a sentence or two.")},
                ui::Input::text, complaints, words);
        return post_form(
            visit, {.action = visit.href(address::describe_picture, document.code, line.node.code),
                       .fields = fields,
                       .button = ui::submit(words("Save the alternative text"), ui::Weight::quiet)});
    });
}

Html lacking_view(const Visit& visit, const Lines& lines) {
    const auto lacking = without_alternative(lines);
    if (lacking.empty()) return {};
    return ui::notice(ui::Tone::warn,
        html(R"(<p>{} <a href="#{}">{}</a></p>)",
            visit.words.count("{} picture has no alternative text. It is needed before the text is frozen.",
                "{} pictures have no alternative text. It is needed before the text is frozen.",
                static_cast<std::int64_t>(lacking.size())),
            lacking.front().line.node.code, visit.words("Go to the first")));
}

Response describe(const Visit& visit) {
    const auto document = store::document_named(visit.db, visit.process->id, visit.path.at("document"));
    const auto known = store::node_named(visit.db, visit.process->id, visit.path.at("node"));
    if (!document || !known || known->document != document->id)
        return problem(visit, Failure::Kind::not_found);
    const auto line = store::line_of(visit.db, store::draft_of(visit.db, document->id).id, known->node.id);
    const auto number = static_cast<std::size_t>(Visit::number(visit.field("nummer")).value_or(0));
    const auto field = alternative_field(known->node, number);
    if (!line) return problem(visit, Failure::Kind::not_found);
    // Another picture may stand there now.
    if (visit.field("sett") != std::to_string(line->revision.value))
        return draft_page(
            visit, *document, {{field, N_("The paragraph has been changed since you read it")}}, 409);
    const auto text = with_alternative(line->text, number, visit.field(field));
    const auto saved = text.and_then([&](const std::string& words) {
        return visit.write([&](auto& act) {
            return app::edit_words(act, *document,
                {line->node.id, line->revision, words,
                    {{}, visit.words("The picture got an alternative text")}});
        });
    });
    if (saved) return see_other(draft_href(visit, *document, known->node.code));
    auto complaints = saved.error().complaints;
    if (complaints.empty()) return problem(visit, saved.error().kind);
    for (auto& complaint : complaints) complaint.place = field;
    return draft_page(visit, *document, complaints, status_of(saved.error().kind));
}

}  // namespace medskapa::web::document::desk
