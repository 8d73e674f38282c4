#include "app/referral/referral.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/mail/post.hpp"
#include "app/organisation/known.hpp"
#include "base/digest.hpp"
#include "base/signer.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/document/document_store.hpp"
#include "store/referral/columns.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <set>

namespace medskapa::app {
namespace {

constexpr std::string_view party_link = "medskapa.link.v1\nparty";

tl::unexpected<Failure> not_yours() {
    return refuse(Failure::Kind::not_allowed);
}

std::string object(const Referral& referral, const Party& party) {
    return part_named(app::object(referral), ObjectKind::party, party.public_id);
}

void record_party(
    const Act& act, EntryType type, const Party& party, const std::vector<Committed>& committed = {}) {
    record(act, type, object(*store::find_referral(act.db(), party.referral), party), committed);
}

bool can_be_sent(const std::optional<Version>& version, const Process& process) {
    return version && version->process == process.id && version->kind == Version::Kind::referral &&
           version->frozen_at;
}

/// The activity that tells of it on the site, for the answers' place among the steps.
Id<Activity> referral_activity(sql::Connection& db, const Process& process) {
    for (const auto& activity : store::activities_of(db, process.id))
        if (activity.kind == Activity::Kind::referral) return activity.id;
    return {};
}

/// As the register is to have it, where it is not there yet.
Result<Organisation> organisation_of(const Party& party, const std::string& number) {
    Organisation organisation;
    organisation.name = party.name;
    organisation.kind = party.kind;
    organisation.sector = usual_sector_of(party.kind);
    organisation.number = number;
    return checked(std::move(organisation));
}

/// In the order of the parties: none of them wrong.
std::vector<Organisation> organisations_of(const std::vector<Party>& parties,
    const std::vector<Invitation>& invitations, std::vector<Complaint>& complaints) {
    std::vector<Organisation> all;
    for (std::size_t i = 0; i < parties.size(); ++i) {
        auto organisation = organisation_of(parties[i], invitations[i].number);
        if (!organisation)
            complaints.insert(complaints.end(), organisation.error().complaints.begin(),
                organisation.error().complaints.end());
        all.push_back(organisation ? *std::move(organisation) : Organisation{});
    }
    return all;
}

Result<Party> party_from(const Invitation& invitation, const Referral& referral, Instant now) {
    Party party;
    party.process = referral.process;
    party.referral = referral.id;
    party.name = invitation.name;
    party.contact = invitation.contact;
    party.invited_at = now;
    party.deadline = invitation.deadline.value_or(referral.deadline);
    const bool kind_known = find_name<Party::Kind>(invitation.kind, party.kind);
    auto ready = checked(std::move(party));
    if (kind_known) return ready;
    auto complaints = ready ? std::vector<Complaint>{} : ready.error().complaints;
    complaints.push_back({Field::kind, N_("Choose what kind of party it is")});
    return refuse(Failure::Kind::invalid, complaints);
}

/// Checked and numbered, or every complaint of every invitation at once.
Result<std::vector<Party>> parties_from(
    const Act& act, const std::vector<Invitation>& invitations, const Referral& referral) {
    const auto known = store::parties_of(act.db(), referral.id);
    std::set<std::string> names;
    for (const auto& party : known) names.insert(text::lower(party.name));
    auto number = known.empty() ? 0 : known.back().number;
    std::vector<Party> parties;
    std::vector<Complaint> complaints;
    for (const auto& invitation : invitations) {
        auto party = party_from(invitation, referral, act.now());
        if (!party) {
            complaints.insert(
                complaints.end(), party.error().complaints.begin(), party.error().complaints.end());
            continue;
        }
        if (!names.insert(text::lower(party->name)).second)
            complaints.push_back({Field::name, N_("{} has been asked already"), {party->name}});
        party->number = ++number;
        party->public_id = hex(random_bytes(6));
        parties.push_back(*std::move(party));
    }
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    return parties;
}

/// The party as the database has it: what a page brought may be old.
void demand_seen(const Act& act, const Party& party) {
    if (const auto now = store::find_party(act.db(), party.id))
        app::demand_seen<store::tables::party>(act, *now, {time::iso(now->last_day())});
}

bool belongs_here(const Act& act, const Party& party) {
    return party.process == act.process().id;
}

}  // namespace

std::string object(const Referral& referral) {
    return object_named(ObjectKind::referral, referral.number);
}

Result<Referral> send_referral(Permitted<Action::run_referral> act, Referral draft, Day today) {
    const auto& process = act.process();
    const auto version = store::find_version(act.db(), draft.version);
    if (!can_be_sent(version, process))
        return refuse(Failure::Kind::invalid,
            {{Field::version, N_("Choose a version that is frozen for formal consultation")}});
    if (store::referral_of(act.db(), version->id)) return refuse(Failure::Kind::conflict);
    auto referral = checked(std::move(draft), store::lines_of(act.db(), version->id), today);
    if (!referral) return referral;

    const auto sent = store::referrals_of(act.db(), process.id);
    referral->process = process.id;
    referral->number = sent.empty() ? 1 : sent.front().number + 1;
    referral->activity = referral_activity(act.db(), process);
    referral->sent_at = act.now();
    referral->id = store::add(tx(act), *referral);
    record(act, EntryType::referral_sent, object(*referral),
        {{"deadline", time::iso(referral->deadline)}, {"letter", referral->letter},
            {"questions", written(referral->questions)}, {"text", version->digest}});
    return referral;
}

Result<std::vector<Party>> invite_parties(Permitted<Action::run_referral> act, const Referral& referral,
    const std::vector<Invitation>& invitations) {
    if (referral.process != act.process().id) return not_yours();
    auto parties = parties_from(act, invitations, referral);
    if (!parties) return parties;
    std::vector<Complaint> complaints;
    const auto organisations = organisations_of(*parties, invitations, complaints);
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    for (std::size_t i = 0; i < parties->size(); ++i) {
        auto& party = (*parties)[i];
        party.organisation = organisation_for(act, organisations[i]).id;
        party.id = store::add(tx(act), party);
        record_party(act, EntryType::referral_party_invited, party, {{"party", party.name}});
        post(act, {.kind = Mail::Kind::invitation, .party = party.id}, party.contact);
    }
    return parties;
}

namespace {

/// The party as it stands in the act: it may have answered since its page was read.
void read_again(const Act& act, Party& party) {
    if (auto standing = store::find_party(act.db(), party.id)) party = *std::move(standing);
}

}  // namespace

Result<Party> extend_party(Permitted<Action::run_referral> act, Party party, Day last) {
    read_again(act, party);
    if (!belongs_here(act, party)) return not_yours();
    demand_seen(act, party);
    if (last <= party.last_day())
        return refuse(
            Failure::Kind::invalid, {{Field::extended_to, N_("Choose a day later than the one it has")}});
    party.extended_to = last;
    store::change(tx(act), party);
    record_party(act, EntryType::referral_party_extended, party, {{"deadline", time::iso(last)}});
    return party;
}

Result<Party> remind_party(Permitted<Action::run_referral> act, Party party) {
    read_again(act, party);
    if (!belongs_here(act, party)) return not_yours();
    demand_seen(act, party);
    if (party.has_sent() || party.abstained_at) return refuse(Failure::Kind::conflict);
    party.reminded_at = act.now();
    store::change(tx(act), party);
    record_party(act, EntryType::referral_party_reminded, party);
    post(act, {.kind = Mail::Kind::reminder, .party = party.id}, party.contact);
    return party;
}

Result<Party> abstain(Permitted<Action::answer_referral> act, Party party) {
    read_again(act, party);
    if (!belongs_here(act, party)) return not_yours();
    demand_seen(act, party);
    if (party.has_sent() || party.abstained_at) return refuse(Failure::Kind::conflict);
    party.abstained_at = act.now();
    store::change(tx(act), party);
    record_party(act, EntryType::referral_party_abstained, party);
    return party;
}

std::string link_of(const Party& party, const std::string& secret) {
    return sign(party_link, party.public_id, secret);
}

std::optional<Party> party_of_link(
    sql::Connection& db, const Process& process, std::string_view link, const std::string& secret) {
    const auto public_id = verify(party_link, link, secret);
    return public_id ? store::party_named(db, process.id, *public_id) : std::nullopt;
}

}  // namespace medskapa::app
