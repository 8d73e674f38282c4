#include "app/conversation/statement_inspel.hpp"

#include "app/act/record.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::app {
namespace {

Entered entered_of(sql::Transaction& tx, const Occasion& at, const Statement& statement) {
    Entered entered;
    entered.draft.text = statement.text;
    entered.draft.actor_kind = name_of(ActorKind::citizen);
    const auto subjects = store::subjects_of(tx.db(), at.process.id);
    if (!subjects.empty()) entered.draft.concerns = subjects.front().key;
    entered.channel = Channel::web;
    entered.activity = at.activity.id;
    entered.step = at.activity.step;
    entered.received_at = statement.proposed_at;
    return entered;
}

}  // namespace

Result<Receipt> convert_statement(
    sql::Transaction& tx, const Permit& permit, const Occasion& at, int number, const std::string& secret) {
    if (at.activity.process != at.process.id) return refuse(Failure::Kind::not_allowed);
    const auto statement = store::statement_numbered(tx.db(), at.activity.id, number);
    if (!statement || statement->state != Statement::State::accepted) return refuse(Failure::Kind::not_found);
    if (statement->inspel) return refuse(Failure::Kind::conflict);
    const auto receipt = enter_inspel(tx, permit, at.process, entered_of(tx, at, *statement), secret);
    if (!receipt) return receipt;
    store::set_inspel(tx, *statement, receipt->inspel);
    record(tx, at.process,
        Act{"statement.taken_up", "statement/" + statement->public_id, {},
            {{"inspel", store::find_inspel(tx.db(), receipt->inspel)->public_id}}});
    return receipt;
}

}  // namespace medskapa::app
