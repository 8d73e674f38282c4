#include "app/inspel/redaction.hpp"

#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/inspel/inspel.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/conversation/opinion_store.hpp"
#include "store/inspel/amendment_store.hpp"
#include "store/inspel/columns.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/columns.hpp"
#include "store/issue/desk_index.hpp"
#include "store/issue/issue_store.hpp"
#include "store/sql/rows.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

/// All that is shown of an inspel.
struct Shown {
    Inspel inspel;
    std::vector<Issue> issues;
    std::vector<Addition> additions;
    std::optional<store::Amendment> proposal;
    std::vector<IssueGroup> groups;  // that its issues are in, or have named

    template <class Visit>
    void each_text(Visit visit) {
        using namespace store::tables;
        sql::each_published<store::tables::inspel>(inspel, visit);
        for (auto& one : issues) sql::each_published<issue>(one, visit);
        for (auto& one : additions) sql::each_published<addition>(one, visit);
        if (proposal) sql::each_published<amendment>(*proposal, visit);
        for (auto& one : groups) sql::each_published<issue_group>(one, visit);
    }

    std::int64_t mask(const Mask& mask) {
        const auto before = *this;
        std::int64_t places = 0;
        each_text([&](std::string& text) { places += apply(mask, text); });
        if (before.inspel.shown_title == title_of_words(before.inspel.shown_text))
            inspel.shown_title = title_of_words(inspel.shown_text);
        for (std::size_t i = 0; i < issues.size(); ++i) {
            if (!has_own_title(before.issues[i])) issues[i].title = title_of_words(issues[i].quote);
            for (std::size_t g = 0; g < groups.size(); ++g)
                if (before.groups[g].title == before.issues[i].title) groups[g].title = issues[i].title;
        }
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
    auto groups = store::groups_of(db, process);
    std::erase_if(groups, [&](const IssueGroup& group) {
        return std::none_of(issues.begin(), issues.end(),
            [&](const Issue& issue) { return issue.group == group.id || issue.title == group.title; });
    });
    return groups;
}

Shown shown_of(sql::Connection& db, const Inspel& inspel) {
    Shown shown{inspel, store::issues_of(db, inspel.id), store::additions_of(db, inspel.id),
        store::amendment_of(db, inspel.id), {}};
    shown.groups = groups_of(db, inspel.process, shown.issues);
    return shown;
}

void save(const Act& act, const Shown& shown) {
    const auto& inspel = shown.inspel;
    store::change(tx(act), inspel);
    for (const auto& issue : shown.issues) store::change(tx(act), issue);
    for (const auto& addition : shown.additions) store::change(tx(act), addition);
    if (shown.proposal) store::save(tx(act), inspel.process, *shown.proposal);
    for (const auto& group : shown.groups) store::change(tx(act), group);
    if (inspel.state == Inspel::State::published) store::index(tx(act), inspel);
    store::index_for_desk(tx(act), inspel.id);
}

void add_once(std::vector<std::string>& all, std::string words) {
    if (std::find(all.begin(), all.end(), words) == all.end()) all.push_back(std::move(words));
}

}  // namespace

Result<Redaction> redact(Permitted<Action::moderate_inspel> act, int number, const Mask& given) {
    const auto& process = act.process();
    const auto inspel = store::inspel_numbered(act.db(), process.id, number);
    if (!inspel) return refuse(Failure::Kind::not_found);
    const auto mask = checked(given);
    if (!mask) return tl::unexpected{mask.error()};

    auto shown = shown_of(act.db(), *inspel);
    const auto places = shown.mask(*mask);
    if (places == 0)
        return refuse(Failure::Kind::invalid,
            {{Field::passage, N_("These words are not in the inspel. Copy them exactly")}});
    if (const auto* torn = shown.torn_issue())
        return refuse(Failure::Kind::conflict,
            {{Field::passage,
                N_("Issue {} quotes a part of these words. Mask that part by itself, or remove the issue"),
                {std::to_string(torn->position)}}});

    save(act, shown);
    const auto characters = static_cast<std::int64_t>(text::length(mask->passage));
    const Redaction redaction{
        {}, process.id, inspel->id, mask->reason, characters, places, act.role(), act.now()};
    store::add(tx(act), redaction);
    record(act, EntryType::inspel_redacted, object_named(ObjectKind::inspel, inspel->public_id),
        {{"reason", redaction.reason}, {"text", shown.inspel.shown_text},
            {"title", shown.inspel.shown_title}});
    return redaction;
}

Result<Inspel> mask_and_publish(
    Permitted<Action::moderate_inspel> act, int number, const std::vector<Mask>& masks) {
    const auto inspel = store::inspel_numbered(act.db(), act.process().id, number);
    if (!inspel) return refuse(Failure::Kind::not_found);
    demand_seen<store::tables::inspel>(act, *inspel, {inspel->shown_text});
    for (const auto& mask : masks)
        if (const auto masked = redact(act, number, mask); !masked) return tl::unexpected{masked.error()};
    // What was seen has been asked for: now it stands otherwise, by this act.
    return publish_inspel(in_process(act, act.process()), number);
}

StillShown still_shown(sql::Connection& db, Id<Process> process, int number, const Mask& given) {
    const auto inspel = store::inspel_numbered(db, process, number);
    const auto mask = checked(given);
    StillShown still;
    if (!inspel || !mask) return still;
    auto shown = shown_of(db, *inspel);
    shown.each_text([&](const std::string& text) {
        for (auto& words : with_other_capitals(*mask, text))
            add_once(still.with_other_capitals, std::move(words));
    });
    const auto stands_in = [&](const std::string& text) {
        return !text::spans_of(mask->passage, text, mask->capitals).empty();
    };
    for (const auto& issue : shown.issues)
        if (const auto answer = store::find_answer(db, issue.answer); answer && stands_in(answer->text))
            still.answers.push_back(issue.position);
    if (const auto statement = store::statement_of_inspel(db, inspel->id);
        statement && stands_in(statement->text))
        still.statement = statement->number;
    return still;
}

}  // namespace medskapa::app
