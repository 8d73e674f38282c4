#include "app/priority/priority.hpp"

#include "app/act/record.hpp"
#include "app/statistics/citing.hpp"
#include "domain/field.hpp"
#include "store/priority/priority_store.hpp"
#include "store/site/site_store.hpp"
#include "store/statistics/analysis_store.hpp"

namespace medskapa::app {
namespace {

std::string object(const Priority& priority) {
    return object_named(ObjectKind::priority, priority.number);
}

void record_words(const Act& act, EntryType type, const Priority& priority) {
    record(act, {type, object(priority),
                    {{"title", priority.title.original()}, {"text", priority.text.original()},
                        {"vision", priority.vision.original()}, {"needs", priority.needs.original()},
                        {"objections", priority.objections}},
                    {{"kind", std::string{name_of(priority.kind)}}}});
}

std::vector<int> numbers_of(const std::vector<Priority>& priorities) {
    std::vector<int> numbers;
    for (const auto& one : priorities) numbers.push_back(one.number);
    return numbers;
}

/// The standing one with the words of the other.
Priority with_words_of(const Priority& standing, const Priority& typed) {
    auto priority = typed;
    priority.id = standing.id;
    priority.process = standing.process;
    priority.number = standing.number;
    priority.outcome = standing.outcome;
    priority.became = standing.became;
    priority.motive = standing.motive;
    priority.decided_on = standing.decided_on;
    return priority;
}

}  // namespace

Result<Priority> propose_priority(Permitted<Action::edit_text> act, const Priority& typed) {
    auto priority = checked(with_words_of({}, typed));
    if (!priority) return priority;
    priority->process = act.process().id;
    *priority = store::add(tx(act), *priority);
    record_words(act, EntryType::priority_proposed, *priority);
    return priority;
}

Result<Priority> change_priority(Permitted<Action::edit_text> act, const Priority& typed) {
    const auto standing = store::priority_numbered(act.db(), act.process().id, typed.number);
    if (!standing) return refuse(Failure::Kind::not_found);
    auto priority = checked(with_words_of(*standing, typed));
    if (!priority) return priority;
    store::change(tx(act), *priority);
    record_words(act, EntryType::priority_changed, *priority);
    return priority;
}

Result<Priority> decide_priority(Permitted<Action::decide> act, const Priority& decision, Day today) {
    const auto standing = store::priority_numbered(act.db(), act.process().id, decision.number);
    if (!standing) return refuse(Failure::Kind::not_found);
    const auto known = numbers_of(store::priorities_of(act.db(), act.process().id));
    auto priority = decided(*standing, decision, known, today);
    if (!priority) return priority;
    store::change(tx(act), *priority);
    std::vector<openlog::Field> said{
        {"outcome", std::string{name_of(priority->outcome)}}, {"date", time::iso(*priority->decided_on)}};
    if (!priority->became.empty()) said.push_back({"became", priority->became});
    record(act, {EntryType::priority_decided, object(*priority), {{"motive", priority->motive}}, said});
    return priority;
}

Result<Discovery> note_discovery(Permitted<Action::edit_text> act, int number, const Discovery& typed) {
    const auto priority = store::priority_numbered(act.db(), act.process().id, number);
    if (!priority) return refuse(Failure::Kind::not_found);
    if (!store::find_event(act.db(), act.process().id, typed.event))
        return refuse(Failure::Kind::invalid, {{Field::event, N_("Choose a meeting of the calendar")}});
    auto discovery = checked(typed);
    if (!discovery) return discovery;
    discovery->process = act.process().id;
    discovery->priority = priority->id;
    discovery->noted_at = act.now();
    store::add(tx(act), *discovery);
    record(act, {EntryType::priority_discovered, object(*priority), {{"learned", discovery->learned}},
                    {{"event", std::to_string(discovery->event.value)}, {"sectors", discovery->sectors}}});
    return discovery;
}

Result<Citation> cite_for_priority(
    Permitted<Action::edit_text> act, int number, int run_number, const std::string& figure) {
    const auto priority = store::priority_numbered(act.db(), act.process().id, number);
    if (!priority) return refuse(Failure::Kind::not_found);
    Citation by;
    by.priority = priority->id;
    return cite(act, by, {run_number, figure}, store::citations_of(act.db(), priority->id),
        {{"priority", std::to_string(number)}});
}

}  // namespace medskapa::app
