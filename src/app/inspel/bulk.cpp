#include "app/inspel/bulk.hpp"

#include "app/act/transaction.hpp"
#include "app/inspel/bulk_items.hpp"
#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "app/issue/splitting.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/site/site_store.hpp"
#include "store/staff/desk_store.hpp"
#include "store/staff/staff_store.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <functional>

namespace medskapa::app {
namespace {

using Object = BulkItem::Object;
using store::DeskKind;
using store::DeskRow;

constexpr const char* nothing_to_answer = N_("It has no issue without an answer");

std::string label_of(int number, int position) {
    return position == 0 ? fmt::format("I-{}", number) : fmt::format("I-{}:{}", number, position);
}

BulkItem item_of(const DeskRow& row, DeskKind kind) {
    const auto object = kind == DeskKind::inspel   ? Object::inspel
                        : kind == DeskKind::issues ? Object::issue
                                                   : Object::answer;
    return {object, row.id, label_of(row.inspel_number, row.position), {}, {}, {}};
}

BulkItem item_of(const Act& act, const Issue& issue) {
    const auto inspel = store::find_inspel(act.db(), issue.inspel);
    return {Object::issue, issue.id.value, label_of(inspel ? inspel->number : 0, issue.position), {}, {}, {}};
}

/// What an act on issues gives them: by what it knows an issue before and after.
struct ForIssues {
    std::string became;
    std::string (*was)(const Issue&);
    std::function<Result<Issue>(const Act&, const Issue&)> give;
};

Result<ForIssues> assigning(const Act& act, const std::string& value) {
    std::string name;
    for (const auto& member : store::members_of(act.db(), act.process().id))
        if (std::to_string(member.user.id.value) == value) name = member.user.name;
    if (name.empty() && !value.empty())
        return refuse(Failure::Kind::invalid, {{Field::chosen, N_("Choose one of your colleagues")}});
    return ForIssues{name, assignee_of, [name](const Act& its, const Issue& issue) {
                         return assign_issue(its, issue.id, name, std::nullopt);
                     }};
}

Result<ForIssues> putting_under(const Act& act, const std::string& slug) {
    for (const auto& topic : store::topics_of(act.db(), act.process().id))
        if (topic.slug == slug)
            return ForIssues{std::to_string(topic.id.value), topic_of,
                [id = topic.id](
                    const Act& its, const Issue& issue) { return change_topic(its, issue.id, id); }};
    return refuse(Failure::Kind::invalid, {{Field::topic, N_("Choose one of the topics")}});
}

std::vector<Issue> unanswered_of(const Act& act, const DeskRow& row, DeskKind kind) {
    std::vector<Issue> issues;
    if (kind == DeskKind::inspel) {
        issues = store::issues_of(act.db(), row.inspel);
    } else if (auto issue = store::find_issue(act.db(), act.process().id, {row.id})) {
        issues.push_back(*std::move(issue));
    }
    std::erase_if(issues, [](const Issue& issue) { return bool{issue.answer}; });
    return issues;
}

/// The issues that the rows stand for; what stands for none is said.
std::vector<Issue> issues_of_rows(
    const Act& act, const std::vector<DeskRow>& rows, DeskKind kind, std::vector<BulkItem>& items) {
    std::vector<Issue> all;
    for (const auto& row : rows) {
        auto issues = unanswered_of(act, row, kind);
        if (issues.empty()) {
            items.push_back(item_of(row, kind));
            items.back().refusal = nothing_to_answer;
        }
        all.insert(all.end(), std::move_iterator{issues.begin()}, std::move_iterator{issues.end()});
    }
    return all;
}

void give_to_issues(
    const Act& act, const ForIssues& what, const std::vector<Issue>& issues, std::vector<BulkItem>& items) {
    for (const auto& issue : issues) {
        auto item = item_of(act, issue);
        item.was = what.was(issue);
        item.became = what.became;
        if (item.was != item.became) note_outcome(item, what.give(act, issue));
        items.push_back(std::move(item));
    }
}

Result<bool> group_all(const Act& act, const std::string& title, const std::vector<Issue>& issues,
    std::vector<BulkItem>& items) {
    if (issues.empty()) return true;
    std::vector<Id<Issue>> ids;
    for (const auto& issue : issues) ids.push_back(issue.id);
    const auto group = group_issues(act, ids, title);
    if (!group) return tl::unexpected{group.error()};
    for (const auto& issue : issues) {
        items.push_back(item_of(act, issue));
        items.back().was = group_of(issue);
        items.back().became = std::to_string(group->id.value);
    }
    return true;
}

/// What is done to each by itself.
Result<bool> each_alone(
    const Act& act, const Bulk& bulk, const std::vector<DeskRow>& rows, std::vector<BulkItem>& items) {
    for (const auto& row : rows) {
        auto item = item_of(row, bulk.of);
        if (bulk.kind == BulkKind::decline) {
            const auto declined = decline_inspel(act, row.inspel_number, bulk.value, bulk.note);
            if (!declined && declined.error().kind == Failure::Kind::invalid)
                return tl::unexpected{declined.error()};
            note_outcome(item, declined);
        } else if (bulk.kind == BulkKind::rest_set_aside) {
            note_outcome(item, set_rest_aside(act, row.inspel_number));
        } else if (bulk.of == DeskKind::answers) {
            note_outcome(item, publish_answers(act, {Id<Answer>{row.id}}));
        } else {
            note_outcome(item, publish_inspel(act, row.inspel_number));
        }
        items.push_back(std::move(item));
    }
    return true;
}

bool is_for(BulkKind kind, DeskKind of) {
    switch (kind) {
        case BulkKind::publish: return of != DeskKind::issues;
        case BulkKind::decline:
        case BulkKind::rest_set_aside: return of == DeskKind::inspel;
        case BulkKind::assign:
        case BulkKind::topic:
        case BulkKind::group: return of != DeskKind::answers;
        case BulkKind::undo: break;
    }
    return false;
}

/// The rows as they stand; what has changed since it was chosen is said.
std::vector<DeskRow> standing(const Act& act, const Bulk& bulk, std::vector<BulkItem>& items) {
    std::vector<DeskRow> rows;
    for (const auto& chosen : bulk.chosen) {
        auto row = store::desk_row(act.db(), act.process().id, bulk.of, chosen.id);
        if (!row) continue;  // of another process, or of none
        if (store::mark_of(*row) == chosen.mark) {
            rows.push_back(*std::move(row));
        } else {
            items.push_back(item_of(*row, bulk.of));
            items.back().refusal = changed;
        }
    }
    return rows;
}

Result<bool> done(
    const Act& act, const Bulk& bulk, const std::vector<DeskRow>& rows, std::vector<BulkItem>& items) {
    switch (bulk.kind) {
        case BulkKind::group:
            return group_all(act, bulk.value, issues_of_rows(act, rows, bulk.of, items), items);
        case BulkKind::assign:
        case BulkKind::topic: {
            const auto what =
                bulk.kind == BulkKind::assign ? assigning(act, bulk.value) : putting_under(act, bulk.value);
            if (!what) return tl::unexpected{what.error()};
            give_to_issues(act, *what, issues_of_rows(act, rows, bulk.of, items), items);
            return true;
        }
        default: return each_alone(act, bulk, rows, items);
    }
}

}  // namespace

Result<BulkAct> do_in_bulk(Permitted<Action::read_desk> act, const Bulk& bulk) {
    if (!act.actor().is_signed_in()) return refuse(Failure::Kind::not_allowed);
    if (bulk.chosen.empty())
        return refuse(Failure::Kind::invalid, {{Field::chosen, N_("Choose at least one in the list")}});
    if (bulk.chosen.size() > most_in_bulk)
        return refuse(Failure::Kind::invalid,
            {{Field::chosen, N_("Choose at most {} at a time"), {std::to_string(most_in_bulk)}}});
    if (!is_for(bulk.kind, bulk.of))
        return refuse(
            Failure::Kind::invalid, {{Field::chosen, N_("That cannot be done with what you chose")}});
    std::vector<BulkItem> items;
    const auto rows = standing(act, bulk, items);
    if (const auto result = done(act, bulk, rows, items); !result) return tl::unexpected{result.error()};
    return remembered(act, bulk.kind, items);
}

}  // namespace medskapa::app
