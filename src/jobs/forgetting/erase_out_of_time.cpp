#include "jobs/forgetting/erase_out_of_time.hpp"

#include "app/retention/retention.hpp"
#include "store/retention/retention_store.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::jobs {
namespace {

/// `reader` is asked first, so that a round in which nothing goes writes nothing.
bool is_any_out(sql::Connection& reader, const RetentionRule& rule, const Clock& clock, Day today) {
    return app::erases_on(reader, rule, clock, today) &&
           !store::things_out(reader, rule, app::limit_of(rule, clock, today), 1).empty();
}

}  // namespace

int erase_out_of_time(sql::Connection& reader, sql::Writer& writer, const Clock& clock, Instant now) {
    const auto rules = store::retention_in_force(reader);
    if (rules.empty()) return 0;
    const auto today = clock.day(now);
    if (!store::has_round(reader, today))
        (void)app::perform(
            writer, Actor::operating(), {}, [&](auto& act) { return app::note_retention_round(act, today); });
    int all = 0;
    for (const auto& rule : rules) {
        const auto process = rule.process ? store::find_process(reader, rule.process) : Process{};
        for (int gone = 1; gone > 0 && process && is_any_out(reader, rule, clock, today); all += gone)
            gone = app::perform(writer, Actor::operating(), *process, [&](auto& act) {
                return app::erase_out_of_time(act, rule.kind, clock);
            }).value();
    }
    return all;
}

}  // namespace medskapa::jobs
