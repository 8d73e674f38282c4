#include "app/inspel/bulk.hpp"

#include "app/act/transaction.hpp"
#include "app/inspel/bulk_items.hpp"
#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "app/issue/splitting.hpp"
#include "app/issue/taking_back.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/staff/desk_store.hpp"

namespace medskapa::app {
namespace {

using Object = BulkItem::Object;

Result<Issue> issue_as_left(const Act& act, const BulkItem& item, std::string (*now)(const Issue&)) {
    auto issue = store::find_issue(act.db(), act.process().id, {item.object_id});
    if (!issue) return refuse(Failure::Kind::not_found);
    if (now(*issue) != item.became) return refuse(Failure::Kind::conflict, {{Field::chosen, changed}});
    return *std::move(issue);
}

Result<Issue> back_in_group(const Act& act, const Issue& issue, const std::string& was) {
    const Id<IssueGroup> group{std::stoll(was)};
    if (!group) return leave_group(act, issue.id);
    const auto known = store::find_group(act.db(), act.process().id, group);
    if (!known) return leave_group(act, issue.id);
    const auto others = store::issues_in(act.db(), act.process().id, group);
    if (others.empty()) return leave_group(act, issue.id);
    const auto left = leave_group(act, issue.id);
    if (!left) return left;
    const auto joined = group_issues(act, {others.front().id, issue.id}, known->title);
    if (!joined) return tl::unexpected{joined.error()};
    return *left;
}

Result<Issue> issue_given_back(const Act& act, BulkKind kind, const BulkItem& item) {
    auto* const now = kind == BulkKind::assign ? assignee_of : kind == BulkKind::topic ? topic_of : group_of;
    auto issue = issue_as_left(act, item, now);
    if (!issue) return issue;
    if (kind == BulkKind::assign) return assign_issue(act, issue->id, item.was, std::nullopt);
    if (kind == BulkKind::topic) return change_topic(act, issue->id, {std::stoll(item.was)});
    return back_in_group(act, *issue, item.was);
}

Result<Inspel> inspel_given_back(const Act& act, BulkKind kind, const BulkItem& item) {
    const auto inspel = store::find_inspel(act.db(), {item.object_id});
    if (!inspel || inspel->process != act.process().id) return refuse(Failure::Kind::not_found);
    return kind == BulkKind::rest_set_aside ? split_again(act, inspel->number)
                                            : reopen_inspel(act, inspel->number);
}

BulkItem given_back(const Act& act, const BulkAct& known, const BulkItem& item) {
    BulkItem back{item.object, item.object_id, item.label, item.became, item.was, {}};
    switch (item.object) {
        case Object::inspel: note_outcome(back, inspel_given_back(act, known.kind, item)); break;
        case Object::issue:
            if (item.was != item.became) note_outcome(back, issue_given_back(act, known.kind, item));
            break;
        case Object::answer:
            note_outcome(back, take_back_published(act, {item.object_id}, known.made_at));
            break;
    }
    return back;
}

}  // namespace

Result<BulkAct> undo_in_bulk(Permitted<Action::read_desk> act, Id<BulkAct> id) {
    auto known = store::find_bulk_act(act.db(), act.actor().user, act.process().id, id);
    if (!known) return refuse(Failure::Kind::not_found);
    if (!known->can_be_undone()) return refuse(Failure::Kind::conflict);
    std::vector<BulkItem> items;
    for (const auto& item : store::items_of(act.db(), id))
        if (item.refusal.empty()) items.push_back(given_back(act, *known, item));
    known->undone_at = act.now();
    store::change(tx(act), *known);
    return remembered(act, BulkKind::undo, items);
}

}  // namespace medskapa::app
