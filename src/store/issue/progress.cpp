#include "store/issue/progress.hpp"

#include <fmt/format.h>

namespace medskapa::store {
namespace {

constexpr const char* is_left = "(u.answer_id IS NULL OR a.published_at IS NULL)";

std::vector<Load> load_by(sql::Connection& db, Id<Process> process, Day today, const char* column) {
    std::vector<Load> loads;
    for (const auto& row : db.run(fmt::format(R"(
        SELECT u.{0} AS part, count(*) AS n, count(CASE WHEN {1} THEN 1 END) AS n_left,
            count(CASE WHEN {1} AND u.deadline < $2 THEN 1 END) AS n_late
        FROM issue u JOIN inspel i ON i.id = u.inspel_id LEFT JOIN answer a ON a.id = u.answer_id
        WHERE u.process_id = $1 AND i.state = $3 GROUP BY u.{0} ORDER BY u.{0})",
                                      column, is_left),
             process, today, Inspel::State::published)) {
        Load load;
        if (std::string_view{column} == "assignee")
            load.assignee = row.text("part");
        else
            load.topic = row.id<Topic>("part");
        load.all = row.integer("n");
        load.left = row.integer("n_left");
        load.late = row.integer("n_late");
        loads.push_back(std::move(load));
    }
    return loads;
}

}  // namespace

std::vector<Load> load_by_assignee(sql::Connection& db, Id<Process> process, Day today) {
    return load_by(db, process, today, "assignee");
}

std::vector<Load> load_by_topic(sql::Connection& db, Id<Process> process, Day today) {
    return load_by(db, process, today, "topic_id");
}

std::vector<Instant> answered_since(sql::Connection& db, Id<Process> process, Instant since) {
    std::vector<Instant> all;
    for (const auto& row : db.run(R"(
        SELECT a.published_at AS at FROM answer a JOIN issue u ON u.answer_id = a.id
        WHERE a.process_id = $1 AND a.published_at >= $2 ORDER BY a.published_at)",
             process, since))
        all.push_back(row.instant("at"));
    return all;
}

std::vector<Instant> received_since(sql::Connection& db, Id<Process> process, Instant since) {
    std::vector<Instant> all;
    for (const auto& row : db.run("SELECT received_at AS at FROM inspel WHERE process_id = $1 AND "
                                  "received_at >= $2 ORDER BY received_at",
             process, since))
        all.push_back(row.instant("at"));
    return all;
}

std::optional<Day> last_promised(sql::Connection& db, Id<Process> process) {
    return db
        .run(fmt::format(
                 "SELECT max(u.deadline) AS last FROM issue u LEFT JOIN answer a ON a.id = u.answer_id WHERE "
                 "u.process_id = $1 AND {}",
                 is_left),
            process)
        .front()
        .day_if("last");
}

}  // namespace medskapa::store
