#include "app/statistics/opportunity_order.hpp"
#include "web/statistics/addresses.hpp"
#include "web/statistics/views.hpp"
#include "web/ui/forms/form.hpp"
#include "web/ui/table.hpp"

namespace medskapa::web::statistics {
namespace {

constexpr int whole = 100;

/// The part of a hundred that nearness has; half where the address says nothing that makes sense.
int chosen_weight(const Visit& visit) {
    const auto typed = Visit::number(visit.query("vikt"));
    if (visit.query("vikt") == "0") return 0;
    return typed && *typed <= whole ? *typed : whole / 2;
}

std::vector<ui::Choice> weights(const Words& words) {
    return {{"100", words("Only how near it is")}, {"75", words("Mostly how near it is")},
        {"50", words("As much of both")}, {"25", words("Mostly how complex it is")},
        {"0", words("Only how complex it is")}};
}

Html order_table(const OpenedRun& of, int weight, const Words& words) {
    ui::Table table{.caption = words("Opportunities by your weights"),
        .caption_is = ui::Caption::for_listeners,
        .columns = {{words("Rank"), ui::Cell::number}, {words("Industry")},
            {words("Score"), ui::Cell::number}, {words("Nearness"), ui::Cell::number},
            {words("Complexity"), ui::Cell::number}}};
    std::int64_t place = 0;
    for (const auto& one : app::opportunities_weighed(of.result, static_cast<double>(weight) / whole))
        table.rows.push_back({html("{}", words.number(++place)), html("{}", one.row->label),
            html("{}", words.decimal(one.score, 2)),
            html("{}", words.decimal(of.result.number(*one.row, "density").value_or(0), 2)),
            html("{}", words.decimal(of.result.number(*one.row, "complexity").value_or(0), 2))});
    return ui::table(table);
}

}  // namespace

Html opportunity_order(const Visit& visit, const OpenedRun& of) {
    const auto& words = visit.words;
    if (of.result.rows.empty()) return {};
    const int weight = chosen_weight(visit);
    return html(R"(
<section id="ordning" aria-labelledby="ordning-r"><h2 id="ordning-r">{title}</h2>
<p>{how}</p>
<form method="get" action="{action}#ordning" class="narrow">{field}<p>{button}</p></form>
{table}</section>)",
        "title"_a = words("The order by your own weights"),
        "how"_a = words("Both are put on the same scale first: how far each industry lies from the mean of "
                        "those that are compared. The analysis itself does not change, and the address "
                        "keeps your choice."),
        "action"_a = run_href(visit, of.run),
        "field"_a = ui::select(
            {.name = "vikt", .label = words("What should count most?"), .value = std::to_string(weight)},
            weights(words), {}, words),
        "button"_a = ui::submit(words("Show the order"), ui::Weight::quiet),
        "table"_a = order_table(of, weight, words));
}

}  // namespace medskapa::web::statistics
