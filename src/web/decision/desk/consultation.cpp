#include "app/decision/decision.hpp"
#include "base/digest.hpp"
#include "store/decision/decision_store.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/desk/pages.hpp"
#include "web/decision/note.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/site/desk/form.hpp"

namespace medskapa::web::decision::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;
using Event = SamiConsultation::Event;

std::optional<SamiConsultation> asked_for(const Visit& visit, sql::Connection& db) {
    const auto number = Visit::number(visit.path.at("consultation"));
    return number ? store::sami_consultation_numbered(db, visit.process->id, *number) : std::nullopt;
}

Values values_of(const std::optional<SamiConsultation>& consultation) {
    Values values;
    if (!consultation) return values;
    values["motpart"] = consultation->counterpart;
    values["utfall"] = name_of(consultation->outcome);
    values["motiv"] = consultation->motive;
    return values;
}

Result<SamiConsultation> consultation_from(const Visit& visit, const Values& values) {
    site::desk::Reader in{values};
    SamiConsultation consultation;
    consultation.number = Visit::number(visit.path.at("consultation")).value_or(0);
    consultation.counterpart = in.line("motpart");
    consultation.outcome = in.choice<SamiConsultation::Outcome>("utfall");
    consultation.motive = in.line("motiv");
    return in.finished(consultation);
}

Html event_fields(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto typed = [&](const char* name) { return std::string{visit.field(name)}; };
    auto fields = ui::select({.name = "slag", .label = words("What it was"), .value = typed("slag")},
        ui::choices_of<Event::Kind>(words), complaints, words);
    fields += ui::text_field({.name = "dag",
                                 .label = words("Day"),
                                 .value = typed("dag").empty() ? time::iso(visit.today()) : typed("dag"),
                                 .is_short = true},
        ui::Input::date, complaints, words);
    fields += ui::text_area(
        {.name = "text", .label = words("What happened"), .value = typed("text")}, 4, complaints, words);
    fields += ui::text_field(
        {.name = "fil",
            .label = words("File"),
            .hint = words("Minutes or a letter. Only its SHA-256 is kept here; the file stays in the diary."),
            .is_optional = true},
        ui::Input::file, complaints, words);
    fields += ui::text_field(
        {.name = "hash", .label = words("or its SHA-256"), .value = typed("hash"), .is_optional = true},
        ui::Input::text, complaints, words);
    return fields;
}

/// Below the consultation's own form: what has happened, and a form for one more event.
Html events_part(const Visit& visit, const std::optional<SamiConsultation>& consultation,
    const ui::Complaints& complaints) {
    if (!consultation) return {};
    const auto& words = visit.words;
    return html(R"(
{}
<h2>{}</h2>
{})",
        consultation_view(*consultation, words), words("Write down what happened"),
        post_form(visit, {.action = visit.href(address::consultation_events, consultation->number),
                             .fields = event_fields(visit, complaints),
                             .button = ui::submit(words("Save what happened"), ui::Weight::filled),
                             .takes_files = true}));
}

site::desk::Form consultation_form(const Visit& visit, const ui::Complaints& complaints = {}) {
    const auto& words = visit.words;
    site::desk::Form form{words("Consultation with Sámi representatives"),
        words("By law 2022:66, before a decision that can be of special importance to the Sámi.")};
    form.home = {visit.href(address::desk_decisions), words("Decisions")};
    form.one({"motpart", words("With whom"), Kind::line, Needed::yes,
        words("The organisation or body, for example Sametinget or a reindeer herding community.")});
    form.one({.name = "utfall",
        .label = words("How it ended"),
        .kind = Kind::choice,
        .choices = ui::choices_of<SamiConsultation::Outcome>(words)});
    form.one({"motiv", words("Why"), Kind::text, Needed::no,
        words("Needed where no agreement was reached, and where none is needed.")});
    form.after = events_part(visit, asked_for(visit, visit.db), complaints);
    return form;
}

Event event_from(const Visit& visit) {
    Event event;
    (void)find_name<Event::Kind>(visit.field("slag"), event.kind);
    event.text = std::string{visit.field("text")};
    event.digest = std::string{visit.field("hash")};
    for (const auto& upload : visit.request.uploads)
        if (upload.field == "fil" && !upload.bytes.empty()) event.digest = hex(as_text(sha256(upload.bytes)));
    return event;
}

Response refused(const Visit& visit, const Failure& failure) {
    if (failure.complaints.empty()) return problem(visit, failure.kind);
    const auto standing = values_of(asked_for(visit, visit.db));
    auto again =
        site::desk::form_page(visit, consultation_form(visit, failure.complaints), standing, standing);
    again.status = status_of(failure.kind);
    return again;
}

}  // namespace

Response consultation(const Visit& visit) {
    return site::desk::form_of_known(
        visit, consultation_form(visit), values_of(asked_for(visit, visit.db)), "consultation");
}

Response save_consultation(const Visit& visit) {
    return site::desk::saved_or_again(
        visit, consultation_form(visit), [&](const Values& typed) { return consultation_from(visit, typed); },
        [&](sql::Connection& db) { return values_of(asked_for(visit, db)); },
        [&](auto& act, const SamiConsultation& typed) {
            return site::desk::is_new(visit, "consultation") ? app::open_consultation(act, typed)
                                                             : app::change_consultation(act, typed);
        });
}

Response add_event(const Visit& visit) {
    auto event = event_from(visit);
    const auto number = Visit::number(visit.path.at("consultation")).value_or(0);
    const auto day = time::read_day(visit.field("dag"));
    if (!day) return refused(visit, {Failure::Kind::invalid, {{"dag", N_("Write the day as 2026-05-14")}}});
    event.day = *day;
    const auto noted =
        visit.write([&](auto& act) { return app::note_consultation(act, number, event, visit.today()); });
    if (!noted) return refused(visit, noted.error());
    return see_other(visit.href(address::consultation_page, number));
}

}  // namespace medskapa::web::decision::desk
