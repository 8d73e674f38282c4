#include "app/retention/retention.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "store/privacy/sweep.hpp"
#include "store/retention/columns.hpp"
#include "store/retention/retention_store.hpp"
#include "store/site/site_store.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::app {
namespace {

constexpr int at_once = 50;  // the writer serves others between

/// Whose rule it is: the process's, or the site's.
Id<Process> owner_of(const Act& act, RetentionKind kind) {
    return is_of_site(kind) ? Id<Process>{} : act.process().id;
}

std::string object_of(RetentionKind kind) {
    return object_named(ObjectKind::retention, name_of(kind));
}

void end(const Act& act, RetentionRule rule) {
    rule.ended_at = act.now();
    store::change(tx(act), rule);
}

}  // namespace

bool may_decide_retention(sql::Connection& db, const Actor& actor, RetentionKind kind) {
    if (!is_of_site(kind)) return true;
    const auto all = store::processes(db);
    return std::all_of(all.begin(), all.end(),
        [&](const Process& process) { return authorize(actor, Action::erase, process.id); });
}

Result<RetentionRule> decide_retention(Permitted<Action::erase> act, const RetentionRule& typed, Day today) {
    if (!may_decide_retention(act.db(), act.actor(), typed.kind)) return refuse(Failure::Kind::not_allowed);
    auto rule = checked(typed, today);
    if (!rule) return rule;
    rule->process = owner_of(act, rule->kind);
    rule->made_at = act.now();
    if (const auto former = store::retention_in_force(act.db(), rule->process, rule->kind)) {
        demand_seen<store::tables::retention_rule>(act, *former);
        end(act, *former);
    }
    rule->id = store::add(tx(act), *rule);
    record(act, {EntryType::retention_decided, object_of(rule->kind), {},
                    {{"case_number", rule->decision}, {"decided", time::iso(rule->decided_on)},
                        {"event", std::string{name_of(rule->event)}},
                        {"period", fmt::format("{} {}", rule->amount, name_of(rule->unit))}}});
    return rule;
}

Result<RetentionRule> end_retention(Permitted<Action::erase> act, RetentionKind kind) {
    if (!may_decide_retention(act.db(), act.actor(), kind)) return refuse(Failure::Kind::not_allowed);
    const auto rule = store::retention_in_force(act.db(), owner_of(act, kind), kind);
    if (!rule) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::retention_rule>(act, *rule);
    end(act, *rule);
    record(act, EntryType::retention_ended, object_of(kind));
    return *rule;
}

bool erases_on(sql::Connection& db, const RetentionRule& rule, const Clock& clock, Day today) {
    return !rule.ended_at && clock.day(rule.made_at) + retention_waits <= today &&
           store::has_seen_days_before(db, today);
}

store::RetentionLimit limit_of(const RetentionRule& rule, const Clock& clock, Day today) {
    const auto last = last_day_out(rule, today);
    return {last, clock.start_of(last + std::chrono::days{1})};
}

Result<bool> note_retention_round(Permitted<Action::administer> act, Day today) {
    tx(act).changes_no_page();
    store::note_round(tx(act), today);
    return true;
}

Result<int> erase_out_of_time(Permitted<Action::erase> act, RetentionKind kind, const Clock& clock) {
    const auto today = clock.day(act.now());
    const auto rule = store::retention_in_force(act.db(), owner_of(act, kind), kind);
    if (!rule || !erases_on(act.db(), *rule, clock, today)) return 0;
    const auto limit = limit_of(*rule, clock, today);
    const auto things = store::things_out(act.db(), *rule, limit, at_once);
    if (things.empty()) return 0;
    store::erase_things(tx(act), kind, things, limit);
    const auto count = static_cast<std::int64_t>(things.size());
    const auto place = record(act, {EntryType::retention_erased, object_of(kind), {},
                                       {{"case_number", rule->decision}, {"count", std::to_string(count)}}});
    store::add_to_sweep(tx(act), place);
    store::add(tx(act), {{}, rule->process, kind, today, rule->decision, count, place});
    return static_cast<int>(count);
}

}  // namespace medskapa::app
