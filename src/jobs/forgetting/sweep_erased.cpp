#include "jobs/forgetting/sweep_erased.hpp"

#include "app/inspel/erasure.hpp"
#include "store/privacy/sweep.hpp"

namespace medskapa::jobs {

bool sweep_erased(sql::Connection& reader, const sql::Database& database, sql::Writer& writer) {
    const auto newest = store::newest_to_sweep(reader);
    if (!newest) return true;
    if (!store::sweep(*sql::open(database, sql::Access::read_write))) return false;
    (void)app::perform(
        writer, Actor::operating(), {}, [&](auto& act) { return app::note_sweep(act, *newest); });
    return true;
}

}  // namespace medskapa::jobs
