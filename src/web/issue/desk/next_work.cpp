#include "web/issue/desk/next_work.hpp"

#include "app/issue/next.hpp"
#include "store/issue/issue_store.hpp"
#include "store/staff/desk_store.hpp"
#include "web/issue/addresses.hpp"
#include "web/issue/desk/queue.hpp"

namespace medskapa::web::issue::desk {
namespace {

/// The oldest that came after this one and fits, where nobody else is; else the oldest of all; else the empty
/// queue.
std::string next_inspel(
    const Visit& visit, const Inspel& inspel, const store::InspelFilter& filter, AddressBelow<0> queue) {
    const auto next = visit.write([&](auto& act) { return app::take_next_inspel(act, filter, inspel.id); });
    return next ? visit.href(address::inspel_workbench, next->number) : visit.href(queue);
}

bool fits(const Issue& issue, const store::QueueFilter& filter) {
    return !issue.answer && (!filter.topic || issue.topic == filter.topic) &&
           (filter.assignee.empty() || issue.assignee == filter.assignee);
}

bool is_free(const Visit& visit, const Issue& issue) {
    return store::others_at(visit.db, visit.signed_in->user.id, visit.process->id, app::place_of(issue.id),
        visit.now - time_at_place)
        .empty();
}

}  // namespace

std::string next_to_review(const Visit& visit, const Inspel& inspel) {
    store::InspelFilter filter;
    filter.state = Inspel::State::received;
    return next_inspel(visit, inspel, filter, address::to_review);
}

std::string next_to_split(const Visit& visit, const Inspel& inspel) {
    store::InspelFilter filter;
    filter.only_unsplit = true;
    return next_inspel(visit, inspel, filter, address::to_split);
}

std::string next_to_answer(const Visit& visit, const Inspel& inspel) {
    const auto part = part_of(visit);
    const auto filter = filter_of(visit, part);
    for (const auto& issue : store::issues_of(visit.db, inspel.id))
        if (fits(issue, filter) && is_free(visit, issue))
            return open_issue_href(visit, part, inspel.number, issue.position);
    const auto next = visit.write([&](auto& act) { return app::take_next_issue(act, filter); });
    if (next) return open_issue_href(visit, part, next->inspel_number, next->issue.position);
    return part.is_all() ? visit.href(address::held_answers) : within(part, visit.href(address::to_answer));
}

}  // namespace medskapa::web::issue::desk
