#pragma once

#include "app/act/act.hpp"
#include "domain/mail/mail.hpp"
#include "domain/site/opening.hpp"

namespace medskapa::app {

/// From now on everybody can read the site, and take part. Refused while something is missing that the law
/// asks the site to say; a conflict when it is open already.
Result<SiteOpening> open_site(Permitted<Action::describe_site>);

/// Mails a test to the one who acts, in the language. Refused when the address has had as many within the
/// hour as anybody may get.
Result<Mail> send_test_mail(Permitted<Action::describe_site>, const User& to, const std::string& language);

}  // namespace medskapa::app
