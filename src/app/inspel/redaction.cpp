#include "app/inspel/redaction.hpp"

#include "app/act/record.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/decision/decision_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"

#include <algorithm>
#include <map>

namespace medskapa::app {
namespace {

/// All that is shown of an inspel.
struct Shown {
    Inspel inspel;
    std::vector<Issue> issues;
    std::vector<Addition> additions;
    std::vector<IssueGroup> groups;  // that its issues are in: a group takes its title from one of them

    std::int64_t mask(const Mask& mask) {
        auto places = apply(mask, inspel.shown_title) + apply(mask, inspel.shown_text) +
                      apply(mask, inspel.shown_organisation);
        for (auto& issue : issues) places += apply(mask, issue.quote) + apply(mask, issue.title);
        for (auto& addition : additions) places += apply(mask, addition.shown_text);
        for (auto& group : groups) places += apply(mask, group.title);
        return places;
    }

    /// The issue whose words no longer stand in the text, if there is one.
    const Issue* torn_issue() const {
        const auto found = std::find_if(issues.begin(), issues.end(),
            [&](const Issue& issue) { return inspel.shown_text.find(issue.quote) == std::string::npos; });
        return found == issues.end() ? nullptr : &*found;
    }
};

std::vector<IssueGroup> groups_of(
    sql::Connection& db, Id<Process> process, const std::vector<Issue>& issues) {
    std::map<Id<IssueGroup>, IssueGroup> groups;
    for (const auto& issue : issues)
        if (const auto group = store::find_group(db, process, issue.group)) groups.emplace(group->id, *group);
    std::vector<IssueGroup> all;
    for (const auto& [id, group] : groups) all.push_back(group);
    return all;
}

void save(const Act& act, const Shown& shown) {
    const auto& inspel = shown.inspel;
    store::change(tx(act), inspel);
    for (const auto& issue : shown.issues) store::change(tx(act), issue);
    for (const auto& addition : shown.additions) store::change(tx(act), addition);
    for (const auto& group : shown.groups) store::change(tx(act), group);
    if (inspel.state == Inspel::State::published) store::index(tx(act), inspel);
}

}  // namespace

Result<Redaction> redact(Permitted<Action::moderate_inspel> act, int number, const Mask& given) {
    const auto& process = act.process();
    const auto inspel = store::inspel_numbered(act.db(), process.id, number);
    if (!inspel) return refuse(Failure::Kind::not_found);
    const auto mask = checked(given);
    if (!mask) return tl::unexpected{mask.error()};

    Shown shown{
        *inspel, store::issues_of(act.db(), inspel->id), store::additions_of(act.db(), inspel->id), {}};
    shown.groups = groups_of(act.db(), process.id, shown.issues);
    const auto places = shown.mask(*mask);
    if (places == 0)
        return refuse(Failure::Kind::invalid,
            {{Field::passage, N_("These words do not stand in the inspel. Copy them exactly")}});
    if (const auto* torn = shown.torn_issue())
        return refuse(Failure::Kind::conflict,
            {{Field::passage,
                N_("Issue {} quotes a part of these words. Mask that part by itself, or remove the issue"),
                {std::to_string(torn->position)}}});

    save(act, shown);
    const auto letters = static_cast<std::int64_t>(text::length(mask->passage));
    const Redaction redaction{
        {}, process.id, inspel->id, mask->reason, letters, places, act.role(), act.now()};
    store::add(tx(act), redaction);
    record(act, EntryType::inspel_redacted, object_named(ObjectKind::inspel, inspel->public_id),
        {{"reason", redaction.reason}, {"text", shown.inspel.shown_text},
            {"title", shown.inspel.shown_title}});
    return redaction;
}

}  // namespace medskapa::app
