#include "jobs/forgetting/forget_table_readings.hpp"

#include "app/staff/table_memory.hpp"
#include "store/staff/table_reading_store.hpp"

namespace medskapa::jobs {

bool forget_table_readings(sql::Connection& reader, sql::Writer& writer, Instant now) {
    if (!store::has_outdated_table_readings(reader, now)) return false;
    return app::perform(writer, Actor::operating(), {}, [](auto& act) {
        return app::forget_table_readings(act);
    }).value();
}

}  // namespace medskapa::jobs
