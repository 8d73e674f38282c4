#pragma once

#include "app/act/act.hpp"
#include "domain/mail/mail.hpp"

namespace medskapa::app {

/// Puts a mail in the outbox, in the act's own transaction: kind, language and what it is about are the
/// caller's, the rest is made here. `typed` is what somebody wrote in a field for contact: when it is no
/// address, or the address has had as many mails within the hour as anybody may get, nothing is put there.
/// An answer that comes while the mail of another waits for the same sender is told of in that one.
std::optional<Mail> post(const Act&, Mail draft, std::string_view typed);

}  // namespace medskapa::app
