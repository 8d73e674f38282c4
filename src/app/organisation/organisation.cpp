#include "app/organisation/organisation.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/organisation/known.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/organisation/columns.hpp"
#include "store/organisation/organisation_store.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

namespace medskapa::app {
namespace {

std::string object(const Organisation& organisation) {
    return object_named(ObjectKind::organisation, organisation.public_id);
}

std::vector<Committed> words_of(const Organisation& organisation) {
    return {{"name", organisation.name}, {"number", organisation.number}};
}

bool may_keep_wherever_it_is(const Act& act, const Organisation& organisation) {
    const auto use = store::use_of(act.db(), organisation.id);
    return std::all_of(use.processes.begin(), use.processes.end(),
        [&](Id<Process> process) { return authorize(act.actor(), Action::keep_organisations, process); });
}

tl::unexpected<Failure> used_elsewhere(const Organisation& organisation) {
    return refuse(Failure::Kind::conflict,
        {{Field::name, N_("{} is in a process where you have no role too. Ask those who lead that process"),
            {organisation.name}}});
}

std::vector<Complaint> number_taken(sql::Connection& db, const Organisation& organisation) {
    const auto other = store::organisation_with_number(db, organisation.number);
    if (!other || other->id == organisation.id) return {};
    return {{Field::organisation_number, N_("{} has this number already"), {other->name}}};
}

/// What another organisation has of the same.
std::vector<Complaint> taken(sql::Connection& db, const Organisation& organisation) {
    auto complaints = number_taken(db, organisation);
    for (const auto& other : store::organisations_called(db, organisation.folded_name))
        if (other.id != organisation.id && other.kind == organisation.kind &&
            other.folded_name == organisation.folded_name)
            complaints.push_back({Field::name, N_("{} is in the register already"), {other.name}});
    return complaints;
}

/// Two that are called alike may stand since before: neither need be merged for the rest to be changed.
std::vector<Complaint> taken(
    sql::Connection& db, const Organisation& organisation, const Organisation& before) {
    const bool is_called_as_before =
        organisation.folded_name == before.folded_name && organisation.kind == before.kind;
    return is_called_as_before ? number_taken(db, organisation) : taken(db, organisation);
}

/// The standing one of an address, for an act that changes it.
Result<Organisation> standing(const Act& act, const std::string& public_id) {
    auto organisation = store::organisation_with_public_id(act.db(), public_id);
    if (!organisation) return refuse(Failure::Kind::not_found);
    if (organisation->merged_into) return refuse(Failure::Kind::conflict);
    if (!may_keep_wherever_it_is(act, *organisation)) return used_elsewhere(*organisation);
    return *std::move(organisation);
}

/// What the one that stays lacks, and the other has.
Organisation completed(Organisation into, const Organisation& from) {
    const auto take = [&](std::string Organisation::*text) {
        if ((into.*text).empty()) into.*text = from.*text;
    };
    take(&Organisation::number);
    take(&Organisation::line_of_work);
    take(&Organisation::registrar);
    take(&Organisation::domain);
    into.asks_second = into.asks_second || from.asks_second;
    return into;
}

Organisation put_right(const Act& act, const Organisation& organisation) {
    store::change(tx(act), organisation);
    record(act, {EntryType::organisation_changed, object(organisation), words_of(organisation),
                    {{"registrar", "kept"}}});
    return organisation;
}

}  // namespace

std::optional<Organisation> known_organisation(sql::Connection& db, const Organisation& organisation) {
    if (auto found = store::organisation_with_number(db, organisation.number)) return found;
    for (auto& other : store::organisations_called(db, organisation.folded_name)) {
        const bool is_another = !organisation.number.empty() && !other.number.empty();
        if (other.kind == organisation.kind && !is_another) return std::move(other);
    }
    return std::nullopt;
}

Organisation keep_organisation(const Act& act, Organisation organisation) {
    organisation.public_id = hex(random_bytes(6));
    organisation.added_at = act.now();
    organisation.id = store::add(tx(act), organisation);
    record(act, EntryType::organisation_added, object(organisation), words_of(organisation));
    return organisation;
}

Organisation organisation_for(const Act& act, const Organisation& organisation) {
    if (auto known = known_organisation(act.db(), organisation)) return *std::move(known);
    return keep_organisation(act, organisation);
}

Organisation corrected_organisation(const Act& act, const Organisation& known, const Organisation& right) {
    const auto use = store::use_of(act.db(), known.id);
    if (use.parties + use.mandates > 1) return organisation_for(act, right);
    auto renamed = known;
    renamed.name = right.name;
    renamed.folded_name = right.folded_name;
    renamed.kind = right.kind;
    if (known.sector == usual_sector_of(known.kind)) renamed.sector = usual_sector_of(right.kind);
    const auto other = known_organisation(act.db(), renamed);
    if (!other || other->id == known.id) return put_right(act, renamed);
    // What was wrong stands in the register no more, not as a name that leads to the other either.
    renamed.merged_into = other->id;
    renamed.registrar.clear();
    store::change(tx(act), renamed);
    // Where other processes have the other too, who may not keep it there gives it nothing: least of all an
    // address that is asked who speaks for it.
    const auto kept = may_keep_wherever_it_is(act, *other) ? completed(*other, known) : *other;
    store::change(tx(act), kept);
    record(act, {EntryType::organisation_merged, object(kept), words_of(kept),
                    {{"merged", known.public_id}, {"moved", "1"}}});
    return kept;
}

Result<Organisation> add_organisation(Permitted<Action::keep_organisations> act, const Organisation& typed) {
    Organisation draft = typed;
    draft.id = {};
    draft.merged_into = {};
    auto organisation = checked(std::move(draft));
    if (!organisation) return organisation;
    if (const auto complaints = taken(act.db(), *organisation); !complaints.empty())
        return refuse(Failure::Kind::invalid, complaints);
    return keep_organisation(act, *std::move(organisation));
}

Result<Organisation> change_organisation(
    Permitted<Action::keep_organisations> act, const std::string& public_id, const Organisation& typed) {
    const auto known = standing(act, public_id);
    if (!known) return known;
    auto draft = typed;
    draft.id = known->id;
    draft.public_id = known->public_id;
    draft.added_at = known->added_at;
    draft.merged_into = {};
    auto organisation = checked(std::move(draft));
    if (!organisation) return organisation;
    if (const auto complaints = taken(act.db(), *organisation, *known); !complaints.empty())
        return refuse(Failure::Kind::invalid, complaints);
    store::change(tx(act), *organisation);
    const bool is_same = organisation->registrar == known->registrar;
    record(act, {EntryType::organisation_changed, object(*organisation), words_of(*organisation),
                    {{"registrar", is_same ? "kept" : "changed"}}});
    return organisation;
}

Result<Organisation> merge_organisations(
    Permitted<Action::keep_organisations> act, const std::string& from_id, const std::string& into_id) {
    if (from_id == into_id)
        return refuse(Failure::Kind::invalid, {{Field::chosen, N_("Choose another organisation")}});
    auto from = standing(act, from_id);
    if (!from) return from;
    const auto into = standing(act, into_id);
    if (!into) return into;
    for (const Organisation* one : {&std::as_const(*from), &*into}) {
        demand_seen<store::tables::organisation>(act, *one, {one->name});
        demand_seen(act, version_of_use(act.db(), *one), {one->name});
    }
    if (!from->number.empty() && !into->number.empty())
        return refuse(Failure::Kind::invalid,
            {{Field::chosen, N_("They have different organisation numbers, so they are two organisations")}});

    const auto use = store::use_of(act.db(), from->id);
    const auto kept = completed(*into, *from);
    from->merged_into = into->id;
    from->registrar.clear();
    store::change(tx(act), *from);
    store::change(tx(act), kept);
    store::move_uses(tx(act), from->id, into->id);
    record(act, {EntryType::organisation_merged, object(kept), words_of(kept),
                    {{"merged", from->public_id}, {"moved", std::to_string(use.parties + use.mandates)}}});
    return kept;
}

sql::RowVersion version_of_use(sql::Connection& db, const Organisation& organisation) {
    const auto use = store::use_of(db, organisation.id);
    std::string all = fmt::format("{} {}", use.parties, use.mandates);
    for (const auto process : use.processes) all += fmt::format(" {}", process.value);
    return {"organisation_use/" + organisation.public_id, sql::short_digest(all)};
}

Result<ImportedOrganisations> import_organisations(
    Permitted<Action::keep_organisations> act, const std::vector<Organisation>& all) {
    ImportedOrganisations imported;
    for (const auto& one : all) {
        auto organisation = checked(one);
        if (!organisation) return tl::unexpected{organisation.error()};
        if (const auto known = known_organisation(act.db(), *organisation))
            imported.known.push_back(known->name);
        else
            imported.added.push_back(keep_organisation(act, *std::move(organisation)));
    }
    return imported;
}

}  // namespace medskapa::app
