#include "app/inspel/bulk_items.hpp"

#include "app/act/transaction.hpp"
#include "store/staff/desk_store.hpp"

namespace medskapa::app {
namespace {

constexpr const char* gone = N_("It is not there any longer");
constexpr const char* elsewhere = N_("It does not stand where that can be done");

}  // namespace

// A sentence with holes has its own place, a form.
std::string reason_of(const Failure& failure) {
    if (!failure.complaints.empty() && failure.complaints.front().holes.empty())
        return failure.complaints.front().message;
    return failure.kind == Failure::Kind::not_found ? gone : elsewhere;
}

std::string assignee_of(const Issue& issue) {
    return issue.assignee;
}

std::string topic_of(const Issue& issue) {
    return std::to_string(issue.topic.value);
}

std::string group_of(const Issue& issue) {
    return std::to_string(issue.group.value);
}

BulkAct remembered(const Act& act, BulkKind kind, const std::vector<BulkItem>& items) {
    BulkAct made{{}, act.actor().user, kind, act.now(), {}};
    made.id = store::add(tx(act), act.process().id, made, items);
    return made;
}

}  // namespace medskapa::app
