#include "app/document/undo.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/document/draft_context.hpp"
#include "store/document/seen_versions.hpp"

namespace medskapa::app {
namespace {

/// Right after the nearest line before it in the known text that the draft still has.
std::size_t place_back(const Lines& known, const Lines& draft, Id<Node> node) {
    for (auto before = *place_of(known, node); before-- > 0;)
        if (const auto place = place_of(draft, known[before].node.id)) return *place + 1;
    return draft.size();
}

void take_away(Lines& lines, Id<Node> node) {
    std::erase_if(lines, [&](const Line& line) { return line.node.id == node; });
}

/// The draft's lines with this one as it is in the known text.
Lines as_known(const Lines& known, Lines draft, const Change& change) {
    const auto there = place_of(known, change.node);
    const auto here = place_of(draft, change.node);
    if (!there) {
        take_away(draft, change.node);
    } else if (here && change.kind != Change::Kind::moved) {
        draft[*here] = known[*there];
    } else {
        take_away(draft, change.node);
        const auto place = place_back(known, draft, change.node);
        draft.insert(draft.begin() + static_cast<std::ptrdiff_t>(place), known[*there]);
    }
    return draft;
}

}  // namespace

Result<Node> undo_change(Permitted<Action::edit_text> act, const Document& document, int change_number) {
    const auto context = draft_context_of(act, document);
    if (!context) return tl::unexpected{context.error()};
    const auto change = store::change_numbered(act.db(), act.process().id, change_number);
    if (!change || change->document != document.id || !context->known)
        return refuse(Failure::Kind::not_found);
    if (change->version != context->draft.id) return refuse(Failure::Kind::conflict);
    const auto draft = context->lines(act);
    if (const auto place = place_of(draft, change->node))
        demand_seen(act, store::version_of(draft[*place]), {draft[*place].text});

    const auto lines = as_known(store::lines_of(act.db(), context->known->id), draft, *change);
    store::set_lines(tx(act), context->draft, lines);
    store::remove(tx(act), change->id);
    const auto node = store::find_node(act.db(), change->node)->node;
    const auto place = place_of(lines, node.id);
    record_text(act, node, place ? lines[*place].text : "", {});
    return node;
}

}  // namespace medskapa::app
