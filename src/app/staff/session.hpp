#pragma once

#include "app/act/act.hpp"
#include "store/staff/staff_store.hpp"

/// Being signed in: for how long, on which devices, and how it ends.
namespace medskapa::app {

/// Without a click for so long, and one is signed out: soon where others use the device, after a working day
/// on one's own.
inline constexpr std::chrono::minutes idle_limit{30};
inline constexpr std::chrono::hours own_device_idle_limit{12};
/// However much one clicks.
inline constexpr std::chrono::hours session_limit{12};

/// Begins a session, now or in place of one that was begun before. Returns its id, 160 bits, of which only a
/// digest is kept.
std::string begin_session(const Act&, store::Session);

Result<bool> sign_out(Permitted<Action::sign_out>, const std::string& session);
/// Notes that the session is in use. Called at most every fifth minute.
Result<bool> touch(Permitted<Action::sign_out>, const std::string& session);

/// Ends all sessions of the person but this one. One that a process leader's link has begun ends those to the
/// same process only.
Result<bool> end_other_sessions(Permitted<Action::sign_out>, const std::string& session);
/// Ends one of those that living_sessions() names.
Result<bool> end_session(Permitted<Action::sign_out>, const std::string& session, const std::string& name);

struct LivingSession {
    std::string name;  // 64 hexadecimal digits, which open nothing
    store::Session session;
    bool is_this = false;
};
/// Those of the person's sessions that can still be used and that this one may end, itself included.
std::vector<LivingSession> living_sessions(sql::Connection&, const std::string& session, Instant now);

/// Who has this session now. Nothing when it is unknown, idle too long or too old.
struct SignedIn {
    Actor actor;
    User user;
    bool wants_touch = false;
    bool is_fresh = false;  // has shown who they are within `fresh_sign_in`
    Device device = Device::shared;
};
std::optional<SignedIn> signed_in(sql::Connection&, const std::string& session, Instant now);

std::string digest_of_token(const std::string& token);

}  // namespace medskapa::app
