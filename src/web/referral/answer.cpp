#include "app/referral/referral.hpp"
#include "app/referral/referral_answer.hpp"
#include "store/referral/referral_store.hpp"
#include "web/inspel/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/door.hpp"
#include "web/referral/form.hpp"
#include "web/referral/kept.hpp"
#include "web/referral/pages.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::referral {
namespace {

/// What came of what was sent: what is wrong with it, or a notice, and the status that says so.
struct Feedback {
    ui::Complaints complaints = {};
    Html notice = {};
    int status = 200;
};

std::string form_href(const Visit& visit, const app::Submission& submission) {
    if (!submission.party) return visit.href(address::answer_referral, submission.referral.number);
    return answer_href(visit, *submission.party);
}

std::string heading_of(const Visit& visit, const app::Submission& submission) {
    return submission.party ? visit.words("Answer from {}", submission.party->name)
                            : visit.words("Answer the consultation");
}

/// The end of the form: keep it, send it, or let a second person see it first.
Html send_buttons(const Visit& visit, const app::Submission& submission, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    return html(R"(
{author}
<p class="row">{buttons}</p>
<p class="meta">{explanation}</p>)",
        "author"_a =
            ui::text_field({.name = "skrivet-av",
                               .label = words("Who has written the answer?"),
                               .value = submission.draft.author,
                               .hint = words("Needed only when a second person approves it. Not published."),
                               .is_optional = true},
                ui::Input::text, complaints, words),
        "buttons"_a = writing_buttons(words),
        "explanation"_a = words("The answer becomes a public record. We publish its text and your "
                                "organisation, but neither your name nor your contact details."));
}

Html abstain_form(const Visit& visit, const app::Submission& submission) {
    if (!submission.party) return {};
    return html(R"(
<details class="more">
  <summary>{title}</summary>
  <form method="post" action="{action}">
    {guard}
    <p>{button}</p>
  </form>
</details>)",
        "title"_a = visit.words("We will not answer"),
        "action"_a =
            visit.href(address::abstain_as_party, app::link_of(*submission.party, visit.site.secret)),
        "guard"_a = form_guard(visit, ""),
        "button"_a = ui::submit(visit.words("Say that we will not answer"), ui::Weight::quiet));
}

Response form_page(const Visit& visit, const app::Submission& submission, const Feedback& feedback) {
    const auto& words = visit.words;
    const auto& referral = submission.referral;
    const auto last = submission.party ? submission.party->last_day() : referral.deadline;
    const auto title = heading_of(visit, submission);
    const auto body = html(R"(
{errors}
{notice}
<h1>{title}</h1>
<p class="lead">{lead}</p>
{facts}
<p><a href="#svara">{jump}</a></p>
{letter}
{changes}
{asked}
<h2 id="svara">{answer}</h2>
<form method="post" action="{action}" enctype="multipart/form-data" novalidate>
  {guard}
  {fields}
  {buttons}
</form>
{abstain})",
        "errors"_a = ui::error_summary(feedback.complaints, words), "notice"_a = feedback.notice,
        "title"_a = title,
        "lead"_a = words("Answer the questions, write on the sections that concern you, or on the whole."),
        "facts"_a = facts_view(visit, referral, last), "jump"_a = words("Go to the answer"),
        "letter"_a = letter_view(visit, referral), "changes"_a = changes_view(visit, referral),
        "asked"_a = asked_view(visit, referral), "answer"_a = words("Your answer"),
        "action"_a = form_href(visit, submission), "guard"_a = form_guard(visit, visit.new_form_key()),
        "fields"_a = answer_fields(visit, submission, feedback.complaints),
        "buttons"_a = send_buttons(visit, submission, feedback.complaints),
        "abstain"_a = abstain_form(visit, submission));
    auto content = framed(visit, referral, title, body);
    content.has_errors = !feedback.complaints.empty();
    return not_stored(page(content, visit, feedback.status));
}

Response first_form(const Visit& visit, const Referral& referral, const std::optional<Party>& party) {
    const auto submission = empty_answer(visit, referral, party);
    if (!takes_answer(referral, party, visit.today())) return closed_page(visit, submission, 200);
    return form_page(visit, submission, {});
}

/// There is an answer already, that this form has kept, or that somebody else of the party has begun or sent:
/// what was written here is given back with it.
std::optional<Response> answer_before(const Visit& visit, const app::Submission& submission) {
    const auto mine = store::answer_of_form(visit.db, visit.process->id, std::string{visit.field("nyckel")});
    const auto party = submission.party ? submission.party->id : Id<Party>{};
    if (mine && !mine->is_sent() && mine->referral == submission.referral.id && mine->party == party)
        return both_texts(visit, *mine, submission);
    if (!submission.party) return std::nullopt;
    if (const auto begun = store::unsent_answer_of(visit.db, submission.party->id))
        return both_texts(visit, *begun, submission);
    const auto now = store::find_party(visit.db, submission.party->id).value();
    if (!now.has_sent()) return std::nullopt;
    return answered_page(visit, now, submission.draft.parts, 409);
}

Response refused(const Visit& visit, const app::Submission& submission, const Failure& failure) {
    if (failure.kind == Failure::Kind::invalid)
        return form_page(visit, submission, {failure.complaints, {}, 422});
    if (failure.kind == Failure::Kind::closed) return closed_page(visit, submission, 409);
    if (failure.kind != Failure::Kind::conflict) return problem(visit, failure.kind);
    if (auto before = answer_before(visit, submission)) return *std::move(before);
    const auto why = visit.words(
        "You have sent this form once already, with other words. Send again if this is a new answer.");
    return form_page(visit, submission, {{}, ui::notice(ui::Tone::warn, html("<p>{}</p>", why)), 409});
}

/// Kept here: to go on with later, or for a second person.
Response kept(const Visit& visit, const app::Submission& submission, const std::string& key) {
    const auto answer = visit.write([&](auto& act) {
        return visit.field("gor") == "godkannande" ? app::hold_answer(act, submission, key)
                                                   : app::save_answer(act, submission, key);
    });
    if (!answer) return refused(visit, submission, answer.error());
    return see_other(writers_href(visit, *answer));
}

Response received(const Visit& visit, const app::Submission& submission) {
    const auto key = std::string{visit.field("nyckel")};
    if (!visit.is_form_key(key)) {
        const auto why = visit.words("The form had expired. All you wrote is here: send it again.");
        return form_page(visit, submission, {{}, ui::notice(ui::Tone::warn, html("<p>{}</p>", why)), 409});
    }
    if (visit.field("gor") != "skicka") return kept(visit, submission, key);
    const auto receipt = visit.write([&](auto& act) {
        return app::answer_referral(act, submission, {key, visit.site.secret});
    });
    if (!receipt) return refused(visit, submission, receipt.error());
    return see_other(visit.href(address::receipt_page, receipt->code));
}

/// A party that has answered begins to change its answer.
Response revised(const Visit& visit, const Party& party) {
    const auto begun = visit.write([&](auto& act) { return app::revise_answer(act, party, visit.today()); });
    if (begun) return see_other(writers_href(visit, *begun));
    if (begun.error().kind != Failure::Kind::closed) return problem(visit, begun.error().kind);
    const auto referral = store::find_referral(visit.db, party.referral).value();
    return closed_page(visit, empty_answer(visit, referral, party), 409);
}

std::optional<Referral> asked_for(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("referral"));
    return number ? store::referral_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

/// The party whose own link the address is.
std::optional<Party> party_of_link(const Visit& visit) {
    return app::party_of_link(visit.db, *visit.process, visit.path.at("link"), visit.site.secret);
}

}  // namespace

Response open_form(const Visit& visit) {
    const auto referral = asked_for(visit);
    return referral ? first_form(visit, *referral, {}) : problem(visit, Failure::Kind::not_found);
}

Response receive(const Visit& visit) {
    const auto referral = asked_for(visit);
    if (!referral) return problem(visit, Failure::Kind::not_found);
    return received(visit, typed_answer(visit, *referral, {}));
}

Response party_form(const Visit& visit) {
    const auto party = party_of_link(visit);
    if (!party) return problem(visit, Failure::Kind::not_found);
    const auto begun = store::unsent_answer_of(visit.db, party->id);
    if (begun && !app::is_overtaken(visit.db, *begun)) return see_other(writers_href(visit, *begun));
    if (party->has_sent() || party->abstained_at) return answered_page(visit, *party, {}, 200);
    return first_form(visit, store::find_referral(visit.db, party->referral).value(), party);
}

Response receive_from(const Visit& visit) {
    const auto party = party_of_link(visit);
    if (!party) return problem(visit, Failure::Kind::not_found);
    if (visit.field("gor") == "andra") return revised(visit, *party);
    return received(
        visit, typed_answer(visit, store::find_referral(visit.db, party->referral).value(), party));
}

Response abstain(const Visit& visit) {
    const auto party = party_of_link(visit);
    if (!party) return problem(visit, Failure::Kind::not_found);
    const auto abstained = visit.write([&](auto& act) { return app::abstain(act, *party); });
    if (!abstained) return problem(visit, abstained.error().kind);
    return see_other(visit.href(address::answer_as_party, visit.path.at("link")));
}

}  // namespace medskapa::web::referral
