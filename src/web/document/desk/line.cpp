#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/desk/line_page.hpp"
#include "web/document/desk/pages.hpp"
#include "web/issue/addresses.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>
#include "base/text.hpp"
#include "domain/field.hpp"

namespace medskapa::web::document::desk {
namespace {

std::optional<DraftLine> line_asked_for(const Visit& visit) {
    const auto document = store::document_named(visit.db, visit.process->id, visit.path.at("document"));
    const auto known = store::node_named(visit.db, visit.process->id, visit.path.at("node"));
    if (!document || !known || known->document != document->id) return std::nullopt;
    const auto draft = store::draft_of(visit.db, document->id);
    const auto line = store::line_of(visit.db, draft.id, known->node.id);
    if (!line) return std::nullopt;
    return DraftLine{*document, draft, *line, store::lines_of(visit.db, draft.id)};
}

std::string revision_of(const Line& line) {
    return std::to_string(line.revision.value);
}

Response refused(const Visit& visit, const DraftLine& at, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    const bool is_save = was_sent(visit, at, address::draft_line);
    LineForm form{is_save ? std::string{visit.field("text")} : at.line.text, revision_of(at.line)};
    form.complaints = failure.complaints;
    form.status = status_of(failure.kind);
    if (is_save && failure.kind == Failure::Kind::invalid) form.seen = std::string{visit.field("sett")};
    if (is_save && failure.kind == Failure::Kind::conflict)
        form.notice =
            ui::notice(ui::Tone::warn, html("<p>{}</p><blockquote>{}</blockquote>",
                                           visit.words("Somebody else changed the same words while you "
                                                       "wrote. Below is yours; this is what stands "
                                                       "there now. Save again when they agree."),
                                           at.line.text));
    return line_page(visit, at, form);
}

/// A complaint about words lies where they were typed: the first of these fields that is empty, else the
/// last.
Failure about_fields(const Visit& visit, Failure failure, const std::vector<std::string>& fields) {
    for (auto& complaint : failure.complaints) {
        if (complaint.place != Field::text || fields.empty()) continue;
        const auto empty = std::find_if(fields.begin(), fields.end(),
            [&](const std::string& field) { return text::one_line(visit.field(field)).empty(); });
        complaint.place = empty == fields.end() ? fields.back() : *empty;
    }
    return failure;
}

/// Reads the grounds, lets the verb act, and goes back to the draft. `fields`: where its words are typed.
template <class Verb>
Response acted(const Visit& visit, const std::vector<std::string>& fields, Verb verb) {
    const auto at = line_asked_for(visit);
    if (!at) return problem(visit, Failure::Kind::not_found);
    const auto grounds = typed_grounds(visit);
    if (!grounds) return refused(visit, *at, grounds.error());
    const auto changed = visit.write([&](auto& act) { return verb(act, *at, *grounds); });
    if (!changed) return refused(visit, *at, about_fields(visit, changed.error(), fields));
    return see_other(draft_href(visit, at->document, changed->node.code));
}

Id<Node> node_typed(const Visit& visit, std::string_view field) {
    const auto known = store::node_named(visit.db, visit.process->id, std::string{visit.field(field)});
    return known ? known->node.id : Id<Node>{};
}

std::string typed(const Visit& visit, std::string_view name) {
    return std::string{visit.field(name)};
}

}  // namespace

Response line(const Visit& visit) {
    const auto at = line_asked_for(visit);
    if (!at) return problem(visit, Failure::Kind::not_found);
    return line_page(visit, *at, {at->line.text, revision_of(at->line)});
}

Response save(const Visit& visit) {
    const auto at = line_asked_for(visit);
    if (!at) return problem(visit, Failure::Kind::not_found);
    if (visit.field("gor") == "visa")
        return line_page(
            visit, *at, {.text = typed(visit, "text"), .seen = typed(visit, "sett"), .has_preview = true});
    return acted(visit, {"text"}, [&](auto& act, const DraftLine& place, const Grounds& grounds) {
        const Id<Revision> seen{Visit::number(visit.field("sett")).value_or(0)};
        return app::edit_words(
            act, place.document, {place.line.node.id, seen, typed(visit, "text"), grounds});
    });
}

Response insert(const Visit& visit) {
    return acted(visit, {"nytt"}, [&](auto& act, const DraftLine& at, const Grounds& grounds) {
        return app::add_line(
            act, at.document, {.after = at.line.node.id, .text = typed(visit, "nytt"), .grounds = grounds});
    });
}

Response move(const Visit& visit) {
    return acted(visit, {}, [&](auto& act, const DraftLine& at, const Grounds& grounds) {
        return app::move_line(act, at.document, at.line.node.id, node_typed(visit, "efter"), grounds);
    });
}

Response split(const Visit& visit) {
    return acted(visit, {"forst", "sedan"}, [&](auto& act, const DraftLine& at, const Grounds& grounds) {
        return app::split_line(
            act, at.document, {at.line.node.id, typed(visit, "forst"), typed(visit, "sedan"), "", grounds});
    });
}

Response join(const Visit& visit) {
    return acted(visit, {"tillsammans"}, [&](auto& act, const DraftLine& at, const Grounds& grounds) {
        return app::join_lines(act, at.document,
            {at.line.node.id, node_typed(visit, "annat"), typed(visit, "tillsammans"), grounds});
    });
}

Response remove(const Visit& visit) {
    return acted(visit, {}, [&](auto& act, const DraftLine& at, const Grounds& grounds) {
        return app::remove_line(act, at.document, at.line.node.id, grounds);
    });
}

Response set_type(const Visit& visit) {
    const auto at = line_asked_for(visit);
    Node::Type type{};
    if (!at || !find_name<Node::Type>(visit.field("slag"), type))
        return problem(visit, Failure::Kind::not_found);
    const auto set = visit.write([&](auto& act) { return app::set_node_type(act, at->line.node.id, type); });
    return set ? see_other(draft_href(visit, at->document, set->code)) : problem(visit, set.error().kind);
}

Response link_answer(const Visit& visit) {
    const Id<Issue> issue{Visit::number(visit.path.at("issue")).value_or(0)};
    auto reference = visit.field("andring");
    if (const auto hyphen = reference.rfind('-'); hyphen != reference.npos)
        reference.remove_prefix(hyphen + 1);
    const auto number = Visit::number(reference).value_or(0);
    const auto linked = visit.write([&](auto& act) { return app::link_answer(act, issue, number); });
    if (!linked) return problem(visit, linked.error().kind);
    const auto known = store::find_issue(visit.db, visit.process->id, issue);
    const auto inspel = store::find_inspel(visit.db, known->inspel);
    return see_other(visit.href(address::inspel_workbench, inspel->number));
}

}  // namespace medskapa::web::document::desk
