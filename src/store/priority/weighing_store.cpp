#include "store/priority/weighing_store.hpp"

#include "store/priority/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Weighing add(sql::Transaction& tx, Weighing weighing) {
    const auto rows = tx.db().run(
        "SELECT number FROM weighing WHERE process_id = $1 ORDER BY number DESC LIMIT 1", weighing.process);
    weighing.number = rows.empty() ? 1 : static_cast<int>(rows.front().integer("number")) + 1;
    weighing.id = sql::insert<tables::weighing>(tx, weighing);
    return weighing;
}

WeighingInvitation add(sql::Transaction& tx, WeighingInvitation invitation) {
    invitation.id = sql::insert<tables::weighing_invitation>(tx, invitation);
    return invitation;
}

void keep(sql::Transaction& tx, const WeighingAnswer& answer) {
    if (const auto known = answer_by(tx.db(), answer.weighing, answer.person)) {
        auto changed = answer;
        changed.id = known->id;
        sql::change<tables::weighing_answer>(tx, changed);
        return;
    }
    sql::insert<tables::weighing_answer>(tx, answer);
}

void remove(sql::Transaction& tx, const WeighingAnswer& answer) {
    tx.db().run("DELETE FROM weighing_answer WHERE id = $1", answer.id);
}

std::vector<Weighing> weighings_of(sql::Connection& db, Id<Process> process) {
    return sql::all<tables::weighing>(db, "WHERE process_id = $1 ORDER BY number", process);
}

std::optional<Weighing> weighing_numbered(sql::Connection& db, Id<Process> process, int number) {
    return sql::first<tables::weighing>(db, "WHERE process_id = $1 AND number = $2", process, number);
}

std::vector<WeighingInvitation> invitations_of(sql::Connection& db, Id<Weighing> weighing) {
    return sql::all<tables::weighing_invitation>(db, "WHERE weighing_id = $1 ORDER BY id", weighing);
}

std::optional<WeighingInvitation> find_invitation(sql::Connection& db, Id<WeighingInvitation> id) {
    return sql::first<tables::weighing_invitation>(db, "WHERE id = $1", id);
}

std::vector<WeighingAnswer> answers_of(sql::Connection& db, Id<Weighing> weighing) {
    return sql::all<tables::weighing_answer>(db, "WHERE weighing_id = $1 ORDER BY id", weighing);
}

std::int64_t answers_to(sql::Connection& db, Id<Weighing> weighing) {
    return db.run("SELECT count(*) AS n FROM weighing_answer WHERE weighing_id = $1", weighing)
        .front()
        .integer("n");
}

std::optional<WeighingAnswer> answer_by(
    sql::Connection& db, Id<Weighing> weighing, const std::string& person) {
    return sql::first<tables::weighing_answer>(
        db, "WHERE weighing_id = $1 AND person = $2", weighing, person);
}

}  // namespace medskapa::store
