#include "app/decision/completeness.hpp"

#include "app/act/record.hpp"
#include "store/decision/completeness_store.hpp"
#include "store/inspel/inspel_store.hpp"

#include <fmt/format.h>

namespace medskapa::app {
namespace {

std::string figures(const Missing& missing) {
    return fmt::format("{} {} {}", missing.unread, missing.unsplit, missing.unanswered);
}

AnswersDeclared counted(sql::Connection& db, const Process& process) {
    AnswersDeclared declared;
    declared.inspel =
        store::tally_of(db, process.id, "state")[std::string{name_of(Inspel::State::published)}];
    for (const auto& [outcome, n] : store::tally_of(db, process.id, "issue")) declared.issues += n;
    return declared;
}

}  // namespace

Result<Waiver> waive_missing(
    sql::Transaction& tx, const Permit& permit, const Process& process, const std::string& reason) {
    if (!allows(permit, Action::decide, process)) return refuse(Failure::Kind::not_allowed);
    auto waiver = waive(store::gate_of(tx.db(), process.id), reason);
    if (!waiver) return waiver;
    waiver->process = process.id;
    waiver->waived_at = tx.now();
    waiver->id = store::add(tx, *waiver);
    record(tx, process, "answers.waived", fmt::format("waiver/{}", waiver->id.value),
        {{"missing", figures(waiver->missing)}, {"reason", waiver->reason}});
    return waiver;
}

Result<AnswersDeclared> declare_answers(sql::Transaction& tx, const Permit& permit, const Process& process) {
    if (!allows(permit, Action::decide, process)) return refuse(Failure::Kind::not_allowed);
    const auto waiver = pass(store::gate_of(tx.db(), process.id));
    if (!waiver) return tl::unexpected{waiver.error()};
    auto declared = counted(tx.db(), process);
    declared.waiver = *waiver;
    declared.declared_at = tx.now();
    store::add(tx, process.id, declared);
    record(tx, process, "answers.declared", "process/" + process.slug,
        {{"answered", fmt::format("{} {}", declared.inspel, declared.issues)}});
    return declared;
}

}  // namespace medskapa::app
