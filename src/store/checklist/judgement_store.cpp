#include "store/checklist/judgement_store.hpp"

#include "store/checklist/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

Judgement add(sql::Transaction& tx, Judgement judgement) {
    judgement.id = sql::insert<tables::judgement>(tx, judgement);
    return judgement;
}

std::vector<Judgement> judgements_of(
    sql::Connection& db, Id<Process> process, Checklist::Kind list, const std::string& code) {
    return sql::all<tables::judgement>(db,
        "WHERE process_id = $1 AND list = $2 AND code = $3 ORDER BY id DESC", process, name_of(list), code);
}

std::map<std::string, NewestJudgement> newest_judgements(
    sql::Connection& db, Id<Process> process, Checklist::Kind list) {
    std::map<std::string, NewestJudgement> newest;
    auto all = sql::all<tables::judgement>(
        db, "WHERE process_id = $1 AND list = $2 ORDER BY id", process, name_of(list));
    for (auto& one : all) {
        auto& place = newest[one.code];
        if (place.newest.id) place.before = std::move(place.newest);
        place.newest = std::move(one);
    }
    return newest;
}

}  // namespace medskapa::store
