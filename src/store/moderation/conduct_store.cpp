#include "store/moderation/conduct_store.hpp"

#include "store/moderation/columns.hpp"
#include "store/sql/rows.hpp"

namespace medskapa::store {
namespace {

ModerationNumbers::ByName counted(sql::Connection& db, std::string_view query, Id<Process> process) {
    ModerationNumbers::ByName counts;
    for (const auto& row : db.run(query, process)) counts[row.text("name")] = row.integer("n");
    return counts;
}

}  // namespace

Id<Conduct> add(sql::Transaction& tx, const Conduct& conduct) {
    return sql::insert<tables::conduct>(tx, conduct);
}

Conduct conduct_in_force(sql::Connection& db) {
    return sql::first<tables::conduct>(db, "ORDER BY id DESC LIMIT 1").value_or(Conduct{});
}

ModerationNumbers moderation_numbers(sql::Connection& db, Id<Process> process) {
    return {
        counted(db, "SELECT rule AS name, count(*) AS n FROM refusal WHERE process_id = $1 GROUP BY rule",
            process),
        counted(db,
            "SELECT reason AS name, count(*) AS n FROM statement WHERE process_id = $1 AND state = "
            "'rejected' "
            "AND reason IS NOT NULL GROUP BY reason",
            process),
        counted(db,
            "SELECT outcome AS name, count(*) AS n FROM (SELECT DISTINCT outcome, inspel_id, statement_id "
            "FROM "
            "content_report WHERE process_id = $1 AND decided_at IS NOT NULL) decided GROUP BY outcome",
            process),
        counted(db,
            "SELECT outcome AS name, count(*) AS n FROM appeal WHERE process_id = $1 AND decided_at IS NOT "
            "NULL "
            "GROUP BY outcome",
            process),
    };
}

}  // namespace medskapa::store
