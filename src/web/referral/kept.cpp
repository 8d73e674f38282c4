#include "web/referral/kept.hpp"
#include "web/frame/forms/not_saved.hpp"

#include "app/referral/referral.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/inspel/addresses.hpp"
#include "web/inspel/files.hpp"
#include "web/referral/addresses.hpp"
#include "web/referral/form.hpp"
#include "web/referral/words.hpp"
#include "web/ui/pieces.hpp"
#include "web/words/weekday.hpp"

namespace medskapa::web::referral {
namespace {

Html written_view(const Visit& visit, const std::vector<AnswerPart>& parts) {
    const auto written = each(parts, [](const AnswerPart& part) {
        return part.text.empty() ? Html{} : html(R"(<div class="original as-typed">{}</div>)", part.text);
    });
    return written.empty() ? written : html("<h2>{}</h2>{}", visit.words("This is what you wrote"), written);
}

/// What a part is about, in words.
std::string heading_of(
    const Visit& visit, const AnswerPart& part, const Referral& referral, const Lines& version) {
    if (part.is_of_the_whole()) return visit.words("Overall comments");
    for (const auto& question : referral.questions)
        if (question.number == part.question) return std::to_string(question.number) + ". " + question.text;
    for (const auto& line : version)
        if (line.node.code == part.code && line.node.kind == Node::Kind::section) return line.text;
    return part.code;
}

Html part_view(const Words& words, const AnswerPart& part, const std::string& heading) {
    Position taken{};
    const auto position = find_name<Position>(part.position, taken)
                              ? html("<p><strong>{}</strong></p>", shown(taken, words))
                              : Html{};
    const auto text =
        part.text.empty() ? Html{} : html(R"(<div class="original as-typed">{}</div>)", part.text);
    return html("<h2>{}</h2>{}{}", heading, position, text);
}

std::string position_name(const Visit& visit, const std::string& word) {
    Position taken{};
    return find_name<Position>(word, taken) ? shown(taken, visit.words) : visit.words("Not chosen yet");
}

Html revise_form(const Visit& visit, const Party& party) {
    const auto& words = visit.words;
    const auto until = words(
        "Until {}, 23.59, you can change it, for instance when your board has decided. The newest answer "
        "counts; the first one is kept.",
        with_weekday(party.last_day(), words));
    return html(R"(<h2>{}</h2><p>{}</p>{})", words("Change the answer"), until,
        post_form(visit, {.action = answer_href(visit, party),
                             .fields = ui::hidden_field("gor", "andra"),
                             .button = ui::submit(words("Change the answer"), ui::Weight::quiet)}));
}

/// What was written when another answer had come, and what to do with it.
Html not_sent_notice(const Words& words, bool may_change) {
    const auto kept = words(
        "We have an answer from you already, and it stands first on this page. What you "
        "wrote now was not sent. It stands further down, to be copied.");
    const auto next =
        may_change ? words("Choose “Change the answer” to send what you wrote in its place.") : std::string{};
    return ui::notice(ui::Tone::warn, html("<p>{}</p>{}", kept, when(may_change, html("<p>{}</p>", next))));
}

}  // namespace

ui::Page framed(const Visit& visit, const Referral& referral, const std::string& title, Html body) {
    auto content = process_page(visit, title, std::move(body), "-");
    content.width = ui::Width::column;
    content.crumbs = {
        {visit.href(address::referral_page, referral.number), visit.words("Formal consultation")}};
    content.head += html(R"(
  <meta name="robots" content="noindex">)");
    return content;
}

std::string writers_href(const Visit& visit, const ReferralAnswer& answer) {
    return visit.href(address::answer_draft, app::writers_link(answer, visit.site.secret));
}

std::string approvers_href(const Visit& visit, const ReferralAnswer& answer) {
    return visit.href(address::approve_answer, app::approvers_link(answer, visit.site.secret));
}

app::Submission submission_of(const Visit& visit, const ReferralAnswer& answer) {
    return {store::find_referral(visit.db, answer.referral).value(),
        store::find_party(visit.db, answer.party), answer.draft, {}, visit.today()};
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

Html answer_view(const Visit& visit, const ReferralAnswer& answer) {
    const auto& draft = answer.draft;
    const auto referral = store::find_referral(visit.db, answer.referral).value();
    const auto version = store::lines_of(visit.db, referral.version);
    return html(R"(
<dl class="facts">
  <dt>{sender_label}</dt><dd>{sender}</dd>
  <dt>{position_label}</dt><dd>{position}</dd>
</dl>
{parts})",
        "sender_label"_a = visit.words("Organisation"), "sender"_a = draft.organisation,
        "position_label"_a = visit.words("Position"), "position"_a = position_name(visit, draft.position),
        "parts"_a = each(draft.parts, [&](const AnswerPart& part) {
            return part_view(visit.words, part, heading_of(visit, part, referral, version));
        }));
}

Response closed_page(const Visit& visit, const app::Submission& submission, int status) {
    const auto& words = visit.words;
    const auto last = submission.party ? submission.party->last_day() : submission.referral.deadline;
    const auto body = html(R"(<h1>{title}</h1><p class="lead">{when}</p><p>{what}</p>{written})",
        "title"_a = words("The time for answers has run out"),
        "when"_a = words("Answers were taken until {}, 23.59.", with_weekday(last, words)),
        "what"_a =
            words("Write to {} if you need more time. A party that gets more time can use its link again. "
                  "Or send the answer there: it is registered as late, and everybody sees that it was.",
                visit.process->contact_email),
        "written"_a = written_view(visit, submission.draft.parts));
    return not_stored(page(
        framed(visit, submission.referral, words("The time for answers has run out"), body), visit, status));
}

Response answered_page(
    const Visit& visit, const Party& party, const std::vector<AnswerPart>& written, int status) {
    const auto& words = visit.words;
    const auto referral = store::find_referral(visit.db, party.referral).value();
    const auto sent = store::standing_answer_of(visit.db, party.id);
    const auto inspel = sent ? store::find_inspel(visit.db, sent->inspel) : std::nullopt;
    const auto what =
        inspel ? words("We received your answer {}. It has the number I-{}.",
                     words.moment(visit.site.clock.local(inspel->received_at)), inspel->number)
               : words("You have said that you will not answer. Write to {} if you change your mind.",
                     visit.process->contact_email);
    const bool may_change = sent && takes_answer(referral, party, visit.today());
    const auto twice = written.empty() ? Html{} : not_sent_notice(words, may_change);
    const auto body =
        html(R"({twice}<h1>{name}</h1><p class="lead">{what}</p>{sent}{written}{change}<p>{see}</p>)",
            "twice"_a = twice, "name"_a = party.name, "what"_a = what,
            "sent"_a = sent ? html("<h2>{}</h2>{}", words("The answer"), answer_view(visit, *sent)) : Html{},
            "written"_a = written_view(visit, written),
            "change"_a = may_change ? revise_form(visit, party) : Html{},
            "see"_a = ui::button_link(visit.href(address::referral_page, referral.number),
                words("See the consultation"), ui::Weight::quiet));
    return not_stored(page(framed(visit, referral, party.name, body), visit, status));
}

Response sent_page(const Visit& visit, const ReferralAnswer& answer, int status) {
    const auto& words = visit.words;
    const auto referral = store::find_referral(visit.db, answer.referral).value();
    const auto code = app::code_of({answer.form_key, visit.site.secret}, *visit.process);
    const auto how = answer.approved_at ? words("It was approved by a second person and we have received it.")
                                        : words("We have received it.");
    const auto too_late =
        status == 409
            ? html("{}{}",
                  ui::notice(ui::Tone::warn,
                      html("<p>{}</p>", words("It was sent before you were done. What you wrote was "
                                              "not sent. It stands further down, to be copied."))),
                  written(visit))
            : Html{};
    const auto body = html(R"(<h1>{title}</h1><p class="lead">{how}</p><p>{receipt}</p>{too_late})",
        "title"_a = words("The answer has been sent"), "how"_a = how,
        "receipt"_a = ui::button_link(
            visit.href(address::receipt_page, code), words("To the receipt"), ui::Weight::filled),
        "too_late"_a = too_late);
    return not_stored(page(framed(visit, referral, words("The answer has been sent"), body), visit, status));
}

}  // namespace medskapa::web::referral
