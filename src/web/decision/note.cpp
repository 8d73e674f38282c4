#include "web/decision/note.hpp"

#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/addresses.hpp"

namespace medskapa::web::decision {
namespace {

using Event = SamiConsultation::Event;

Html event_view(const Event& event, const Words& words) {
    const auto digest =
        event.digest.empty() ? Html{} : html("<br><small>SHA-256 <code>{}</code></small>", event.digest);
    return html(R"(
<li>{day}, {kind}: <span{lang}>{text}</span>{digest}</li>)",
        "day"_a = words.day(event.day), "kind"_a = shown(event.kind, words), "lang"_a = words.lang("sv"),
        "text"_a = event.text, "digest"_a = digest);
}

}  // namespace

Html consultation_view(const SamiConsultation& c, const Words& words) {
    const auto events = each(c.events, [&](const Event& event) { return event_view(event, words); });
    return html(R"(
<h3{lang}>{counterpart}</h3>
<p><strong>{outcome}</strong>{colon}<span{lang}>{motive}</span></p>
{events})",
        "lang"_a = words.lang("sv"), "counterpart"_a = c.counterpart, "outcome"_a = shown(c.outcome, words),
        "colon"_a = c.motive.empty() ? "" : ": ", "motive"_a = c.motive,
        "events"_a = events.empty() ? Html{} : html("\n<ul>{}</ul>", events));
}

std::string name_of_body(sql::Connection& db, Id<Process> process, Id<Body> id, const Words& words) {
    for (const auto& body : store::bodies_of(db, process))
        if (body.id == id) return body.title.in(words.language());
    return {};
}

std::string title_of(sql::Connection& db, const Decision& decision, const Words& words) {
    const auto version = store::find_version(db, decision.version).value();
    return words("{} adopted {} on {}", name_of_body(db, decision.process, decision.body, words),
        store::find_document(db, version.document).value().title, words.day(decision.decided_on));
}

std::string sentence_of(sql::Connection& db, const Decision& decision, const Words& words) {
    const auto version = store::find_version(db, decision.version).value();
    return words("{}, {}, {}, case number {}: {}, version {}",
        name_of_body(db, decision.process, decision.body, words), words.day(decision.decided_on),
        decision.paragraph, decision.diary_number, version.title, version.number);
}

Html link_to(const Visit& visit, const Decision& decision) {
    return html(R"(<li><a href="{}">{}</a></li>)", visit.href(address::decision_page, decision.number),
        visit.words("Decision B-{}, {}", decision.number, visit.words.day(decision.decided_on)));
}

}  // namespace medskapa::web::decision
