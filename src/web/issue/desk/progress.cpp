#include "store/issue/progress.hpp"

#include "domain/inspel/forecast.hpp"
#include "store/inspel/inspel_store.hpp"
#include "web/inspel/views.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/asked.hpp"
#include "web/issue/desk/pages.hpp"
#include "web/ui/table.hpp"
#include "web/words/weekday.hpp"

#include <map>

namespace medskapa::web::issue::desk {
namespace {

using std::chrono::days;
using store::Load;

constexpr int days_shown = 14;

Load sum_of(const std::vector<Load>& loads) {
    Load sum;
    for (const auto& load : loads) {
        sum.all += load.all;
        sum.left += load.left;
        sum.late += load.late;
    }
    return sum;
}

std::map<Day, std::int64_t> by_day(const Visit& visit, const std::vector<store::CountedTime>& times) {
    std::map<Day, std::int64_t> counted;
    for (const auto& time : times) counted[visit.site.clock.day(time.begin)] += time.n;
    return counted;
}

std::int64_t in_last_week(const std::map<Day, std::int64_t>& counted, Day today) {
    std::int64_t sum = 0;
    for (const auto& [day, n] : counted)
        if (day > today - days{days_of_pace}) sum += n;
    return sum;
}

/// How it will go, and how that is against the last promised day.
struct Forecast {
    std::string title;
    std::string promise = {};
};

Forecast forecast_of(const Visit& visit, std::int64_t left, std::int64_t in_week) {
    const auto& words = visit.words;
    if (left == 0) return {words("Every issue has a public answer")};
    const auto done = day_when_answered(visit.today(), left, in_week);
    if (!done) return {words("No answer was published in the last week, so nothing can be foretold")};
    Forecast forecast{words("At this pace you are done on {}", with_weekday(*done, words))};
    const auto last = store::last_promised(visit.db, visit.process->id);
    if (!last) return forecast;
    const auto day = with_weekday(*last, words);
    forecast.promise = *done <= *last ? words("That is in time: the last promised day is {}.", day)
                                      : words("That is too late: the last promised day is {}.", day);
    return forecast;
}

Html linked(const std::string& href, std::int64_t count) {
    if (count == 0) return html("0");
    return html(R"(<a href="{}">{}</a>)", href, count);
}

Asked asked_for(const std::string& assignee, const std::string& topic, bool is_late) {
    Asked asked;
    asked.kind = store::DeskKind::issues;
    asked.assignee = assignee;
    asked.topic = topic;
    asked.is_late = is_late;
    return asked;
}

/// Each figure leads to what it counts.
std::vector<Html> row_of(const Visit& visit, const std::string& name, const Load& load,
    const std::string& assignee, const std::string& topic) {
    const auto all = list_href(visit, asked_for(assignee, topic, false));
    return {html("{}", name), linked(all, load.all), html("{}", load.left),
        linked(list_href(visit, asked_for(assignee, topic, true)), load.late)};
}

ui::Table load_table(const Visit& visit, const std::string& caption, const std::string& first) {
    const auto& words = visit.words;
    return {.caption = caption,
        .columns = {{first}, {words("Issues"), ui::Cell::number},
            {words("Without a public answer"), ui::Cell::number}, {words("Overdue"), ui::Cell::number}}};
}

Html by_assignee(const Visit& visit, const std::vector<Load>& loads) {
    const auto& words = visit.words;
    auto table = load_table(visit, words("By who answers"), words("Assigned to"));
    for (const auto& load : loads)
        table.rows.push_back(row_of(visit, load.assignee.empty() ? words("Nobody yet") : load.assignee, load,
            load.assignee.empty() ? "-" : load.assignee, ""));
    return ui::table(table);
}

Html by_topic(const Visit& visit, const std::vector<Load>& loads) {
    const auto& words = visit.words;
    const auto s = inspel::surroundings_of(visit);
    auto table = load_table(visit, words("By topic"), words("Topic"));
    for (const auto& load : loads)
        for (const auto& topic : s.topics)
            if (topic.id == load.topic)
                table.rows.push_back(row_of(visit, visit.in(topic.title), load, "", topic.slug));
    return ui::table(table);
}

Html by_days(const Visit& visit, const std::map<Day, std::int64_t>& received,
    const std::map<Day, std::int64_t>& answered) {
    const auto& words = visit.words;
    const auto at = [](const std::map<Day, std::int64_t>& counted, Day day) {
        const auto found = counted.find(day);
        return html("{}", found == counted.end() ? 0 : found->second);
    };
    ui::Table table{.caption = words("Day by day, the last two weeks"),
        .columns = {{words("Day")}, {words("Inspel that came in"), ui::Cell::number},
            {words("Issues answered in public"), ui::Cell::number}}};
    for (int back = 0; back < days_shown; ++back) {
        const auto day = visit.today() - days{back};
        table.rows.push_back({html("{}", with_weekday(day, words)), at(received, day), at(answered, day)});
    }
    return ui::table(table);
}

std::int64_t kept(const store::Tally& tally, std::string_view value) {
    const auto found = tally.find(value);
    return found == tally.end() ? 0 : found->second;
}

Html first_things(const Visit& visit, const Load& sum) {
    const auto& words = visit.words;
    const auto states = store::tally_of(visit.db, visit.process->id, store::Counter::state);
    const auto desk = store::tally_of(visit.db, visit.process->id, store::Counter::desk);
    const auto line = [](const std::string& href, std::int64_t count, const std::string& text) {
        return count == 0 ? Html{} : html(R"(<li><a href="{}">{}</a></li>)", href, text);
    };
    const auto waiting = kept(states, "received");
    const auto held = kept(desk, name_of(store::Waiting::held));
    auto lines = line(list_href(visit, asked_for("", "", true)), sum.late,
        words.count("{} issue is late", "{} issues are late", sum.late));
    lines += line(visit.href(address::to_review), waiting,
        words.count("{} inspel waits for review", "{} inspel wait for review", waiting));
    lines += line(visit.href(address::held_answers), held,
        words.count("{} issue has an answer that waits to be published",
            "{} issues have answers that wait to be published", held));
    if (lines.empty()) return {};
    return html("<h2>{}</h2><ul>{}</ul>", words("Do this first"), lines);
}

}  // namespace

Response progress(const Visit& visit) {
    const auto& words = visit.words;
    const auto process = visit.process->id;
    const auto since = visit.now - days{days_shown + 1};
    const auto loads = store::loads_of(visit.db, process, visit.today());
    const auto sum = sum_of(loads.by_assignee);
    const auto answered = by_day(visit, store::answered_since(visit.db, process, since));
    const auto received = by_day(visit, store::received_since(visit.db, process, since));
    const auto forecast = forecast_of(visit, sum.left, in_last_week(answered, visit.today()));
    const auto body = html(
        R"(<h1>{title}</h1><p class="lead">{promise} {lead}</p>{first}<div class="sides even">{by_assignee}{by_topic}{by_day}</div>)",
        "title"_a = forecast.title, "promise"_a = forecast.promise,
        "lead"_a =
            words("{} issues, {} without a public answer, {} of them late.", sum.all, sum.left, sum.late),
        "first"_a = first_things(visit, sum), "by_assignee"_a = by_assignee(visit, loads.by_assignee),
        "by_topic"_a = by_topic(visit, loads.by_topic), "by_day"_a = by_days(visit, received, answered));
    return not_stored(page(desk_page(visit, words("Progress"), body, "laget"), visit));
}

}  // namespace medskapa::web::issue::desk
