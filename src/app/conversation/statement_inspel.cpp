#include "app/conversation/statement_inspel.hpp"

#include "app/act/record.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::app {
namespace {

Entered entered_of(const Act& act, const Occasion& at, const Statement& statement) {
    Entered entered;
    entered.draft.text = statement.text;
    entered.draft.actor_kind = name_of(ActorKind::citizen);
    const auto subjects = store::subjects_of(act.db(), act.process().id);
    if (!subjects.empty()) entered.draft.concerns = subjects.front().key;
    entered.channel = Channel::web;
    entered.activity = at.activity.id;
    entered.step = at.activity.step;
    entered.received_at = statement.proposed_at;
    return entered;
}

}  // namespace

Result<Receipt> convert_statement(
    Permitted<Action::enter_inspel> act, const Occasion& at, int number, const std::string& secret) {
    if (at.activity.process != act.process().id) return refuse(Failure::Kind::not_allowed);
    const auto statement = store::statement_numbered(act.db(), at.activity.id, number);
    if (!statement || statement->state != Statement::State::accepted) return refuse(Failure::Kind::not_found);
    if (statement->inspel) return refuse(Failure::Kind::conflict);
    const auto receipt = enter_inspel(act, entered_of(act, at, *statement), secret);
    if (!receipt) return receipt;
    store::set_inspel(tx(act), *statement, receipt->inspel);
    record(act,
        LogRecord{EntryType::statement_converted, object_named(ObjectKind::statement, statement->public_id),
            {}, {{"inspel", store::find_inspel(act.db(), receipt->inspel)->public_id}}});
    return receipt;
}

}  // namespace medskapa::app
