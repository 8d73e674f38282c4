#include "app/inspel/inspel.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "store/moderation/report_store.hpp"
#include "web/moderation/addresses.hpp"
#include "web/moderation/pages.hpp"
#include "web/moderation/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::moderation {
namespace {

Response ask_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Follow a report");
    const auto body = html(R"({errors}
<h1>{title}</h1><p class="lead">{lead}</p>
<form method="post" action="{action}" novalidate>{guard}{code}<p>{submit}</p></form>)",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
        "lead"_a = words("With the code of the report you can see what we have decided, and why."),
        "action"_a = visit.href(address::find_report), "guard"_a = form_guard(visit, ""),
        "code"_a =
            ui::text_field({.name = "kod",
                               .label = words("The code of the report"),
                               .value = std::string{visit.field("kod")},
                               .hint = words("21 characters. Capitals, hyphens and blanks do not matter."),
                               .autocomplete = "off"},
                ui::Input::text, complaints, words),
        "submit"_a = ui::submit(words("Show the report"), ui::Weight::filled));
    auto content = process_page(visit, title, body, "-");
    content.width = ui::Width::column;
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

std::optional<ContentReport> report_with(const Visit& visit, std::string_view typed) {
    const auto code = read_receipt_code(typed);
    if (!code) return std::nullopt;
    return store::report_of_code(visit.db, visit.process->id, app::digest_of_code(*code));
}

Html decision_view(const Visit& visit, const ContentReport& report) {
    const auto& words = visit.words;
    if (!report.decided_at)
        return html("<h2>{title}</h2><p>{read}</p><p>{come_back}</p>", "title"_a = words("This happens now"),
            "read"_a = words("A person reads the report and looks at what you have reported."),
            "come_back"_a = words("Come back with the code to see what we decide and why."));
    return html(
        R"(<h2>{title}</h2><dl class="facts"><dt>{what}</dt><dd>{outcome}</dd><dt>{when}</dt><dd>{day}</dd>
<dt>{who}</dt><dd>{person}</dd></dl><div class="as-typed">{why}</div><p>{unhappy}</p>)",
        "title"_a = words("What we have decided"), "what"_a = words("Decision"),
        "outcome"_a = shown(*report.outcome, words), "when"_a = words("Decided"),
        "day"_a = day_of(visit, *report.decided_at), "who"_a = words("Decided by"),
        "person"_a = words("A person, not a program"), "why"_a = report.answer,
        "unhappy"_a = words("If you think that we are wrong, write to {}. You can also report a crime to the "
                            "police.",
            visit.process->contact_email));
}

Html body_of(const Visit& visit, const ContentReport& report, const std::string& code) {
    const auto& words = visit.words;
    const auto subject = subject_of(visit, report);
    const auto title =
        report.decided_at ? words("Your report is decided") : words("Thank you, your report is received");
    return html(R"(
<h1>{title}</h1><p class="lead">{lead}</p>{receipt}{decision}
<h2>{wrote}</h2><div class="original as-typed">{text}</div>)",
        "title"_a = title,
        "lead"_a = words("Save the code, so that you can see what we decide. Nobody else gets it."),
        "receipt"_a = ui::receipt({words("The code of the report, for you alone"), readable_code(code),
            {{words("Received"), words.moment(visit.site.clock.local(report.received_at))},
                {words("Concerns"), subject.title},
                {words("What is wrong"), rule_name(report.rule, words)}}}),
        "decision"_a = decision_view(visit, report), "wrote"_a = words("This is what you wrote"),
        "text"_a = report.text);
}

}  // namespace

Response ask_for_code(const Visit& visit) {
    return ask_page(visit, {}, 200);
}

Response find_by_code(const Visit& visit) {
    const std::string typed{visit.field("kod")};
    if (report_with(visit, typed))
        return see_other(visit.href(address::followed_report, *read_receipt_code(typed)));
    return ask_page(visit,
        {{"kod",
            N_("No report has this code. Compare it with what you saved, and see whose site it is from")}},
        422);
}

Response followed(const Visit& visit) {
    const auto report = report_with(visit, visit.path.at("report_code"));
    if (!report) return problem(visit, Failure::Kind::not_found);
    const auto code = read_receipt_code(visit.path.at("report_code")).value();
    auto content = process_page(visit, visit.words("Your report"), body_of(visit, *report, code), "-");
    content.width = ui::Width::column;
    content.head += html(R"(
  <meta name="robots" content="noindex">)");
    return not_stored(page(content, visit));
}

}  // namespace medskapa::web::moderation
