#include "base/csv/write.hpp"
#include "store/retention/retention_store.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/law/retention_times.hpp"
#include "web/retention/addresses.hpp"
#include "web/retention/desk/pages.hpp"
#include "web/retention/desk/rule_view.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::retention::desk {
namespace {

constexpr int days_shown = 200;
constexpr int days_in_file = 100'000;

Html kind_cell(const Visit& visit, RetentionKind kind) {
    return html(R"(<a href="{}">{}</a>)", visit.href(address::retention_form, name_of(kind)),
        shown(kind, visit.words));
}

std::vector<Html> row_of(const Visit& visit, RetentionKind kind) {
    const auto& words = visit.words;
    const auto rule = rule_of(visit, kind);
    if (!rule)
        return {kind_cell(visit, kind), html("{}", words("No decision: nothing is erased")), {}, {}, {}};
    return {kind_cell(visit, kind), html("{}", law::time_of(*rule, words)),
        html("{}", law::decision_of(*rule, words)), html("{}", next_day_text(visit, *rule)),
        html("{}", count_text(visit, *rule))};
}

Html kinds_table(const Visit& visit) {
    const auto& words = visit.words;
    ui::Table table{.caption = words("Kinds of personal data"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("What")}, {words("When it goes")}, {words("By")}, {words("Next day")},
            {words("Would go today"), ui::Cell::number}},
        .rows = {},
        .narrow = ui::Narrow::stacks};
    for (const auto& name : names_of<RetentionKind>) table.rows.push_back(row_of(visit, name.value));
    return ui::table(table);
}

Html erased_table(const Visit& visit) {
    const auto& words = visit.words;
    const auto erased = store::retention_erased(visit.db, visit.process->id, days_shown);
    if (erased.empty()) return html("<p>{}</p>", words("Nothing has been erased by itself."));
    ui::Table table{.caption = words("What has been erased, the newest first"),
        .columns = {{words("Day")}, {words("What")}, {words("How many"), ui::Cell::number},
            {words("Decision")}},
        .rows = {},
        .narrow = ui::Narrow::stacks};
    for (const auto& one : erased)
        table.rows.push_back({html("{}", words.day(one.day)), html("{}", shown(one.kind, words)),
            html("{}", words.number(one.things)), html("{}", one.decision)});
    return html("{}<p>{}</p>", ui::table(table),
        ui::button_link(
            visit.href(address::retention_csv), words("Fetch the list as CSV"), ui::Weight::quiet));
}

}  // namespace

Response retention(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("Retention");
    auto content = desk_page(visit, title,
        html(
            R"(<h1>{title}</h1><p class="lead">{lead}</p>{closed}{kinds}<p>{waits}</p><h2>{gone}</h2>{erased}<p class="meta">{logged}</p>)",
            "title"_a = title,
            "lead"_a = words("Each kind goes by itself when its time is out, by a decision of the region's. "
                             "Without a decision nothing is erased."),
            "closed"_a = closed_view(visit), "kinds"_a = kinds_table(visit),
            "waits"_a =
                words("Nothing goes before the second day after a decision was written down here, so "
                      "that a mistake can be ended. What belongs to the whole site is the same in all "
                      "processes."),
            "gone"_a = words("What has been erased"), "erased"_a = erased_table(visit),
            "logged"_a = words("How many, of which kind and by which decision is written in the open log, "
                               "never whose.")),
        "gallring");
    return not_stored(page(content, visit));
}

Response erased_csv(const Visit& visit) {
    std::string lines = csv::line({"day", "kind", "scope", "things", "decision", "log_place"});
    for (const auto& one : store::retention_erased(visit.db, visit.process->id, days_in_file))
        lines += csv::line({time::iso(one.day), std::string{name_of(one.kind)},
            one.process ? visit.process->slug : std::string{"site"}, std::to_string(one.things), one.decision,
            std::to_string(one.log_place)});
    return not_stored(csv_file("gallrat.csv", std::move(lines)));
}

}  // namespace medskapa::web::retention::desk
