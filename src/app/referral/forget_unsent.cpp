#include "app/referral/forget_unsent.hpp"

#include "app/referral/answering.hpp"
#include "store/privacy/sweep.hpp"
#include "store/referral/answer_erasure.hpp"

namespace medskapa::app {

constexpr int at_once = 20;  // the writer serves others between

Result<int> forget_unsent(Permitted<Action::erase> act, Day today) {
    const auto gone =
        store::unsent_with_last_day_before(act.db(), act.process().id, today - unsent_lasts, at_once);
    for (const auto& answer : gone) {
        store::remove_unsent(tx(act), answer);
        store::add_to_sweep(
            tx(act), answering::record_kept(act, EntryType::referral_answer_forgotten, answer, {}));
    }
    return static_cast<int>(gone.size());
}

}  // namespace medskapa::app
