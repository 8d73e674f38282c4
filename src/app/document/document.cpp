#include "app/document/document.hpp"

#include "app/act/record.hpp"
#include "app/document/addresses.hpp"
#include "app/document/draft_context.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/decision/decision.hpp"
#include "domain/field.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/issue/issue_store.hpp"

#include <fmt/format.h>

namespace medskapa::app {
namespace {

tl::unexpected<Failure> not_yours() {
    return refuse(Failure::Kind::not_allowed);
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
            Failure::Kind::invalid, {{Field::code, N_("Another document has this code. Choose another")}});
    for (const auto& line : lines)
        if (store::node_named(tx.db(), process.id, line.node.code))
            return refuse(Failure::Kind::invalid,
                {{Field::file, N_("The code {} is another document's already"), {line.node.code}}});

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
    if (version.title.empty()) return refuse(Failure::Kind::invalid, {{Field::title, N_("Write a title")}});
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
    if (!answer || !change) return refuse(Failure::Kind::not_found);
    answer->change = change->id;
    store::change(tx, *answer);
    const Cause cause{Cause::Kind::issue, issue->id.value};
    store::add_cause(tx, *change, cause);
    record(tx, process, "link",
        fmt::format("change/{}/{}", change->number, *name_of_cause(tx.db(), process.id, cause)));
    return *change;
}

std::string address_of(const Process& process, const Document& document, const Version& version) {
    return path_to(address::version_markdown, process.slug, document.code, version.number);
}

}  // namespace medskapa::app
