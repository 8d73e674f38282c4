#pragma once

#include "app/act/act.hpp"
#include "domain/organisation/mandate.hpp"

#include <optional>
#include <string>
#include <vector>

/// Who speaks for an organisation. The sender of an inspel asks, and the organisation answers: by a link that
/// is mailed to its registrar's address, or a representative by their own. No link can be made of what the
/// database holds.
namespace medskapa::app {

/// The organisation that the sender says they speak for, as the register has it: the one that was asked, else
/// the one called so, of the sender's kind where several are. Nothing where there is none, or more than one.
std::optional<Organisation> organisation_named_in(sql::Connection&, const Inspel&);
/// Whether anybody can answer for the organisation in the process: a registrar, or a representative.
bool has_who_answers(sql::Connection&, Id<Process>, const Organisation&, Day today);
/// The mandate of an inspel may be asked for, or asked for again.
bool may_ask(sql::Connection&, const Inspel&, const Organisation&, Instant now, Day today);

/// The sender of an inspel, by its receipt code, asks the organisation. Asked again, what was sent before is
/// good for nothing more: a day later at the soonest, or when the registrar has another address, or whoever
/// confirmed half of it answers for the organisation no more. A no is asked about again when the registrar
/// has another address alone. Refused when the registrar has had as many questions as an hour lets through.
Result<Mandate> ask_for_mandate(
    Permitted<Action::follow_inspel>, const std::string& code, const MandateRequest&, Day today);

/// A link that is a right, and the installation's secret.
struct MandateLink {
    std::string link;
    std::string secret;
};
/// What a link opens.
enum class MandateDoor {
    registrar,  // from the registrar's mail: to confirm, decline and withdraw
    approver,   // for a second person of the organisation
    person,     // whoever speaks: what they may, and whom they may confirm
};
struct OpenedMandate {
    Mandate mandate;
    Organisation organisation;  // as it stands
    MandateDoor door;
};
/// Nothing for a link that is none of ours, was replaced by a later one, or leads to what has been erased.
std::optional<OpenedMandate> opened_mandate(sql::Connection&, const Process&, const MandateLink&);
/// Whether the registrar's address is the one that was asked. Else a link from that mail does nothing.
bool is_still_registrar(const OpenedMandate&);
/// Whether who confirmed it, or is to, still answers for the organisation. Else no second person approves it.
bool has_standing_confirmer(sql::Connection&, const OpenedMandate&, Day today);
/// What a representative may confirm: those that wait for an answer of their organisation in the process.
std::vector<Mandate> waiting_for(sql::Connection&, const OpenedMandate&, Day today);

/// By the registrar, who so takes back a no. A conflict when it has been confirmed or ended, closed when the
/// inspel is there no more.
Result<Mandate> confirm_mandate(
    Permitted<Action::speak_for_organisation>, const MandateLink&, const Confirmation&, Day today);
Result<Mandate> decline_mandate(Permitted<Action::speak_for_organisation>, const MandateLink&);
/// By a second person.
Result<Mandate> approve_mandate(
    Permitted<Action::speak_for_organisation>, const MandateLink&, const std::string& approver, Day today);
/// By the registrar, or by the person. What was said stands.
Result<Mandate> withdraw_mandate(Permitted<Action::speak_for_organisation>, const MandateLink&);
/// By a representative, for one inspel.
Result<Mandate> confirm_as_representative(Permitted<Action::speak_for_organisation>, const MandateLink&,
    const std::string& public_id, const std::string& name, Day today);
/// By staff, when the organisation has asked for it.
Result<Mandate> revoke_mandate(Permitted<Action::keep_organisations>, const std::string& public_id);

std::string registrars_link(const Mandate&, const std::string& secret);
std::string approvers_link(const Mandate&, const std::string& secret);
std::string persons_link(const Mandate&, const std::string& secret);

}  // namespace medskapa::app
