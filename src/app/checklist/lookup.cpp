#include "app/checklist/lookup.hpp"

#include "app/checklist/lookup_priorities.hpp"
#include "store/document/document_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"

#include <algorithm>
#include <set>

namespace medskapa::app {
namespace {

using Status = Judgement::Status;
using Kind = AnalysisRun::Kind;

LookedUp missing(const char* sentence) {
    return {Status::missing, sentence, {}};
}

std::int64_t size_of(const auto& all) {
    return static_cast<std::int64_t>(all.size());
}

LookedUp runs_of_kinds(sql::Connection& db, Id<Process> process, const std::set<Kind>& kinds) {
    auto runs = store::runs_of(db, process);
    std::erase_if(runs, [&](const AnalysisRun& run) { return !kinds.contains(run.kind); });
    if (runs.empty()) return missing(N_("No analysis of that kind has been made"));
    return {Status::met, N_("{} analyses, the newest is {}"), {size_of(runs), reference(runs.front())}};
}

/// The newest run of the process may not rest on data that was fetched too long ago.
LookedUp data_age(sql::Connection& db, Id<Process> process, Instant now) {
    const auto runs = store::runs_of(db, process);
    if (runs.empty()) return missing(N_("No analysis has been made, so there is no data to be old"));
    std::vector<std::string> old;
    std::set<std::int64_t> seen;
    for (const auto& run : runs) {
        if (!seen.insert(run.dataset.value).second || store::replacement_of(db, run.dataset)) continue;
        const auto dataset = store::find_dataset(db, run.dataset).value();
        if (now - dataset.imported_at > oldest_data) old.push_back(reference(dataset));
    }
    if (old.empty()) return {Status::met, N_("All that the analyses rest on was fetched in three years"), {}};
    return {Status::old, N_("{} was fetched more than three years ago"), {old.front()}};
}

std::optional<Party::Kind> sector_of(Party::Kind kind) {
    switch (kind) {
        case Party::Kind::business:
        case Party::Kind::academia:
        case Party::Kind::civil_society: return kind;
        case Party::Kind::municipality:
        case Party::Kind::region:
        case Party::Kind::state_authority: return Party::Kind::state_authority;
        default: return std::nullopt;
    }
}

LookedUp invited_sectors(sql::Connection& db, Id<Process> process) {
    constexpr std::size_t all = 4;
    std::set<Party::Kind> sectors;
    for (const auto& referral : store::referrals_of(db, process))
        for (const auto& party : store::parties_of(db, referral.id))
            if (const auto sector = sector_of(party.kind)) sectors.insert(*sector);
    if (sectors.empty()) return missing(N_("Nobody has been asked for an answer to a referral"));
    return {sectors.size() == all ? Status::met : Status::partly,
        N_("{} of four kinds of actors have been asked for an answer"), {size_of(sectors)}};
}

LookedUp named_bodies(sql::Connection& db, Id<Process> process) {
    const auto bodies = store::bodies_of(db, process);
    if (bodies.empty()) return missing(N_("No body is presented"));
    const auto seated =
        std::count_if(bodies.begin(), bodies.end(), [](const Body& body) { return !body.seats.empty(); });
    return {seated > 0 ? Status::met : Status::partly, N_("{} bodies are presented, {} of them with seats"),
        {size_of(bodies), static_cast<std::int64_t>(seated)}};
}

LookedUp published_minutes(sql::Connection& db, Id<Process> process, LocalTime now) {
    auto events = store::events_of(db, process);
    std::erase_if(events, [&](const Event& event) { return event.withdrawn || event.ends > now; });
    const auto noted =
        std::count_if(events.begin(), events.end(), [](const Event& event) { return !event.notes.empty(); });
    if (noted == 0) return missing(N_("No meeting that has been has notes"));
    return {noted == size_of(events) ? Status::met : Status::partly,
        N_("{} of {} meetings that have been have notes"),
        {static_cast<std::int64_t>(noted), size_of(events)}};
}

LookedUp vision_in_text(sql::Connection& db, Id<Process> process) {
    for (const auto& document : store::documents_of(db, process)) {
        const auto version = store::newest_frozen(db, document.id);
        if (!version) continue;
        const auto lines = store::lines_of(db, version->id);
        const auto found = std::find_if(lines.begin(), lines.end(),
            [](const auto& line) { return line.node.type == Node::Type::vision; });
        if (found != lines.end()) return {Status::met, N_("It stands in {}"), {found->node.code}};
    }
    return missing(N_("No place in a text that everybody can read is marked as the vision"));
}

LookedUp published_inspel(sql::Connection& db, Id<Process> process) {
    const auto states = store::tally_of(db, process, store::Counter::state);
    const auto found = states.find(std::string{name_of(Inspel::State::published)});
    if (found == states.end() || found->second == 0) return missing(N_("No inspel has been published"));
    return {Status::met, N_("{} inspel have been published"), {found->second}};
}

LookedUp referral_answers(sql::Connection& db, Id<Process> process) {
    std::int64_t asked = 0;
    std::int64_t answered = 0;
    for (const auto& referral : store::referrals_of(db, process))
        for (const auto& party : store::parties_of(db, referral.id)) {
            ++asked;
            if (party.answered_at) ++answered;
        }
    if (asked == 0) return missing(N_("Nobody has been asked for an answer to a referral"));
    return {answered > 0 ? Status::met : Status::partly, N_("{} were asked, {} have answered"),
        {asked, answered}};
}

}  // namespace

std::optional<LookedUp> look_up(
    sql::Connection& db, Id<Process> process, AutomaticRule rule, const LookupTime& at) {
    using enum AutomaticRule;
    switch (rule) {
        case none: return std::nullopt;
        case has_runs:
            return runs_of_kinds(db, process,
                {Kind::specialisation, Kind::shift_share, Kind::labour_markets, Kind::variety,
                    Kind::opportunities});
        case data_is_fresh: return data_age(db, process, at.now);
        case has_benchmark: return runs_of_kinds(db, process, {Kind::specialisation, Kind::shift_share});
        case has_flows: return runs_of_kinds(db, process, {Kind::labour_markets});
        case sectors_invited: return invited_sectors(db, process);
        case bodies_are_named: return named_bodies(db, process);
        case minutes_published: return published_minutes(db, process, at.local);
        case has_vision: return vision_in_text(db, process);
        case inspel_received: return published_inspel(db, process);
        case was_referred: return referral_answers(db, process);
        default: return look_up_priorities(db, process, rule);
    }
}

}  // namespace medskapa::app
