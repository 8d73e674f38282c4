#pragma once

#include "app/act/act.hpp"
#include "domain/priority/weighing.hpp"

/// Many say which priorities matter most to them.
namespace medskapa::app {

/// Opens a weighing on its days, which never change afterwards.
Result<Weighing> open_weighing(Permitted<Action::steer_conversation>, const Weighing&, Day today);

/// Asks an organisation by a link of its own. Refuses when the weighing is over.
Result<WeighingInvitation> invite_to_weigh(
    Permitted<Action::steer_conversation>, int number, const WeighingInvitation&, Day today);

/// The link's last part, which is the right to answer for the organisation.
std::string link_of(const WeighingInvitation&, const std::string& secret);
/// The invitation that the link was made for.
std::optional<WeighingInvitation> invitation_by_link(
    sql::Connection&, const std::string& link, const std::string& secret);

/// What a person sends. `person`: the key of their browser (see is_participant_key), or the link of an
/// invitation.
struct Weighed {
    int weighing = 0;
    std::string key;
    std::string link;
    WeighingAnswer answer;
};

/// Keeps the points, the choices or both, in place of the person's earlier ones of the same kind; who was
/// invited answers in the sector that they were invited in. Refuses outside the weighing's days.
Result<WeighingAnswer> weigh(Permitted<Action::vote>, const Weighed&, const std::string& secret, Day today);

/// Takes away all that the person has answered, as long as it is open.
Result<WeighingAnswer> take_back_weighing(
    Permitted<Action::vote>, const Weighed&, const std::string& secret, Day today);

/// What is kept of a person's key or invitation: another digest in each weighing.
std::string person_of(const Weighed&, const Weighing&);

/// The sets of four that the person of this number is shown. `items`: how many priorities are weighed.
std::vector<std::array<std::uint32_t, 4>> deck_of_weighing(const Weighing&, std::uint64_t person);

}  // namespace medskapa::app
