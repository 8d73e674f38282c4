#include "app/act/keep_corrections.hpp"

#include "app/act/record.hpp"
#include "store/correction/correction_store.hpp"
#include "store/log/log_store.hpp"
#include "store/privacy/sweep.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

std::int64_t record_correction(const Act& act, const Correction& one) {
    LogRecord entry{EntryType::correction_made, one.object, {{"right", one.right}, {"reason", one.reason}},
        {{"correction", std::to_string(one.number)}, {"aspect", std::string{name_of(one.aspect)}}}};
    if (!one.is_withheld) entry.committed.push_back({"was", one.was});
    if (!one.place.empty()) entry.said.push_back({"place", one.place});
    return record(act, entry);
}

bool is_entry_of(const std::string& data, const std::vector<int>& corrections) {
    const auto entry = openlog::read_entry(data);
    if (!entry || entry->type != name_of(EntryType::correction_made)) return false;
    return std::any_of(corrections.begin(), corrections.end(),
        [&](int number) { return entry->field("correction") == std::to_string(number); });
}

/// By which label an entry of the thing's own commits to what it says; empty where none does.
std::string label_of(const Correction& one) {
    using Aspect = Correction::Aspect;
    if (one.aspect == Aspect::text || one.aspect == Aspect::dissent) return std::string{name_of(one.aspect)};
    if (one.kind == Correction::Kind::party && one.aspect == Aspect::name) return "party";
    return {};
}

/// What is withheld is what was right until now: an earlier correction said so, and the log commits to it.
void withhold_before(const Act& act, const Correction& newest) {
    if (const auto label = label_of(newest); !label.empty())
        store::erase_salts_about(tx(act), newest.object, label);
    const auto numbers = store::withhold_before(tx(act), newest);
    if (numbers.empty()) return;
    for (const auto place : store::places_about(act.db(), newest.object))
        if (is_entry_of(store::log_entries(act.db(), place, 1).at(0), numbers))
            store::erase_salts_at(tx(act), place);
}

}  // namespace

std::vector<Correction> keep_corrections(
    const Act& act, const Corrected& what, std::vector<Correction> corrections) {
    for (auto& one : corrections) {
        one.process = act.process().id;
        one.kind = what.kind;
        one.thing = what.thing;
        one.object = what.object;
        one.role = act.role();
        one.made_at = act.now();
        one = store::add(tx(act), one);
        if (one.is_withheld) withhold_before(act, one);
        const auto place = record_correction(act, one);
        if (one.is_withheld) store::add_to_sweep(tx(act), place);
    }
    return corrections;
}

}  // namespace medskapa::app
