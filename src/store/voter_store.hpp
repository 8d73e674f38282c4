#pragma once

#include "domain/statement.hpp"
#include "domain/voter.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <vector>

/// Those who vote: what they tell of themselves, and how they leave.
namespace medskapa::store {

void set_background(sql::Transaction&, Id<Participant>, const Background&);
Background background_of(sql::Connection&, Id<Participant>);
Participation participation_in(sql::Connection&, Id<Activity>);

/// Nothing is left of how the participant voted, nor that they did. Lines of the history that the open log
/// may have a commitment to stay without a person. Reads the activity's whole history.
void erase_voter(sql::Transaction&, Id<Activity>, Id<Participant>);

struct ErasedVoter {
    std::int64_t place = 0;  // rises with time
    std::int64_t participant = 0;
};
std::vector<ErasedVoter> erased_voters(sql::Connection&, Id<Activity>, std::int64_t after);

}  // namespace medskapa::store
