#include "store/site/removal_store.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <sstream>

namespace medskapa::store {

namespace {

/// A judgement names its evidence a line each.
bool is_evidence(sql::Connection& db, Id<Process> process, const std::string& reference) {
    const auto found = db.run("SELECT evidence FROM judgement WHERE process_id = $1 AND evidence LIKE $2",
        process, fmt::format("%{}%", reference));
    return std::any_of(found.begin(), found.end(), [&](const sql::Row& row) {
        std::istringstream lines{row.text("evidence")};
        return std::find(std::istream_iterator<std::string>{lines}, {}, reference) !=
               std::istream_iterator<std::string>{};
    });
}

}  // namespace

bool is_built_on(sql::Connection& db, const Step& step) {
    return !db.run("SELECT id FROM activity WHERE step_id = $1 LIMIT 1", step.id).empty() ||
           !db.run("SELECT id FROM inspel WHERE step_id = $1 LIMIT 1", step.id).empty() ||
           !db.run("SELECT id FROM correction WHERE kind = 'step' AND thing_id = $1 LIMIT 1", step.id)
                .empty();
}

bool is_built_on(sql::Connection& db, const Activity& activity) {
    return !db.run("SELECT id FROM inspel WHERE activity_id = $1 LIMIT 1", activity.id).empty() ||
           !db.run("SELECT id FROM referral WHERE activity_id = $1 LIMIT 1", activity.id).empty() ||
           !db.run("SELECT activity_id FROM conversation WHERE activity_id = $1", activity.id).empty() ||
           !db.run("SELECT id FROM statement WHERE activity_id = $1 LIMIT 1", activity.id).empty();
}

bool is_built_on(sql::Connection& db, const Event& event) {
    const auto subject = fmt::format("event-{}", event.id.value);
    return !db.run("SELECT id FROM inspel WHERE process_id = $1 AND concerns = $2 LIMIT 1", event.process,
                  subject)
                .empty() ||
           !db.run("SELECT id FROM discovery WHERE event_id = $1 LIMIT 1", event.id).empty() ||
           is_evidence(db, event.process, subject);
}

bool is_built_on(sql::Connection& /*db*/, const NewsItem& /*item*/) {
    return false;
}

bool remove(sql::Transaction& tx, const Step& step) {
    return !tx.db().run("DELETE FROM step WHERE id = $1 RETURNING id", step.id).empty();
}

bool remove(sql::Transaction& tx, const Activity& activity) {
    return !tx.db().run("DELETE FROM activity WHERE id = $1 RETURNING id", activity.id).empty();
}

bool remove(sql::Transaction& tx, const Event& event) {
    tx.db().run("DELETE FROM event_document WHERE event_id = $1", event.id);
    return !tx.db().run("DELETE FROM event WHERE id = $1 RETURNING id", event.id).empty();
}

bool remove(sql::Transaction& tx, const NewsItem& item) {
    return !tx.db().run("DELETE FROM news WHERE id = $1 RETURNING id", item.id).empty();
}

}  // namespace medskapa::store
