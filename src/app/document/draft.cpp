#include "app/document/draft.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/document/draft_context.hpp"
#include "app/document/pictures.hpp"
#include "app/document/standing.hpp"
#include "base/text.hpp"
#include "domain/document/sections.hpp"
#include "domain/document/word_diff.hpp"
#include "domain/field.hpp"
#include "store/document/cause_store.hpp"
#include "store/document/seen_versions.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

tl::unexpected<Failure> not_found() {
    return refuse(Failure::Kind::not_found);
}

void demand_seen(const Act& act, const Line& line) {
    app::demand_seen(act, store::version_of(line), {line.text});
}

/// What becomes of the editor's words when somebody else has been there since.
Result<std::string> merged_words(
    const Act& act, const Line& now, const Edit& edit, const std::string& words) {
    if (now.revision == edit.seen) return words;
    // Of this paragraph alone, whatever revision the editor names.
    const auto seen = store::wordings_between(act.db(), now.node.id, edit.seen, edit.seen);
    const auto merge = merge_words(seen.empty() ? std::string{} : seen.front().text, words, now.text);
    if (merge.is_clean()) return merge.text;
    std::vector<Complaint> complaints;
    for (const auto& collision : merge.collisions)
        complaints.push_back({Field::text, N_("Your text says “{}” where somebody else has written “{}”"),
            {text::one_line(collision.mine), text::one_line(collision.theirs)}});
    return refuse(Failure::Kind::conflict, complaints);
}

/// Refuses to take out what somebody brought in and the editor has not said may go.
std::optional<Failure> unseen_loss(
    const Act& act, const Document& document, const Line& now, const Edit& edit, const std::string& words) {
    std::vector<Complaint> complaints;
    const auto since = edit.since ? edit.since : edit.seen;
    for (const auto& loss : taken_out(act.db(), document, now, words, since))
        if (std::find(edit.may_go.begin(), edit.may_go.end(), loss.revision) == edit.may_go.end())
            complaints.push_back(
                {Field::chosen, N_("The save takes out “{}”. Say that it may go, or put it back"),
                    {text::one_line(loss.words)}});
    if (complaints.empty()) return std::nullopt;
    return Failure{Failure::Kind::conflict, complaints};
}

/// Refuses a text that lacks words of what it is made of.
std::optional<Failure> lost(const std::string& before, const std::string& after, bool may_lose) {
    const auto words = may_lose ? std::string{} : words_lost(before, after);
    if (words.empty()) return std::nullopt;
    return Failure{Failure::Kind::conflict,
        {{Field::chosen, N_("These words would be lost: “{}”. Put them back, or say that they may go"),
            {words}}}};
}

Result<std::string> code_of_new(const Act& act, const DraftContext& context, const Lines& lines,
    std::size_t place, const Insertion& insertion) {
    const auto taken = store::codes_of(act.db(), context.document.id);
    if (insertion.code.empty())
        return insertion.kind == Node::Kind::paragraph
                   ? next_paragraph_code(lines, place, taken)
                   : next_heading_code(context.document.code, lines, taken);
    const bool is_ours = insertion.code.starts_with(context.document.code + '-');
    if (!is_ours || store::node_named(act.db(), act.process().id, insertion.code))
        return refuse(Failure::Kind::invalid,
            {{Field::code, N_("Write a code that begins with {}- and that nothing has had before"),
                {context.document.code}}});
    return insertion.code;
}

bool begins_section(const Line& line) {
    return line.node.kind == Node::Kind::section;
}

}  // namespace

Result<Line> edit_words(Permitted<Action::edit_text> act, const Document& document, const Edit& edit) {
    const auto context = draft_context_of(act, document);
    if (!context) return tl::unexpected{context.error()};
    const auto line = store::line_of(act.db(), context->draft.id, edit.node);
    if (!line) return not_found();
    const auto typed = checked_words_and_pictures(edit.text);
    if (!typed) return tl::unexpected{typed.error()};
    const auto words = merged_words(act, *line, edit, *typed);
    if (!words) return tl::unexpected{words.error()};
    if (*words == line->text) return *line;
    if (const auto loss = unseen_loss(act, document, *line, edit, *words)) return tl::unexpected{*loss};
    const auto grounds = grounds_of(act, *context, edit.grounds);
    if (!grounds) return tl::unexpected{grounds.error()};

    auto changed = with_words(act, *context, *line, *words);
    keep_edit(act, line->revision, changed.revision, *grounds);
    if (!forget_if_undone(act, *context, changed, *grounds))
        note_change(act, *context,
            {.kind = Change::Kind::changed, .node = edit.node, .after = changed.revision}, *grounds);
    record_text(act, changed.node, changed.text, *grounds);
    return changed;
}

Result<Line> add_line(
    Permitted<Action::edit_text> act, const Document& document, const Insertion& insertion) {
    const auto context = draft_context_of(act, document);
    if (!context) return tl::unexpected{context.error()};
    auto lines = context->lines(act);
    const auto place = place_of(lines, insertion.after);
    if (!place) return not_found();
    const auto words = checked_words_and_pictures(insertion.text);
    if (!words) return tl::unexpected{words.error()};
    const auto code = code_of_new(act, *context, lines, *place, insertion);
    if (!code) return tl::unexpected{code.error()};
    const auto grounds = grounds_of(act, *context, insertion.grounds);
    if (!grounds) return tl::unexpected{grounds.error()};

    const bool is_heading = insertion.kind == Node::Kind::section;
    const auto depth =
        is_heading ? std::clamp(insertion.depth, 1, 6) : lines[heading_over(lines, *place)].depth;
    const auto added =
        store::add(tx(act), document, {{{}, insertion.kind, Node::Type::text, *code}, depth, {}, *words});
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(*place) + 1, added);
    store::set_lines(tx(act), context->draft, lines);
    keep_edit(act, {}, added.revision, *grounds);
    note_change(act, *context, {.kind = Change::Kind::added, .node = added.node.id, .after = added.revision},
        *grounds);
    record_text(act, added.node, added.text, *grounds);
    return added;
}

Result<Line> remove_line(
    Permitted<Action::edit_text> act, const Document& document, Id<Node> node, const Grounds& given) {
    const auto context = draft_context_of(act, document);
    if (!context) return tl::unexpected{context.error()};
    auto lines = context->lines(act);
    const auto place = place_of(lines, node);
    if (!place || *place == 0) return not_found();
    const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(*place);
    const auto end = lines.begin() + static_cast<std::ptrdiff_t>(end_of_section(lines, *place));
    const Lines removed{begin, end};
    for (const auto& line : removed) demand_seen(act, line);
    const auto grounds = grounds_of(act, *context, given);
    if (!grounds) return tl::unexpected{grounds.error()};

    lines.erase(begin, end);
    store::set_lines(tx(act), context->draft, lines);
    for (const auto& line : removed) {
        note_change(act, *context, {.kind = Change::Kind::removed, .node = line.node.id}, *grounds);
        record_text(act, line.node, "", *grounds);
    }
    return removed.front();
}

Result<Line> move_line(Permitted<Action::edit_text> act, const Document& document, Id<Node> node,
    Id<Node> after, const Grounds& given) {
    const auto context = draft_context_of(act, document);
    if (!context) return tl::unexpected{context.error()};
    const auto before = context->lines(act);
    const auto from = place_of(before, node);
    if (from) demand_seen(act, before[*from]);
    const bool is_section = from && before[*from].node.kind == Node::Kind::section;
    const auto lines = is_section ? section_moved(before, node, after) : moved(before, node, after);
    if (!lines) return tl::unexpected{lines.error()};
    const auto grounds = grounds_of(act, *context, given);
    if (!grounds) return tl::unexpected{grounds.error()};

    const auto line = (*lines)[*place_of(*lines, node)];
    store::set_lines(tx(act), context->draft, *lines);
    note_change(act, *context, {.kind = Change::Kind::moved, .node = node, .after = line.revision}, *grounds);
    record_text(act, line.node, line.text, *grounds);
    return line;
}

Result<Line> split_line(Permitted<Action::edit_text> act, const Document& document, const Split& split) {
    const auto context = draft_context_of(act, document);
    if (!context) return tl::unexpected{context.error()};
    auto lines = context->lines(act);
    const auto place = place_of(lines, split.node);
    if (!place || lines[*place].node.kind == Node::Kind::section) return not_found();
    demand_seen(act, lines[*place]);
    const auto first = checked_words_and_pictures(split.first);
    const auto second = checked_words_and_pictures(split.second);
    if (!first || !second) return tl::unexpected{(first ? second : first).error()};
    if (const auto loss = lost(lines[*place].text, *first + ' ' + *second, split.may_lose))
        return tl::unexpected{*loss};
    const auto code = code_of_new(act, *context, lines, *place, {.code = split.code});
    if (!code) return tl::unexpected{code.error()};
    const auto grounds = grounds_of(act, *context, split.grounds);
    if (!grounds) return tl::unexpected{grounds.error()};

    auto& kept = lines[*place];
    kept.text = *first;
    kept.revision = store::add_revision(tx(act), document, kept.node.id, *first);
    const auto kept_revision = kept.revision;
    const auto part = store::add(
        tx(act), document, {{{}, Node::Kind::paragraph, kept.node.type, *code}, kept.depth, {}, *second});
    record_text(act, kept.node, kept.text, *grounds);
    record_text(act, part.node, part.text, *grounds);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(*place) + 1, part);
    store::set_lines(tx(act), context->draft, lines);
    note_change(
        act, *context, {.kind = Change::Kind::changed, .node = split.node, .after = kept_revision}, *grounds);
    note_change(act, *context,
        {.kind = Change::Kind::split, .node = part.node.id, .other = split.node, .after = part.revision},
        *grounds);
    return part;
}

Result<Line> join_lines(Permitted<Action::edit_text> act, const Document& document, const Joining& joining) {
    const auto context = draft_context_of(act, document);
    if (!context) return tl::unexpected{context.error()};
    auto lines = context->lines(act);
    const auto other = place_of(lines, joining.other);
    const auto own = place_of(lines, joining.node);
    if (!other || !own || joining.node == joining.other || begins_section(lines[*other]) ||
        begins_section(lines[*own]))
        return not_found();
    demand_seen(act, lines[*place_of(lines, joining.node)]);
    demand_seen(act, lines[*other]);
    const auto words = checked_words_and_pictures(joining.text);
    if (!words) return tl::unexpected{words.error()};
    const auto both = lines[*place_of(lines, joining.node)].text + ' ' + lines[*other].text;
    if (const auto loss = lost(both, *words, joining.may_lose)) return tl::unexpected{*loss};
    const auto grounds = grounds_of(act, *context, joining.grounds);
    if (!grounds) return tl::unexpected{grounds.error()};

    const auto taken_up = lines[*other];
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(*other));
    auto& kept = lines[*place_of(lines, joining.node)];
    kept.text = *words;
    kept.revision = store::add_revision(tx(act), document, kept.node.id, *words);
    const auto joined = kept;
    store::set_lines(tx(act), context->draft, lines);
    note_change(act, *context,
        {.kind = Change::Kind::changed, .node = joined.node.id, .after = joined.revision}, *grounds);
    note_change(act, *context,
        {.kind = Change::Kind::merged, .node = taken_up.node.id, .other = joined.node.id}, *grounds);
    record_text(act, joined.node, joined.text, *grounds);
    record_text(act, taken_up.node, "", *grounds);
    return joined;
}

Result<Node> set_node_type(Permitted<Action::edit_text> act, Id<Node> id, Node::Type type) {
    auto known = store::find_node(act.db(), id);
    if (!known || store::find_document(act.db(), known->document)->process != act.process().id)
        return not_found();
    const auto draft = store::draft_of(act.db(), known->document);
    if (const auto line = store::line_of(act.db(), draft.id, id)) demand_seen(act, *line);
    known->node.type = type;
    store::set_type(tx(act), id, type);
    record(act, EntryType::text_classified, object(known->node));
    return known->node;
}

}  // namespace medskapa::app
