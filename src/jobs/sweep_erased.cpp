#include "jobs/sweep_erased.hpp"

#include "app/inspel/erasure.hpp"
#include "store/privacy/sweep.hpp"

namespace medskapa::jobs {

bool sweep_erased(sql::Connection& reader, const sql::Database& database, sql::Writer& writer) {
    const auto newest = store::newest_to_sweep(reader);
    if (!newest) return true;
    if (!store::sweep(*sql::open(database, sql::Access::read_write))) return false;
    const auto permit = authorize(Actor::operating(), Action::administer, {});
    (void)writer.write([&](auto& tx) { return app::note_sweep(tx, *permit, *newest); });
    return true;
}

}  // namespace medskapa::jobs
