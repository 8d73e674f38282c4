#include "jobs/forgetting/forget_unsent.hpp"

#include "app/referral/forget_unsent.hpp"
#include "store/referral/answer_erasure.hpp"
#include "store/site/site_store.hpp"

namespace medskapa::jobs {

int forget_unsent(sql::Connection& reader, sql::Writer& writer, Day today) {
    int all = 0;
    for (const auto& process : store::processes(reader)) {
        const auto is_any_left = [&] {
            return !store::unsent_with_last_day_before(reader, process.id, today - app::unsent_lasts, 1)
                        .empty();
        };
        for (int gone = 1; gone > 0 && is_any_left(); all += gone)
            gone = app::perform(writer, Actor::operating(), process, [&](auto& act) {
                return app::forget_unsent(act, today);
            }).value();
    }
    return all;
}

}  // namespace medskapa::jobs
