#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "base/text.hpp"
#include "domain/document/word_diff.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "web/document/desk/grounds.hpp"
#include "web/document/desk/pages.hpp"
#include "web/document/views.hpp"
#include "web/markup/markdown.hpp"
#include "web/ui/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::document::desk {
namespace {

/// The line that the address names, in the draft of its document.
struct Place {
    Document document;
    Version draft;
    Line line;
    Lines lines;
};

std::optional<Place> place_asked_for(const Visit& visit) {
    const auto document = store::document_named(visit.db, visit.process->id, visit.path.at("document"));
    const auto known = store::node_named(visit.db, visit.process->id, visit.path.at("node"));
    if (!document || !known || known->document != document->id) return std::nullopt;
    const auto draft = store::draft_of(visit.db, document->id);
    const auto line = store::line_of(visit.db, draft.id, known->node.id);
    if (!line) return std::nullopt;
    return Place{*document, draft, *line, store::lines_of(visit.db, draft.id)};
}

std::string draft_href(const Visit& visit, const Document& document, const std::string& node = "") {
    return visit.process_href("/handlaggning/texter/" + document.code + (node.empty() ? "" : "#" + node));
}

std::string line_href(const Visit& visit, const Place& at, const std::string& act = "") {
    return visit.process_href("/handlaggning/texter/" + at.document.code + "/" + at.line.node.code + act);
}

struct Shown {
    std::string text;
    std::string seen;  // the revision that the editor saw
    bool has_preview = false;
    ui::Complaints complaints = {};
    Html notice = {};
    int status = 200;
};

Html preview(const Visit& visit, const Place& at, const Shown& shown) {
    const auto known = store::newest_frozen(visit.db, at.document.id);
    const auto before = known ? store::line_of(visit.db, known->id, at.line.node.id) : std::nullopt;
    const auto content =
        shown.has_preview || shown.text != at.line.text
            ? html("<div class=\"doc\">{}</div>{}", document_markdown(shown.text),
                  before ? html("<h3>{}</h3><div class=\"changes\">{}</div>",
                               visit.words("Since the version that people know"),
                               ui::diff(before->text, shown.text, visit.words))
                         : Html{})
            : html("<p class=\"meta\">{}</p>", visit.words("What you write is shown here as it will look."));
    return html(R"(
<section aria-labelledby="forhand"><h2 id="forhand">{}</h2><div id="forhandsgranskning" aria-live="polite">{}</div></section>)",
        visit.words("Preview"), content);
}

Html save_form(const Visit& visit, const Place& at, const Shown& shown) {
    const auto& words = visit.words;
    return html(R"(
<form method="post" action="{}" data-preview="forhandsgranskning" novalidate>{}{}{}{}<p class="row"><button class="btn" type="submit" name="gor" value="spara">{}</button> <button class="btn quiet" type="submit" name="gor" value="visa">{}</button></p></form>)",
        line_href(visit, at), form_guard(visit, ""), ui::hidden_field("sett", shown.seen),
        ui::text_area(
            {.name = "text", .label = words("The words"), .value = shown.text}, 10, shown.complaints, words),
        grounds_fields(visit, at.line.node, "", shown.complaints), words("Save"), words("Preview"));
}

std::vector<ui::Choice> places(const Place& at) {
    std::vector<ui::Choice> choices;
    for (const auto& line : at.lines)
        if (line.node.id != at.line.node.id)
            choices.push_back(
                {line.node.code, line.node.code + "  " + text::excerpt(text::one_line(line.text), 40)});
    return choices;
}

/// A form behind its heading, for what is seldom done.
Html tool(const Visit& visit, const Place& at, const std::string& title, const std::string& act,
    const Html& fields) {
    return html(R"(
<details class="more"><summary>{}</summary><form method="post" action="{}" novalidate>{}{}<p>{}</p></form></details>)",
        title, line_href(visit, at, "/" + act), form_guard(visit, ""), fields,
        ui::submit(title, ui::Weight::quiet));
}

Html tools(const Visit& visit, const Place& at) {
    const auto& words = visit.words;
    const auto grounds = [&](const char* prefix) { return grounds_fields(visit, at.line.node, prefix, {}); };
    const auto area = [&](const char* name, const std::string& label, const std::string& value) {
        return ui::text_area({.name = name, .label = label, .value = value}, 4, {}, words);
    };
    const auto where = [&](const char* name, const std::string& label) {
        return ui::select({.name = name, .label = label}, places(at), {}, words);
    };
    auto all = tool(visit, at, words("A new paragraph after it"), "nytt",
        html("{}{}", area("nytt", words("The words"), {}), grounds("n-")));
    if (at.line.node.kind == Node::Kind::paragraph) {
        all += tool(visit, at, words("Move it"), "flytt",
            html("{}{}", where("efter", words("To stand after")), grounds("f-")));
        all += tool(visit, at, words("Split it in two"), "delning",
            html("{}{}{}", area("forst", words("What stays"), at.line.text),
                area("sedan", words("What becomes a paragraph of its own"), {}), grounds("d-")));
        all += tool(visit, at, words("Take up another paragraph in it"), "sammanslagning",
            html("{}{}{}", where("annat", words("Which one")),
                area("tillsammans", words("The words together"), at.line.text), grounds("s-")));
    }
    all += tool(visit, at, words("Remove it"), "borttagning", grounds("b-"));
    all += tool(visit, at, words("Say what it is"), "slag",
        ui::select({.name = "slag",
                       .label = words("In the strategy it is"),
                       .value = std::string{name_of(at.line.node.type)}},
            ui::choices_of<Node::Type>(words), {}, words));
    return all;
}

/// What the line would say with the proposal taken in.
std::string merged(const Visit& visit, const Place& at, const store::Amendment& amendment) {
    return merge_words(store::words_of(visit.db, amendment.instead_of), amendment.text, at.line.text).text;
}

/// What others propose, each with a button that takes it in. Where it meets what has been written since, the
/// words are merged, or shown side by side to choose.
Html proposals(const Visit& visit, const Place& at) {
    const auto& words = visit.words;
    const auto all = store::amendments_about(visit.db, at.line.node.id);
    if (all.empty()) return {};
    return html("<h2>{}</h2><div class=\"changes\">{}</div>", words("Words that others propose"),
        each(all, [&](const store::OpenAmendment& one) {
            const auto take_in = html(R"(
<form method="post" action="{}">{}{}{}{}<button class="btn quiet small" type="submit" name="gor" value="spara">{}<span class="vh"> I-{}</span></button></form>)",
                line_href(visit, at), form_guard(visit, ""),
                ui::hidden_field("sett", std::to_string(one.amendment.instead_of.value)),
                ui::hidden_field("text", one.amendment.text),
                ui::hidden_field("synpunkter", "I-" + std::to_string(one.number)), words("Take it in"),
                one.number);
            return html(R"(<article><h3><a href="{}">I-{} {}</a></h3>{}{}</article>)",
                visit.process_href("/inspel/" + std::to_string(one.number)), one.number, one.title,
                ui::diff(at.line.text, merged(visit, at, one.amendment), words),
                one.is_taken_in ? html("<p class=\"meta\">{}</p>", words("Taken in")) : take_in);
        }));
}

Response line_page(const Visit& visit, const Place& at, const Shown& shown) {
    const auto& words = visit.words;
    const auto title = document::name_in(visit, at.draft, at.line.node);
    const auto body = html(R"({}{}
<h1>{}</h1><div class="bench"><div>{}</div><div class="stay">{}</div></div>{}<h2>{}</h2>{})",
        ui::error_summary(shown.complaints, words), shown.notice, title, save_form(visit, at, shown),
        preview(visit, at, shown), proposals(visit, at), words("More to do with it"), tools(visit, at));
    auto content = desk_page(visit, title, body, "texter");
    content.crumbs = {{visit.process_href("/handlaggning/texter"), words("Texts")},
        {draft_href(visit, at.document), at.document.title}};
    content.has_errors = !shown.complaints.empty();
    return not_stored(page(content, visit, shown.status));
}

std::string revision_of(const Line& line) {
    return std::to_string(line.revision.value);
}

Response again(const Visit& visit, const Place& at, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    Shown shown{
        visit.field("text").empty() ? at.line.text : std::string{visit.field("text")}, revision_of(at.line)};
    shown.complaints = failure.complaints;
    shown.status = status_of(failure.kind);
    if (failure.kind == Failure::Kind::conflict)
        shown.notice =
            ui::notice(ui::Tone::warn, html("<p>{}</p><blockquote>{}</blockquote>",
                                           visit.words("Somebody else changed the same words while you "
                                                       "wrote. Below is yours; this is what stands "
                                                       "there now. Save again when they agree."),
                                           at.line.text));
    return line_page(visit, at, shown);
}

/// Reads the grounds, lets the verb act, and goes back to the draft.
template <class Verb>
Response acted(const Visit& visit, Verb verb) {
    const auto at = place_asked_for(visit);
    if (!at) return problem(visit, Failure::Kind::not_found);
    const auto grounds = typed_grounds(visit);
    if (!grounds) return again(visit, *at, grounds.error());
    const auto done = visit.write([&](auto& act) { return verb(act, *at, *grounds); });
    if (!done) return again(visit, *at, done.error());
    return see_other(draft_href(visit, at->document, done->node.code));
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
    const auto at = place_asked_for(visit);
    if (!at) return problem(visit, Failure::Kind::not_found);
    return line_page(visit, *at, {at->line.text, revision_of(at->line)});
}

Response save(const Visit& visit) {
    const auto at = place_asked_for(visit);
    if (!at) return problem(visit, Failure::Kind::not_found);
    if (visit.field("gor") == "visa")
        return line_page(
            visit, *at, {.text = typed(visit, "text"), .seen = typed(visit, "sett"), .has_preview = true});
    return acted(visit, [&](auto& act, const Place& place, const Grounds& grounds) {
        const Id<Revision> seen{Visit::number(visit.field("sett")).value_or(0)};
        return app::edit_words(
            act, place.document, {place.line.node.id, seen, typed(visit, "text"), grounds});
    });
}

Response insert(const Visit& visit) {
    return acted(visit, [&](auto& act, const Place& at, const Grounds& grounds) {
        return app::add_line(
            act, at.document, {.after = at.line.node.id, .text = typed(visit, "nytt"), .grounds = grounds});
    });
}

Response move(const Visit& visit) {
    return acted(visit, [&](auto& act, const Place& at, const Grounds& grounds) {
        return app::move_line(act, at.document, at.line.node.id, node_typed(visit, "efter"), grounds);
    });
}

Response split(const Visit& visit) {
    return acted(visit, [&](auto& act, const Place& at, const Grounds& grounds) {
        return app::split_line(
            act, at.document, {at.line.node.id, typed(visit, "forst"), typed(visit, "sedan"), "", grounds});
    });
}

Response join(const Visit& visit) {
    return acted(visit, [&](auto& act, const Place& at, const Grounds& grounds) {
        return app::join_lines(act, at.document,
            {at.line.node.id, node_typed(visit, "annat"), typed(visit, "tillsammans"), grounds});
    });
}

Response remove(const Visit& visit) {
    return acted(visit, [&](auto& act, const Place& at, const Grounds& grounds) {
        return app::remove_line(act, at.document, at.line.node.id, grounds);
    });
}

Response set_type(const Visit& visit) {
    const auto at = place_asked_for(visit);
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
    return see_other(visit.process_href("/handlaggning/inspel/" + std::to_string(inspel->number)));
}

}  // namespace medskapa::web::document::desk
