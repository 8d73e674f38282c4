#include "store/inspel/inspel_store.hpp"
#include "store/moderation/appeal_store.hpp"
#include "store/moderation/report_store.hpp"
#include "web/moderation/addresses.hpp"
#include "web/moderation/desk/pages.hpp"
#include "web/moderation/views.hpp"

namespace medskapa::web::moderation::desk {
namespace {

constexpr int rows_on_a_page = 100;
constexpr int decided_shown = 20;

Html thing_row(const Visit& visit, const store::ReportedThing& thing) {
    const auto& words = visit.words;
    const auto report = store::find_report(visit.db, visit.process->id, thing.newest).value();
    return html(R"(<li><h3><a href="{href}">{title}</a></h3><p class="meta">{many} · {oldest}</p></li>)",
        "href"_a = visit.href(address::reported_thing, thing.newest.value),
        "title"_a = subject_of(visit, report).title,
        "many"_a = words.count("{} report", "{} reports", thing.reports),
        "oldest"_a = words("the first came {}", day_of(visit, thing.oldest_at)));
}

Html appeal_row(const Visit& visit, const Appeal& appeal) {
    const auto& words = visit.words;
    const auto inspel = store::find_inspel(visit.db, appeal.inspel).value();
    const auto refusal = store::refusal_of(visit.db, inspel.id);
    const bool is_own = refusal && !may_look_again(*refusal, visit.actor().user);
    return html(
        R"(<li><h3><a href="{href}">I-{number}: {title}</a></h3><p class="meta">{came}{own}</p></li>)",
        "href"_a = visit.href(address::desk_appeal, appeal.id.value), "number"_a = inspel.number,
        "title"_a = inspel.shown_title, "came"_a = words("Came in {}", day_of(visit, appeal.received_at)),
        "own"_a = is_own ? html(" · {}", words("you decided first, so somebody else takes it")) : Html{});
}

Html decided_row(const Visit& visit, const ContentReport& report) {
    return html(R"(<li><a href="{href}">{title}</a> <span class="meta">{outcome} · {day}</span></li>)",
        "href"_a = visit.href(address::reported_thing, report.id.value),
        "title"_a = subject_of(visit, report).title, "outcome"_a = shown(*report.outcome, visit.words),
        "day"_a = day_of(visit, *report.decided_at));
}

template <class Row, class View>
Html section(const std::string& title, const std::string& none, const std::vector<Row>& rows, View view) {
    const auto list =
        rows.empty() ? html("<p>{}</p>", none) : html(R"(<ul class="plain news">{}</ul>)", each(rows, view));
    return html("<h2>{}</h2>{}", title, list);
}

}  // namespace

Response reported_things(const Visit& visit) {
    const auto& words = visit.words;
    const auto things = store::reported_things(visit.db, visit.process->id, rows_on_a_page);
    const auto appeals = store::waiting_appeals(visit.db, visit.process->id, rows_on_a_page);
    const auto decided = store::decided_reports(visit.db, visit.process->id, decided_shown);
    const auto title = words("Reported and appealed");
    const auto body =
        html("<h1>{title}</h1><p class=\"lead\">{lead}</p>{reported}{appealed}{decided}", "title"_a = title,
            "lead"_a =
                words("What has waited longest comes first. Read, decide, and say why: the one who reported "
                      "and the sender read it."),
            "reported"_a = section(words("Reported"), words("Nothing reported waits."), things,
                [&](const store::ReportedThing& thing) { return thing_row(visit, thing); }),
            "appealed"_a = section(words("To look at again"), words("No appeal waits."), appeals,
                [&](const Appeal& appeal) { return appeal_row(visit, appeal); }),
            "decided"_a = section(words("Decided lately"), words("Nothing has been decided yet."), decided,
                [&](const ContentReport& report) { return decided_row(visit, report); }));
    auto content = desk_page(visit, title, body, "anmalt");
    content.width = ui::Width::column;
    return not_stored(page(content, visit));
}

}  // namespace medskapa::web::moderation::desk
