#include "app/correction/correction.hpp"

#include "app/act/keep_corrections.hpp"
#include "app/act/record.hpp"
#include "app/correction/readings.hpp"
#include "app/organisation/known.hpp"
#include "base/text.hpp"
#include "store/correction/correction_store.hpp"
#include "store/decision/decision_store.hpp"
#include "store/organisation/organisation_store.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

using Kind = Correction::Kind;

tl::unexpected<Failure> not_found() {
    return refuse(Failure::Kind::not_found);
}

/// What is wrong with the thing and what is wrong with the correction, at once.
template <class Thing>
std::vector<Complaint> complaints_of(const Result<Thing>& thing, const Result<Corrections>& corrections) {
    std::vector<Complaint> all;
    const auto add = [&](const auto& result) {
        if (!result)
            all.insert(all.end(), result.error().complaints.begin(), result.error().complaints.end());
    };
    add(thing);
    add(corrections);
    return all;
}

/// What corrections before said stands otherwise than it is right: what stood is kept nowhere where it is
/// withheld, so any other words do.
Readings without_what_was_said(const Act& act, const Corrected& what, Readings standing) {
    const auto before = store::corrections_of(act.db(), what.kind, what.thing);
    for (auto& reading : standing)
        if (std::any_of(before.begin(), before.end(), [&](const Correction& one) {
                return !one.is_withheld && one.aspect == reading.aspect && one.place == reading.place;
            }))
            reading.text = reading.text.empty() ? "-" : "";
    return standing;
}

/// What stands against what is right as the thing's own rules have left it. Who forgot to withhold does it
/// alone: then nothing else need be wrong.
Result<Corrections> compared(const Act& act, const Corrected& what, const Readings& standing,
    const Readings& right, const Correcting& correcting) {
    const Correcting typed{right, correcting.reason, correcting.withholds};
    if (correcting.withholds && right == standing)
        return composed_corrections(without_what_was_said(act, what, standing), typed);
    return composed_corrections(standing, typed);
}

std::optional<Step> step_of(const Act& act, Id<Step> id) {
    for (auto& step : store::steps_of(act.db(), act.process().id))
        if (step.id == id) return std::move(step);
    return std::nullopt;
}

bool has_name_of_another(const Act& act, const Party& party) {
    const auto parties = store::parties_of(act.db(), party.referral);
    return std::any_of(parties.begin(), parties.end(), [&](const Party& one) {
        return one.id != party.id && text::lower(one.name) == text::lower(party.name);
    });
}

std::string object_of(const Act& act, const Party& party) {
    const auto referral = store::find_referral(act.db(), party.referral).value();
    return part_named(
        object_named(ObjectKind::referral, referral.number), ObjectKind::party, party.public_id);
}

/// As the register has one that is called and counted as the party is.
Organisation organisation_of(const Party& party) {
    Organisation organisation;
    organisation.name = party.name;
    organisation.folded_name = folded_organisation(party.name);
    organisation.kind = party.kind;
    organisation.sector = usual_sector_of(party.kind);
    return organisation;
}

/// The register got its name from the party, so it is as wrong there, and everybody can read it. One that was
/// known by its number, and is called something else, stands.
Id<Organisation> right_organisation(
    const Act& act, const Party& was, const Party& right, const Correcting& correcting) {
    if (right.name == was.name && right.kind == was.kind) return was.organisation;
    const auto known = store::find_organisation(act.db(), was.organisation);
    if (!known || known->kind != was.kind || known->folded_name != folded_organisation(was.name))
        return was.organisation;
    if (correcting.withholds)
        store::erase_salts_about(tx(act), object_named(ObjectKind::organisation, known->public_id), "name");
    return corrected_organisation(act, *known, organisation_of(right)).id;
}

}  // namespace

Result<Corrections> correct_decision(
    Permitted<Action::decide> act, int number, const Correcting& correcting, Day today) {
    const auto known = store::decision_numbered(act.db(), act.process().id, number);
    if (!known) return not_found();
    const auto right = with_readings(act.db(), *known, correcting.right, today);
    const Corrected what{
        Kind::decision, known->id.value, object_named(ObjectKind::decision, known->id.value)};
    const auto corrections = compared(act, what, readings_of(act.db(), *known),
        right ? readings_of(act.db(), *right) : correcting.right, correcting);
    if (auto all = complaints_of(right, corrections); !all.empty())
        return refuse(Failure::Kind::invalid, std::move(all));
    store::change(tx(act), *right);
    return keep_corrections(act, what, *corrections);
}

Result<Corrections> correct_party(
    Permitted<Action::run_referral> act, Id<Party> id, const Correcting& correcting) {
    const auto known = store::find_party(act.db(), id);
    if (!known || known->process != act.process().id) return not_found();
    auto right = with_readings(*known, correcting.right);
    const Corrected what{Kind::party, known->id.value, object_of(act, *known)};
    const auto corrections =
        compared(act, what, readings_of(*known), right ? readings_of(*right) : correcting.right, correcting);
    auto all = complaints_of(right, corrections);
    if (right && has_name_of_another(act, *right))
        all.push_back({Field::name, N_("{} has been asked already"), {right->name}});
    if (!all.empty()) return refuse(Failure::Kind::invalid, std::move(all));
    right->organisation = right_organisation(act, *known, *right, correcting);
    store::change(tx(act), *right);
    return keep_corrections(act, what, *corrections);
}

Result<Corrections> correct_seat(
    Permitted<Action::edit_site> act, const Body& body, Id<Seat> id, const Correcting& correcting) {
    const auto seat = body.process == act.process().id ? store::seat_of(act.db(), body.id, id) : std::nullopt;
    if (!seat) return not_found();
    const auto right = with_readings(*seat, correcting.right);
    const Corrected what{Kind::seat, id.value, object_named(ObjectKind::body, body.id.value)};
    const auto corrections =
        compared(act, what, readings_of(*seat), right ? readings_of(*right) : correcting.right, correcting);
    if (auto all = complaints_of(right, corrections); !all.empty())
        return refuse(Failure::Kind::invalid, std::move(all));
    store::change(tx(act), *right);
    return keep_corrections(act, what, *corrections);
}

Result<Corrections> correct_step(
    Permitted<Action::edit_site> act, Id<Step> id, const Correcting& correcting) {
    const auto known = step_of(act, id);
    if (!known) return not_found();
    const auto right = with_readings(*known, correcting.right);
    const Corrected what{Kind::step, id.value, object_named(ObjectKind::step, id.value)};
    const auto corrections =
        compared(act, what, readings_of(*known), right ? readings_of(*right) : correcting.right, correcting);
    if (auto all = complaints_of(right, corrections); !all.empty())
        return refuse(Failure::Kind::invalid, std::move(all));
    store::change(tx(act), *right);
    return keep_corrections(act, what, *corrections);
}

}  // namespace medskapa::app
