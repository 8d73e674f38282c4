#pragma once

#include "store/plan/plan_store.hpp"
#include "web/frame/visit.hpp"

#include <map>
#include <string>
#include <vector>

namespace medskapa::web::plan {

/// A sign with its word.
Html status_view(PromiseOutcome::Status, const Words&);
/// That nobody has said yet what came of a promise.
Html unreported_view(const Words&);

/// What an edition says of itself, its decisions, days and alternatives.
Html purpose_view(const Visit&, const Plan&, const std::vector<PlanLine>&);
/// Which assessments are done and which are not, with why; and those of the promises that a later edition
/// took away.
enum class Shows { promised, promised_and_done };
Html assessments_view(const Visit&, const std::vector<PlanLine>&, Shows, const std::vector<store::Promise>&);
/// The groups with their ways, as an edition has them.
Html groups_view(const Visit&, const std::vector<PlanLine>&);
/// Each promise to a group, with what came of it next to it, and what was found of it before.
Html promises_view(const Visit&, const std::vector<store::Promise>&, const std::map<int, PromiseOutcome>&);

/// How many promises to groups stand so; unreported: nobody has said.
struct Tally {
    std::int64_t all = 0;
    std::int64_t kept = 0;
    std::int64_t partly = 0;
    std::int64_t broken = 0;
    std::int64_t unreported() const { return all - kept - partly - broken; }
};
Tally tally_of(const std::vector<store::Promise>&, const std::map<int, PromiseOutcome>&);
/// "3 of 6 promises are kept, 2 partly, 1 not."
std::string finding_of(const Tally&, const Words&);

}  // namespace medskapa::web::plan
