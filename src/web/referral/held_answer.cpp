#include "store/referral/referral_store.hpp"
#include "web/frame/forms/not_saved.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/files.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/form.hpp"
#include "web/referral/kept.hpp"
#include "web/referral/pages.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"

/// An answer as the second person of an organisation reads it, and sends it or sends it back.
namespace medskapa::web::referral {
namespace {

using Stage = ReferralAnswer::Stage;

Response private_page(const Visit& visit, const ReferralAnswer& answer, const std::string& title, Html body,
    const ui::Complaints& complaints, int status) {
    auto content = framed(visit, store::find_referral(visit.db, answer.referral).value(), title,
        html("{}{}", ui::error_summary(complaints, visit.words), body));
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

/// The two ways on: one form, so that the name is written once.
Html approval_form(const Visit& visit, const ReferralAnswer& answer, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto name = ui::text_field({.name = "godkant-av",
                                         .label = words("Your name"),
                                         .value = std::string{visit.field("godkant-av")},
                                         .hint = words("Kept with the answer. Not published."),
                                         .autocomplete = "name"},
        ui::Input::text, complaints, words);
    const auto comment = ui::text_area(
        {.name = "kommentar",
            .label = words("What should be changed?"),
            .value = std::string{visit.field("kommentar")},
            .hint = words("Only when you send it back. The writer reads it; we do not publish it."),
            .is_optional = true},
        4, complaints, words);
    return post_form(visit,
        {.action = approvers_href(visit, answer),
            .fields = html("{}{}{}", ui::hidden_field("sett", app::digest_of(answer)), name, comment),
            .button = html(
                R"(<span class="row"><button class="btn quiet" name="gor" value="tillbaka">{}</button> <button class="btn" name="gor" value="skicka">{}</button></span>)",
                words("Send it back to the writer"), words("Approve and send"))});
}

Response approval_page(
    const Visit& visit, const ReferralAnswer& answer, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Approve the answer");
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
{answer}
{files}
{form})",
        "title"_a = title,
        "lead"_a = words(
            "{} has written this answer and asks you to approve it. Then it is sent.", answer.draft.author),
        "answer"_a = answer_view(visit, answer), "files"_a = attached(visit, answer),
        "form"_a = approval_form(visit, answer, complaints));
    return private_page(visit, answer, title, body, complaints, status);
}

/// While its writer is at it again.
Response not_waiting_page(const Visit& visit, const ReferralAnswer& answer, int status) {
    const auto& words = visit.words;
    const auto title = words("The answer is being written");
    const auto body = html(R"(<h1>{}</h1><p class="lead">{}</p>{})", title,
        words("You can read and approve it by this link when its writer asks for that again."),
        written(visit));
    return private_page(visit, answer, title, body, {}, status);
}

/// Another answer of the party came in meanwhile: what becomes of the two is for the writer to say.
Response overtaken_page(const Visit& visit, const ReferralAnswer& answer, int status) {
    const auto& words = visit.words;
    const auto title = words("The answer cannot be sent yet");
    const auto body = html(R"(<h1>{}</h1><p class="lead">{}</p>{})", title,
        words("We have another answer from {} already. Ask the writer to open the link that came with the "
              "consultation, read there what we have, and choose “Change the answer”. Then this link works "
              "again.",
            store::find_party(visit.db, answer.party)->name),
        written(visit));
    return private_page(visit, answer, title, body, {}, status);
}

std::optional<ReferralAnswer> of_approver(const Visit& visit) {
    return app::answer_of_approver(visit.db, *visit.process, visit.path.at("approval"), visit.site.secret);
}

app::Approval approval_of(const Visit& visit, const ReferralAnswer& answer) {
    return {answer.id, std::string{visit.field("sett")}, std::string{visit.field("godkant-av")},
        visit.today(), wordless(visit, answer.draft.position, !answer.files.empty())};
}

Response refused(const Visit& visit, const ReferralAnswer& answer, const Failure& failure) {
    if (failure.kind == Failure::Kind::closed) return closed_page(visit, submission_of(visit, answer), 409);
    if (!failure.complaints.empty()) return approval_page(visit, answer, failure.complaints, 422);
    const auto now = store::find_answer(visit.db, answer.id);
    // By a second click, or by its writer while a comment was written.
    if (now && now->is_sent()) return sent_page(visit, *now, visit.field("gor") == "tillbaka" ? 409 : 200);
    if (now && app::is_overtaken(visit.db, *now)) return overtaken_page(visit, *now, 409);
    if (failure.kind == Failure::Kind::conflict && answer.stage != Stage::waiting)
        return not_waiting_page(visit, answer, 409);
    return problem(visit, failure.kind);
}

}  // namespace

Response to_approve(const Visit& visit) {
    const auto answer = of_approver(visit);
    if (!answer) return problem(visit, Failure::Kind::not_found);
    if (answer->is_sent()) return sent_page(visit, *answer, 200);
    if (answer->stage != Stage::waiting) return not_waiting_page(visit, *answer, 200);
    if (app::is_overtaken(visit.db, *answer)) return overtaken_page(visit, *answer, 200);
    return approval_page(visit, *answer, {}, 200);
}

Response approve(const Visit& visit) {
    const auto answer = of_approver(visit);
    if (!answer) return problem(visit, Failure::Kind::not_found);
    const auto approval = approval_of(visit, *answer);
    if (visit.field("gor") == "tillbaka") {
        const auto returned = visit.write([&](auto& act) {
            return app::return_held(act, approval, std::string{visit.field("kommentar")});
        });
        if (!returned) return refused(visit, *answer, returned.error());
        return see_other(approvers_href(visit, *answer));
    }
    const auto receipt =
        visit.write([&](auto& act) { return app::approve_held(act, approval, visit.site.secret); });
    if (!receipt) return refused(visit, *answer, receipt.error());
    return see_other(visit.href(address::receipt_page, receipt->code));
}

Response approvers_file(const Visit& visit) {
    const auto answer = of_approver(visit);
    const auto number = Visit::number(visit.path.at("file"));
    if (!answer || answer->is_sent() || !number || *number < 1 ||
        static_cast<std::size_t>(*number) > answer->files.size())
        return problem(visit, Failure::Kind::not_found);
    return inspel::file_response(visit, answer->files[static_cast<std::size_t>(*number) - 1]);
}

}  // namespace medskapa::web::referral
