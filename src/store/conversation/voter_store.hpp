#pragma once

#include "domain/conversation/statement.hpp"
#include "domain/conversation/voter.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <vector>

/// Those who vote: what they say of themselves, and how they leave.
namespace medskapa::store {

void set_background(sql::Transaction&, Id<Participant>, const Background&);
Background background_of(sql::Connection&, Id<Participant>);
void set_assurance(sql::Transaction&, Id<Participant>, Assurance);
Assurance assurance_of(sql::Connection&, Id<Participant>);
Participation participation_in(sql::Connection&, Id<Activity>);

/// Nothing is left of how the participant voted, nor that they did. Lines of the history that the open log
/// may have a commitment to stay without a person. O(the person's own votes).
void erase_voter(sql::Transaction&, Id<Activity>, Id<Participant>);

struct Voter {
    std::int64_t participant = 0;  // rises with time
    Assurance assurance = Assurance::anonymous;
    Background background = {};
};
/// Those who have come after the participant `after`.
std::vector<Voter> voters_after(sql::Connection&, Id<Activity>, std::int64_t after);

/// Those who have said something of themselves, or something else, or have shown who they are, since the
/// place `after`; as it stands now.
struct VoterDetails {
    std::int64_t place = 0;  // rises with time
    std::int64_t participant = 0;
    Assurance assurance = Assurance::anonymous;
    Background background;
};
std::vector<VoterDetails> details_after(sql::Connection&, Id<Activity>, std::int64_t after);

/// In place of what was there.
void set_population(sql::Transaction&, const Conversation&, const Population&);
Population population_of(sql::Connection&, Id<Activity>);

struct ErasedVoter {
    std::int64_t place = 0;  // rises with time
    std::int64_t participant = 0;
};
std::vector<ErasedVoter> erased_voters(sql::Connection&, Id<Activity>, std::int64_t after);

}  // namespace medskapa::store
