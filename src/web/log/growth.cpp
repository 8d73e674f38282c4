#include "web/log/growth.hpp"

#include "store/log/log_places.hpp"
#include "web/ui/table.hpp"

#include <algorithm>

namespace medskapa::web::log {
namespace {

constexpr int weeks_shown = 12;
constexpr int width = 720;
constexpr int height = 130;

struct Week {
    Day monday;
    std::int64_t entries = 0;
};

/// Oldest first; the last one is not over yet.
std::vector<Week> weeks_of(const Visit& visit) {
    using std::chrono::days;
    const auto today = visit.today();
    auto monday = today - (std::chrono::weekday{today} - std::chrono::Monday);
    std::vector<Week> weeks;
    store::LogPlaces places{visit.db};
    auto end = places.size();
    for (int i = 0; i < weeks_shown; ++i, monday -= days{7}) {
        const auto begin = places.at(visit.site.clock.start_of(monday));
        weeks.push_back({monday, end - begin});
        end = begin;
    }
    std::reverse(weeks.begin(), weeks.end());
    return weeks;
}

constexpr int foot = 28;
constexpr int head = 22;
constexpr int step = width / weeks_shown;

/// One week's, with its number above it.
Html bar(std::int64_t entries, std::int64_t most, int left, const Words& words) {
    const auto tall = static_cast<int>(entries * (height - foot - head) / most);
    const auto top = height - foot - tall;
    return html(
        R"(<rect class="k3" x="{left}" y="{top}" width="{width}" height="{height}"/><text x="{middle}" y="{label_y}" text-anchor="middle">{entries}</text>)",
        "left"_a = left + 6, "top"_a = top, "width"_a = step - 12, "height"_a = tall,
        "middle"_a = left + step / 2, "label_y"_a = top - 6, "entries"_a = words.number(entries));
}

Html bars(const std::vector<Week>& weeks, const Words& words) {
    std::int64_t most = 1;
    for (const auto& week : weeks) most = std::max(most, week.entries);
    Html all;
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        const auto left = static_cast<int>(i) * step;
        all += bar(weeks[i].entries, most, left, words);
        if (i % 3 == 2)
            all += html(R"(<text class="soft{wide}" x="{middle}" y="{y}" text-anchor="middle">{day}</text>)",
                "wide"_a = i % 2 == 0 ? " wide" : "", "middle"_a = left + step / 2, "y"_a = height - 8,
                "day"_a = words.short_day(weeks[i].monday));
    }
    return html(
        R"(<svg viewBox="0 0 {width} {height}" aria-hidden="true">{bars}<line class="axis" x1="0" x2="{width}" y1="{axis}" y2="{axis}"/></svg>)",
        "width"_a = width, "height"_a = height, "bars"_a = all, "axis"_a = height - foot);
}

Html as_table(const std::vector<Week>& weeks, const Words& words) {
    ui::Table table{words("Entries a week"), ui::Caption::for_listeners,
        {{words("Week from")}, {words("entries"), ui::Cell::number}}};
    for (auto week = weeks.rbegin(); week != weeks.rend(); ++week)
        table.rows.push_back({html("{}", words.day(week->monday)), html("{}", words.number(week->entries))});
    return ui::table(table);
}

}  // namespace

Html growth(const Visit& visit) {
    const auto& words = visit.words;
    const auto weeks = weeks_of(visit);
    return html(R"(
<figure class="chart" aria-labelledby="vaxer">
  <figcaption><h2 id="vaxer">{title}</h2><p>{lead}</p></figcaption>
  {bars}
  <details class="more"><summary>{as_table}</summary>{table}</details>
</figure>)",
        "title"_a = words("How the log grows"),
        "lead"_a = words("{} entries in all; the bars are entries a week, from Monday.",
            words.number(store::log_size(visit.db))),
        "bars"_a = bars(weeks, words), "as_table"_a = words("The same as a table"),
        "table"_a = as_table(weeks, words));
}

}  // namespace medskapa::web::log
