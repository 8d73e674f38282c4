#pragma once

#include "app/act/act.hpp"
#include "store/staff/staff_store.hpp"

/// What a person has set up to come in by, besides links.
namespace medskapa::app {

/// The process that each passphrase and passkey of the person opens, or none where it opens all.
std::vector<Id<Process>> opened_by(sql::Connection&, Id<User>);

/// Whether the link lets the person in only with a code: of their app, or a recovery code. Who made a link to
/// one process may have set up what opens that process in the person's name: it does not keep the person from
/// coming in by a link to their own mailbox.
bool asks_for_code(sql::Connection&, const store::SignInLink&);

/// Whether the person alone leads a process that no passphrase and no passkey of theirs opens: nobody could
/// let them in when no mail arrives. Asked after something has been taken away.
bool is_left_without_way_in(const Act&, Id<User>);

}  // namespace medskapa::app
