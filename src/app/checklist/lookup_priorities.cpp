#include "app/checklist/lookup_priorities.hpp"

#include "app/statistics/run.hpp"
#include "store/priority/priority_store.hpp"
#include "store/statistics/analysis_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

using Status = Judgement::Status;
using Priorities = std::vector<Priority>;

std::int64_t size_of(const auto& all) {
    return static_cast<std::int64_t>(all.size());
}

Priorities chosen_of(const Priorities& all) {
    Priorities chosen;
    std::copy_if(all.begin(), all.end(), std::back_inserter(chosen),
        [](const Priority& one) { return one.is_chosen(); });
    return chosen;
}

LookedUp none_chosen() {
    return {Status::missing, N_("No priority has been chosen"), {}};
}

/// How many of the chosen fit.
LookedUp share_of(const Priorities& chosen, const auto& fits, const char* sentence) {
    if (chosen.empty()) return none_chosen();
    const auto number = std::count_if(chosen.begin(), chosen.end(), fits);
    const auto status = number == size_of(chosen) ? Status::met
                        : number > 0              ? Status::partly
                                                  : Status::missing;
    return {status, sentence, {static_cast<std::int64_t>(number), size_of(chosen)}};
}

LookedUp how_few(const Priorities& chosen) {
    if (chosen.empty()) return none_chosen();
    return {size_of(chosen) <= most_priorities ? Status::met : Status::partly, N_("{} are chosen"),
        {size_of(chosen)}};
}

LookedUp kept_reasons(const Priorities& all) {
    const auto kept = std::count_if(all.begin(), all.end(),
        [](const Priority& one) { return one.is_decided() && !one.is_chosen() && !one.motive.empty(); });
    if (kept == 0) return {Status::missing, N_("No proposal that was not chosen has been kept"), {}};
    return {Status::met, N_("{} proposals that did not become priorities have been kept, with why"),
        {static_cast<std::int64_t>(kept)}};
}

LookedUp rest_on_runs(sql::Connection& db, const Priorities& chosen) {
    const auto citations = [&](const Priority& one) { return store::citations_of(db, one.id); };
    auto found = share_of(
        chosen, [&](const Priority& one) { return !citations(one).empty(); },
        N_("{} of {} rest on figures of analyses"));
    for (const auto& one : chosen) {
        const auto cited = citations(one);
        const bool is_stale = std::any_of(cited.begin(), cited.end(),
            [&](const Citation& citation) { return staleness_of(db, citation).has_value(); });
        if (is_stale)
            return {Status::old, N_("{} rests on data that has been replaced, and nobody has looked"),
                {reference(one)}};
    }
    return found;
}

}  // namespace

std::optional<LookedUp> look_up_priorities(sql::Connection& db, Id<Process> process, AutomaticRule rule) {
    using enum AutomaticRule;
    const auto all = store::priorities_of(db, process);
    const auto chosen = chosen_of(all);
    switch (rule) {
        case few_priorities: return how_few(chosen);
        case reasons_are_kept: return kept_reasons(all);
        case priorities_rest_on_runs: return rest_on_runs(db, chosen);
        case priorities_were_tried:
            return share_of(
                chosen,
                [&](const Priority& one) {
                    return sectors_of(store::discoveries_of(db, one.id)).size() >= sectors_needed;
                },
                N_("{} of {} have been tried with at least three kinds of actors"));
        case priorities_have_mass:
            return share_of(
                chosen, [](const Priority& one) { return one.jobs.value_or(0) >= critical_mass; },
                N_("{} of {} have at least 1,000 jobs"));
        default: return std::nullopt;
    }
}

}  // namespace medskapa::app
