#include "store/issue/progress.hpp"

#include <map>

namespace medskapa::store {
namespace {

/// Every zone on earth begins its days with one of them.
constexpr std::chrono::milliseconds quarter_of_an_hour = std::chrono::minutes{15};

Load load_in(const sql::Row& row) {
    return {row.text("assignee"), row.id<Topic>("topic_id"), row.integer("n"), row.integer("n_left"),
        row.integer("n_late")};
}

/// Adds to what is summed under the same key.
template <class Key>
void add(std::map<Key, Load>& sums, const Key& key, const Load& load) {
    auto& sum = sums[key];
    sum.all += load.all;
    sum.left += load.left;
    sum.late += load.late;
}

std::vector<CountedTime> counted_in(const std::vector<sql::Row>& rows) {
    std::vector<CountedTime> counted;
    for (const auto& row : rows)
        counted.push_back({Instant{quarter_of_an_hour * row.integer("quarter")}, row.integer("n")});
    return counted;
}

}  // namespace

Loads loads_of(sql::Connection& db, Id<Process> process, Day today) {
    std::map<std::string, Load> by_assignee;
    std::map<std::int64_t, Load> by_topic;
    for (const auto& row : db.run(R"(
        SELECT u.assignee, u.topic_id, count(*) AS n, count(CASE WHEN a.published_at IS NULL THEN 1 END) AS n_left,
            count(CASE WHEN a.published_at IS NULL AND u.deadline < $2 THEN 1 END) AS n_late
        FROM issue u JOIN inspel i ON i.id = u.inspel_id LEFT JOIN answer a ON a.id = u.answer_id
        WHERE u.process_id = $1 AND i.state = $3 GROUP BY u.topic_id, u.assignee)",
             process, today, Inspel::State::published)) {
        const auto load = load_in(row);
        add(by_assignee, load.assignee, load);
        add(by_topic, load.topic.value, load);
    }
    Loads loads;
    for (auto& [assignee, load] : by_assignee) {
        load.assignee = assignee;
        loads.by_assignee.push_back(load);
    }
    for (auto& [topic, load] : by_topic) {
        load.topic = {topic};
        loads.by_topic.push_back(load);
    }
    return loads;
}

std::vector<CountedTime> answered_since(sql::Connection& db, Id<Process> process, Instant since) {
    return counted_in(db.run(R"(
        SELECT a.published_at / $3 AS quarter, count(*) AS n FROM answer a JOIN issue u ON u.answer_id = a.id
        WHERE a.process_id = $1 AND a.published_at >= $2 GROUP BY a.published_at / $3)",
        process, since, quarter_of_an_hour.count()));
}

std::vector<CountedTime> received_since(sql::Connection& db, Id<Process> process, Instant since) {
    return counted_in(db.run(R"(
        SELECT received_at / $3 AS quarter, count(*) AS n FROM inspel
        WHERE process_id = $1 AND received_at >= $2 GROUP BY received_at / $3)",
        process, since, quarter_of_an_hour.count()));
}

std::optional<Day> last_promised(sql::Connection& db, Id<Process> process) {
    return db
        .run(R"(
        SELECT max(promised.day) AS last FROM
            (SELECT max(deadline) AS day FROM issue WHERE process_id = $1 AND answer_id IS NULL
             UNION ALL SELECT max(u.deadline) FROM answer a JOIN issue u ON u.answer_id = a.id
             WHERE a.process_id = $1 AND a.published_at IS NULL) promised)",
            process)
        .front()
        .day_if("last");
}

}  // namespace medskapa::store
