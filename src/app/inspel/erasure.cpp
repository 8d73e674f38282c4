#include "app/inspel/erasure.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/issue/issues.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/erasure_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/desk_index.hpp"
#include "store/issue/issue_store.hpp"
#include "store/mail/mail_store.hpp"
#include "store/moderation/appeal_store.hpp"
#include "store/moderation/report_store.hpp"
#include "store/own_page/own_page_store.hpp"
#include "store/privacy/sweep.hpp"
#include "store/referral/answer_erasure.hpp"

namespace medskapa::app {
namespace {

void take_off_lists(const Act& act, const Inspel& inspel) {
    drop_unanswered(act, inspel);
    store::count(tx(act), inspel.process, store::Counter::state, name_of(inspel.state), -1);
    store::count(tx(act), inspel.process, store::Counter::state, name_of(Inspel::State::erased), 1);
    if (inspel.state == Inspel::State::published) store::count_published(tx(act), inspel, -1);
}

/// Each noun erases what it has of the sender's words.
void erase_from_all(const Act& act, const Inspel& inspel, Erasure::Level level) {
    store::remove_from_desk_index(tx(act), inspel.id);
    store::merge_desk_index(tx(act));
    store::erase_quotes(tx(act), inspel.id);
    store::erase_public_copy(tx(act), inspel);
    store::erase_reports_about(tx(act), inspel.id);
    if (level != Erasure::Level::destroyed) return;
    store::erase_answer_of(tx(act), inspel.id);
    store::erase_appeals_about(tx(act), inspel.id);
    store::erase_own_requests_about(tx(act), inspel.id);
    store::remove_mail_about(tx(act), inspel.id);
    store::erase_original(tx(act), inspel);
}

}  // namespace

Result<Inspel> erase_inspel(Permitted<Action::erase> act, int number, const Erasure& erasure) {
    const auto inspel = store::inspel_numbered(act.db(), act.process().id, number);
    if (!inspel) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::inspel>(act, *inspel);
    const bool is_destroyed = inspel->state == Inspel::State::erased && inspel->text.empty();
    if (is_destroyed) return refuse(Failure::Kind::conflict);

    auto erased = *inspel;
    erased.state = Inspel::State::erased;
    if (inspel->state != Inspel::State::erased) take_off_lists(act, *inspel);
    store::change(tx(act), erased);
    erase_from_all(act, erased, erasure.level);
    const bool destroys = erasure.level == Erasure::Level::destroyed;
    const auto place = record(
        act, {EntryType::inspel_erased, object_named(ObjectKind::inspel, erased.public_id), {},
                 {{"part", destroys ? "all" : "public_copy"},
                     {"ground", std::string{name_of(erasure.ground)}}, {"case_number", erasure.decision}}});
    store::add_to_sweep(tx(act), place);
    return store::inspel_numbered(act.db(), act.process().id, number).value();
}

Result<std::int64_t> note_sweep(Permitted<Action::administer> act, std::int64_t through_log_place) {
    store::swept(tx(act), through_log_place);
    return through_log_place;
}

}  // namespace medskapa::app
