#include "app/release.hpp"

#include "app/log.hpp"

namespace medskapa::app {
namespace {

/// The digest of the program that served before, as the log has it; empty for the first.
std::string known_digest(sql::Connection& db) {
    std::string known;
    for (const auto& stored : store::entries_about_the_log(db)) {
        const auto entry = openlog::read_entry(stored.data);
        if (entry && entry->type == "release") known = entry->field("sha256").value_or("");
    }
    return known;
}

}  // namespace

Result<bool> note_release(sql::Transaction& tx, const Permit& permit, const Release& release) {
    if (permit.action() != Action::administer) return refuse(Failure::Kind::not_allowed);
    const auto digest = base64(as_text(release.sha256));
    if (digest == known_digest(tx.db())) return false;
    store::append(tx,
        {"release", time_of_next(tx), {}, {}, {}, {}, {{"version", release.version}, {"sha256", digest}}},
        {});
    return true;
}

}  // namespace medskapa::app
