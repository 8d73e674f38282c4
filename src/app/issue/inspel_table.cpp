#include "app/issue/inspel_table.hpp"

#include "base/csv/write.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"

#include <array>
#include <numeric>
#include <vector>

namespace medskapa::app {
namespace {

using Cells = std::vector<std::string>;

std::string day_text(const Clock& clock, const std::optional<Instant>& at) {
    return at ? time::iso(clock.day(*at)) : std::string{};
}

Cells cells_of(const Inspel& inspel, const Clock& clock) {
    return {std::to_string(inspel.number), std::string{name_of(inspel.state)},
        day_text(clock, inspel.received_at), std::string{name_of(inspel.channel)},
        std::string{name_of(inspel.actor_kind)}, inspel.shown_organisation, inspel.municipality,
        inspel.shown_title, inspel.shown_text, day_text(clock, inspel.decided_at),
        inspel.decline_reason ? std::string{name_of(*inspel.decline_reason)} : std::string{}};
}

Cells cells_of(sql::Connection& db, const Issue& issue, const Clock& clock) {
    const auto answer = issue.answer ? store::find_answer(db, issue.answer) : std::nullopt;
    Cells cells{std::to_string(issue.position), issue.title, issue.quote};
    if (!answer) return cells;
    cells.insert(cells.end(),
        {std::string{name_of(answer->outcome)}, answer->text, day_text(clock, answer->published_at)});
    return cells;
}

std::string line_of(Cells cells, const Cells& more) {
    constexpr std::size_t columns = 17;
    cells.insert(cells.end(), more.begin(), more.end());
    cells.resize(columns);
    return csv::line(cells);
}

int newest_number(sql::Connection& db, Id<Process> process) {
    const auto states = store::tally_of(db, process, store::Counter::state);
    return std::accumulate(states.begin(), states.end(), 0,
        [](int sum, const auto& state) { return sum + static_cast<int>(state.second); });
}

}  // namespace

void each_line_of_inspel(sql::Connection& db, const Process& process, const Clock& clock,
    const std::function<void(const std::string& line)>& receive) {
    receive(
        "number,state,received,channel,actor_kind,organisation,municipality,title,text,decided,"
        "decline_reason,issue,issue_title,quote,outcome,answer,answered\r\n");
    const auto newest = newest_number(db, process.id);
    for (int number = 1; number <= newest; ++number) {
        const auto inspel = store::inspel_numbered(db, process.id, number);
        if (!inspel) continue;
        const auto cells = cells_of(*inspel, clock);
        const auto issues = store::issues_of(db, inspel->id);
        if (issues.empty()) receive(line_of(cells, {}));
        for (const auto& issue : issues) receive(line_of(cells, cells_of(db, issue, clock)));
    }
}

}  // namespace medskapa::app
