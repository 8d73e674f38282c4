#include "app/panel/outcomes.hpp"

#include "domain/priority/priority.hpp"
#include "engine/regional/quantile.hpp"
#include "store/panel/panel_store.hpp"

namespace medskapa::app {

std::optional<RoundOutcome> outcome_of(int round, const std::vector<PanelEstimate>& estimates) {
    if (estimates.size() < static_cast<std::size_t>(fewest_told)) return std::nullopt;
    std::vector<double> numbers;
    for (const auto& one : estimates) numbers.push_back(static_cast<double>(one.value));
    const auto part = [&](double share) { return regional::quantile(numbers, share).value(); };
    return RoundOutcome{round, numbers.size(), part(0.5), part(0.25), part(0.75)};
}

std::vector<RoundOutcome> outcomes_of(sql::Connection& db, const Panel& panel, Day today) {
    std::vector<RoundOutcome> outcomes;
    for (const auto& round : store::rounds_of(db, panel.id)) {
        if (!round.is_over(today)) continue;
        if (auto outcome = outcome_of(round.round, store::estimates_of(db, panel.id, round.round)))
            outcomes.push_back(*outcome);
    }
    return outcomes;
}

}  // namespace medskapa::app
