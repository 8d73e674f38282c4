#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"

/// An inspel becomes its sender's own by the address that stands on it, or that its receipt was mailed to.
namespace medskapa::app {

/// Whether the inspel may get this address as the way to reach its sender: nothing in the way, or why not.
Result<bool> may_be_tied(const Act&, const Inspel&, const std::string& address);

/// Gives the inspel the address, for who has shown its code and that the address is theirs. Nothing when it
/// has that already. The log says that it was done, and not which address it is.
Result<bool> tie_to_address(const Act&, const Inspel&, const std::string& address);

}  // namespace medskapa::app
