#include "jobs/forgetting/forget_own_links.hpp"

#include "app/own_page/own_page.hpp"
#include "store/own_page/own_page_store.hpp"

namespace medskapa::jobs {

bool forget_own_links(sql::Connection& reader, sql::Writer& writer, Instant now) {
    if (!store::has_old_own_links(reader, now)) return false;
    return app::perform(writer, Actor::operating(), {}, [](auto& act) {
        return app::forget_own_links(act);
    }).value();
}

}  // namespace medskapa::jobs
