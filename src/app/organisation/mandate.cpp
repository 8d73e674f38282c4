#include "app/organisation/mandate.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/inspel/inspel.hpp"
#include "app/mail/post.hpp"
#include "base/digest.hpp"
#include "domain/field.hpp"
#include "domain/referral/referral.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/organisation/columns.hpp"
#include "store/organisation/mandate_store.hpp"
#include "store/organisation/organisation_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

using State = Mandate::State;
constexpr std::chrono::hours between_questions{24};

std::string object(const Act& act, const Mandate& mandate) {
    const auto inspel = store::find_inspel(act.db(), mandate.inspel).value();
    return part_named(
        object_named(ObjectKind::inspel, inspel.public_id), ObjectKind::mandate, mandate.public_id);
}

Language language_of(const Act& act, const Mandate& mandate) {
    return language_with_tag(store::find_inspel(act.db(), mandate.inspel).value().language);
}

std::optional<Mail> post_about(
    const Act& act, const Mandate& mandate, Mail::Kind kind, const std::string& to) {
    return post(act,
        {.kind = kind,
            .language = std::string{language_of(act, mandate).tag()},
            .mandate = mandate.id,
            .code_key = mandate.link_key},
        to);
}

/// Asked for the first time, or anew: then nothing that was answered before is left.
Mandate asked_from(const Act& act, const Inspel& inspel, const Organisation& organisation) {
    const auto known = store::mandate_of(act.db(), inspel.id);
    Mandate mandate;
    mandate.id = known ? known->id : Id<Mandate>{};
    mandate.process = act.process().id;
    mandate.organisation = organisation.id;
    mandate.inspel = inspel.id;
    mandate.public_id = known ? known->public_id : hex(random_bytes(12));
    mandate.link_key = hex(random_bytes(16));
    mandate.sent_to = organisation.registrar;
    mandate.asked_at = act.now();
    return mandate;
}

/// Writes the question down and mails it: nobody is told that an organisation was asked which was not.
Result<Mandate> keep_asked(const Act& act, Mandate mandate, const Organisation& organisation) {
    if (mandate.id)
        store::change(tx(act), mandate);
    else
        mandate.id = store::add(tx(act), mandate);
    record(act, EntryType::mandate_asked, object(act, mandate),
        {{"organisation", organisation.public_id}, {"person", mandate.speaker}});
    if (!mandate.sent_to.empty() && !post_about(act, mandate, Mail::Kind::mandate_asked, mandate.sent_to))
        return refuse(Failure::Kind::conflict,
            {{Place{}, N_("{} has had many questions in the last hour. Try again later"),
                {organisation.name}}});
    return mandate;
}

Result<OpenedMandate> opened_in(const Act& act, const MandateLink& link) {
    auto opened = opened_mandate(act.db(), act.process(), link);
    if (!opened) return refuse(Failure::Kind::not_found);
    return *std::move(opened);
}

/// By a link of the registrar's mail, while the address is the organisation's.
Result<OpenedMandate> opened_by_registrar(const Act& act, const MandateLink& link) {
    auto opened = opened_in(act, link);
    if (!opened) return opened;
    if (opened->door != MandateDoor::registrar) return refuse(Failure::Kind::not_found);
    if (!is_still_registrar(*opened)) return refuse(Failure::Kind::conflict);
    return opened;
}

bool is_there(const Act& act, const Mandate& mandate) {
    const auto inspel = store::find_inspel(act.db(), mandate.inspel);
    return inspel && is_living(*inspel);
}

/// Tells everybody whom it concerns that the organisation has said yes, or that it waits for a second person.
void tell(const Act& act, const Mandate& mandate, const Organisation& organisation) {
    if (!mandate.sent_to.empty() && mandate.sent_to == organisation.registrar)
        post_about(act, mandate, Mail::Kind::mandate_noted, mandate.sent_to);
    if (mandate.state() == State::stands)
        post_about(act, mandate, Mail::Kind::mandate_answered, mandate.address);
}

Result<Mandate> keep_confirmed(const Act& act, Result<Mandate> confirmed, const Organisation& organisation) {
    if (!confirmed) return confirmed;
    confirmed->organisation = organisation.id;
    store::change(tx(act), *confirmed);
    record(act, {EntryType::mandate_confirmed, object(act, *confirmed),
                    {{"organisation", organisation.public_id}, {"confirmer", confirmed->confirmer}},
                    {{"scope", std::string{name_of(confirmed->scope)}},
                        {"last_day", time::iso(confirmed->last_day.value())}}});
    tell(act, *confirmed, organisation);
    return confirmed;
}

Result<Mandate> keep_withdrawn(const Act& act, Mandate mandate) {
    if (mandate.state() != State::stands && mandate.state() != State::half)
        return refuse(Failure::Kind::conflict);
    mandate.withdrawn_at = act.now();
    store::change(tx(act), mandate);
    record(act, EntryType::mandate_withdrawn, object(act, mandate));
    return mandate;
}

}  // namespace

std::optional<Organisation> organisation_named_in(sql::Connection& db, const Inspel& inspel) {
    if (const auto known = store::mandate_of(db, inspel.id))
        return store::standing_organisation(db, store::find_organisation(db, known->organisation).value());
    const auto called = store::organisations_called(db, folded_organisation(inspel.organisation));
    if (called.size() == 1) return called.front();
    std::optional<Organisation> found;
    for (const auto& one : called) {
        if (actor_kind_of(one.kind) != inspel.actor_kind) continue;
        if (found) return std::nullopt;
        found = one;
    }
    return found;
}

bool has_who_answers(sql::Connection& db, Id<Process> process, const Organisation& organisation, Day today) {
    const auto all = store::mandates_of(db, process, organisation.id);
    return !organisation.registrar.empty() || std::any_of(all.begin(), all.end(), [&](const Mandate& one) {
        return one.is_representative(today);
    });
}

bool may_ask(
    sql::Connection& db, const Inspel& inspel, const Organisation& organisation, Instant now, Day today) {
    if (!is_living(inspel) || store::organisation_of_answer(db, inspel.id)) return false;
    const auto known = store::mandate_of(db, inspel.id);
    if (!known) return true;
    const bool answers_elsewhere = known->sent_to != organisation.registrar;
    switch (known->state()) {
        case State::asked: return answers_elsewhere || now - known->asked_at >= between_questions;
        case State::half:
            return !has_standing_confirmer(db, {*known, organisation, MandateDoor::approver}, today);
        case State::declined: return answers_elsewhere && !organisation.registrar.empty();
        case State::stands:
        case State::withdrawn: break;
    }
    return false;
}

Result<Mandate> ask_for_mandate(
    Permitted<Action::follow_inspel> act, const std::string& code, const MandateRequest& typed, Day today) {
    const auto inspel = store::inspel_of_code(act.db(), act.process().id, digest_of_code(code));
    if (!inspel) return refuse(Failure::Kind::not_found);
    const auto organisation = organisation_named_in(act.db(), *inspel);
    if (!organisation || !may_ask(act.db(), *inspel, *organisation, act.now(), today))
        return refuse(Failure::Kind::conflict);
    const auto request = checked(typed);
    if (!request) return tl::unexpected{request.error()};
    if (!has_who_answers(act.db(), act.process().id, *organisation, today))
        return refuse(Failure::Kind::conflict);

    auto mandate = asked_from(act, *inspel, *organisation);
    mandate.speaker = request->speaker;
    mandate.address = request->address;
    return keep_asked(act, std::move(mandate), *organisation);
}

Result<Mandate> confirm_mandate(Permitted<Action::speak_for_organisation> act, const MandateLink& link,
    const Confirmation& confirmation, Day today) {
    const auto opened = opened_by_registrar(act, link);
    if (!opened) return tl::unexpected{opened.error()};
    auto mandate = opened->mandate;
    if (mandate.state() != State::asked && mandate.state() != State::declined)
        return refuse(Failure::Kind::conflict);
    if (!is_there(act, mandate)) return refuse(Failure::Kind::closed);
    mandate.declined_at.reset();
    return keep_confirmed(
        act, confirmed(mandate, confirmation, opened->organisation, act.now(), today), opened->organisation);
}

Result<Mandate> decline_mandate(Permitted<Action::speak_for_organisation> act, const MandateLink& link) {
    const auto opened = opened_by_registrar(act, link);
    if (!opened) return tl::unexpected{opened.error()};
    auto mandate = opened->mandate;
    if (mandate.state() != State::asked) return refuse(Failure::Kind::conflict);
    mandate.declined_at = act.now();
    store::change(tx(act), mandate);
    record(act, EntryType::mandate_declined, object(act, mandate));
    post_about(act, mandate, Mail::Kind::mandate_answered, mandate.address);
    return mandate;
}

Result<Mandate> approve_mandate(Permitted<Action::speak_for_organisation> act, const MandateLink& link,
    const std::string& approver, Day today) {
    const auto opened = opened_in(act, link);
    if (!opened) return tl::unexpected{opened.error()};
    if (opened->door != MandateDoor::approver) return refuse(Failure::Kind::not_found);
    if (opened->mandate.state() != State::half) return refuse(Failure::Kind::conflict);
    if (!has_standing_confirmer(act.db(), *opened, today)) return refuse(Failure::Kind::conflict);
    if (!is_there(act, opened->mandate)) return refuse(Failure::Kind::closed);
    auto mandate = approved(opened->mandate, approver, act.now());
    if (!mandate) return mandate;
    store::change(tx(act), *mandate);
    record(act, EntryType::mandate_approved, object(act, *mandate), {{"approver", mandate->approver}});
    post_about(act, *mandate, Mail::Kind::mandate_answered, mandate->address);
    return mandate;
}

Result<Mandate> withdraw_mandate(Permitted<Action::speak_for_organisation> act, const MandateLink& link) {
    const auto opened = opened_in(act, link);
    if (!opened) return tl::unexpected{opened.error()};
    if (opened->door == MandateDoor::approver) return refuse(Failure::Kind::not_found);
    if (opened->door == MandateDoor::registrar && !is_still_registrar(*opened))
        return refuse(Failure::Kind::conflict);
    return keep_withdrawn(act, opened->mandate);
}

Result<Mandate> confirm_as_representative(Permitted<Action::speak_for_organisation> act,
    const MandateLink& link, const std::string& public_id, const std::string& name, Day today) {
    const auto opened = opened_in(act, link);
    if (!opened) return tl::unexpected{opened.error()};
    for (auto& one : waiting_for(act.db(), *opened, today)) {
        if (one.public_id != public_id) continue;
        if (!is_there(act, one)) return refuse(Failure::Kind::closed);
        one.through = opened->mandate.id;
        const Confirmation confirmation{name, Mandate::Scope::inspel, opened->mandate.last_day};
        return keep_confirmed(
            act, confirmed(one, confirmation, opened->organisation, act.now(), today), opened->organisation);
    }
    return refuse(Failure::Kind::conflict);
}

Result<Mandate> revoke_mandate(Permitted<Action::keep_organisations> act, const std::string& public_id) {
    const auto mandate = store::mandate_with_public_id(act.db(), act.process().id, public_id);
    if (!mandate) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::mandate>(act, *mandate, {mandate->speaker});
    return keep_withdrawn(act, *mandate);
}

}  // namespace medskapa::app
