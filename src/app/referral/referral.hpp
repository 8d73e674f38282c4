#pragma once

#include "app/act/act.hpp"
#include "base/sheets/named.hpp"
#include "domain/referral/referral.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Sends a frozen version out for answers, with its letter. A version is sent once.
Result<Referral> send_referral(Permitted<Action::run_referral>, Referral, Day today);

/// Whom to ask, as it was typed.
struct Invitation {
    std::string name;
    std::string kind;
    std::string contact;
    std::optional<Day> deadline = {};  // of its own; none: the referral's
    std::string number = {};           // of the organisation, where it is known
};
/// Asks all of them, or none and says all that is wrong. Refuses a name that has been asked already. Each is
/// the organisation of the register with that number, else with that name and kind, else it is added there.
Result<std::vector<Party>> invite_parties(
    Permitted<Action::run_referral>, const Referral&, const std::vector<Invitation>&);
/// The columns that are read: namn/party, slag/typ/kind, adress/contact, senast/deadline.
const std::vector<sheets::KnownColumn>& invitation_columns();
/// The rows of a table with these columns as invitations, every wrong row named at once by its row. The kind
/// is written in Swedish (kommun, statlig myndighet) or as in the open data (municipality). Other columns are
/// refused, since what stands in them would be lost. Writes nothing.
Result<std::vector<Invitation>> read_invitations(const sheets::NamedTable&);

/// Gives a party more time. Only ever later than it has.
Result<Party> extend_party(Permitted<Action::run_referral>, Party, Day last);
/// Writes down that the party was reminded.
Result<Party> remind_party(Permitted<Action::run_referral>, Party);
/// The party has said that it will not answer: told to staff, or by its own link.
Result<Party> abstain(Permitted<Action::answer_referral>, Party);

/// The part of an address that only the party has been given. It cannot be guessed, and nothing of it is
/// stored: it is made of the party's public name and the installation's secret.
std::string link_of(const Party&, const std::string& secret);
std::optional<Party> party_of_link(
    sql::Connection&, const Process&, std::string_view link, const std::string& secret);

/// The log's name for it: "referral/2".
std::string object(const Referral&);

}  // namespace medskapa::app
