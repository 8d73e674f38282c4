#include "app/log/backup_keys.hpp"

#include "app/act/record.hpp"

namespace medskapa::app {
namespace {

std::string object(const std::string& month) {
    return object_named(ObjectKind::backup_key, month);
}

}  // namespace

std::vector<std::string> months_to_note(sql::Connection& db, const std::vector<std::string>& months) {
    std::vector<std::string> left;
    for (const auto& month : months)
        if (!store::last_about(db, object(month))) left.push_back(month);
    return left;
}

Result<std::vector<std::string>> note_destroyed_keys(
    Permitted<Action::administer> act, const std::vector<std::string>& months) {
    auto left = months_to_note(act.db(), months);
    for (const auto& month : left)
        record(act, {EntryType::backup_key_destroyed, object(month), {}, {{"month", month}}});
    return left;
}

}  // namespace medskapa::app
