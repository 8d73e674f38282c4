#include "web/inspel/trace.hpp"

#include "store/decision/decision_store.hpp"
#include "store/document/cause_store.hpp"
#include "store/document/document_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/issue/promise_store.hpp"
#include "web/decision/addresses.hpp"
#include "web/document/addresses.hpp"
#include "web/ui/trail.hpp"
#include "web/words/weekday.hpp"

#include <algorithm>
#include <map>

namespace medskapa::web::inspel {
namespace {

constexpr std::size_t most_changes = 5;

/// A change that people can read, and the version that it led to.
struct Shown {
    Change change;
    Version version;
    store::Judgement judged = {};
};
using ByNumber = std::map<int, Shown>;

ByNumber changes_behind(sql::Connection& db, const Inspel& inspel, const std::vector<Issue>& issues) {
    std::vector<Cause> causes{{Cause::Kind::inspel, inspel.id.value}};
    for (const auto& issue : issues) causes.push_back({Cause::Kind::issue, issue.id.value});
    ByNumber found;
    for (const auto& cause : causes)
        for (const auto& change : store::changes_caused_by(db, cause))
            if (const auto version = store::find_version(db, change.version); version && version->frozen_at)
                found.emplace(
                    change.number, Shown{change, *version, store::judgement_of(db, change.id, cause)});
    return found;
}

std::int64_t answered(sql::Connection& db, const std::vector<Issue>& issues) {
    std::int64_t n = 0;
    for (const auto& issue : issues) {
        const auto answer = store::find_answer(db, issue.answer);
        if (answer && answer->published_at) ++n;
    }
    return n;
}

Html gone_view(const Visit& visit, const store::Judgement& judged) {
    if (judged.standing != Standing::gone) return {};
    return html(", {}", visit.words("removed again in version {}", judged.version));
}

Html changes_view(const Visit& visit, const ByNumber& changes) {
    if (changes.empty()) return html("{}", visit.words("No words have been changed by it"));
    Html links;
    std::size_t n = 0;
    for (const auto& [number, shown] : changes) {
        if (++n > most_changes) return html("{} · {}", links, visit.words("and more"));
        const auto code = store::find_node(visit.db, shown.change.node)->node.code;
        links += html("{separator}<a href=\"{href}\">Ä-{number}</a> ({code}){gone}",
            "separator"_a = n == 1 ? "" : " · ", "href"_a = visit.href(address::change_page, number),
            "number"_a = number, "code"_a = code, "gone"_a = gone_view(visit, shown.judged));
    }
    return links;
}

/// Whether the words of some change are still there.
bool any_stands(const ByNumber& changes) {
    return std::any_of(changes.begin(), changes.end(),
        [](const auto& one) { return one.second.judged.standing != Standing::gone; });
}

/// The decision on the words that were changed or, where none were, the process' last.
std::optional<Decision> decision_on(const Visit& visit, const ByNumber& changes) {
    for (const auto& [number, shown] : changes)
        if (auto decision = store::decision_since(visit.db, shown.version);
            decision && shown.judged.standing != Standing::gone)
            return decision;
    const auto all = store::decisions_of(visit.db, visit.process->id);
    return !any_stands(changes) && !all.empty() ? std::optional{all.back()} : std::nullopt;
}

Html decision_view(const Visit& visit, const std::optional<Decision>& decision) {
    if (!decision) return html("{}", visit.words("Nothing has been decided yet."));
    return html("<a href=\"{href}\">B-{number}</a> · {day}",
        "href"_a = visit.href(address::decision_page, decision->number), "number"_a = decision->number,
        "day"_a = visit.words.day(decision->decided_on));
}

ui::Place place(bool is_done) {
    return is_done ? ui::Place::done : ui::Place::ahead;
}

}  // namespace

Day promised_day(const Visit& visit, const Inspel& inspel) {
    return visit.site.clock.day(inspel.received_at) +
           std::chrono::days{store::promised_days(visit.db, inspel)};
}

Html trace_view(const Visit& visit, const Inspel& inspel, const std::vector<Issue>& issues) {
    const auto& words = visit.words;
    const auto all = static_cast<std::int64_t>(issues.size());
    const auto with_answer = answered(visit.db, issues);
    const auto changes = changes_behind(visit.db, inspel, issues);
    const auto decision = decision_on(visit, changes);
    const auto received = visit.site.clock.day(inspel.received_at);
    const auto promised = promised_day(visit, inspel);
    return ui::trace({
        {ui::Place::done, words("Inspel · {}", words.day(received)), html("{}", inspel.shown_title)},
        {place(all > 0), words("Issues"),
            html("{}", all == 0 ? words("Not split yet")
                                : words.count("Split into {} issue", "Split into {} issues", all))},
        {place(all > 0 && with_answer == all), words("Answers"),
            html("{}", all == 0 ? words("At the latest {}", with_weekday(promised, words))
                                : words("{} of {} answered", with_answer, all))},
        {place(any_stands(changes)), words("Changed words"), changes_view(visit, changes)},
        {place(decision.has_value()), words("Decision"), decision_view(visit, decision)},
    });
}

}  // namespace medskapa::web::inspel
