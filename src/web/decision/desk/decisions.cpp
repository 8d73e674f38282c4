#include "app/decision/decision.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/correction/addresses.hpp"
#include "web/decision/addresses.hpp"
#include "web/decision/desk/pages.hpp"
#include "web/decision/note.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/site/desk/form.hpp"
#include "web/ui/confirming.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::decision::desk {
namespace {

using site::desk::Kind;
using site::desk::Needed;
using site::desk::Values;

template <class T>
Id<T> id_in(const Values& values, const char* name) {
    return {Visit::number(values.at(name)).value_or(0)};
}

Result<Decision> decision_from(const Values& values) {
    site::desk::Reader in{values};
    Decision decision;
    decision.body = id_in<Body>(values, "organ");
    decision.version = id_in<Version>(values, "version");
    const auto day = in.day("beslutat");
    if (in.line("beslutat").empty()) in.complain("beslutat", N_("Write the day as 2026-05-14"));
    decision.decided_on = day.value_or(Day{});
    decision.paragraph = in.line("paragraf");
    decision.diary_number = in.line("diarienummer");
    decision.text = in.line("text");
    decision.dissent = in.line("reservation");
    decision.noticed_on = in.day("anslaget");
    return in.finished(decision);
}

/// Frozen proposals that nothing has been decided about.
std::vector<ui::Choice> proposals(const Visit& visit) {
    std::vector<ui::Choice> choices;
    for (const auto& document : store::documents_of(visit.db, visit.process->id))
        for (const auto& version : store::versions_of(visit.db, document.id))
            if (version.kind == Version::Kind::proposal)
                choices.push_back({std::to_string(version.id.value),
                    visit.words("{} {}, version {}", document.code, version.title, version.number)});
    return choices;
}

std::vector<ui::Choice> bodies(const Visit& visit) {
    std::vector<ui::Choice> choices;
    for (const auto& body : store::bodies_of(visit.db, visit.process->id))
        choices.push_back({std::to_string(body.id.value), visit.in(body.title)});
    return choices;
}

/// What to think of before anything is decided.
Html warnings(const Visit& visit) {
    const auto& words = visit.words;
    Html all;
    if (!is_settled(store::sami_consultations_of(visit.db, visit.process->id)))
        all += html("<li>{} <a href=\"{}\">{}</a></li>",
            words("No consultation with Sámi representatives (law 2022:66) has been held to its end, or been "
                  "found "
                  "not to be needed. The decision's page will say so."),
            visit.href(address::consultation_page, "ny"), words("Register a consultation"));
    const auto gate = store::gate_of(visit.db, visit.process->id);
    if (!gate.is_open())
        all += html("<li>{} <a href=\"{}\">{}</a></li>",
            gate.missing.lacks_no_answer()
                ? words("The impact assessments are not done, so nothing can be decided yet.")
                : words("Something lacks an answer, so nothing can be decided yet."),
            visit.href(address::missing_page), words("Still to answer"));
    return all.empty() ? all : ui::notice(ui::Tone::warn, html("<ul>{}</ul>", all));
}

std::string word_that_decides(const Words& words) {
    return words.in("word to confirm with", "decide");
}

site::desk::Form decision_form(const Visit& visit) {
    const auto& words = visit.words;
    site::desk::Form form{
        words("Register a decision"), words("As the minutes have it. The version becomes adopted. What is "
                                            "wrong is corrected in the open, and stays to be read.")};
    form.home = {visit.href(address::desk_decisions), words("Decisions")};
    form.before = warnings(visit);
    form.one(
        {.name = "version", .label = words("Version"), .kind = Kind::choice, .choices = proposals(visit)});
    form.one({.name = "organ", .label = words("Decided by"), .kind = Kind::choice, .choices = bodies(visit)});
    form.one({"beslutat", words("Decided on"), Kind::day, Needed::yes});
    form.one(
        {"paragraf", words("Paragraph"), Kind::line, Needed::yes, words("Of the minutes, for example § 12")});
    form.one({"diarienummer", words("Case number"), Kind::line, Needed::yes});
    form.one({"text", words("What was decided"), Kind::text, Needed::yes});
    form.one({"reservation", words("Dissent"), Kind::text, Needed::no,
        words("As it was handed in, with role and party, not with a name.")});
    form.one({"anslaget", words("On the notice board"), Kind::day, Needed::no,
        words("The day when the board told that the minutes are approved. It can be written later.")});
    form.one({ui::confirm_name, words("Write {} to confirm", word_that_decides(words)), Kind::line,
        Needed::yes,
        words(
            "It cannot be undone: the version is adopted. What is wrong in the decision is corrected in the "
            "open.")});
    return form;
}

Html notice_form(const Visit& visit, const Decision& decision) {
    const auto& words = visit.words;
    if (decision.noticed_on)
        return html("<p>{}</p>", words("On the notice board {}", words.day(*decision.noticed_on)));
    const auto id = "anslaget" + std::to_string(decision.number);
    return html(R"(
<form method="post" action="{action}" class="row">
  {guard}<label for="{id}">{label}</label>
  <input id="{id}" name="anslaget" type="date" value="{today}"> {save}
</form>)",
        "action"_a = visit.href(address::record_notice, decision.number),
        "guard"_a = form_guard(visit, {store::version_of_notice(decision)}), "id"_a = id,
        "label"_a = words("On the notice board"), "today"_a = time::iso(visit.today()),
        "save"_a = ui::submit(words("Save"), ui::Weight::small));
}

Html decision_part(const Visit& visit, const Decision& decision) {
    return html(R"(
<section>
  <h3><a href="{href}">{number}</a></h3>
  <p>{sentence}</p>
  {notice}
  <p>{correct}</p>
</section>)",
        "href"_a = visit.href(address::decision_page, decision.number),
        "number"_a = visit.words("Decision B-{}", decision.number),
        "sentence"_a = sentence_of(visit.db, decision, visit.words),
        "notice"_a = notice_form(visit, decision),
        "correct"_a = ui::button_link(visit.href(address::correct_decision, decision.number),
            visit.words("Correct the decision"), ui::Weight::small));
}

Html consultation_part(const Visit& visit, const SamiConsultation& consultation) {
    return html("{}<p>{}</p>", consultation_view(consultation, visit.words),
        ui::button_link(visit.href(address::consultation_page, consultation.number),
            visit.words("Write more"), ui::Weight::small));
}

Html consultations_part(const Visit& visit) {
    return html("<h2>{}</h2>\n{}\n<p>{}</p>", visit.words("Consultation with Sámi representatives"),
        each(store::sami_consultations_of(visit.db, visit.process->id),
            [&](const SamiConsultation& one) { return consultation_part(visit, one); }),
        ui::button_link(visit.href(address::consultation_page, "ny"), visit.words("Register a consultation"),
            ui::Weight::quiet));
}

Response decisions_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto decisions = each(store::decisions_of(visit.db, visit.process->id),
        [&](const Decision& decision) { return decision_part(visit, decision); });

    const auto body = html(R"(
{errors}
<h1>{title}</h1>
{warnings}
{decisions}
<p>{new_decision}</p>
{consultations})",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = words("Decisions"),
        "warnings"_a = warnings(visit), "decisions"_a = decisions,
        "new_decision"_a =
            ui::button_link(visit.href(address::decide), words("Register a decision"), ui::Weight::filled),
        "consultations"_a = consultations_part(visit));
    return page_with_form(desk_page(visit, words("Decisions"), body, "beslut"), visit, complaints, status);
}

}  // namespace

Response list(const Visit& visit) {
    return decisions_page(visit, {}, 200);
}

Response form(const Visit& visit) {
    return site::desk::form_page(visit, decision_form(visit), {{"beslutat", time::iso(visit.today())}}, {});
}

Response decide(const Visit& visit) {
    return site::desk::saved_or_again(
        visit, decision_form(visit), decision_from, [](sql::Connection&) { return Values{}; },
        [&](auto& act, const Decision& typed) {
            return ui::when_confirmed(app::decide(act, typed, visit.today()), word_that_decides(visit.words),
                visit.field(ui::confirm_name));
        });
}

Response set_notice_day(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number")).value_or(0);
    const auto day = time::read_day(visit.field("anslaget"));
    if (!day) return decisions_page(visit, {{"anslaget", N_("Write the day as 2026-05-14")}}, 422);
    const auto written =
        visit.write([&](auto& act) { return app::announce_decision(act, number, *day, visit.today()); });
    if (written) return see_other(visit.href(address::desk_decisions));
    if (written.error().complaints.empty()) return problem(visit, written.error().kind);
    return decisions_page(visit, written.error().complaints, status_of(written.error().kind));
}

}  // namespace medskapa::web::decision::desk
