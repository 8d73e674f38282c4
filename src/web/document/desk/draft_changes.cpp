#include "web/document/desk/draft_changes.hpp"

#include "app/document/standing.hpp"
#include "store/document/document_store.hpp"
#include "store/document/seen_versions.hpp"
#include "store/document/trace_store.hpp"
#include "web/document/addresses.hpp"
#include "web/document/views.hpp"
#include "web/ui/forms/form.hpp"

#include <algorithm>

namespace medskapa::web::document::desk {
namespace {

/// Takes the change back, and says whose words are then no longer adopted.
Html undo_form(const Visit& visit, const Document& document, const Change& change, const Lines& lines) {
    std::vector<sql::RowVersion> seen;
    if (const auto place = place_of(lines, change.node)) seen.push_back(store::version_of(lines[*place]));
    return html(R"(<form method="post" action="{action}">{guard}{number}{undo}</form>)",
        "action"_a = visit.href(address::undo_change, document.code), "guard"_a = form_guard(visit, seen),
        "number"_a = ui::hidden_field("andring", std::to_string(change.number)),
        "undo"_a = ui::submit(visit.words("Undo {}", document::reference(change)), ui::Weight::small));
}

/// Which of its causes have been taken out again, by the words of the draft.
std::int64_t gone_from(const std::vector<app::JudgedCause>& judged, const Change& change) {
    return std::count_if(judged.begin(), judged.end(), [&](const app::JudgedCause& one) {
        return one.caused.change.id == change.id && one.standing == Standing::gone;
    });
}

Html change_row(const Visit& visit, const Document& document, const Change& change, const Lines& lines,
    std::int64_t gone) {
    const auto node = store::find_node(visit.db, change.node)->node;
    const auto place = place_of(lines, node.id);
    const auto name = place ? html("<a href=\"#{}\">{}</a>", node.code,
                                  document::name_of(whereabouts(lines, *place), visit.words))
                            : html("{}", node.code);
    const auto causes = static_cast<std::int64_t>(store::causes_of(visit.db, change.id).size());
    const auto lost = gone == 0 ? Html{}
                                : html("<br><strong>{}</strong>",
                                      visit.words.count("The words of {} of them are taken out again",
                                          "The words of {} of them are taken out again", gone));
    return html(R"(<li>{name}, {kind} <span class="meta">({causes})</span>{lost}{undo}</li>)",
        "name"_a = name, "kind"_a = shown(change.kind, visit.words),
        "causes"_a = visit.words.count("{} issue behind it", "{} issues behind it", causes), "lost"_a = lost,
        "undo"_a = undo_form(visit, document, change, lines));
}

}  // namespace

Html changes_view(const Visit& visit, const Document& document, const Version& draft, const Lines& lines) {
    const auto changes = store::changes_to(visit.db, draft.id);
    if (changes.empty())
        return html("<p>{}</p>", visit.words("Nothing has been changed since the published version."));
    const auto judged = app::judged_by(visit.db, document, lines);
    return html("<p class=\"meta\">{}</p><ul>{}</ul>",
        visit.words("Each can be undone until the version is frozen."),
        each(changes, [&](const Change& change) {
            return change_row(visit, document, change, lines, gone_from(judged, change));
        }));
}

}  // namespace medskapa::web::document::desk
