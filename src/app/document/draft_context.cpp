#include "app/document/draft_context.hpp"

#include "app/act/record.hpp"
#include "base/digest.hpp"
#include "domain/field.hpp"
#include "store/document/cause_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"

#include <fmt/format.h>
#include <set>

namespace medskapa::app {
namespace {

std::string with_reason(const std::string& known, const std::string& more) {
    if (more.empty() || known.find(more) != std::string::npos) return known;
    return known.empty() ? more : known + ' ' + more;
}

/// The places in the log of the inspel and issues that the grounds name: "12,31".
std::string cited(const Act& act, const Grounds& grounds) {
    std::set<std::int64_t> places;
    for (const auto& cause : grounds.causes)
        if (cause.kind == Cause::Kind::inspel || cause.kind == Cause::Kind::issue)
            if (const auto place =
                    store::first_about(act.db(), *name_of_cause(act.db(), act.process().id, cause)))
                places.insert(*place);
    return fmt::format("{}", fmt::join(places, ","));
}

void keep_causes(const Act& act, const Change& change, const Grounds& grounds) {
    for (const auto& cause : grounds.causes) {
        store::add_cause(tx(act), change, cause);
        record(act, EntryType::change_linked,
            object_named(ObjectKind::change, change.number) + "/" +
                *name_of_cause(act.db(), act.process().id, cause));
    }
}

Id<Revision> known_revision(const Act& act, const DraftContext& context, Id<Node> node) {
    const auto line = store::line_of(act.db(), context.known->id, node);
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

/// Both changes to the paragraph, as one.
Change together(Change known, const Change& what, const std::string& reason) {
    known.kind = taken_together(known.kind, what.kind);
    if (what.other) known.other = what.other;
    known.after = what.after;
    known.reason = with_reason(known.reason, reason);
    return known;
}

}  // namespace

std::string object(const Node& node) {
    return object_named(ObjectKind::text, node.code);
}

Result<DraftContext> draft_context_of(const Act& act, const Document& document) {
    if (document.process != act.process().id) return refuse(Failure::Kind::not_allowed);
    return DraftContext{
        document, store::draft_of(act.db(), document.id), store::newest_frozen(act.db(), document.id)};
}

std::optional<std::string> name_of_cause(sql::Connection& db, Id<Process> process, const Cause& cause) {
    if (cause.kind == Cause::Kind::inspel) {
        const auto inspel = store::find_inspel(db, {cause.id});
        if (!inspel || inspel->process != process) return std::nullopt;
        return object_named(ObjectKind::inspel, inspel->public_id);
    }
    if (cause.kind == Cause::Kind::issue) {
        const auto issue = store::find_issue(db, process, {cause.id});
        if (!issue) return std::nullopt;
        return part_named(object_named(ObjectKind::inspel, store::find_inspel(db, issue->inspel)->public_id),
            ObjectKind::issue, issue->position);
    }
    return fmt::format("{}/{}", name_of(cause.kind), cause.id);
}

Result<Grounds> grounds_of(const Act& act, const DraftContext& context, const Grounds& given) {
    if (!context.needs_grounds()) return given;
    const auto grounds = checked(given);
    if (!grounds) return grounds;
    for (const auto& cause : grounds->causes)
        if (!name_of_cause(act.db(), act.process().id, cause))
            return refuse(
                Failure::Kind::invalid, {{Field::issues, N_("One of the issues is not of this process")}});
    return grounds;
}

std::string digest_of(const std::string& text) {
    return base64(as_text(sha256(text)));
}

void record_text(const Act& act, const Node& node, const std::string& text, const Grounds& grounds) {
    const auto cites = cited(act, grounds);
    record(act, {EntryType::text_changed, object(node), {{"reason", grounds.reason}},
                    {{"sha256", digest_of(text)}, cites.empty() ? openlog::Field{"reason", "editorial"}
                                                                : openlog::Field{"cites", cites}}});
}

void keep_edit(const Act& act, Id<Revision> before, Id<Revision> after, const Grounds& grounds) {
    for (const auto& cause : grounds.causes) store::add_edit(tx(act), act.process().id, before, after, cause);
}

void note_change(const Act& act, const DraftContext& context, Change what, const Grounds& grounds) {
    if (!context.known) return;
    if (const auto known = store::change_of(act.db(), context.draft.id, what.node)) {
        auto both = together(*known, what, grounds.reason);
        both.made_at = act.now();
        store::change(tx(act), both);
        return keep_causes(act, both, grounds);
    }
    what.process = act.process().id;
    what.document = context.document.id;
    what.version = context.draft.id;
    what.number = store::next_change_number(act.db(), act.process().id);
    what.before = known_revision(act, context, what.node);
    what.reason = grounds.reason;
    what.made_at = act.now();
    what.id = store::add(tx(act), what);
    keep_causes(act, what, grounds);
}

bool forget_if_undone(const Act& act, const DraftContext& context, const Line& line, const Grounds& grounds) {
    if (!context.known) return true;
    const auto change = store::change_of(act.db(), context.draft.id, line.node.id);
    if (!change || change->kind != Change::Kind::changed || !grounds.causes.empty()) return false;
    if (store::words_of(act.db(), change->before) != line.text) return false;
    if (!store::causes_of(act.db(), change->id).empty()) return false;
    store::remove(tx(act), change->id);
    return true;
}

Line with_words(const Act& act, const DraftContext& context, Line line, const std::string& words) {
    line.text = words;
    line.revision = store::add_revision(tx(act), context.document, line.node.id, words);
    store::set_revision(tx(act), context.draft, line.node.id, line.revision);
    return line;
}

}  // namespace medskapa::app
