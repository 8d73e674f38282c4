#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"

namespace medskapa::app {

/// Takes an inspel back, for a verb that has asked whether its sender may.
Result<Inspel> withdraw_kept(const Act&, const Inspel&);

}  // namespace medskapa::app
