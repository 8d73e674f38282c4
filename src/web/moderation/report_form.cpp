#include "app/moderation/reports.hpp"
#include "base/text.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/moderation/addresses.hpp"
#include "web/moderation/pages.hpp"
#include "web/moderation/views.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::moderation {
namespace {

constexpr std::size_t letters_shown = 400;

/// What somebody is about to report, and where the form is sent.
struct Reported {
    Subject subject;
    app::ReportedPlace place;
    std::string action;
};

std::optional<Reported> inspel_of(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    const auto inspel = number ? store::inspel_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!inspel || inspel->state != Inspel::State::published) return std::nullopt;
    return Reported{subject_of(visit, *inspel), {.inspel = inspel->number},
        visit.href(address::report_inspel, inspel->number)};
}

std::optional<Reported> statement_of(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("number"));
    const auto activity = store::activity_named(visit.db, visit.process->id, visit.path.at("activity"));
    const auto statement =
        number && activity ? store::statement_numbered(visit.db, activity->id, *number) : std::nullopt;
    if (!statement) return std::nullopt;
    auto subject = subject_of(visit, *statement, *activity);
    if (subject.href.empty()) return std::nullopt;
    return Reported{std::move(subject), {.activity = activity->slug, .statement = statement->number},
        visit.href(address::report_statement, activity->slug, statement->number)};
}

Html fields(const Visit& visit, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    auto choices = choices_of_rules(words);
    choices.push_back({"other", words("Something else")});
    return html("{rule}{why}{contact}",
        "rule"_a = ui::radio_group(
            {.name = "grund", .label = words("What is wrong?"), .value = std::string{visit.field("grund")}},
            choices, complaints, words),
        "why"_a = ui::text_area({.name = "text",
                                    .label = words("Tell us why"),
                                    .value = std::string{visit.field("text")},
                                    .hint = words("Quote the words that it is about. If a law is broken, say "
                                                  "which one if you know.")},
            4, complaints, words),
        "contact"_a = ui::text_field(
            {.name = "kontakt",
                .label = words("E-mail or telephone"),
                .value = std::string{visit.field("kontakt")},
                .hint =
                    words("You get a code to follow the report with, so this is not needed. We do not tell "
                          "the sender who has reported, but the report is a public record."),
                .is_optional = true},
            ui::Input::text, complaints, words));
}

Response form_page(
    const Visit& visit, const Reported& reported, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Report content");
    const auto body = html(R"({errors}
<h1>{title}</h1><p class="lead">{lead}</p>
<h2>{subject}</h2><div class="original as-typed">{quote}</div>{form}
<p class="meta">{danger} <a href="{rules}">{rules_words}</a></p><p><a href="{find}">{have}</a></p>)",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "lead"_a =
            words("You need not sign in. A person reads the report, and you can see what we decide and "
                  "why. Nothing is hidden before that, however many report it."),
        "subject"_a = reported.subject.title,
        "quote"_a = text::excerpt(reported.subject.words, letters_shown),
        "form"_a = post_form(visit, {.action = reported.action,
                                        .fields = fields(visit, complaints),
                                        .button = ui::submit(words("Send the report"), ui::Weight::filled),
                                        .key = visit.new_form_key()}),
        "danger"_a = words("If somebody is in danger now, ring 112."),
        "rules"_a = visit.href(address::conduct_page), "rules_words"_a = words("Rules for what you write"),
        "find"_a = visit.href(address::find_report), "have"_a = words("Follow a report that you have sent"));
    auto content = process_page(visit, title, body, "-");
    content.width = ui::Width::column;
    content.has_errors = !complaints.empty();
    content.about.is_for_indexes = false;
    content.crumbs = {
        {visit.href(address::start_page), words("Start")}, {reported.subject.href, reported.subject.title}};
    return not_stored(page(content, visit, status));
}

Response received(const Visit& visit, const std::optional<Reported>& reported) {
    if (!reported) return problem(visit, Failure::Kind::not_found);
    const auto key = std::string{visit.field("nyckel")};
    if (!visit.is_form_key(key))
        return form_page(visit, *reported, {{"text", N_("The form has expired. Send it again")}}, 422);
    const ReportDraft draft{std::string{visit.field("grund")}, std::string{visit.field("text")},
        std::string{visit.field("kontakt")}};
    const auto receipt = visit.write([&](auto& act) {
        return app::report_content(act, reported->place, draft, {key, visit.site.secret});
    });
    if (receipt) return see_other(visit.href(address::followed_report, receipt->code));
    if (receipt.error().kind == Failure::Kind::conflict)
        return form_page(visit, *reported,
            {{"text",
                N_("You have sent this form once already, with other words. Send again if this is a new "
                   "report")}},
            409);
    if (receipt.error().complaints.empty()) return problem(visit, receipt.error().kind);
    return form_page(visit, *reported, receipt.error().complaints, status_of(receipt.error().kind));
}

Response shown_form(const Visit& visit, const std::optional<Reported>& reported) {
    return reported ? form_page(visit, *reported, {}, 200) : problem(visit, Failure::Kind::not_found);
}

}  // namespace

Response inspel_form(const Visit& visit) {
    return shown_form(visit, inspel_of(visit));
}

Response report_inspel(const Visit& visit) {
    return received(visit, inspel_of(visit));
}

Response statement_form(const Visit& visit) {
    return shown_form(visit, statement_of(visit));
}

Response report_statement(const Visit& visit) {
    return received(visit, statement_of(visit));
}

}  // namespace medskapa::web::moderation
