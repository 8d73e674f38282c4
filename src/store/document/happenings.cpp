#include "store/document/happenings.hpp"

#include "store/document/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {

PublishedCounts published_between(sql::Connection& db, Id<Process> process, Instant from, Instant to) {
    const auto count = [&](const std::string& what) {
        return db.run(what, process, from, to).front().integer("n");
    };
    return {
        count("SELECT count(*) AS n FROM inspel WHERE process_id = $1 AND state = 'published' AND decided_at "
              ">= $2 AND decided_at < $3"),
        count("SELECT count(*) AS n FROM answer WHERE process_id = $1 AND published_at >= $2 AND "
              "published_at < "
              "$3")};
}

std::vector<Version> frozen_between(sql::Connection& db, Id<Process> process, Instant from, Instant to) {
    return sql::all<tables::version>(db,
        "WHERE process_id = $1 AND frozen_at >= $2 AND frozen_at < $3 ORDER BY frozen_at, id", process, from,
        to);
}

}  // namespace medskapa::store
