#include "app/moderation/reports.hpp"
#include "base/text.hpp"
#include "store/conversation/columns.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/moderation/columns.hpp"
#include "store/moderation/report_store.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/issue/addresses.hpp"
#include "web/moderation/addresses.hpp"
#include "web/moderation/desk/pages.hpp"
#include "web/moderation/views.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::moderation::desk {
namespace {

constexpr std::size_t reports_shown = 50;

Html report_view(const Visit& visit, const ContentReport& report) {
    const auto& words = visit.words;
    return html(
        R"(<li><p class="meta">{came} · {rule}</p><div class="original as-typed">{text}</div>{contact}</li>)",
        "came"_a = words("Came in {}", day_of(visit, report.received_at)),
        "rule"_a = rule_name(report.rule, words), "text"_a = report.text,
        "contact"_a = report.contact.empty()
                          ? Html{}
                          : html("<p>{} {}</p>", words("Wants an answer:"), report.contact));
}

Html reports_view(const Visit& visit, const std::vector<ContentReport>& reports) {
    const auto& words = visit.words;
    const auto shown_ones = std::min(reports.size(), reports_shown);
    Html list;
    for (std::size_t i = 0; i < shown_ones; ++i) list += report_view(visit, reports[i]);
    const auto more = reports.size() > shown_ones
                          ? html("<p>{}</p>", words("And {} more, which are decided with these.",
                                                  static_cast<std::int64_t>(reports.size() - shown_ones)))
                          : Html{};
    return html(R"(<h2>{}</h2><ul class="plain news">{}</ul>{})",
        words.count("{} report", "{} reports", static_cast<std::int64_t>(reports.size())), list, more);
}

/// What the decision is about, as its page shows it.
std::vector<sql::RowVersion> seen_of(const Visit& visit, const ContentReport& report) {
    std::vector<sql::RowVersion> seen{sql::version_of<store::tables::content_report>(report)};
    if (report.inspel)
        seen.push_back(
            sql::version_of<store::tables::inspel>(store::find_inspel(visit.db, report.inspel).value()));
    else
        seen.push_back(sql::version_of<store::tables::statement>(
            store::find_statement(visit.db, report.statement).value()));
    return seen;
}

Html workbench_link(const Visit& visit, const ContentReport& report) {
    if (!report.inspel) return {};
    const auto inspel = store::find_inspel(visit.db, report.inspel).value();
    return html("<p><a href=\"{}\">{}</a></p>", visit.href(address::inspel_workbench, inspel.number),
        visit.words("Open the inspel on the desk, to mask words in it"));
}

Html decision_form(const Visit& visit, const ContentReport& report, const ui::Complaints& complaints) {
    const auto& words = visit.words;
    const auto field = [&](const char* name) { return std::string{visit.field(name)}; };
    const auto fields = html("{outcome}{rule}{answer}",
        "outcome"_a = ui::radio_group(
            {.name = "utfall", .label = words("What becomes of it?"), .value = field("utfall")},
            ui::choices_of<ContentReport::Outcome>(words), complaints, words),
        "rule"_a = ui::radio_group({.name = "grund",
                                       .label = words("If it is taken down: the rule that it breaks"),
                                       .value = field("grund")},
            choices_of_rules(words), complaints, words),
        "answer"_a = ui::text_area(
            {.name = "svar",
                .label = words("Why"),
                .value = field("svar"),
                .hint =
                    words("The one who reported reads it. If an inspel is taken down its sender does too, so "
                          "do not say who has reported.")},
            4, complaints, words));
    return post_form(visit, {.action = visit.href(address::reported_thing, report.id.value),
                                .fields = fields,
                                .button = ui::submit(words("Decide"), ui::Weight::filled),
                                .seen = seen_of(visit, report)});
}

Html decision_view(const Visit& visit, const ContentReport& report) {
    const auto& words = visit.words;
    return html("<h2>{decided}</h2><p>{outcome} · {day}</p><div class=\"as-typed\">{why}</div>",
        "decided"_a = words("Decided"), "outcome"_a = shown(*report.outcome, words),
        "day"_a = day_of(visit, *report.decided_at), "why"_a = report.answer);
}

std::optional<ContentReport> report_asked_for(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("reported"));
    return number ? store::find_report(visit.db, visit.process->id, {*number}) : std::nullopt;
}

Response report_page(
    const Visit& visit, const ContentReport& report, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto subject = subject_of(visit, report);
    const auto quote = subject.words.empty()
                           ? html("<p>{}</p>", words("It is not shown any more."))
                           : html("<div class=\"original as-typed\">{}</div>", subject.words);
    const auto reports = report.decided_at ? std::vector{report} : store::waiting_up_to(visit.db, report);
    const auto body = html("{errors}<h1>{title}</h1>{quote}{workbench}{reports}{decision}",
        "errors"_a = ui::error_summary(complaints, words), "title"_a = words("Reported: {}", subject.title),
        "quote"_a = quote, "workbench"_a = workbench_link(visit, report),
        "reports"_a = reports_view(visit, reports),
        "decision"_a =
            report.decided_at ? decision_view(visit, report) : decision_form(visit, report, complaints));
    auto content = desk_page(visit, words("Reported: {}", subject.title), body, "anmalt");
    content.width = ui::Width::column;
    content.has_errors = !complaints.empty();
    content.crumbs = {{visit.href(address::reported_things), words("Reported and appealed")}};
    return not_stored(page(content, visit, status));
}

}  // namespace

Response reported_thing(const Visit& visit) {
    const auto report = report_asked_for(visit);
    return report ? report_page(visit, *report, {}, 200) : problem(visit, Failure::Kind::not_found);
}

Response decide_report(const Visit& visit) {
    const auto report = report_asked_for(visit);
    if (!report) return problem(visit, Failure::Kind::not_found);
    const ReportRuling ruling{std::string{visit.field("utfall")}, std::string{visit.field("grund")},
        std::string{visit.field("svar")}};
    const auto decided = visit.write([&](auto& act) { return app::decide_report(act, report->id, ruling); });
    if (decided) return see_other(visit.href(address::reported_things));
    if (decided.error().complaints.empty()) return problem(visit, decided.error().kind);
    return report_page(visit, *report, decided.error().complaints, status_of(decided.error().kind));
}

}  // namespace medskapa::web::moderation::desk
