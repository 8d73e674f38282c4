#include "jobs/forgetting/forget_backups.hpp"

#include "app/log/backup_keys.hpp"
#include "store/files/month_keys.hpp"

namespace medskapa::jobs {

std::vector<std::string> forget_backups(const std::filesystem::path& keys, Day today, std::chrono::days kept,
    sql::Connection& reader, sql::Writer& writer) {
    for (const auto& month : store::outdated_months(keys, today, kept)) store::destroy_month_key(keys, month);
    const auto months = app::months_to_note(reader, store::destroyed_months(keys));
    if (months.empty()) return {};
    return app::perform(writer, Actor::operating(), {}, [&](auto& act) {
        return app::note_destroyed_keys(act, months);
    }).value();
}

}  // namespace medskapa::jobs
