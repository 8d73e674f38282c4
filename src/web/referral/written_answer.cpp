#include "app/referral/forget_unsent.hpp"
#include "store/referral/referral_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/door.hpp"
#include "web/referral/form.hpp"
#include "web/referral/kept.hpp"
#include "web/referral/pages.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"

/// An answer that is being written, by whoever has its link.
namespace medskapa::web::referral {
namespace {

using Stage = ReferralAnswer::Stage;

struct Feedback {
    ui::Complaints complaints = {};
    Html notice = {};
    int status = 200;
};

Html links_to_hand_over(const Visit& visit, const ReferralAnswer& answer) {
    const auto& words = visit.words;
    if (answer.stage == Stage::waiting)
        return html(R"(<h2>{give}</h2><p>{who}</p>{link}<h2>{change}</h2><p>{again}</p>)",
            "give"_a = words("Give this link to the one who approves"),
            "who"_a = words("Whoever has it can read the answer, send it, or send it back to you with a "
                            "comment. Nothing has been sent to us yet."),
            "link"_a = ui::proof(words("The link for the second person"),
                {full_address(visit, approvers_href(visit, answer))}),
            "change"_a = words("Change it"),
            "again"_a =
                words("Save this page's address to come back here. What you change must be read again."));
    return html(R"(<details class="more"><summary>{}</summary><p>{}</p>{}</details>)",
        words("Write together with a colleague"),
        html("{}",
            words("Whoever has this link can go on writing, and send the answer. If somebody else saves "
                  "while you write, you see both texts.")),
        ui::proof(words("The link to the draft"), {full_address(visit, writers_href(visit, answer))}));
}

std::string title_of(const Words& words, const ReferralAnswer& answer) {
    switch (answer.stage) {
        case Stage::waiting: return words("The answer waits for a second person");
        case Stage::returned: return words("The answer was sent back to be changed");
        case Stage::writing: break;
    }
    return answer.replaces ? words("Change the answer") : words("Draft of an answer");
}

Html comment_view(const Visit& visit, const ReferralAnswer& answer) {
    if (answer.stage != Stage::returned || answer.comment.empty()) return {};
    return ui::notice(
        ui::Tone::warn, html(R"(<p><strong>{}</strong></p><div class="as-typed">{}</div>)",
                            visit.words("{} sent the draft back:", answer.approver), answer.comment));
}

Html saved_line(const Visit& visit, const ReferralAnswer& answer) {
    if (!answer.saved_at) return {};
    return html(R"(<p class="meta">{} {}</p>)",
        visit.words("Saved {}. Nothing has been sent to us yet.",
            visit.words.moment(visit.site.clock.local(*answer.saved_at))),
        visit.words("What is not sent is erased {} days after the last day.", app::unsent_lasts.count()));
}

Html files_of(const Visit& visit, const ReferralAnswer& answer) {
    if (!answer.files.empty())
        return html("<p>{}</p>{}", visit.words("These files go with the answer. New ones take their place."),
            attached(visit, answer));
    const auto first = answer.replaces ? store::find_answer(visit.db, answer.replaces) : std::nullopt;
    if (!first || first->files.empty()) return {};
    return html("<p>{}</p>", visit.words("Files of the first answer stay with it. Choose those again that "
                                         "are to go with this one."));
}

/// By it a script keeps what is being written each ten seconds. Of an answer that waits for a second person
/// nothing is kept by itself: it would no longer wait.
Html keeping(const Visit& visit, const ReferralAnswer& answer) {
    if (answer.stage == Stage::waiting) return {};
    const auto& words = visit.words;
    return html(
        R"(<input type="hidden" name="utkast" value="ja" data-draft="{keep}" data-saved="{saved}" data-failed="{failed}"><output class="meta" data-draft-state></output>)",
        "keep"_a = writers_href(visit, answer), "saved"_a = words("The draft was saved"),
        "failed"_a = words("The draft could not be saved. Save it by the button: if somebody else has saved "
                           "meanwhile, you see both texts"));
}

/// An answer to a script: what its page shows now.
Response kept_silently(const ReferralAnswer& answer) {
    Response nothing;
    nothing.status = 204;
    nothing.headers = {{"Cache-Control", "no-store"}, {"X-Seen", app::digest_of(answer)}};
    return nothing;
}

Html draft_form(const Visit& visit, const ReferralAnswer& answer, const app::Submission& submission,
    const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto author =
        ui::text_field({.name = "skrivet-av",
                           .label = words("Who has written the answer?"),
                           .value = submission.draft.author,
                           .hint = words("Needed only when a second person approves it. Not published."),
                           .is_optional = true},
            ui::Input::text, complaints, words);
    return post_form(visit, {.action = writers_href(visit, answer),
                                .fields = html("{}{}{}", ui::hidden_field("sett", app::digest_of(answer)),
                                    answer_fields(visit, submission, complaints), author),
                                .button = html("{} {}", writing_buttons(words), keeping(visit, answer)),
                                .takes_files = true});
}

Response draft_page(const Visit& visit, const ReferralAnswer& answer, const app::Submission& submission,
    const Feedback& feedback) {
    const auto& words = visit.words;
    const auto last = submission.party ? submission.party->last_day() : submission.referral.deadline;
    const auto title = title_of(words, answer);
    const auto body = html(R"(
{errors}
{notice}
{comment}
<h1>{title}</h1>
{saved}
{facts}
{links}
{files}
{form})",
        "errors"_a = ui::error_summary(feedback.complaints, words), "notice"_a = feedback.notice,
        "comment"_a = comment_view(visit, answer), "title"_a = title, "saved"_a = saved_line(visit, answer),
        "facts"_a = facts_view(visit, submission.referral, last),
        "links"_a = links_to_hand_over(visit, answer), "files"_a = files_of(visit, answer),
        "form"_a = draft_form(visit, answer, submission, feedback.complaints));
    auto content = framed(visit, submission.referral, title, body);
    content.has_errors = !feedback.complaints.empty();
    return not_stored(page(content, visit, feedback.status));
}

std::optional<ReferralAnswer> of_writer(const Visit& visit) {
    return app::answer_of_writer(visit.db, *visit.process, visit.path.at("draft"), visit.site.secret);
}

/// What could not be done with what was typed. Somebody else may have saved or sent it meanwhile.
Response refused(
    const Visit& visit, const ReferralAnswer& answer, const app::Submission& typed, const Failure& failure) {
    if (failure.kind == Failure::Kind::closed) return closed_page(visit, typed, 409);
    if (failure.kind == Failure::Kind::invalid)
        return draft_page(visit, answer, typed, {failure.complaints, {}, 422});
    if (failure.kind != Failure::Kind::conflict) return problem(visit, failure.kind);
    const auto now = store::find_answer(visit.db, answer.id);
    if (now && app::is_what_was_sent(visit.db, *now, typed)) return sent_page(visit, *now, 200);
    if (now && !now->is_sent() && app::digest_of(*now) != typed.seen) return both_texts(visit, *now, typed);
    if (typed.party) return answered_page(visit, *typed.party, typed.draft.parts, 409);
    return now && now->is_sent() ? sent_page(visit, *now, 409) : problem(visit, failure.kind);
}

}  // namespace

Response both_texts(const Visit& visit, const ReferralAnswer& now, const app::Submission& typed) {
    const auto& words = visit.words;
    const auto notice = ui::notice(ui::Tone::warn,
        html("<p>{}</p><details class=\"more\" open><summary>{}</summary>{}</details>",
            words("The draft was changed while you wrote, by somebody else or in another window. Nothing of "
                  "yours is lost: it stands in the fields. Take in what you want of the other text, and save "
                  "again."),
            words("What is saved"), answer_view(visit, now)));
    return draft_page(visit, now, typed, {{}, notice, 409});
}

Response draft(const Visit& visit) {
    const auto answer = of_writer(visit);
    if (!answer) return problem(visit, Failure::Kind::not_found);
    if (answer->is_sent()) return sent_page(visit, *answer, 200);
    const auto submission = submission_of(visit, *answer);
    if (!takes_answer(submission.referral, submission.party, visit.today()))
        return closed_page(visit, submission, 200);
    return draft_page(visit, *answer, submission, {});
}

Response change_draft(const Visit& visit) {
    const auto answer = of_writer(visit);
    if (!answer) return problem(visit, Failure::Kind::not_found);
    const auto known = submission_of(visit, *answer);
    auto typed = typed_answer(visit, known.referral, known.party);
    typed.draft.wordless =
        wordless(visit, typed.draft.position, !typed.files.empty() || !answer->files.empty());
    if (visit.field("gor") == "skicka") {
        const auto receipt =
            visit.write([&](auto& act) { return app::send_kept(act, answer->id, typed, visit.site.secret); });
        if (!receipt) return refused(visit, *answer, typed, receipt.error());
        return see_other(visit.href(address::receipt_page, receipt->code));
    }
    const auto kept = visit.write([&](auto& act) {
        return visit.field("gor") == "godkannande" ? app::change_held(act, answer->id, typed)
                                                   : app::save_again(act, answer->id, typed);
    });
    if (!kept) return refused(visit, *answer, typed, kept.error());
    if (visit.field("tyst") == "ja") return kept_silently(*kept);
    return see_other(writers_href(visit, *answer));
}

}  // namespace medskapa::web::referral
