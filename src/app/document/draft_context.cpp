#include "app/document/draft_context.hpp"

#include "app/act/record.hpp"
#include "base/digest.hpp"
#include "domain/field.hpp"
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
std::string cited(sql::Transaction& tx, const DraftContext& context, const Grounds& grounds) {
    std::set<std::int64_t> places;
    for (const auto& cause : grounds.causes)
        if (cause.kind == Cause::Kind::inspel || cause.kind == Cause::Kind::issue)
            if (const auto place =
                    store::first_about(tx.db(), *name_of_cause(tx.db(), context.process.id, cause)))
                places.insert(*place);
    return fmt::format("{}", fmt::join(places, ","));
}

void keep_causes(
    sql::Transaction& tx, const DraftContext& context, const Change& change, const Grounds& grounds) {
    for (const auto& cause : grounds.causes) {
        store::add_cause(tx, change, cause);
        record(tx, context.process, "link",
            fmt::format("change/{}/{}", change.number, *name_of_cause(tx.db(), context.process.id, cause)));
    }
}

Id<Revision> known_revision(sql::Transaction& tx, const DraftContext& context, Id<Node> node) {
    const auto line = store::line_of(tx.db(), context.known->id, node);
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

}  // namespace

std::string object(const Node& node) {
    return "text/" + node.code;
}

Result<DraftContext> draft_context_of(
    sql::Transaction& tx, const Permit& permit, const Process& process, const Document& document) {
    if (!allows(permit, Action::edit_text, process) || document.process != process.id)
        return refuse(Failure::Kind::not_allowed);
    return DraftContext{
        process, document, store::draft_of(tx.db(), document.id), store::newest_frozen(tx.db(), document.id)};
}

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

Result<Grounds> grounds_of(sql::Transaction& tx, const DraftContext& context, const Grounds& given) {
    if (!context.needs_grounds()) return given;
    const auto grounds = checked(given);
    if (!grounds) return grounds;
    for (const auto& cause : grounds->causes)
        if (!name_of_cause(tx.db(), context.process.id, cause))
            return refuse(
                Failure::Kind::invalid, {{Field::issues, N_("One of the issues is not of this process")}});
    return grounds;
}

std::string digest_of(const std::string& text) {
    return base64(as_text(sha256(text)));
}

void record_text(sql::Transaction& tx, const DraftContext& context, const Node& node, const std::string& text,
    const Grounds& grounds) {
    const auto cites = cited(tx, context, grounds);
    record(tx, context.process,
        {"text.version", object(node), {{"reason", grounds.reason}},
            {{"sha256", digest_of(text)},
                cites.empty() ? openlog::Field{"reason", "editorial"} : openlog::Field{"cites", cites}}});
}

void note_change(sql::Transaction& tx, const DraftContext& context, Change what, const Grounds& grounds) {
    if (!context.known) return;
    if (auto known = store::change_of(tx.db(), context.draft.id, what.node)) {
        known->kind = taken_together(known->kind, what.kind);
        if (what.other) known->other = what.other;
        known->after = what.after;
        known->reason = with_reason(known->reason, grounds.reason);
        known->made_at = tx.now();
        store::change(tx, *known);
        return keep_causes(tx, context, *known, grounds);
    }
    what.process = context.process.id;
    what.document = context.document.id;
    what.version = context.draft.id;
    what.number = store::next_change_number(tx.db(), context.process.id);
    what.before = known_revision(tx, context, what.node);
    what.reason = grounds.reason;
    what.made_at = tx.now();
    what.id = store::add(tx, what);
    keep_causes(tx, context, what, grounds);
}

bool forget_if_undone(
    sql::Transaction& tx, const DraftContext& context, const Line& line, const Grounds& grounds) {
    if (!context.known) return true;
    const auto change = store::change_of(tx.db(), context.draft.id, line.node.id);
    if (!change || change->kind != Change::Kind::changed || !grounds.causes.empty()) return false;
    if (store::words_of(tx.db(), change->before) != line.text) return false;
    if (!store::causes_of(tx.db(), change->id).empty()) return false;
    store::remove(tx, change->id);
    return true;
}

Line with_words(sql::Transaction& tx, const DraftContext& context, Line line, const std::string& words) {
    line.text = words;
    line.revision = store::add_revision(tx, context.document, line.node.id, words);
    store::set_revision(tx, context.draft, line.node.id, line.revision);
    return line;
}

}  // namespace medskapa::app
