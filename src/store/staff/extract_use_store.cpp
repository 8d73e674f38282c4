#include "store/staff/extract_use_store.hpp"

#include "store/sql/rows.hpp"
#include "store/staff/columns.hpp"

namespace medskapa::store {

Id<ExtractUse> add(sql::Transaction& tx, const ExtractUse& use) {
    return sql::insert<tables::extract_use>(tx, use);
}

std::optional<ExtractUse> find_extract_use(sql::Connection& db, Id<ExtractUse> id) {
    return sql::first<tables::extract_use>(db, "WHERE id = $1", id);
}

std::vector<ExtractUse> extract_uses(sql::Connection& db, Id<Process> process, int limit) {
    return sql::all<tables::extract_use>(
        db, "WHERE process_id = $1 ORDER BY id DESC LIMIT $2", process, limit);
}

}  // namespace medskapa::store
