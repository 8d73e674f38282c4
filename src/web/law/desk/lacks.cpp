#include "app/site/description.hpp"
#include "store/site/columns.hpp"
#include "store/site/description_store.hpp"
#include "store/sql/version.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/law/addresses.hpp"
#include "web/law/desk/pages.hpp"
#include "web/site/addresses.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::law::desk {
namespace {

constexpr int newest = 200;

Html report_view(const Visit& visit, const LackReport& report) {
    const auto& words = visit.words;
    const auto day = [&](Instant at) { return words.day(visit.site.clock.day(at)); };
    const auto end =
        report.closed_at
            ? html("<p class=\"meta\">{}</p>", words("Dealt with {}", day(*report.closed_at)))
            : post_button(visit, visit.href(address::close_lack, report.id.value),
                  ui::submit(words("Dealt with: erase how the sender is reached"), ui::Weight::small), {},
                  {sql::version_of<store::tables::lack_report>(report)});
    return html(R"(
<li><h2>{title}</h2><p class="meta">{came}</p><div class="original as-typed">{text}</div>{contact}{end}</li>)",
        "title"_a = words("Report {}", report.id.value),
        "came"_a = words("Came in {}", day(report.received_at)), "text"_a = report.text,
        "contact"_a =
            report.contact.empty() ? Html{} : html("<p>{} {}</p>", words("Wants an answer:"), report.contact),
        "end"_a = end);
}

}  // namespace

Response lack_reports(const Visit& visit) {
    const auto& words = visit.words;
    const auto reports = store::lack_reports(visit.db, newest);
    const auto list =
        reports.empty()
            ? html("<p>{}</p>", words("Nobody has reported anything."))
            : html(R"(<ul class="plain news">{}</ul>)",
                  each(reports, [&](const LackReport& report) { return report_view(visit, report); }));
    auto content = desk_page(visit, words("What people could not use"),
        html(R"(
<h1>{}</h1><p class="lead">{}</p>{})",
            words("What people could not use"),
            words("Sent from the accessibility statement. Those that wait come first. Answer within a few "
                  "working days."),
            list),
        "webbplats");
    content.width = ui::Width::column;
    content.crumbs = {{visit.href(address::edit_site), words("The site")}};
    return not_stored(page(content, visit));
}

Response close_lack(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("report"));
    if (!number) return problem(visit, Failure::Kind::not_found);
    const auto closed = visit.write([&](auto& act) { return app::close_lack(act, Id<LackReport>{*number}); });
    if (!closed) return problem(visit, closed.error().kind);
    return see_other(visit.href(address::lack_reports));
}

}  // namespace medskapa::web::law::desk
