#include "app/log/backup_keys.hpp"

#include "app/act/record.hpp"

namespace medskapa::app {
namespace {

std::string object(const std::string& month) {
    return "backup-key/" + month;
}

}  // namespace

std::vector<std::string> untold(sql::Connection& db, const std::vector<std::string>& months) {
    std::vector<std::string> left;
    for (const auto& month : months)
        if (!store::last_about(db, object(month))) left.push_back(month);
    return left;
}

Result<std::vector<std::string>> note_destroyed_keys(
    sql::Transaction& tx, const Permit& permit, const std::vector<std::string>& months) {
    if (permit.action() != Action::administer) return refuse(Failure::Kind::not_allowed);
    auto left = untold(tx.db(), months);
    for (const auto& month : left)
        record(tx, Process{}, {"backup.key_destroyed", object(month), {}, {{"month", month}}});
    return left;
}

}  // namespace medskapa::app
