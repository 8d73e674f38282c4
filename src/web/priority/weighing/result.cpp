#include "base/csv/write.hpp"
#include "store/priority/weighing_store.hpp"
#include "web/frame/forms/csv_file.hpp"
#include "web/frame/menus/region_nav.hpp"
#include "web/priority/addresses.hpp"
#include "web/priority/pages.hpp"
#include "web/priority/views.hpp"
#include "web/priority/weighing/pictures.hpp"
#include "web/ui/in_language.hpp"

#include <fmt/format.h>

namespace medskapa::web::priority {
namespace {

using statistics::RowPicture;

app::WeighingResult result_of(const Visit& visit, const AskedWeighing& asked) {
    return app::result_of_weighing(store::answers_of(visit.db, asked.weighing.id), asked.items.size());
}

Html foot_of(const Visit& visit, const AskedWeighing& asked) {
    return html(R"(
<div class="fig-foot"><p class="source">{source}</p><div class="fig-links"><p class="dl">{fetch} <a href="{csv}">CSV</a></p></div></div>)",
        "source"_a = visit.words("Source: weighing {}, {}", reference(asked.weighing),
            visit.words.days(asked.weighing.opens, asked.weighing.closes)),
        "fetch"_a = visit.words("Fetch:"),
        "csv"_a = visit.href(address::weighing_csv, asked.weighing.number));
}

Html pictures_view(const Visit& visit, const AskedWeighing& asked) {
    const auto result = result_of(visit, asked);
    const auto foot = foot_of(visit, asked);
    Html all;
    for (const auto& picture : {points_picture(visit, asked, result), choices_picture(visit, asked, result),
             assurance_picture(visit, asked, result)})
        if (picture) all += statistics::figure_of(*picture, foot, visit.words);
    if (all.empty())
        return html("<p class=\"lead\">{}</p>",
            visit.words("Fewer than five people of any kind weighed, so nothing is shown."));
    if (result.left_out > 0)
        all += html("<p class=\"meta\">{}</p>",
            visit.words("Some answers are counted nowhere, since fewer than five people gave them."));
    return all;
}

/// A line for each priority and group: mean, interval. None before it is over.
std::string csv_of(const Visit& visit, const AskedWeighing& asked) {
    auto lines = csv::line({"priority", "title", "measure", "group", "people", "value", "low", "high"});
    if (!asked.weighing.is_over(visit.today())) return lines;
    const auto result = result_of(visit, asked);
    const auto number = [](double value) { return fmt::format("{:.4f}", value); };
    for (std::size_t item = 0; item < asked.items.size(); ++item) {
        const auto name = reference(asked.items[item]);
        const auto& title = asked.items[item].title.original();
        for (const auto& [group, sector] : result.by_sector)
            lines += csv::line({name, title, "points", group, std::to_string(sector.people),
                number(sector.points[item].mean), number(sector.points[item].low),
                number(sector.points[item].high)});
        if (result.total)
            lines += csv::line({name, title, "points", "all", std::to_string(result.people),
                number(result.total->items[item].mean), number(result.total->items[item].low),
                number(result.total->items[item].high)});
        if (!result.shares.empty())
            lines += csv::line({name, title, "share", "all", std::to_string(result.chose_of_four),
                number(result.shares[item].share), number(result.shares[item].low),
                number(result.shares[item].high)});
    }
    return lines;
}

}  // namespace

Response weighing_result(const Visit& visit) {
    const auto asked = asked_weighing(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    const auto& words = visit.words;
    const bool is_over = asked->weighing.is_over(visit.today());
    const auto title = words("How people weighed");
    const auto waiting = html("<p class=\"lead\">{}</p>",
        words("The result is shown when the weighing is over, after {}. Shown earlier, it would change with "
              "each answer, and single answers could be read out of it.",
            words.day(asked->weighing.closes)));
    const auto body = html(R"(
<h1>{title}</h1>
<p>{what}</p>
{result}
{inspel}{nav})",
        "title"_a = title, "what"_a = ui::in_language(asked->weighing.title, words),
        "result"_a = is_over ? pictures_view(visit, *asked) : waiting,
        "inspel"_a = inspel_link(visit, words("About the weighing {}", reference(asked->weighing))),
        "nav"_a = region_nav(visit, RegionPage::priorities));
    auto content = process_page(visit, title, body, "forutsattningar");
    content.crumbs = {{visit.href(address::priorities_page), words("Priorities")}};
    return page(content, visit);
}

Response weighing_csv(const Visit& visit) {
    const auto asked = asked_weighing(visit);
    if (!asked) return problem(visit, Failure::Kind::not_found);
    return csv_file("vagning-" + std::to_string(asked->weighing.number) + ".csv", csv_of(visit, *asked));
}

}  // namespace medskapa::web::priority
