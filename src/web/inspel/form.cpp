#include "app/inspel/inspel.hpp"
#include "app/own_page/own_identity.hpp"
#include "base/text.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"
#include "store/inspel/resend_store.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/forms/not_saved.hpp"
#include "web/frame/forms/page_with_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/fields.hpp"
#include "web/inspel/files.hpp"
#include "web/inspel/pages.hpp"
#include "web/own_page/note.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/site/open.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::inspel {
namespace {

/// That a form which was begun in time is taken a while longer.
Html grace(const Visit& visit, const Activity& activity) {
    if (!activity.closes) return {};
    return html(R"(<p class="meta">{}</p>)",
        visit.words("What you have begun before it closes can be sent for another {} minutes.",
            site::taken_after_close.count()));
}

/// The other ways to say it.
Html phone_note(const Visit& visit) {
    const auto& phone = visit.process->contact_phone;
    if (phone.empty()) return {};
    return html("<p class=\"meta\">{}</p>",
        visit.words.rich("Prefer paper or phone? Call {} and we will write it down.",
            html("<a href=\"{}\">{}</a>", ui::tel_href(phone), phone)));
}

/// What the form is for, and how long it is open.
Html form_head(const Visit& visit, const Activity& activity) {
    const auto& words = visit.words;
    return html(R"(
<h1>{title}</h1>
<p class="lead">{lead}</p>
<p class="meta"><span class="until">{window}</span></p>{grace})",
        "title"_a = visit.in(activity.title),
        "lead"_a =
            words("Tell us what you think, or what is missing. You need no account. Every inspel is answered "
                  "within {} days.",
                visit.process->answer_days),
        "window"_a = site::window(activity, visit.today(), words), "grace"_a = grace(visit, activity));
}

/// `status` as the page has it: a form that comes back may be sent once more on purpose.
Html inspel_form(const Visit& visit, const Activity& activity, const InspelDraft& draft,
    const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    return html(R"(
<form method="post" action="{action}" enctype="multipart/form-data" novalidate>{guard}{activity}{again}{fields}{files}
  <div class="notice"><p>{public_record}</p></div>{contact}{eid}
  <p>{submit}</p>{phone}
</form>)",
        "action"_a = visit.href(address::inspel_list), "guard"_a = form_guard(visit, visit.new_form_key()),
        "activity"_a = ui::hidden_field("aktivitet", activity.slug),
        "again"_a = when(status == 409, ui::hidden_field("en-till", "ja")),
        "fields"_a = draft_fields(visit, draft, complaints),
        "files"_a = files_field(
            visit, words("Files"), store::files_taken_by(visit.db, visit.process->id), complaints),
        "public_record"_a = words("Your inspel becomes a public record, and so do your contact details. We "
                                  "publish the text, but not your contact details."),
        "contact"_a = contact_field(visit, draft.contact, complaints), "eid"_a = own_page::eid_choice(visit),
        "submit"_a = ui::submit(words("Send the inspel"), ui::Weight::filled), "phone"_a = phone_note(visit));
}

Response form_page(const Visit& visit, const Activity& activity, const InspelDraft& draft,
    const ui::Complaints& complaints, const Html& notice, int status) {
    const auto body =
        html("{errors}{notice}{head}{form}", "errors"_a = ui::error_summary(complaints, visit.words),
            "notice"_a = notice, "head"_a = form_head(visit, activity),
            "form"_a = inspel_form(visit, activity, draft, complaints, status));
    auto content = process_page(visit, visit.in(activity.title), body, "delta");
    content.width = ui::Width::column;
    return page_with_form(std::move(content), visit, complaints, status);
}

/// What was written while the time ran out is given back, to be copied and sent another way.
Html given_back(const Visit& visit) {
    const auto texts = written(visit);
    if (texts.empty()) return {};
    return html("{}<p>{}</p>", texts,
        visit.words("It has not been received. Copy it, and write to {} if it still matters.",
            visit.process->contact_email));
}

/// Puts the paragraph's words, as everybody reads them, into the draft.
void begin_proposal(const Visit& visit, InspelDraft& draft) {
    const auto node = store::node_named(visit.db, visit.process->id, draft.concerns);
    const auto version = node ? store::newest_frozen(visit.db, node->document) : std::nullopt;
    const auto line = version ? store::line_of(visit.db, version->id, node->node.id) : std::nullopt;
    if (!line) return;
    draft.instead_of = line->revision;
    draft.proposal = line->text;
}

Response closed_page(const Visit& visit, int status) {
    const auto& words = visit.words;
    const auto body = html(
        "<h1>{title}</h1><p class=\"lead\">{lead}</p>{elsewhere}{given_back}<p class=\"row\">{activities} "
        "{list}</p>",
        "title"_a = words("Inspel are not taken right now"),
        "lead"_a = words("The time for inspel is over, or has not come."),
        "elsewhere"_a = site::open_elsewhere(visit), "given_back"_a = given_back(visit),
        "activities"_a = ui::button_link(
            visit.href(address::activities_page), words("Ways to take part"), ui::Weight::filled),
        "list"_a = ui::button_link(
            visit.href(address::inspel_list), words("Read inspel and answers"), ui::Weight::quiet));
    auto content = process_page(visit, words("Inspel are not taken right now"), body, "delta");
    content.width = ui::Width::column;
    return not_stored(page(content, visit, status));
}

/// The same words with another form: who went back from the receipt and sent anew, maybe without knowing.
bool was_sent_lately(const Visit& visit, const InspelDraft& draft, const std::string& key) {
    constexpr auto lately = std::chrono::minutes{30};
    if (visit.field("en-till") == "ja" || !draft.proposal.empty()) return false;
    if (store::inspel_of_form(visit.db, visit.process->id, key)) return false;
    return !text::one_line(draft.text).empty() &&
           store::was_sent_since(visit.db, visit.process->id, draft, visit.now - lately);
}

/// The form with all that was written, and why it comes back.
Response form_again(const Visit& visit, const Activity& activity, const InspelDraft& draft, const char* why) {
    return form_page(
        visit, activity, draft, {}, ui::notice(ui::Tone::warn, html("<p>{}</p>", visit.words(why))), 409);
}

/// The receipt, or the form again.
Response received(
    const Visit& visit, const Activity& activity, const InspelDraft& draft, const std::string& key) {
    const auto files = typed_files(visit);
    const app::FormSubmission submission{key, visit.site.secret, files};
    const bool is_with_eid = visit.field(own_page::tie_field) == "ja";
    const auto receipt = visit.write([&](auto& act) {
        return is_with_eid
                   ? app::receive_own_inspel(act, own_page::own_cookie_of(visit), activity, draft, submission)
                   : app::receive_inspel(act, activity, draft, submission);
    });
    if (receipt) return see_other(visit.href(address::receipt_page, receipt->code));
    const auto& [kind, complaints] = receipt.error();
    if (kind == Failure::Kind::invalid) return form_page(visit, activity, draft, complaints, {}, 422);
    if (kind == Failure::Kind::not_allowed && is_with_eid)
        return form_again(visit, activity, draft,
            N_("You are no longer signed in with eID, so nothing has been sent. All you wrote is here. Send "
               "it without eID, or copy it, sign in on My pages and send it then."));
    if (kind != Failure::Kind::conflict) return problem(visit, kind);
    return form_again(visit, activity, draft,
        N_("You have sent this form once already, with other words. Send again if this is a new inspel."));
}

}  // namespace

Response form(const Visit& visit) {
    const auto activity = site::open_activity(visit, *visit.process, visit.query("aktivitet"));
    if (!activity) return closed_page(visit, 200);
    InspelDraft draft;
    draft.concerns = std::string{visit.query("galler")};
    draft.title = std::string{visit.query("rubrik")};
    draft.municipality = std::string{visit.query("kommun")};
    draft.actor_kind = "citizen";
    if (visit.query("forslag") == "ja") begin_proposal(visit, draft);
    return form_page(visit, *activity, draft, {}, {}, 200);
}

Response receive(const Visit& visit) {
    const auto draft = typed_draft(visit);
    const auto activity = site::activity_open_lately(visit, *visit.process, visit.field("aktivitet"));
    if (!activity) return closed_page(visit, 409);
    const auto key = std::string{visit.field("nyckel")};
    if (!visit.is_form_key(key))
        return form_again(
            visit, *activity, draft, N_("The form had expired. All you wrote is here: send it again."));
    if (was_sent_lately(visit, draft, key))
        return form_again(visit, *activity, draft,
            N_("Exactly these words came in a moment ago. If it was you the inspel is here already, and you "
               "have its receipt code. Send again only if you want to send one more."));
    return received(visit, *activity, draft, key);
}

}  // namespace medskapa::web::inspel
