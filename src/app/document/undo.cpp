#include "app/document/undo.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/document/draft_context.hpp"
#include "store/document/seen_versions.hpp"

#include <algorithm>
#include <vector>

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

/// The change with all that only makes sense together with it: what was joined, or split off.
std::vector<Change> whole(const Act& act, const Change& change) {
    const auto all = store::changes_to(act.db(), change.version);
    std::vector<Change> found{change};
    for (std::size_t known = 0; known < found.size(); ++known) {
        const auto at = found[known];
        for (const auto& one : all) {
            const bool belongs = one.other == at.node || (at.other && one.node == at.other);
            const auto is_same = [&](const Change& other) { return other.id == one.id; };
            if (belongs && std::none_of(found.begin(), found.end(), is_same)) found.push_back(one);
        }
    }
    return found;
}

}  // namespace

Result<Node> undo_change(Permitted<Action::edit_text> act, const Document& document, int change_number) {
    const auto context = draft_context_of(act, document);
    if (!context) return tl::unexpected{context.error()};
    const auto change = store::change_numbered(act.db(), act.process().id, change_number);
    if (!change || change->document != document.id || !context->known)
        return refuse(Failure::Kind::not_found);
    if (change->version != context->draft.id) return refuse(Failure::Kind::conflict);
    auto lines = context->lines(act);
    if (const auto place = place_of(lines, change->node))
        demand_seen(act, store::version_of(lines[*place]), {lines[*place].text});

    const auto changes = whole(act, *change);
    const auto known = store::lines_of(act.db(), context->known->id);
    for (const auto& one : changes) lines = as_known(known, std::move(lines), one);
    store::set_lines(tx(act), context->draft, lines);
    for (const auto& one : changes) {
        store::remove(tx(act), one.id);
        const auto node = store::find_node(act.db(), one.node)->node;
        const auto place = place_of(lines, node.id);
        record_text(act, node, place ? lines[*place].text : "", {});
    }
    return store::find_node(act.db(), change->node)->node;
}

}  // namespace medskapa::app
