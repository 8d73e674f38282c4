#include "app/referral/referral.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/files.hpp"
#include "web/inspel/views.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/form.hpp"
#include "web/referral/note.hpp"
#include "web/referral/pages.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"

/// An answer on its way between two persons of an organisation.
namespace medskapa::web::referral {
namespace {

Response private_page(
    const Visit& visit, const std::string& title, Html body, const ui::Complaints& complaints, int status) {
    auto content =
        process_page(visit, title, html("{}{}", ui::error_summary(complaints, visit.words), body), "-");
    content.width = ui::Width::column;
    content.has_errors = !complaints.empty();
    content.head += html(R"(
  <meta name="robots" content="noindex">)");
    return not_stored(page(content, visit, status));
}

app::Submission submission_of(const Visit& visit, const ReferralAnswer& answer) {
    return {store::find_referral(visit.db, answer.referral).value(),
        store::find_party(visit.db, answer.party), answer.draft, {}, visit.today()};
}

std::string writers_href(const Visit& visit, const ReferralAnswer& answer) {
    return visit.href(address::answer_draft, app::writers_link(answer, visit.site.secret));
}

std::string approvers_href(const Visit& visit, const ReferralAnswer& answer) {
    return visit.href(address::approve_answer, app::approvers_link(answer, visit.site.secret));
}

Response sent_page(const Visit& visit, const ReferralAnswer& answer) {
    const auto& words = visit.words;
    const auto code = app::code_of({answer.form_key, visit.site.secret}, *visit.process);
    const auto body = html(R"(<h1>{}</h1><p class="lead">{}</p><p>{}</p>)", words("The answer has been sent"),
        words("It was approved by a second person and we have received it."),
        ui::button_link(
            visit.href(address::receipt_page, code), words("To the receipt"), ui::Weight::filled));
    return private_page(visit, words("The answer has been sent"), body, {}, 200);
}

Html attached(const Visit& visit, const ReferralAnswer& answer) {
    Html files;
    int number = 0;
    for (const auto& file : answer.files)
        files += inspel::file_view(visit, file,
            visit.href(
                address::answer_to_approve_file, app::approvers_link(answer, visit.site.secret), ++number));
    return files;
}

Html link_to_hand_over(const Visit& visit, const ReferralAnswer& answer) {
    const auto& words = visit.words;
    return html(R"(<h2>{}</h2><p>{}</p>{})", words("Give this link to the one who approves"),
        words("Whoever has it can read the answer and send it. Nothing has been sent to us yet."),
        ui::proof(
            words("The link for the second person"), {full_address(visit, approvers_href(visit, answer))}));
}

Response draft_page(const Visit& visit, const ReferralAnswer& answer, const app::Submission& submission,
    const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("The answer waits for a second person");
    const auto author = ui::text_field({.name = "skrivet-av",
                                           .label = words("Who has written the answer?"),
                                           .value = submission.draft.author},
        ui::Input::text, complaints, words);
    const auto form =
        post_form(visit, {.action = writers_href(visit, answer),
                             .fields = html("{}{}", answer_fields(visit, submission, complaints), author),
                             .button = ui::submit(words("Save the answer"), ui::Weight::filled),
                             .takes_files = true});
    const auto body = html(R"(
<h1>{title}</h1>
{link}
<h2>{change}</h2>
<p>{explanation}</p>
{file}
{form})",
        "title"_a = title, "link"_a = link_to_hand_over(visit, answer), "change"_a = words("Change it"),
        "explanation"_a =
            words("Save this page's address to come back here. What you change must be read again."),
        "file"_a = attached(visit, answer), "form"_a = form);
    return private_page(visit, title, body, complaints, status);
}

Html answer_view(const Visit& visit, const ReferralAnswer& answer) {
    const auto& draft = answer.draft;
    return html(R"(
<dl>
  <dt>{sender_label}</dt><dd>{sender}</dd>
  <dt>{standpoint_label}</dt><dd>{standpoint}</dd>
</dl>
{parts}
{file})",
        "sender_label"_a = visit.words("Organisation"), "sender"_a = draft.organisation,
        "standpoint_label"_a = visit.words("Position"),
        "standpoint"_a = shown(named<Position>(draft.position), visit.words),
        "parts"_a = each(draft.parts,
            [&](const AnswerPart& part) {
                return html(R"(<h2>{}</h2><div class="original as-typed">{}</div>)",
                    part.code.empty() ? visit.words("Overall comments") : part.code, part.text);
            }),
        "file"_a = attached(visit, answer));
}

Response approval_page(
    const Visit& visit, const ReferralAnswer& answer, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Approve the answer");
    const auto approver = ui::text_field({.name = "godkant-av",
                                             .label = words("Your name"),
                                             .value = std::string{visit.field("godkant-av")},
                                             .hint = words("Kept with the answer. Not published."),
                                             .autocomplete = "name"},
        ui::Input::text, complaints, words);
    const auto form = post_form(
        visit, {.action = approvers_href(visit, answer),
                   .fields = html("{}{}", ui::hidden_field("sett", app::digest_of(answer)), approver),
                   .button = ui::submit(words("Approve and send"), ui::Weight::filled)});
    const auto body = html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
{answer}
{form})",
        "title"_a = title,
        "lead"_a = words(
            "{} has written this answer and asks you to approve it. Then it is sent.", answer.draft.author),
        "answer"_a = answer_view(visit, answer), "form"_a = form);
    return private_page(visit, title, body, complaints, status);
}

std::optional<ReferralAnswer> of_writer(const Visit& visit) {
    return app::answer_of_writer(visit.db, *visit.process, visit.path.at("draft"), visit.site.secret);
}

std::optional<ReferralAnswer> of_approver(const Visit& visit) {
    return app::answer_of_approver(visit.db, *visit.process, visit.path.at("approval"), visit.site.secret);
}

}  // namespace

Response draft(const Visit& visit) {
    const auto answer = of_writer(visit);
    if (!answer) return problem(visit, Failure::Kind::not_found);
    if (answer->is_sent()) return sent_page(visit, *answer);
    return draft_page(visit, *answer, submission_of(visit, *answer), {}, 200);
}

Response change_draft(const Visit& visit) {
    const auto answer = of_writer(visit);
    if (!answer) return problem(visit, Failure::Kind::not_found);
    const auto known = submission_of(visit, *answer);
    const auto typed = typed_answer(visit, known.referral, known.party);
    const auto changed = visit.write([&](auto& act) { return app::change_held(act, answer->id, typed); });
    if (changed) return see_other(writers_href(visit, *answer));
    if (changed.error().complaints.empty()) return problem(visit, changed.error().kind);
    return draft_page(visit, *answer, typed, changed.error().complaints, 422);
}

Response to_approve(const Visit& visit) {
    const auto answer = of_approver(visit);
    if (!answer) return problem(visit, Failure::Kind::not_found);
    return answer->is_sent() ? sent_page(visit, *answer) : approval_page(visit, *answer, {}, 200);
}

Response approve(const Visit& visit) {
    const auto answer = of_approver(visit);
    if (!answer) return problem(visit, Failure::Kind::not_found);
    const app::Approval approval{
        answer->id, std::string{visit.field("sett")}, std::string{visit.field("godkant-av")}, visit.today()};
    const auto receipt =
        visit.write([&](auto& act) { return app::approve_held(act, approval, visit.site.secret); });
    if (receipt) return see_other(visit.href(address::receipt_page, receipt->code));
    if (receipt.error().complaints.empty()) return problem(visit, receipt.error().kind);
    return approval_page(visit, *answer, receipt.error().complaints, 422);
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
