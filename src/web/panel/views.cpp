#include "web/panel/views.hpp"

#include "app/panel/outcomes.hpp"
#include "store/panel/panel_store.hpp"
#include "web/panel/addresses.hpp"

namespace medskapa::web::panel {
namespace {

Html foot_of(const Visit& visit, const Panel& panel) {
    return html(R"(
<div class="fig-foot"><p class="source">{source}</p><div class="fig-links"><p class="dl">{fetch} <a href="{csv}">CSV</a></p></div></div>)",
        "source"_a = visit.words("Source: panel {}", reference(panel)), "fetch"_a = visit.words("Fetch:"),
        "csv"_a = visit.href(address::panel_csv, panel.number));
}

Html feedback_view(const Visit& visit, const std::vector<PanelRound>& rounds) {
    Html all;
    for (const auto& one : rounds)
        if (!one.feedback.empty())
            all += html("\n<h2>{}</h2><p{}>{}</p>", visit.words("Reasons given in round {}", one.round - 1),
                visit.words.lang("sv"), one.feedback);
    return all;
}

}  // namespace

std::optional<Panel> asked_panel(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("panel"));
    return number ? store::panel_numbered(visit.db, visit.process->id, *number) : std::nullopt;
}

std::string state_of(const Visit& visit, const std::vector<PanelRound>& rounds) {
    const auto& words = visit.words;
    const auto today = visit.today();
    const auto& last = rounds.back();
    if (last.is_open(today)) return words("Round {}. {}", last.round, words.until(last.closes, today));
    if (!last.is_over(today)) return words("Round {} opens {}", last.round, words.day(last.opens));
    return words("Round {} closed {}", last.round, words.day(last.closes));
}

Html outcomes_view(const Visit& visit, const Panel& panel, const std::vector<PanelRound>& rounds) {
    const auto outcomes = app::outcomes_of(visit.db, panel, visit.today());
    const auto picture =
        outcomes.empty()
            ? html("<p>{}</p>",
                  visit.words("Nothing is shown before a round is over, nor of a round that fewer than five "
                              "answered."))
            : statistics::figure_of(
                  rounds_picture(panel, outcomes, visit.words), foot_of(visit, panel), visit.words);
    return html("{}{}", picture, feedback_view(visit, rounds));
}

}  // namespace medskapa::web::panel
