#pragma once

#include "app/act/act.hpp"
#include "domain/mail/mail.hpp"

namespace medskapa::app {

/// Marks the next waiting mail as being sent, and returns it; one that it is too late for is given up on the
/// way. Without an id when none has to be sent now.
Result<Mail> begin_sending(Permitted<Action::administer>);

/// Keeps what came of the attempt. Refuses with not_found what has been erased meanwhile.
Result<Mail> end_sending(Permitted<Action::administer>, Id<Mail>, const Delivery&);

/// Takes away a mail about something that is no longer so: there is nothing to say to anybody.
Result<bool> drop_mail(Permitted<Action::administer>, Id<Mail>);

/// Whatever was being sent when the program ended may have arrived. Returns how many. Called before anything
/// is sent.
Result<int> lose_sight_of_mail(Permitted<Action::administer>);

/// Sends once more, as the same message, what nobody knows whether it arrived. Refuses any other.
Result<Mail> send_mail_again(Permitted<Action::moderate_inspel>, Id<Mail>);

}  // namespace medskapa::app
