#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/correction/note.hpp"
#include "web/decision/note.hpp"
#include "web/decision/report/parts.hpp"
#include "web/site/dates.hpp"

namespace medskapa::web::decision::report {
namespace {

using office::Spans;
using office::strong;
using office::TextBlock;

TextBlock item(Spans spans) {
    return office::block(TextBlock::Kind::item, std::move(spans));
}

void put_list(const Pen& pen, const std::string& title, const std::vector<TextBlock>& items) {
    if (items.empty()) return;
    pen.put(office::heading(3, title));
    pen.put(items);
}

/// A sentence after the others, where it was withdrawn.
std::string after(const std::string& withdrawn) {
    if (withdrawn.empty()) return {};
    return " " + withdrawn + (withdrawn.ends_with('.') ? "" : ".");
}

TextBlock step_item(const Pen& pen, const Step& step) {
    return item({strong(pen.in(step.title)),
        {", " + site::shown(step.period, pen.subject.words) + ". " + pen.in(step.text) +
            after(step.withdrawn ? site::taken_out(*step.withdrawn, pen.subject.words) : "")}});
}

TextBlock activity_item(const Pen& pen, const Activity& activity) {
    const auto& words = pen.subject.words;
    const auto when = !activity.opens || !activity.closes || activity.withdrawn
                          ? site::window(activity, pen.subject.clock.day(pen.subject.now), words)
                          : words.days(*activity.opens, *activity.closes);
    return item({strong(pen.in(activity.title)), {", " + when + ". " + pen.in(activity.text)}});
}

TextBlock event_item(const Pen& pen, const Event& event) {
    const auto first = std::chrono::floor<std::chrono::days>(event.starts);
    const auto last = std::chrono::floor<std::chrono::days>(event.ends);
    return item({{pen.subject.words.days(first, last) + ": "}, strong(pen.in(event.title)),
        {(event.place.empty() ? "" : ", " + event.place) +
            after(event.withdrawn ? "– " + site::called_off(*event.withdrawn, pen.subject.words) : "")}});
}

template <class Things, class View>
std::vector<TextBlock> items_of(const Pen& pen, const Things& things, View view) {
    std::vector<TextBlock> items;
    for (const auto& thing : things) items.push_back(view(pen, thing));
    return items;
}

/// What staff have written about a consultation is in Swedish.
void put_consultation(const Pen& pen, const SamiConsultation& consultation) {
    const auto& words = pen.subject.words;
    auto title = office::heading(3, consultation.counterpart);
    title.language = "sv";
    pen.put(title);
    Spans outcome{strong(shown(consultation.outcome, words))};
    if (!consultation.motive.empty()) {
        outcome.push_back({": "});
        outcome.push_back({consultation.motive, {}, "sv"});
    }
    pen.put(office::paragraph(std::move(outcome)));
    for (const auto& event : consultation.events) {
        Spans spans{{words.day(event.day) + ", " + shown(event.kind, words) + ": "}, {event.text, {}, "sv"}};
        if (!event.digest.empty()) spans.push_back({"\nSHA-256 " + event.digest});
        pen.put(item(std::move(spans)));
    }
}

}  // namespace

void write_how(Pen& pen) {
    const auto& words = pen.subject.words;
    auto& db = pen.subject.db;
    const auto id = pen.subject.process.id;
    pen.put({office::heading(2, words("How it was done")),
        office::paragraph(pen.in(pen.subject.process.summary))});
    put_list(pen, words("Steps"), items_of(pen, store::steps_of(db, id), step_item));
    put_list(pen, words("Ways to take part"), items_of(pen, store::activities_of(db, id), activity_item));
    put_list(pen, words("Meetings"), items_of(pen, store::events_of(db, id), event_item));
}

void write_decisions(Pen& pen) {
    const auto& words = pen.subject.words;
    auto& db = pen.subject.db;
    const auto id = pen.subject.process.id;
    const auto consultations = store::sami_consultations_of(db, id);
    if (!consultations.empty()) pen.put(office::heading(2, words("Consultation with Sámi representatives")));
    for (const auto& consultation : consultations) put_consultation(pen, consultation);
    const auto decisions = store::decisions_of(db, id);
    if (!decisions.empty()) pen.put(office::heading(2, words("Decisions")));
    for (const auto& decision : decisions)
        pen.put(office::paragraph(decision::sentence_of(db, decision, words)));
}

void write_corrections(Pen& pen) {
    const auto& subject = pen.subject;
    const auto blocks =
        correction::blocks_of_process({subject.db, subject.process.id, subject.words, subject.clock});
    if (blocks.empty()) return;
    pen.put({office::heading(2, subject.words("Corrections"), "rattelser"),
        office::paragraph(subject.words("What was public and wrong, the oldest correction first. The report "
                                        "says elsewhere what is right, but the words of a version stand as "
                                        "they were frozen."))});
    pen.put(blocks);
}

}  // namespace medskapa::web::decision::report
