#pragma once

#include "domain/inspel/inspel.hpp"
#include "web/frame/visit.hpp"

#include <string>

/// Where a member of the staff goes when the work on one inspel is done. Each gives the address, and takes
/// the place there for this person.
namespace medskapa::web::issue::desk {

/// The next inspel that waits for review, or the empty queue.
std::string next_to_review(const Visit&, const Inspel& reviewed);
/// The next inspel that is not split into issues, or the empty queue.
std::string next_to_split(const Visit&, const Inspel& split);
/// Within the part that one works through: here, while something here lacks an answer; else the most urgent
/// elsewhere; else what is ready to publish, or the part, which says that nothing is left.
std::string next_to_answer(const Visit&, const Inspel& answered);

}  // namespace medskapa::web::issue::desk
