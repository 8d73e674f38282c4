#include "app/inspel/refusing.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "app/mail/post.hpp"
#include "base/digest.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/search.hpp"
#include "store/moderation/appeal_store.hpp"
#include "store/moderation/columns.hpp"

namespace medskapa::app {
namespace {

std::string object(const Appeal& appeal) {
    return object_named(ObjectKind::appeal, appeal.public_id);
}

void leave_lists(const Act& act, const Inspel& was, const Inspel& is) {
    store::count(tx(act), is.process, store::Counter::state, name_of(was.state), -1);
    store::count(tx(act), is.process, store::Counter::state, name_of(is.state), 1);
    store::count_published(tx(act), was, -1);
    store::remove_from_index(tx(act), was.id.value);
}

/// What became of the inspel follows from what was decided of the appeal.
Result<Inspel> follow_ruling(const Act& act, const Appeal& appeal, const Inspel& inspel) {
    if (appeal.outcome == Appeal::Outcome::upheld) return inspel;
    // What was seen has been asked for: from here it stands otherwise, by this act.
    const auto unseen = in_process(act, act.process());
    const auto reopened = reopen_inspel(unseen, inspel.number);
    return reopened ? publish_inspel(unseen, inspel.number) : reopened;
}

}  // namespace

void note_refusal(const Act& act, const Inspel& declined, Refusal::Basis basis) {
    store::add(tx(act), act.process().id,
        {{}, declined.id, *declined.decline_reason, basis, act.now(), act.actor().user});
}

Result<Inspel> take_down_inspel(Permitted<Action::moderate_inspel> act, int number, std::string_view reason,
    const std::string& note, Refusal::Basis basis) {
    const auto inspel = store::inspel_numbered(act.db(), act.process().id, number);
    if (!inspel) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::inspel>(act, *inspel, {inspel->shown_title, inspel->shown_text});
    auto declined = take_down(*inspel, reason, note, act.now());
    if (!declined) return declined;

    drop_unanswered(act, *inspel);
    store::change(tx(act), *declined);
    leave_lists(act, *inspel, *declined);
    note_refusal(act, *declined, basis);
    record(act, EntryType::inspel_declined, object_named(ObjectKind::inspel, declined->public_id),
        {{"reason", std::string{reason}}, {"note", declined->decline_note}});
    post(act, {.kind = Mail::Kind::declined, .language = inspel->language, .inspel = inspel->id},
        store::contact_of(act.db(), inspel->id));
    return declined;
}

Result<Appeal> appeal_refusal(
    Permitted<Action::follow_inspel> act, const std::string& code, const std::string& text) {
    const auto inspel = store::inspel_of_code(act.db(), act.process().id, digest_of_code(code));
    if (!inspel) return refuse(Failure::Kind::not_found);
    const auto refusal = store::refusal_of(act.db(), inspel->id);
    if (inspel->state != Inspel::State::declined || !refusal) return refuse(Failure::Kind::closed);
    auto appeal = compose_appeal(text);
    if (!appeal) return appeal;
    if (const auto known = store::appeal_against(act.db(), refusal->id)) {
        if (known->text == appeal->text) return *known;
        return refuse(Failure::Kind::conflict);
    }
    appeal->inspel = inspel->id;
    appeal->refusal = refusal->id;
    appeal->public_id = hex(random_bytes(6));
    appeal->received_at = act.now();
    appeal->id = store::add(tx(act), act.process().id, *appeal);
    record(act, EntryType::appeal_received, object(*appeal), {{"text", appeal->text}});
    return appeal;
}

Result<Appeal> decide_appeal(
    Permitted<Action::moderate_inspel> act, Id<Appeal> id, const AppealRuling& ruling) {
    const auto appeal = store::find_appeal(act.db(), act.process().id, id);
    if (!appeal) return refuse(Failure::Kind::not_found);
    const auto inspel = store::find_inspel(act.db(), appeal->inspel).value();
    const auto refusal = store::refusal_of(act.db(), inspel.id).value();
    demand_seen<store::tables::appeal>(act, *appeal, {appeal->answer});
    demand_seen<store::tables::inspel>(act, inspel, {inspel.shown_title, inspel.shown_text});
    if (inspel.state != Inspel::State::declined || refusal.id != appeal->refusal)
        return refuse(Failure::Kind::conflict);
    auto decided = decide(*appeal, refusal, ruling, act.actor().user, act.now());
    if (!decided) return decided;

    store::change(tx(act), *decided);
    record(act, {EntryType::appeal_decided, object(*decided), {{"answer", decided->answer}},
                    {{"outcome", std::string{name_of(*decided->outcome)}}}});
    if (const auto followed = follow_ruling(act, *decided, inspel); !followed)
        return tl::unexpected{followed.error()};
    return decided;
}

}  // namespace medskapa::app
