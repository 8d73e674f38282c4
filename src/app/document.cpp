#include "app/document.hpp"

#include "app/log.hpp"
#include "app/log_documents.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/decision.hpp"
#include "store/completeness_store.hpp"
#include "store/document_store.hpp"
#include "store/inspel_store.hpp"
#include "store/issue_store.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace medskapa::app {
namespace {

tl::unexpected<Failure> not_yours() {
    return refuse(Failure::Kind::not_allowed);
}

tl::unexpected<Failure> not_found() {
    return refuse(Failure::Kind::not_found);
}

std::string object(const Node& node) {
    return "text/" + node.code;
}

/// The draft that is being written, and the version that readers know.
struct Desk {
    const Process& process;
    const Document& document;
    Version draft;
    std::optional<Version> known;

    Lines lines(sql::Transaction& tx) const { return store::lines_of(tx.db(), draft.id); }
    bool needs_grounds() const { return known.has_value(); }
};

Result<Desk> desk_of(
    sql::Transaction& tx, const Permit& permit, const Process& process, const Document& document) {
    if (!allows(permit, Action::edit_text, process) || document.process != process.id) return not_yours();
    return Desk{
        process, document, store::draft_of(tx.db(), document.id), store::newest_frozen(tx.db(), document.id)};
}

/// The public name of what a change goes back to; nothing when it is not of this process.
std::optional<std::string> name_of_cause(sql::Connection& db, Id<Process> process, const Cause& cause) {
    if (cause.kind == Cause::Kind::inspel) {
        const auto inspel = store::find_inspel(db, {cause.id});
        if (!inspel || inspel->process != process) return std::nullopt;
        return "inspel/" + inspel->public_id;
    }
    if (cause.kind == Cause::Kind::issue) {
        const auto issue = store::find_issue(db, process, {cause.id});
        if (!issue) return std::nullopt;
        return fmt::format("inspel/{}/{}", store::find_inspel(db, issue->inspel)->public_id, issue->position);
    }
    return fmt::format("{}/{}", name_of(cause.kind), cause.id);
}

Result<Grounds> grounds_of(sql::Transaction& tx, const Desk& desk, const Grounds& given) {
    if (!desk.needs_grounds()) return given;
    const auto grounds = checked(given);
    if (!grounds) return grounds;
    for (const auto& cause : grounds->causes)
        if (!name_of_cause(tx.db(), desk.process.id, cause))
            return refuse(
                Failure::Kind::invalid, {{"synpunkter", N_("One of the issues is not of this process")}});
    return grounds;
}

std::string with_reason(const std::string& known, const std::string& more) {
    if (more.empty() || known.find(more) != std::string::npos) return known;
    return known.empty() ? more : known + ' ' + more;
}

/// The places in the log of the inspel and issues that the grounds name: "12,31".
std::string cited(sql::Transaction& tx, const Desk& desk, const Grounds& grounds) {
    std::set<std::int64_t> places;
    for (const auto& cause : grounds.causes)
        if (cause.kind == Cause::Kind::inspel || cause.kind == Cause::Kind::issue)
            if (const auto place =
                    store::first_about(tx.db(), *name_of_cause(tx.db(), desk.process.id, cause)))
                places.insert(*place);
    return fmt::format("{}", fmt::join(places, ","));
}

std::string digest_of(const std::string& text) {
    return base64(as_text(sha256(text)));
}

/// What an editor writes as a reason may name somebody, so the log commits to it and says only that it is
/// there.
void record_text(sql::Transaction& tx, const Desk& desk, const Node& node, const std::string& text,
    const Grounds& grounds) {
    const auto cites = cited(tx, desk, grounds);
    record(tx, desk.process,
        {"text.version", object(node), {{"reason", grounds.reason}},
            {{"sha256", digest_of(text)},
                cites.empty() ? openlog::Field{"reason", "editorial"} : openlog::Field{"cites", cites}}});
}

void keep_causes(sql::Transaction& tx, const Desk& desk, const Change& change, const Grounds& grounds) {
    for (const auto& cause : grounds.causes) {
        store::add_cause(tx, change, cause);
        record(tx, desk.process, "link",
            fmt::format("change/{}/{}", change.number, *name_of_cause(tx.db(), desk.process.id, cause)));
    }
}

Id<Revision> known_revision(sql::Transaction& tx, const Desk& desk, Id<Node> node) {
    const auto line = store::line_of(tx.db(), desk.known->id, node);
    return line ? line->revision : Id<Revision>{};
}

/// What the change as a whole is, when this is done after what was done before.
Change::Kind taken_together(Change::Kind known, Change::Kind next) {
    using Kind = Change::Kind;
    if (next == Kind::removed || next == Kind::merged) return next;
    const bool is_new = known == Kind::added || known == Kind::split;
    if (is_new) return known;
    return next == Kind::moved ? Kind::moved : known == Kind::moved ? Kind::moved : Kind::changed;
}

/// Writes down, or adds to, the change of this paragraph since the version that readers know.
void note_change(sql::Transaction& tx, const Desk& desk, Change what, const Grounds& grounds) {
    if (!desk.known) return;
    if (auto known = store::change_of(tx.db(), desk.draft.id, what.node)) {
        known->kind = taken_together(known->kind, what.kind);
        if (what.other) known->other = what.other;
        known->after = what.after;
        known->reason = with_reason(known->reason, grounds.reason);
        known->made_at = tx.now();
        store::change(tx, *known);
        return keep_causes(tx, desk, *known, grounds);
    }
    what.process = desk.process.id;
    what.document = desk.document.id;
    what.version = desk.draft.id;
    what.number = store::next_change_number(tx.db(), desk.process.id);
    what.before = known_revision(tx, desk, what.node);
    what.reason = grounds.reason;
    what.made_at = tx.now();
    what.id = store::add(tx, what);
    keep_causes(tx, desk, what, grounds);
}

/// Words that were changed back, and that nobody outside asked for, are no change.
bool forget_if_undone(sql::Transaction& tx, const Desk& desk, const Line& line, const Grounds& grounds) {
    if (!desk.known) return true;
    const auto change = store::change_of(tx.db(), desk.draft.id, line.node.id);
    if (!change || change->kind != Change::Kind::changed || !grounds.causes.empty()) return false;
    if (store::words_of(tx.db(), change->before) != line.text) return false;
    if (!store::causes_of(tx.db(), change->id).empty()) return false;
    store::remove(tx, change->id);
    return true;
}

/// What becomes of the editor's words when somebody else has been there since.
Result<std::string> merged_words(
    sql::Transaction& tx, const Line& now, const Edit& edit, const std::string& words) {
    if (now.revision == edit.seen) return words;
    const auto merge = merge_words(store::words_of(tx.db(), edit.seen), words, now.text);
    if (merge.is_clean()) return merge.text;
    std::vector<Complaint> complaints;
    for (const auto& collision : merge.collisions)
        complaints.push_back({"text", N_("You wrote “{}”, and somebody else “{}”"),
            {text::one_line(collision.mine), text::one_line(collision.theirs)}});
    return refuse(Failure::Kind::conflict, complaints);
}

Line with_words(sql::Transaction& tx, const Desk& desk, Line line, const std::string& words) {
    line.text = words;
    line.revision = store::add_revision(tx, desk.document, line.node.id, words);
    store::set_revision(tx, desk.draft, line.node.id, line.revision);
    return line;
}

Result<std::string> code_of_new(sql::Transaction& tx, const Desk& desk, const Lines& lines, std::size_t place,
    const Insertion& insertion) {
    const auto taken = store::codes_of(tx.db(), desk.document.id);
    if (insertion.code.empty() && insertion.kind == Node::Kind::paragraph)
        return next_paragraph_code(lines, place, taken);
    const bool is_ours = insertion.code.starts_with(desk.document.code + '-');
    if (!is_ours || store::node_named(tx.db(), desk.process.id, insertion.code))
        return refuse(Failure::Kind::invalid,
            {{"kod", N_("Write a code that begins with {}- and that nothing has had before"),
                {desk.document.code}}});
    return insertion.code;
}

}  // namespace

Result<Document> open_document(
    sql::Transaction& tx, const Permit& permit, const Process& process, Document draft, const Lines& lines) {
    if (!allows(permit, Action::edit_text, process)) return not_yours();
    draft.process = process.id;
    auto document = checked(std::move(draft));
    if (!document) return document;
    if (store::document_named(tx.db(), process.id, document->code))
        return refuse(
            Failure::Kind::invalid, {{"kod", N_("Another document has this code. Choose another")}});
    for (const auto& line : lines)
        if (store::node_named(tx.db(), process.id, line.node.code))
            return refuse(Failure::Kind::invalid,
                {{"fil", N_("The code {} is another document's already"), {line.node.code}}});

    document->id = store::add(tx, *document);
    Version version;
    version.process = process.id;
    version.document = document->id;
    version.id = store::add(tx, version);
    Lines kept;
    for (const auto& line : lines) kept.push_back(store::add(tx, *document, line));
    store::set_lines(tx, version, kept);
    record(tx, process,
        {"text.version", "text/" + document->code, {}, {{"sha256", digest_of(manuscript(kept))}}});
    return document;
}

Result<Line> edit_words(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Document& document, const Edit& edit) {
    const auto desk = desk_of(tx, permit, process, document);
    if (!desk) return tl::unexpected{desk.error()};
    const auto line = store::line_of(tx.db(), desk->draft.id, edit.node);
    if (!line) return not_found();
    const auto typed = checked_words(edit.text);
    if (!typed) return tl::unexpected{typed.error()};
    const auto words = merged_words(tx, *line, edit, *typed);
    if (!words) return tl::unexpected{words.error()};
    if (*words == line->text) return *line;
    const auto grounds = grounds_of(tx, *desk, edit.grounds);
    if (!grounds) return tl::unexpected{grounds.error()};

    auto changed = with_words(tx, *desk, *line, *words);
    if (!forget_if_undone(tx, *desk, changed, *grounds))
        note_change(tx, *desk, {.kind = Change::Kind::changed, .node = edit.node, .after = changed.revision},
            *grounds);
    record_text(tx, *desk, changed.node, changed.text, *grounds);
    return changed;
}

Result<Line> add_line(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Document& document, const Insertion& insertion) {
    const auto desk = desk_of(tx, permit, process, document);
    if (!desk) return tl::unexpected{desk.error()};
    auto lines = desk->lines(tx);
    const auto place = place_of(lines, insertion.after);
    if (!place) return not_found();
    const auto words = checked_words(insertion.text);
    if (!words) return tl::unexpected{words.error()};
    const auto code = code_of_new(tx, *desk, lines, *place, insertion);
    if (!code) return tl::unexpected{code.error()};
    const auto grounds = grounds_of(tx, *desk, insertion.grounds);
    if (!grounds) return tl::unexpected{grounds.error()};

    const bool is_heading = insertion.kind == Node::Kind::section;
    const auto depth =
        is_heading ? std::clamp(insertion.depth, 1, 6) : lines[heading_over(lines, *place)].depth;
    const auto added =
        store::add(tx, document, {{{}, insertion.kind, Node::Type::text, *code}, depth, {}, *words});
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(*place) + 1, added);
    store::set_lines(tx, desk->draft, lines);
    note_change(
        tx, *desk, {.kind = Change::Kind::added, .node = added.node.id, .after = added.revision}, *grounds);
    record_text(tx, *desk, added.node, added.text, *grounds);
    return added;
}

Result<Line> remove_line(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Document& document, Id<Node> node, const Grounds& given) {
    const auto desk = desk_of(tx, permit, process, document);
    if (!desk) return tl::unexpected{desk.error()};
    auto lines = desk->lines(tx);
    const auto place = place_of(lines, node);
    if (!place || *place == 0) return not_found();
    const auto grounds = grounds_of(tx, *desk, given);
    if (!grounds) return tl::unexpected{grounds.error()};

    const auto removed = lines[*place];
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(*place));
    store::set_lines(tx, desk->draft, lines);
    note_change(tx, *desk, {.kind = Change::Kind::removed, .node = node}, *grounds);
    record_text(tx, *desk, removed.node, "", *grounds);
    return removed;
}

Result<Line> move_line(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Document& document, Id<Node> node, Id<Node> after, const Grounds& given) {
    const auto desk = desk_of(tx, permit, process, document);
    if (!desk) return tl::unexpected{desk.error()};
    const auto lines = moved(desk->lines(tx), node, after);
    if (!lines) return tl::unexpected{lines.error()};
    const auto grounds = grounds_of(tx, *desk, given);
    if (!grounds) return tl::unexpected{grounds.error()};

    const auto line = (*lines)[*place_of(*lines, node)];
    store::set_lines(tx, desk->draft, *lines);
    note_change(tx, *desk, {.kind = Change::Kind::moved, .node = node, .after = line.revision}, *grounds);
    record_text(tx, *desk, line.node, line.text, *grounds);
    return line;
}

Result<Line> split_line(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Document& document, const Split& split) {
    const auto desk = desk_of(tx, permit, process, document);
    if (!desk) return tl::unexpected{desk.error()};
    auto lines = desk->lines(tx);
    const auto place = place_of(lines, split.node);
    if (!place || lines[*place].node.kind == Node::Kind::section) return not_found();
    const auto first = checked_words(split.first);
    const auto second = checked_words(split.second);
    if (!first || !second) return tl::unexpected{(first ? second : first).error()};
    const auto code = code_of_new(tx, *desk, lines, *place, {.code = split.code});
    if (!code) return tl::unexpected{code.error()};
    const auto grounds = grounds_of(tx, *desk, split.grounds);
    if (!grounds) return tl::unexpected{grounds.error()};

    auto& kept = lines[*place];
    kept.text = *first;
    kept.revision = store::add_revision(tx, document, kept.node.id, *first);
    const auto kept_revision = kept.revision;
    const auto part = store::add(
        tx, document, {{{}, Node::Kind::paragraph, kept.node.type, *code}, kept.depth, {}, *second});
    record_text(tx, *desk, kept.node, kept.text, *grounds);
    record_text(tx, *desk, part.node, part.text, *grounds);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(*place) + 1, part);
    store::set_lines(tx, desk->draft, lines);
    note_change(
        tx, *desk, {.kind = Change::Kind::changed, .node = split.node, .after = kept_revision}, *grounds);
    note_change(tx, *desk,
        {.kind = Change::Kind::split, .node = part.node.id, .other = split.node, .after = part.revision},
        *grounds);
    return part;
}

Result<Line> join_lines(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Document& document, const Joining& joining) {
    const auto desk = desk_of(tx, permit, process, document);
    if (!desk) return tl::unexpected{desk.error()};
    auto lines = desk->lines(tx);
    const auto other = place_of(lines, joining.other);
    if (!other || !place_of(lines, joining.node) || joining.node == joining.other) return not_found();
    const auto words = checked_words(joining.text);
    if (!words) return tl::unexpected{words.error()};
    const auto grounds = grounds_of(tx, *desk, joining.grounds);
    if (!grounds) return tl::unexpected{grounds.error()};

    const auto taken_up = lines[*other];
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(*other));
    auto& kept = lines[*place_of(lines, joining.node)];
    kept.text = *words;
    kept.revision = store::add_revision(tx, document, kept.node.id, *words);
    const auto joined = kept;
    store::set_lines(tx, desk->draft, lines);
    note_change(tx, *desk, {.kind = Change::Kind::changed, .node = joined.node.id, .after = joined.revision},
        *grounds);
    note_change(tx, *desk, {.kind = Change::Kind::merged, .node = taken_up.node.id, .other = joined.node.id},
        *grounds);
    record_text(tx, *desk, joined.node, joined.text, *grounds);
    record_text(tx, *desk, taken_up.node, "", *grounds);
    return joined;
}

Result<Node> set_node_type(
    sql::Transaction& tx, const Permit& permit, const Process& process, Id<Node> id, Node::Type type) {
    if (!allows(permit, Action::edit_text, process)) return not_yours();
    auto known = store::find_node(tx.db(), id);
    if (!known || store::find_document(tx.db(), known->document)->process != process.id) return not_found();
    known->node.type = type;
    store::set_type(tx, id, type);
    record(tx, process, "config", object(known->node));
    return known->node;
}

Result<Version> freeze(sql::Transaction& tx, const Permit& permit, const Process& process,
    const Document& document, Version::Kind kind, const std::string& title) {
    if (!allows(permit, Action::freeze_text, process) || document.process != process.id) return not_yours();
    if (const auto may = may_freeze_as(kind, store::newest_frozen(tx.db(), document.id)); !may)
        return tl::unexpected{may.error()};
    if (const auto gate = store::gate_of(tx.db(), process.id);
        kind == Version::Kind::proposal && !gate.is_open())
        return tl::unexpected{pass(gate).error()};
    auto version = store::draft_of(tx.db(), document.id);
    const auto lines = store::lines_of(tx.db(), version.id);
    version.kind = kind;
    version.title = text::one_line(title);
    if (version.title.empty()) return refuse(Failure::Kind::invalid, {{"titel", N_("Write a title")}});
    version.frozen_at = tx.now();
    const auto text = manuscript(lines);
    version.digest = hex(as_text(sha256(text)));
    store::change(tx, version);

    Version next;
    next.process = process.id;
    next.document = document.id;
    next.number = version.number + 1;
    next.id = store::add(tx, next);
    store::set_lines(tx, next, lines);
    record(tx, process,
        {"text.version", fmt::format("text/{}/{}", document.code, version.number), {{"title", version.title}},
            {{"sha256", digest_of(text)}, {"document", address_of(process, document, version)}}});
    return version;
}

Result<Change> link_answer(
    sql::Transaction& tx, const Permit& permit, const Process& process, Id<Issue> id, int change_number) {
    if (!allows(permit, Action::handle_issues, process)) return not_yours();
    const auto issue = store::find_issue(tx.db(), process.id, id);
    const auto change = store::change_numbered(tx.db(), process.id, change_number);
    auto answer = issue ? store::find_answer(tx.db(), issue->answer) : std::nullopt;
    if (!answer || !change) return not_found();
    answer->change = change->id;
    store::change(tx, *answer);
    const Cause cause{Cause::Kind::issue, issue->id.value};
    store::add_cause(tx, *change, cause);
    record(tx, process, "link",
        fmt::format("change/{}/{}", change->number, *name_of_cause(tx.db(), process.id, cause)));
    return *change;
}

}  // namespace medskapa::app
