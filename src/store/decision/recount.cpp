#include "store/decision/recount.hpp"

#include "store/inspel/share_store.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace medskapa::store {
namespace {

/// A count by another way than it is kept: each row read, and counted by what it says.
struct Recount {
    Counter counter;
    std::string_view statement;  // gives value and n of the process $1
};

constexpr std::string_view unsplit_and_waiting = R"(
    SELECT 'unanswered' AS value, count(*) AS n FROM issue WHERE process_id = $1 AND answer_id IS NULL
    UNION ALL SELECT 'held', count(*) FROM issue s JOIN answer a ON a.id = s.answer_id
        WHERE s.process_id = $1 AND a.published_at IS NULL
    UNION ALL SELECT 'answers', count(*) FROM answer WHERE process_id = $1 AND published_at IS NULL
    UNION ALL SELECT 'additions', count(*) FROM addition WHERE process_id = $1 AND is_shown = 0
    UNION ALL SELECT 'unsplit', count(*) FROM inspel i WHERE i.process_id = $1 AND i.state = 'published'
        AND NOT EXISTS (SELECT 1 FROM issue s WHERE s.inspel_id = i.id))";

constexpr std::array<Recount, 10> recounts{{
    {Counter::state, "SELECT state AS value, count(*) AS n FROM inspel WHERE process_id = $1 GROUP BY state"},
    {Counter::topic, R"(SELECT CAST(coalesce(topic_id, 0) AS TEXT) AS value, count(*) AS n FROM inspel
        WHERE process_id = $1 AND state = 'published' GROUP BY topic_id)"},
    {Counter::municipality, R"(SELECT municipality AS value, count(*) AS n FROM inspel
        WHERE process_id = $1 AND state = 'published' GROUP BY municipality)"},
    {Counter::actor, R"(SELECT actor_kind AS value, count(*) AS n FROM inspel
        WHERE process_id = $1 AND state = 'published' GROUP BY actor_kind)"},
    {Counter::concerns, R"(SELECT concerns AS value, count(*) AS n FROM inspel
        WHERE process_id = $1 AND state = 'published' GROUP BY concerns)"},
    {Counter::step, R"(SELECT CAST(coalesce(step_id, 0) AS TEXT) AS value, count(*) AS n FROM inspel
        WHERE process_id = $1 AND state = 'published' GROUP BY step_id)"},
    {Counter::issue, R"(SELECT counted.value, count(*) AS n FROM
        (SELECT CASE WHEN a.published_at IS NULL THEN 'vantar' ELSE a.outcome END AS value
         FROM issue s JOIN inspel i ON i.id = s.inspel_id AND i.state = 'published'
         LEFT JOIN answer a ON a.id = s.answer_id WHERE s.process_id = $1) counted GROUP BY counted.value)"},
    {Counter::desk, unsplit_and_waiting},
    {Counter::due, R"(SELECT CAST(promised.day AS TEXT) AS value, count(*) AS n FROM
        (SELECT min(s.deadline) AS day FROM issue s JOIN inspel i ON i.id = s.inspel_id AND i.state = 'published'
         LEFT JOIN answer a ON a.id = s.answer_id
         WHERE s.process_id = $1 AND a.published_at IS NULL AND s.deadline IS NOT NULL GROUP BY s.inspel_id)
        promised GROUP BY promised.day)"},
    {Counter::change, R"(SELECT 'frozen' AS value, count(*) AS n FROM change c JOIN version v
        ON v.id = c.version_id AND v.frozen_at IS NOT NULL WHERE c.process_id = $1)"},
}};

/// What differs between two counts; a value that one of them lacks is zero there.
void compare(
    const std::string& name, const Tally& kept, const Tally& counted, std::vector<DifferingCount>& found) {
    const auto in = [](const Tally& tally, const std::string& value) {
        const auto at = tally.find(value);
        return at == tally.end() ? 0 : at->second;
    };
    auto all = kept;
    all.insert(counted.begin(), counted.end());
    for (const auto& [value, n] : all)
        if (in(kept, value) != in(counted, value))
            found.push_back({name + "/" + value, in(kept, value), in(counted, value)});
}

std::string key_of(const std::string& kind, const std::string& place, const std::string& channel) {
    return kind + "/" + place + "/" + channel;
}

using Shares = std::map<std::string, Share>;

/// Adds the inspel of a row.
void add_share(sql::Connection& db, const sql::Row& row, Shares& shares) {
    const auto id = row.id<Inspel>("id");
    auto share = share_of(db, id);
    share.issues = db.run("SELECT count(*) AS n FROM issue WHERE inspel_id = $1", id).at(0).integer("n");
    shares[key_of(row.text("actor_kind"), row.text("municipality"), row.text("channel"))] += share;
}

Shares recounted_shares(sql::Connection& db, Id<Process> process) {
    constexpr int at_once = 1000;
    Shares shares;
    Id<Inspel> last;
    while (true) {
        const auto rows = db.run(R"(
            SELECT id, actor_kind, municipality, channel FROM inspel
            WHERE process_id = $1 AND state = 'published' AND id > $2 ORDER BY id LIMIT $3)",
            process, last.value, at_once);
        if (rows.empty()) return shares;
        for (const auto& row : rows) add_share(db, row, shares);
        last = rows.back().id<Inspel>("id");
    }
}

void compare_shares(sql::Connection& db, Id<Process> process, std::vector<DifferingCount>& found) {
    Shares kept;
    for (const auto& part : shares_of(db, process))
        kept[key_of(part.actor_kind, part.municipality, part.channel)] += part.share;
    const auto counted = recounted_shares(db, process);
    static constexpr std::array numbers{
        &Share::inspel, &Share::issues, &Share::inspel_to_change, &Share::issues_to_change};
    for (const auto number : numbers) {
        Tally a;
        Tally b;
        for (const auto& [key, share] : kept) a[key] = share.*number;
        for (const auto& [key, share] : counted) b[key] = share.*number;
        compare("share", a, b, found);
    }
}

}  // namespace

std::vector<DifferingCount> counts_that_differ(sql::Connection& db, Id<Process> process) {
    std::vector<DifferingCount> found;
    for (const auto& [counter, statement] : recounts) {
        Tally counted;
        for (const auto& row : db.run(statement, process)) counted[row.text("value")] = row.integer("n");
        compare(std::string{name_of(counter)}, tally_of(db, process, counter), counted, found);
    }
    compare_shares(db, process, found);
    return found;
}

}  // namespace medskapa::store
