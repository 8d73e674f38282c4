#include "app/issue/next.hpp"

#include "app/act/transaction.hpp"
#include "store/staff/desk_store.hpp"

namespace medskapa::app {
namespace {

constexpr int looked_at = 20;  // more colleagues than this are not led at once

bool is_free(const Act& act, const std::string& place) {
    return store::others_at(act.db(), act.actor().user, act.process().id, place, act.now() - time_at_place)
        .empty();
}

void be_at(const Act& act, const std::string& place) {
    if (!act.actor().is_signed_in()) return;
    tx(act).changes_no_page();
    store::be_at(tx(act), act.actor().user, act.process().id, place, act.now());
}

}  // namespace

std::string place_of(Id<Issue> issue) {
    return "svar/" + std::to_string(issue.value);
}

std::string place_of(Id<Inspel> inspel) {
    return "inspel/" + std::to_string(inspel.value);
}

Result<store::QueuedIssue> take_next_issue(
    Permitted<Action::handle_issues> act, const store::QueueFilter& filter) {
    const auto waiting = store::queue(act.db(), act.process().id, filter, {}, looked_at);
    if (waiting.empty()) return refuse(Failure::Kind::not_found);
    const auto* taken = &waiting.front();
    for (const auto& one : waiting) {
        if (!is_free(act, place_of(one.issue.id))) continue;
        taken = &one;
        break;
    }
    be_at(act, place_of(taken->issue.id));
    return *taken;
}

Result<Inspel> take_next_inspel(
    Permitted<Action::read_desk> act, const store::InspelFilter& filter, Id<Inspel> after) {
    std::optional<Inspel> taken;
    for (const auto from : {after, Id<Inspel>{}}) {
        const auto page = store::waiting_inspel(act.db(), act.process().id, filter, from, looked_at);
        for (const auto& row : page.rows) {
            if (row.inspel.id == after) continue;
            if (!taken) taken = row.inspel;
            if (!is_free(act, place_of(row.inspel.id))) continue;
            be_at(act, place_of(row.inspel.id));
            return row.inspel;
        }
    }
    if (!taken) return refuse(Failure::Kind::not_found);
    be_at(act, place_of(taken->id));
    return *taken;
}

}  // namespace medskapa::app
