#include "store/referral/answer_erasure.hpp"

#include "store/inspel/original_file_store.hpp"
#include "store/log/log_store.hpp"
#include "store/referral/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

/// What an answer says and who wrote it. It may have been changed while it waited for approval.
void erase_words_of(sql::Transaction& tx, const ReferralAnswer& answer) {
    auto& db = tx.db();
    if (const auto newest = answer.log_place ? object_at(db, *answer.log_place) : std::nullopt)
        erase_salts_about(tx, *newest);
    db.run("DELETE FROM referral_answer_part WHERE answer_id = $1", answer.id);
    sql::erase<tables::referral_answer>(tx, sql::Privacy::personal, "WHERE id = $1", answer.id);
}

void erase_files_of(sql::Transaction& tx, const ReferralAnswer& answer) {
    for (const auto& file : files_of(tx.db(), answer.id)) remove(tx, file);
}

}  // namespace

void erase_answer_of(sql::Transaction& tx, Id<Inspel> inspel) {
    auto& db = tx.db();
    const auto answer = sql::first<tables::referral_answer>(db, "WHERE inspel_id = $1", inspel);
    if (!answer) return;
    erase_words_of(tx, *answer);
    const auto unsent =
        sql::all<tables::referral_answer>(db, "WHERE inspel_id IS NULL AND begun_from_id = $1", answer->id);
    for (const auto& begun : unsent) {
        erase_files_of(tx, begun);
        erase_words_of(tx, begun);
    }
}

void remove_unsent(sql::Transaction& tx, const ReferralAnswer& answer) {
    erase_files_of(tx, answer);
    erase_words_of(tx, answer);
    tx.db().run("DELETE FROM referral_answer WHERE id = $1 AND inspel_id IS NULL", answer.id);
}

std::vector<ReferralAnswer> unsent_with_last_day_before(
    sql::Connection& db, Id<Process> process, Day day, int at_most) {
    const auto rows = db.run(R"(
        SELECT a.id AS id FROM referral_answer a JOIN referral f ON f.id = a.referral_id
        LEFT JOIN party p ON p.id = a.party_id
        WHERE a.process_id = $1 AND a.inspel_id IS NULL
          AND COALESCE(p.extended_to, p.deadline, f.deadline) < $2
        ORDER BY a.id LIMIT $3)",
        process, day, at_most);
    std::vector<ReferralAnswer> found;
    for (const auto& row : rows) found.push_back(find_answer(db, row.id<ReferralAnswer>("id")).value());
    return found;
}

}  // namespace medskapa::store
