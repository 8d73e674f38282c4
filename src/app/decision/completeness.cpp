#include "app/decision/completeness.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/inspel/inspel_store.hpp"

#include <fmt/format.h>

namespace medskapa::app {
namespace {

std::string figures(const Missing& missing) {
    return fmt::format(
        "{} {} {} {}", missing.unread, missing.unsplit, missing.unanswered, missing.unassessed);
}

AnswersDeclared counted(sql::Connection& db, const Process& process) {
    AnswersDeclared declared;
    declared.inspel = store::tally_of(
        db, process.id, store::Counter::state)[std::string{name_of(Inspel::State::published)}];
    for (const auto& [outcome, n] : store::tally_of(db, process.id, store::Counter::issue))
        declared.issues += n;
    return declared;
}

}  // namespace

Result<Waiver> waive_missing(Permitted<Action::decide> act, const std::string& reason) {
    const auto gate = store::gate_of(act.db(), act.process().id);
    demand_seen(act, store::version_of(act.process().id, gate));
    auto waiver = waive(gate, reason);
    if (!waiver) return waiver;
    waiver->process = act.process().id;
    waiver->waived_at = act.now();
    waiver->id = store::add(tx(act), *waiver);
    record(act, EntryType::completeness_waived, object_named(ObjectKind::completeness, waiver->id.value),
        {{"missing", figures(waiver->missing)}, {"gaps", waiver->missing.gaps}, {"reason", waiver->reason}});
    return waiver;
}

Result<AnswersDeclared> declare_answers(Permitted<Action::decide> act) {
    const auto& process = act.process();
    const auto gate = store::gate_of(act.db(), process.id);
    demand_seen(act, store::version_of(process.id, gate));
    const auto waiver = pass(gate);
    if (!waiver) return tl::unexpected{waiver.error()};
    auto declared = counted(act.db(), process);
    declared.waiver = *waiver;
    declared.declared_at = act.now();
    store::add(tx(act), process.id, declared);
    record(act, EntryType::completeness_declared, object_named(ObjectKind::process, process.slug),
        {{"answered", fmt::format("{} {}", declared.inspel, declared.issues)}});
    return declared;
}

}  // namespace medskapa::app
