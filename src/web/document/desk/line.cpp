#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "app/document/standing.hpp"
#include "base/text.hpp"
#include "domain/document/word_diff.hpp"
#include "domain/field.hpp"
#include "store/document/cause_store.hpp"
#include "store/document/document_store.hpp"
#include "web/document/addresses.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/desk/line_page.hpp"
#include "web/document/desk/pages.hpp"
#include "web/ui/diff.hpp"
#include "web/ui/pieces.hpp"

#include <algorithm>

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

std::string typed(const Visit& visit, std::string_view name) {
    return std::string{visit.field(name)};
}

Id<Revision> revision_typed(const Visit& visit, std::string_view name) {
    return {Visit::number(visit.field(name)).value_or(0)};
}

/// What the editor began with: before a collision, if there was one.
std::string began_with(const Visit& visit) {
    return typed(visit, visit.field("fran").empty() ? "sett" : "fran");
}

/// What the editor had read: words of this paragraph alone, whatever revision the form names.
std::string read_before(const Visit& visit, const DraftLine& at) {
    const auto seen = revision_typed(visit, "sett");
    const auto wordings = store::wordings_between(visit.db, at.line.node.id, seen, seen);
    return wordings.empty() ? std::string{} : wordings.front().text;
}

/// All that the editor typed and all that stands in the draft, to go on from.
LineForm with_both_texts(const Visit& visit, const DraftLine& at) {
    const auto seen = read_before(visit, at);
    LineForm form{typed(visit, "text"), revision_of(at.line)};
    form.since = began_with(visit);
    const auto merge = merge_words(seen, text::trimmed(form.text), at.line.text);
    if (visit.field("sett") != form.seen) form.text = merge.together;
    if (merge.is_clean()) return form;
    form.notice = ui::notice(ui::Tone::warn,
        html(R"(<h2>{title}</h2><p>{hint}</p><h3>{yours}</h3><div class="changes">{diff}</div><h3>{now}</h3>
<blockquote>{standing}</blockquote>)",
            "title"_a = visit.words("The paragraph has been changed since you read it"),
            "hint"_a = visit.words(
                "Nothing is lost, and nothing is saved yet. The field has all that you both wrote, in order. "
                "Strike out what is too much, and save."),
            "yours"_a = visit.words("What you wrote"),
            "diff"_a = ui::diff(seen, typed(visit, "text"), visit.words),
            "now"_a = visit.words("The current text"), "standing"_a = at.line.text));
    return form;
}

Response refused(const Visit& visit, const Failure& failure) {
    const auto at = line_asked_for(visit);  // as it stands now
    if (!at || failure.complaints.empty()) return problem(visit, failure.kind);
    LineForm form{at->line.text, revision_of(at->line)};
    if (was_sent(visit, *at, address::draft_line)) {
        form = with_both_texts(visit, *at);
        if (failure.kind == Failure::Kind::invalid) {
            form.text = typed(visit, "text");
            form.seen = typed(visit, "sett");
            form.notice = {};
        }
    }
    form.complaints = failure.complaints;
    form.status = status_of(failure.kind);
    return line_page(visit, *at, form);
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
    if (!grounds) return refused(visit, grounds.error());
    const auto changed = visit.write([&](auto& act) { return verb(act, *at, *grounds); });
    if (!changed) return refused(visit, about_fields(visit, changed.error(), fields));
    return see_other(draft_href(visit, at->document, changed->node.code));
}

Id<Node> node_typed(const Visit& visit, std::string_view field) {
    const auto known = store::node_named(visit.db, visit.process->id, std::string{visit.field(field)});
    return known ? known->node.id : Id<Node>{};
}

/// What was typed, with the words that a save would have taken out.
LineForm with_all_back(const Visit& visit, const DraftLine& at) {
    LineForm form{{}, typed(visit, "sett"), began_with(visit), true};
    form.text = app::with_all_back(
        visit.db, at.document, at.line, typed(visit, "text"), {Visit::number(form.since).value_or(0)});
    return form;
}

app::Edit edit_typed(const Visit& visit, const DraftLine& at, const Grounds& grounds) {
    app::Edit edit{at.line.node.id, revision_typed(visit, "sett"), typed(visit, "text"), grounds};
    edit.since = {Visit::number(began_with(visit)).value_or(0)};
    for (const auto& revision : visit.fields("far-bort"))
        edit.may_go.push_back({Visit::number(revision).value_or(0)});
    return edit;
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
        return line_page(visit, *at,
            {.text = typed(visit, "text"),
                .seen = typed(visit, "sett"),
                .since = began_with(visit),
                .has_preview = true});
    if (visit.field("gor") == "tillbaka") return line_page(visit, *at, with_all_back(visit, *at));
    return acted(visit, {"text"}, [&](auto& act, const DraftLine& place, const Grounds& grounds) {
        return app::edit_words(act, place.document, edit_typed(visit, place, grounds));
    });
}

Response insert(const Visit& visit) {
    return acted(visit, {"nytt"}, [&](auto& act, const DraftLine& at, const Grounds& grounds) {
        return app::add_line(
            act, at.document, {.after = at.line.node.id, .text = typed(visit, "nytt"), .grounds = grounds});
    });
}

Response insert_heading(const Visit& visit) {
    return acted(visit, {"rubrik"}, [&](auto& act, const DraftLine& at, const Grounds& grounds) {
        return app::add_line(act, at.document,
            {.after = at.line.node.id,
                .kind = Node::Kind::section,
                .depth = Visit::number(visit.field("niva")).value_or(2),
                .text = text::one_line(visit.field("rubrik")),
                .grounds = grounds});
    });
}

Response move(const Visit& visit) {
    return acted(visit, {}, [&](auto& act, const DraftLine& at, const Grounds& grounds) {
        return app::move_line(act, at.document, at.line.node.id, node_typed(visit, "efter"), grounds);
    });
}

Response split(const Visit& visit) {
    return acted(visit, {"forst", "sedan"}, [&](auto& act, const DraftLine& at, const Grounds& grounds) {
        return app::split_line(act, at.document,
            {at.line.node.id, typed(visit, "forst"), typed(visit, "sedan"), "", grounds,
                visit.field("utan") == "ja"});
    });
}

Response join(const Visit& visit) {
    return acted(visit, {"tillsammans"}, [&](auto& act, const DraftLine& at, const Grounds& grounds) {
        return app::join_lines(act, at.document,
            {at.line.node.id, node_typed(visit, "annat"), typed(visit, "tillsammans"), grounds,
                visit.field("utan") == "ja"});
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

}  // namespace medskapa::web::document::desk
