#include "app/act/keep_corrections.hpp"

#include "app/act/record.hpp"
#include "store/correction/correction_store.hpp"

namespace medskapa::app {
namespace {

void record_correction(const Act& act, const Correction& one) {
    LogRecord entry{EntryType::correction_made, one.object, {{"right", one.right}, {"reason", one.reason}},
        {{"correction", std::to_string(one.number)}, {"aspect", std::string{name_of(one.aspect)}}}};
    if (!one.is_withheld) entry.committed.push_back({"was", one.was});
    if (!one.place.empty()) entry.said.push_back({"place", one.place});
    record(act, entry);
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
        record_correction(act, one);
    }
    return corrections;
}

}  // namespace medskapa::app
