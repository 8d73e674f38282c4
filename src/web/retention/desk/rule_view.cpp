#include "web/retention/desk/rule_view.hpp"

#include "app/retention/retention.hpp"
#include "store/retention/retention_store.hpp"

#include <algorithm>

namespace medskapa::web::retention::desk {
namespace {

constexpr std::int64_t most_counted = 10'000;

}  // namespace

std::optional<RetentionRule> rule_of(const Visit& visit, RetentionKind kind) {
    const auto owner = is_of_site(kind) ? Id<Process>{} : visit.process->id;
    return store::retention_in_force(visit.db, owner, kind);
}

std::string next_day_text(const Visit& visit, const RetentionRule& rule) {
    const auto& words = visit.words;
    const auto first = store::first_event(visit.db, visit.site.clock, rule);
    if (!first)
        return rule.event == RetentionEvent::process_closed ? words("None: the process is not closed")
                                                            : words("None: there is nothing");
    const auto begins = visit.site.clock.day(rule.made_at) + retention_waits;
    const auto goes = last_day_kept(rule, *first) + std::chrono::days{1};
    return words.day(std::max({goes, begins, visit.today()}));
}

std::string count_text(const Visit& visit, const RetentionRule& rule) {
    const auto& words = visit.words;
    const auto limit = app::limit_of(rule, visit.site.clock, visit.today());
    const auto count = store::count_out(visit.db, rule, limit, most_counted + 1);
    if (count > most_counted) return words("more than {}", words.number(most_counted));
    return words.number(count);
}

Html closed_view(const Visit& visit) {
    const auto& words = visit.words;
    const auto closed = store::closing_day(visit.db, visit.site.clock, visit.process->id);
    const auto text = !closed ? words(
                                    "The process is not closed: no decision has been taken, or an activity "
                                    "has no last day.")
                      : *closed < visit.today() ? words("The process was closed {}.", words.day(*closed))
                                                : words("The process closes {}.", words.day(*closed));
    return html("<p>{}</p>", text);
}

}  // namespace medskapa::web::retention::desk
