#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/decision/note.hpp"
#include "web/decision/report/parts.hpp"
#include "web/site/dates.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::decision::report {
namespace {

Html list_of(const std::string& title, const Html& items) {
    return items.empty() ? Html{} : html("\n<h3>{}</h3>\n<ul>{}</ul>", title, items);
}

Html step_item(const Pen& pen, const Step& step) {
    return html("\n<li><strong>{}</strong>, {}. {}</li>", pen.in(step.title),
        site::shown(step.period, pen.subject.words), pen.in(step.text));
}

Html activity_item(const Pen& pen, const Activity& activity) {
    const auto& words = pen.subject.words;
    const auto when = !activity.opens || !activity.closes
                          ? site::window(activity, pen.subject.clock.day(pen.subject.now), words)
                          : words.days(*activity.opens, *activity.closes);
    return html(
        "\n<li><strong>{}</strong>, {}. {}</li>", pen.in(activity.title), when, pen.in(activity.text));
}

Html event_item(const Pen& pen, const Event& event) {
    const auto first = std::chrono::floor<std::chrono::days>(event.starts);
    const auto last = std::chrono::floor<std::chrono::days>(event.ends);
    return html("\n<li>{}: <strong>{}</strong>{}{}</li>", pen.subject.words.days(first, last),
        pen.in(event.title), event.place.empty() ? "" : ", ", event.place);
}

}  // namespace

void write_how(Pen& pen) {
    const auto& words = pen.subject.words;
    auto& db = pen.subject.db;
    const auto id = pen.subject.process.id;
    pen.put(
        html("\n<h2>{}</h2>\n<p>{}</p>{}{}{}", words("How it was done"), pen.in(pen.subject.process.summary),
            list_of(words("Steps"),
                each(store::steps_of(db, id), [&](const Step& s) { return step_item(pen, s); })),
            list_of(words("Ways to take part"),
                each(store::activities_of(db, id), [&](const Activity& a) { return activity_item(pen, a); })),
            list_of(words("Meetings"),
                each(store::events_of(db, id), [&](const Event& e) { return event_item(pen, e); }))));
}

void write_decisions(Pen& pen) {
    const auto& words = pen.subject.words;
    auto& db = pen.subject.db;
    const auto id = pen.subject.process.id;
    const auto consultations = each(store::sami_consultations_of(db, id),
        [&](const SamiConsultation& c) { return decision::consultation_view(c, words); });
    const auto decisions = each(store::decisions_of(db, id),
        [&](const Decision& d) { return html("\n<p>{}</p>", decision::sentence_of(db, d, words)); });
    if (!consultations.empty())
        pen.put(html("\n<h2>{}</h2>{}", words("Consultation with Sámi representatives"), consultations));
    if (!decisions.empty()) pen.put(html("\n<h2>{}</h2>{}", words("Decisions"), decisions));
}

}  // namespace medskapa::web::decision::report
