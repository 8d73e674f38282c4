#pragma once

#include "domain/correction/correction.hpp"
#include "domain/decision/decision.hpp"
#include "domain/referral/referral.hpp"
#include "store/sql/connection.hpp"

/// What things say that can be corrected, and the things as they are when they say something else.
namespace medskapa::app {

/// A body by its address.
Readings readings_of(sql::Connection&, const Decision&);
Readings readings_of(const Party&);
Readings readings_of(const Seat&);
/// The name in each language that it has, and the days as they are set.
Readings readings_of(const Step&);

/// The thing with these readings; others stand. All that is wrong with them at once.
Result<Decision> with_readings(sql::Connection&, Decision, const Readings&, Day today);
Result<Party> with_readings(Party, const Readings&);
Result<Seat> with_readings(Seat, const Readings&);
Result<Step> with_readings(Step, const Readings&);

}  // namespace medskapa::app
