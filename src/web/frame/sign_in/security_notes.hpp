#pragma once

#include "base/system/security_log.hpp"
#include "web/frame/visit.hpp"
#include "web/http/limits/buckets.hpp"

#include <mutex>

namespace medskapa::web {

/// The security log as pages write in it: a network is known by a digest under a key that is drawn each day
/// and never written down. Safe to use from several threads.
class SecurityNotes {
public:
    SecurityNotes(SecurityLog::Write write, std::function<Instant()> now)
        : log{std::move(write), std::move(now)} {}

    /// Nothing for this machine itself.
    std::uint64_t network_of(std::string_view address, Instant now);

    SecurityLog log;

private:
    std::mutex mutex_;
    http::DailyPlaces days_;
};

/// By the visitor, from their network.
void note_security(const Visit&, SecurityRecord);
/// The same of somebody who is not signed in yet: by the account's number, 0 where there is none.
void note_security(const Visit&, SecurityRecord, Id<User> account);
/// Something that strangers can do as often as they like: counted.
void count_security(const Visit&, SecurityEvent, ProgramWord resource);

}  // namespace medskapa::web
