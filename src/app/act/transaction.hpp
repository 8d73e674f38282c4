#pragma once

#include "app/act/act.hpp"

/// What verbs alone may do with an act. Nothing outside app/ may include this.
namespace medskapa::app {

/// Where the act writes.
sql::Transaction& tx(const Act&);

/// The same act in another process, such as one that it has just opened.
Act in_process(const Act&, const Process&);

/// The operator's own act as a part of this one, for whoever holds a link that the operator has made.
Act by_operator(const Act&, const Process&);

}  // namespace medskapa::app
