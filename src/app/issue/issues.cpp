#include "app/issue/issues.hpp"

#include "app/act/record.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "store/site/site_store.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::app {
namespace {

tl::unexpected<Failure> not_yours() {
    return refuse(Failure::Kind::not_allowed);
}

tl::unexpected<Failure> not_found() {
    return refuse(Failure::Kind::not_found);
}

std::string object(const Inspel& inspel, const Issue& issue) {
    return fmt::format("inspel/{}/{}", inspel.public_id, issue.position);
}

Inspel inspel_of(sql::Transaction& tx, const Issue& issue) {
    return store::find_inspel(tx.db(), issue.inspel).value();
}

void count_desk(sql::Transaction& tx, const Process& process, std::string_view what, std::int64_t change) {
    store::count(tx, process.id, "desk", what, change);
}

void move_outcome(sql::Transaction& tx, const Issue& issue, Outcome from, Outcome to) {
    if (from == to) return;
    const bool is_published = inspel_of(tx, issue).state == Inspel::State::published;
    store::move_outcome(tx, issue.process, issue.inspel, is_published, from, to);
}

/// The issue and those alike that get its answer.
Result<std::vector<Issue>> together(
    sql::Transaction& tx, const Issue& issue, const std::vector<Id<Issue>>& alike) {
    std::vector<Issue> issues{issue};
    for (const auto id : alike) {
        const auto is_same = [&](const Issue& one) { return one.id == id; };
        if (std::any_of(issues.begin(), issues.end(), is_same)) continue;
        auto other = store::find_issue(tx.db(), issue.process, id);
        if (!other) return not_found();
        if (other->answer || !issue.group || other->group != issue.group)
            return refuse(Failure::Kind::conflict,
                {{Field::answer,
                    N_("An issue that you chose has left the group, or has an answer. Look again at "
                       "which get this one")}});
        issues.push_back(*std::move(other));
    }
    return issues;
}

Answer rewritten(Answer known, const Answer& written) {
    known.outcome = written.outcome;
    known.text = written.text;
    return known;
}

void tell_answered(
    sql::Transaction& tx, const Process& process, const Answer& answer, const std::vector<Committed>& more) {
    std::vector<Committed> said{{"outcome", std::string{name_of(answer.outcome)}}, {"text", answer.text}};
    said.insert(said.end(), more.begin(), more.end());
    for (const auto& issue : store::issues_with(tx.db(), answer.id))
        record(tx, process, "inspel.answered", object(inspel_of(tx, issue), issue), said);
}

void publish_one(sql::Transaction& tx, const Process& process, Answer answer) {
    const auto issues = store::issues_with(tx.db(), answer.id);
    answer.published_at = tx.now();
    store::change(tx, answer);
    for (const auto& issue : issues) move_outcome(tx, issue, Outcome::waiting, answer.outcome);
    tell_answered(tx, process, answer, {});
    count_desk(tx, process, "held", -static_cast<std::int64_t>(issues.size()));
}

Result<Answer> held_again(
    sql::Transaction& tx, const Process& process, const Answer& known, const Answer& written) {
    if (known.published_at)
        return refuse(Failure::Kind::conflict,
            {{Field::change_reason,
                N_("The answer has been published. Write what you change in it, and why")}});
    auto answer = rewritten(known, written);
    answer.written_at = written.written_at;
    store::change(tx, answer);
    record(tx, process, "answer.written", fmt::format("answer/{}", answer.id.value), {{"text", answer.text}});
    return answer;
}

template <class... Results>
std::vector<Complaint> complaints_of(const Results&... results) {
    std::vector<Complaint> all;
    const auto add = [&](const auto& result) {
        if (!result)
            all.insert(all.end(), result.error().complaints.begin(), result.error().complaints.end());
    };
    (add(results), ...);
    return all;
}

void take_back(sql::Transaction& tx, const Process& process, const Inspel& inspel, const Issue& issue) {
    const bool is_published = inspel.state == Inspel::State::published;
    store::remove(tx, issue);
    store::move_outcome(tx, process.id, inspel.id, is_published, Outcome::waiting, std::nullopt);
    count_desk(tx, process, "unanswered", -1);
    record(tx, process, "inspel.joined", object(inspel, issue), {{"quote", issue.quote}});
}

}  // namespace

Result<Issue> split_inspel(sql::Transaction& tx, const Permit& permit, const Process& process, int number,
    const IssueDraft& draft, Day today) {
    if (!allows(permit, Action::handle_issues, process)) return not_yours();
    const auto inspel = store::inspel_numbered(tx.db(), process.id, number);
    if (!inspel) return not_found();
    if (inspel->state != Inspel::State::published) return refuse(Failure::Kind::conflict);

    const auto known = store::issues_of(tx.db(), inspel->id);
    const auto position = known.empty() ? 1 : known.back().position + 1;
    auto issue = split_off(*inspel, draft, store::topics_of(tx.db(), process.id), position);
    if (!issue) return issue;
    for (const auto& other : known)
        if (overlap(inspel->shown_text, other.quote, issue->quote))
            return refuse(Failure::Kind::invalid,
                {{Field::quote,
                    N_("Some of these words are issue {} already. Mark other words, or remove that one"),
                    {std::to_string(other.position)}}});

    if (!issue->deadline) issue->deadline = today + std::chrono::days{process.answer_days};
    issue->id = store::add(tx, *issue);
    store::move_outcome(tx, process.id, inspel->id, true, std::nullopt, Outcome::waiting);
    count_desk(tx, process, "unanswered", 1);
    record(tx, process, "inspel.split", object(*inspel, *issue),
        {{"quote", issue->quote}, {"title", issue->title}});
    return issue;
}

Result<Issue> remove_issue(sql::Transaction& tx, const Permit& permit, const Process& process, Id<Issue> id) {
    if (!allows(permit, Action::handle_issues, process)) return not_yours();
    const auto issue = store::find_issue(tx.db(), process.id, id);
    if (!issue) return not_found();
    if (issue->answer) return refuse(Failure::Kind::conflict);

    take_back(tx, process, inspel_of(tx, *issue), *issue);
    return *issue;
}

void drop_unanswered(sql::Transaction& tx, const Process& process, const Inspel& inspel) {
    for (const auto& issue : store::issues_of(tx.db(), inspel.id))
        if (!issue.answer) take_back(tx, process, inspel, issue);
}

Result<Issue> assign_issue(sql::Transaction& tx, const Permit& permit, const Process& process, Id<Issue> id,
    const std::string& assignee, std::optional<Day> deadline) {
    if (!allows(permit, Action::handle_issues, process)) return not_yours();
    auto issue = store::find_issue(tx.db(), process.id, id);
    if (!issue) return not_found();
    issue->assignee = text::one_line(assignee);
    if (deadline) issue->deadline = deadline;
    store::change(tx, *issue);
    record(tx, process, "issue.assigned", object(inspel_of(tx, *issue), *issue),
        {{"assignee", issue->assignee}});
    return *issue;
}

Result<IssueGroup> group_issues(sql::Transaction& tx, const Permit& permit, const Process& process,
    const std::vector<Id<Issue>>& ids, const std::string& title) {
    if (!allows(permit, Action::handle_issues, process)) return not_yours();
    std::vector<Issue> issues;
    IssueGroup group;
    for (const auto id : ids) {
        auto issue = store::find_issue(tx.db(), process.id, id);
        if (!issue) return not_found();
        if (issue->group) group.id = issue->group;
        issues.push_back(*std::move(issue));
    }
    if (issues.size() < 2 && !group.id)
        return refuse(
            Failure::Kind::invalid, {{Field::chosen, N_("Choose at least two issues that are alike")}});

    group.title = text::one_line(title);
    if (group.title.empty()) group.title = issues.front().title;
    if (!group.id) group.id = store::add(tx, process.id, group);
    for (auto& issue : issues) {
        issue.group = group.id;
        store::change(tx, issue);
        record(tx, process, "issue.grouped", object(inspel_of(tx, issue), issue), {{"group", group.title}});
    }
    return store::find_group(tx.db(), process.id, group.id).value();
}

Result<Issue> leave_group(sql::Transaction& tx, const Permit& permit, const Process& process, Id<Issue> id) {
    if (!allows(permit, Action::handle_issues, process)) return not_yours();
    auto issue = store::find_issue(tx.db(), process.id, id);
    if (!issue) return not_found();
    issue->group = {};
    store::change(tx, *issue);
    record(tx, process, "issue.grouped", object(inspel_of(tx, *issue), *issue));
    return *issue;
}

Result<Answer> answer_issue(sql::Transaction& tx, const Permit& permit, const Process& process, Id<Issue> id,
    std::string_view outcome, const std::string& text, const std::vector<Id<Issue>>& alike) {
    if (!allows(permit, Action::handle_issues, process)) return not_yours();
    const auto issue = store::find_issue(tx.db(), process.id, id);
    if (!issue) return not_found();
    auto answer = compose_answer(outcome, text, tx.now());
    if (!answer) return answer;
    if (const auto known = store::find_answer(tx.db(), issue->answer))
        return held_again(tx, process, *known, *answer);

    auto issues = together(tx, *issue, alike);
    if (!issues) return tl::unexpected{issues.error()};

    answer->id = store::add(tx, process.id, *answer);
    for (auto& one : *issues) {
        one.answer = answer->id;
        store::change(tx, one);
        count_desk(tx, process, "unanswered", -1);
        count_desk(tx, process, "held", 1);
    }
    record(
        tx, process, "answer.written", fmt::format("answer/{}", answer->id.value), {{"text", answer->text}});
    return answer;
}

Result<Answer> change_published_answer(sql::Transaction& tx, const Permit& permit, const Process& process,
    Id<Issue> id, const Rewording& rewording) {
    if (!allows(permit, Action::publish_answers, process)) return not_yours();
    const auto issue = store::find_issue(tx.db(), process.id, id);
    const auto known = issue ? store::find_answer(tx.db(), issue->answer) : std::nullopt;
    if (!known) return not_found();
    if (!known->published_at) return refuse(Failure::Kind::conflict);
    const auto written = compose_answer(rewording.outcome, rewording.text, tx.now());
    const auto correction = compose_correction(*known, written.value_or(Answer{}), rewording.reason);
    if (auto complaints = complaints_of(written, correction); !complaints.empty())
        return refuse(Failure::Kind::invalid, std::move(complaints));

    const auto answer = rewritten(*known, *written);
    store::change(tx, answer);
    store::add(tx, process.id, *correction);
    for (const auto& one : store::issues_with(tx.db(), answer.id))
        move_outcome(tx, one, known->outcome, answer.outcome);
    tell_answered(tx, process, answer, {{"reason", correction->reason}});
    return answer;
}

Result<int> publish_answers(sql::Transaction& tx, const Permit& permit, const Process& process,
    const std::vector<Id<Answer>>& chosen) {
    if (!allows(permit, Action::publish_answers, process)) return not_yours();
    const auto is_chosen = [&](Id<Answer> id) {
        return chosen.empty() || std::find(chosen.begin(), chosen.end(), id) != chosen.end();
    };
    int published = 0;
    for (const auto& answer : store::held_answers(tx.db(), process.id)) {
        if (!is_chosen(answer.id)) continue;
        publish_one(tx, process, answer);
        ++published;
    }
    return published;
}

Result<TextBlock> add_text_block(
    sql::Transaction& tx, const Permit& permit, const Process& process, TextBlock block) {
    if (!allows(permit, Action::handle_issues, process)) return not_yours();
    block.title = text::one_line(block.title);
    block.text = text::trimmed(text::cleaned(block.text));
    std::vector<Complaint> complaints;
    if (block.title.empty()) complaints.push_back({Field::heading, N_("Write a title")});
    if (block.text.empty()) complaints.push_back({Field::text, N_("Write the text of the block")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    block.id = store::add(tx, process.id, block);
    record(tx, process, "text_block.added", fmt::format("text_block/{}", block.id.value),
        {{"text", block.text}});
    return block;
}

Result<TextBlock> remove_text_block(
    sql::Transaction& tx, const Permit& permit, const Process& process, Id<TextBlock> id) {
    if (!allows(permit, Action::handle_issues, process)) return not_yours();
    for (const auto& block : store::text_blocks_of(tx.db(), process.id)) {
        if (block.id != id) continue;
        store::remove(tx, process.id, id);
        record(tx, process, "text_block.removed", fmt::format("text_block/{}", id.value));
        return block;
    }
    return not_found();
}

}  // namespace medskapa::app
