#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/own_page/own_page.hpp"

/// An inspel becomes its sender's own by the address that stands on it, or that its receipt was mailed to, or
/// by the eID that it is tied to.
namespace medskapa::app {

/// Whether the inspel may become the owner's, by its code: nothing in the way, or why not. What somebody
/// is reached by, or has tied to their eID, is nobody else's; `holder` is who asks, where a session says it.
Result<bool> may_be_tied(const Act&, const Inspel&, const Owner&, const Owner& holder = {});

/// Makes it the owner's, who has shown its code and who they are. Nothing when it is that already. The log
/// says that it was done, and not whose it is.
Result<bool> tie_to_owner(const Act&, const Inspel&, const Owner&, const Owner& holder = {});
/// The same for what has been sent just now, in the owner's own session, whatever its sender is reached by.
void tie_sent(const Act&, const Inspel&, const std::string& identity);

}  // namespace medskapa::app
