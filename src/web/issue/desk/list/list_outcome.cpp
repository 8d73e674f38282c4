#include "store/staff/desk_store.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/list/list_views.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

namespace medskapa::web::issue::desk {
namespace {

constexpr std::size_t most_said = 20;  // reasons in full

Html said(const Visit& visit, const std::vector<BulkItem>& left) {
    Html lines;
    for (std::size_t i = 0; i < left.size() && i < most_said; ++i)
        lines += html("<li>{}: {}</li>", left[i].label, visit.words(left[i].refusal.c_str()));
    const auto more = left.size() > most_said
                          ? html("<p>{}</p>", visit.words.count("And {} more.", "And {} more.",
                                                  static_cast<std::int64_t>(left.size() - most_said)))
                          : Html{};
    return html("<ul>{}</ul>{}", lines, more);
}

/// What was done, of how many.
std::string sum_of(const BulkAct& act, std::size_t done, const Words& words) {
    const auto count = static_cast<std::int64_t>(done);
    if (done == 0) return words("Nothing was done.");
    return act.kind == BulkKind::undo
               ? words.count("{} was given back as it was.", "{} were given back as they were.", count)
               : words.count("{} was done.", "{} were done.", count);
}

Html undo_view(const Visit& visit, const BulkAct& act, const std::vector<BulkItem>& items) {
    const bool has_undoable =
        std::any_of(items.begin(), items.end(), [](const BulkItem& item) { return item.refusal.empty(); });
    if (!act.can_be_undone() || !has_undoable) return {};
    // Answers that have been public for longer are corrected, and not taken back.
    const bool is_late = visit.now > act.made_at + std::chrono::hours{1};
    const bool is_of_answers = std::all_of(items.begin(), items.end(),
        [](const BulkItem& item) { return item.object == BulkItem::Object::answer; });
    if (is_late && is_of_answers && act.kind == BulkKind::publish) return {};
    return html(
        R"(<form method="post" action="{}">{}<button class="btn quiet small" data-key="z">{} <kbd data-keys hidden aria-hidden="true">Z</kbd></button></form>)",
        with_query(visit.href(address::undo_bulk, act.id.value), {{"fran", visit.request.query_text}}),
        form_guard(visit, ""), visit.words("Undo"));
}

}  // namespace

Html outcome_view(const Visit& visit) {
    const Id<BulkAct> id{Visit::number(visit.query("akt")).value_or(0)};
    if (!id) return {};
    const auto act = store::find_bulk_act(visit.db, visit.signed_in->user.id, visit.process->id, id);
    if (!act) return {};
    const auto& words = visit.words;
    const auto items = store::items_of(visit.db, id);
    auto left = items;
    std::erase_if(left, [](const BulkItem& item) { return item.refusal.empty(); });
    const auto rest = left.empty() ? Html{}
                                   : html("<p>{}</p>{}",
                                         words.count("{} was left alone:", "{} were left alone:",
                                             static_cast<std::int64_t>(left.size())),
                                         said(visit, left));
    const auto done = items.size() - left.size();
    const auto said_all = html(
        "<p><strong>{}</strong></p>{}{}", sum_of(*act, done, words), rest, undo_view(visit, *act, items));
    return done == 0 ? ui::notice(ui::Tone::warn, said_all) : ui::status(said_all);
}

}  // namespace medskapa::web::issue::desk
