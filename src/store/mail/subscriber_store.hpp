#pragma once

#include "domain/mail/subscription.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

Id<Subscriber> add(sql::Transaction&, const Subscriber&);
/// Saves what may change: pace, language, confirmation, how far they have been told.
void change(sql::Transaction&, const Subscriber&);
/// With all that they follow, and every mail that was sent to them as subscribers.
void remove(sql::Transaction&, Id<Subscriber>);

/// The same subject twice is once.
void add(sql::Transaction&, const Subscription&);
void confirm_subjects(sql::Transaction&, Id<Subscriber>);
void remove(sql::Transaction&, Id<Subscriber>, const std::string& subject);

std::optional<Subscriber> find_subscriber(sql::Connection&, Id<Subscriber>);
std::optional<Subscriber> subscriber_named(sql::Connection&, const std::string& public_id);
std::optional<Subscriber> subscriber_with_address(sql::Connection&, Id<Process>, const std::string& address);
std::vector<Subscription> subjects_of(sql::Connection&, Id<Subscriber>);

/// Confirmed, and without news of yesterday; those who have waited longest first.
std::vector<Subscriber> subscribers_due(sql::Connection&, Day today, int limit);
/// Never confirmed, and made before the moment.
std::vector<Subscriber> unconfirmed(sql::Connection&, Instant before, int limit);

}  // namespace medskapa::store
