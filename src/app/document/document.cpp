#include "app/document/document.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/document/addresses.hpp"
#include "app/document/draft_context.hpp"
#include "app/document/pictures.hpp"
#include "app/document/standing.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/decision/decision.hpp"
#include "domain/field.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/document/seen_versions.hpp"
#include "store/issue/columns.hpp"
#include "store/issue/issue_store.hpp"

#include <fmt/format.h>

namespace medskapa::app {
namespace {

tl::unexpected<Failure> not_yours() {
    return refuse(Failure::Kind::not_allowed);
}

}  // namespace

Result<Document> open_document(Permitted<Action::edit_text> act, Document draft, const Lines& lines) {
    const auto& process = act.process();
    draft.process = process.id;
    if (const auto parent = store::find_document(act.db(), draft.parent);
        draft.parent && (!parent || parent->process != process.id))
        return not_yours();
    auto document = checked(std::move(draft));
    if (!document) return document;
    if (store::document_named(act.db(), process.id, document->code))
        return refuse(
            Failure::Kind::invalid, {{Field::code, N_("Another document has this code. Choose another")}});
    for (const auto& line : lines)
        if (store::node_named(act.db(), process.id, line.node.code))
            return refuse(Failure::Kind::invalid,
                {{Field::file, N_("The code {} is another document's already"), {line.node.code}}});

    document->id = store::add(tx(act), *document);
    Version version;
    version.process = process.id;
    version.document = document->id;
    version.id = store::add(tx(act), version);
    Lines kept;
    for (const auto& line : lines) kept.push_back(store::add(tx(act), *document, line));
    store::set_lines(tx(act), version, kept);
    record(act, {EntryType::document_added, object_named(ObjectKind::document, document->code), {},
                    {{"sha256", digest_of(manuscript(kept))}}});
    return document;
}

Result<Version> freeze(Permitted<Action::freeze_text> act, const Document& document, Version::Kind kind,
    const std::string& title) {
    const auto& process = act.process();
    if (document.process != process.id) return not_yours();
    if (const auto may = may_freeze_as(kind, store::newest_frozen(act.db(), document.id)); !may)
        return tl::unexpected{may.error()};
    if (const auto gate = store::gate_of(act.db(), process.id);
        kind == Version::Kind::proposal && !gate.is_open())
        return tl::unexpected{pass(gate).error()};
    auto version = store::draft_of(act.db(), document.id);
    const auto lines = store::lines_of(act.db(), version.id);
    demand_seen(act, store::version_of(version, lines));
    version.kind = kind;
    version.title = text::one_line(title);
    if (version.title.empty()) return refuse(Failure::Kind::invalid, {{Field::title, N_("Write a title")}});
    if (auto faults = faults_of_pictures(act.db(), process.id, lines); !faults.empty())
        return refuse(Failure::Kind::invalid, std::move(faults));
    version.frozen_at = act.now();
    const auto text = manuscript(lines);
    version.digest = hex(as_text(sha256(text)));
    store::change(tx(act), version);
    judge_causes(act, document, version, lines);
    show_pictures(act, version, lines);

    Version next;
    next.process = process.id;
    next.document = document.id;
    next.number = version.number + 1;
    next.id = store::add(tx(act), next);
    store::set_lines(tx(act), next, lines);
    record(act, {EntryType::document_frozen,
                    part_named(object_named(ObjectKind::document, document.code), ObjectKind::version,
                        version.number),
                    {{"title", version.title}},
                    {{"sha256", digest_of(text)}, {"document", address_of(process, document, version)}}});
    return version;
}

Result<Change> link_answer(Permitted<Action::handle_issues> act, Id<Issue> id, int change_number) {
    const auto& process = act.process();
    const auto issue = store::find_issue(act.db(), process.id, id);
    const auto change = store::change_numbered(act.db(), process.id, change_number);
    auto answer = issue ? store::find_answer(act.db(), issue->answer) : std::nullopt;
    if (!answer || !change) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::answer>(act, *answer, {answer->text});
    answer->change = change->id;
    store::change(tx(act), *answer);
    const Cause cause{Cause::Kind::issue, issue->id.value};
    store::add_cause(tx(act), *change, cause);
    const auto document = store::find_document(act.db(), change->document);
    if (const auto known = store::newest_frozen(act.db(), document->id))
        judge_causes(act, *document, *known, store::lines_of(act.db(), known->id));
    record(act, EntryType::change_linked,
        object_named(ObjectKind::change, change->number) + "/" + *name_of_cause(act.db(), process.id, cause));
    return *change;
}

std::string address_of(const Process& process, const Document& document, const Version& version) {
    return path_to(address::version_markdown, process.slug, document.code, version.number);
}

}  // namespace medskapa::app
