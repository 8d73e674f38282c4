#pragma once

#include "app/staff/sign_in.hpp"
#include "store/staff/staff_store.hpp"

/// What every way of coming in, and every change of it, has in common.
namespace medskapa::app {

/// Begins a session in place of the one that the browser had.
std::string arrive(const Act&, store::Session, const Arrival&);

/// The session of somebody who may change how they sign in: has shown who they are within `fresh_sign_in`,
/// and does not come by somebody's link to one process of several.
Result<store::Session> changing_session(const Act&, const std::string& session);

/// What was signed in to before the change ends with it. Returns the session that takes the place of all.
std::string only_session(const Act&, const std::string& session);

}  // namespace medskapa::app
