#include "store/decision/decision_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/document/contents.hpp"
#include "web/document/pages.hpp"
#include "web/document/views.hpp"
#include "web/frame/log_link.hpp"
#include "web/frame/menus/process_nav.hpp"
#include "web/markup/markdown.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::document {
namespace {

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
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<h2 class="vh">{documents}</h2>
{list}
{nav})",
        "title"_a = words("The text"),
        "lead"_a = words("What is written, in all its versions, and what shaped each paragraph."),
        "documents"_a = words("Documents"),
        "list"_a = all.empty() ? html("<p>{}</p>",
                                     words("Nothing is written yet. Your inspel can be the first words."))
                               : tree(visit, all, {}),
        "nav"_a = process_nav(visit, ProcessStage::text));
    return page(process_page(visit, words("The text"), body, "dokument"), visit);
}

}  // namespace medskapa::web::document
