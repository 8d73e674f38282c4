#include "app/issue/issues.hpp"

#include "app/act/keep_corrections.hpp"
#include "app/act/record.hpp"
#include "app/act/seen.hpp"
#include "app/issue/splitting.hpp"
#include "app/mail/post.hpp"
#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/columns.hpp"
#include "store/issue/desk_index.hpp"
#include "store/issue/issue_store.hpp"
#include "store/issue/promise_store.hpp"
#include "store/site/site_store.hpp"

#include <fmt/format.h>
#include <algorithm>

namespace medskapa::app {
namespace {

tl::unexpected<Failure> not_found() {
    return refuse(Failure::Kind::not_found);
}

std::string object(const Inspel& inspel, const Issue& issue) {
    return part_named(object_named(ObjectKind::inspel, inspel.public_id), ObjectKind::issue, issue.position);
}

Inspel inspel_of(const Act& act, const Issue& issue) {
    return store::find_inspel(act.db(), issue.inspel).value();
}

/// The issue, and its answer where it has one.
void demand_seen(const Act& act, const Issue& issue) {
    const auto answer = store::find_answer(act.db(), issue.answer);
    app::demand_seen<store::tables::issue>(act, issue, {answer ? answer->text : issue.quote});
    if (answer) app::demand_seen<store::tables::answer>(act, *answer, {answer->text});
}

void count_waiting(const Act& act, store::Waiting what, std::int64_t change) {
    store::count(tx(act), act.process().id, store::Counter::desk, name_of(what), change);
}

void move_outcome(const Act& act, const Issue& issue, Outcome from, Outcome to) {
    if (from == to) return;
    const bool is_published = inspel_of(act, issue).state == Inspel::State::published;
    store::move_outcome(tx(act), issue.process, issue.inspel, is_published, from, to);
}

/// The issue and those alike that get its answer.
Result<std::vector<Issue>> together(const Act& act, const Issue& issue, const std::vector<Id<Issue>>& alike) {
    std::vector<Issue> issues{issue};
    for (const auto id : alike) {
        const auto is_same = [&](const Issue& one) { return one.id == id; };
        if (std::any_of(issues.begin(), issues.end(), is_same)) continue;
        auto other = store::find_issue(act.db(), issue.process, id);
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

void record_answered(
    const Act& act, const Answer& answer, EntryType type, const std::vector<Committed>& more = {}) {
    std::vector<Committed> said{{"outcome", std::string{name_of(answer.outcome)}}, {"text", answer.text}};
    said.insert(said.end(), more.begin(), more.end());
    for (const auto& issue : store::issues_with(act.db(), answer.id))
        record(act, type, object(inspel_of(act, issue), issue), said);
}

/// To the senders of what was answered, once each.
void post_answer(const Act& act, const std::vector<Issue>& issues) {
    for (const auto& issue : issues) {
        const auto inspel = inspel_of(act, issue);
        post(act, {.kind = Mail::Kind::answered, .language = inspel.language, .inspel = inspel.id},
            store::contact_of(act.db(), inspel.id));
    }
}

void publish_one(const Act& act, Answer answer, store::Counts& counts) {
    app::demand_seen<store::tables::answer>(act, answer, {answer.text});
    const auto issues = store::issues_with(act.db(), answer.id);
    answer.published_at = act.now();
    store::change(tx(act), answer);
    for (const auto& issue : issues) {
        const bool is_published = inspel_of(act, issue).state == Inspel::State::published;
        store::move_outcome(
            tx(act), issue.process, issue.inspel, is_published, Outcome::waiting, answer.outcome, counts);
    }
    record_answered(act, answer, EntryType::issue_answered);
    counts.add(
        store::Counter::desk, name_of(store::Waiting::held), -static_cast<std::int64_t>(issues.size()));
    counts.add(store::Counter::desk, name_of(store::Waiting::answers), -1);
    post_answer(act, issues);
}

int publish_all(const Act& act) {
    constexpr int at_once = 500;
    int published = 0;
    Id<Answer> last;
    store::Counts counts;
    while (true) {
        const auto held = store::held_answers(act.db(), act.process().id, last, at_once);
        if (held.empty()) break;
        for (const auto& answer : held) publish_one(act, answer, counts);
        published += static_cast<int>(held.size());
        last = held.back().id;
    }
    counts.keep(tx(act), act.process().id);
    return published;
}

/// The inspel whose issues have the answer are found by its words.
void index_with(const Act& act, Id<Answer> answer) {
    for (const auto& issue : store::issues_with(act.db(), answer))
        store::index_for_desk(tx(act), issue.inspel);
}

Result<Answer> held_again(const Act& act, const Answer& known, const Answer& written) {
    if (known.published_at)
        return refuse(Failure::Kind::conflict,
            {{Field::change_reason,
                N_("The answer has been published. Write what you change in it, and why")}});
    auto answer = rewritten(known, written);
    answer.written_at = written.written_at;
    store::change(tx(act), answer);
    index_with(act, answer.id);
    record(act, EntryType::answer_written, object_named(ObjectKind::answer, answer.id.value),
        {{"text", answer.text}});
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

void take_back(const Act& act, const Inspel& inspel, const Issue& issue) {
    const bool is_published = inspel.state == Inspel::State::published;
    store::remove_moves(tx(act), issue.id);
    store::remove_from_desk_index(tx(act), issue.id);
    store::remove(tx(act), issue);
    note_cover(act, inspel);
    store::move_outcome(tx(act), act.process().id, inspel.id, is_published, Outcome::waiting, std::nullopt);
    count_waiting(act, store::Waiting::unanswered, -1);
    record(act, EntryType::issue_removed, object(inspel, issue), {{"quote", issue.quote}});
}

/// Another day to answer by. A promise that was given before is moved with a reason, which everybody reads.
Result<std::vector<Committed>> move_deadline(
    const Act& act, Issue& issue, Day deadline, const std::string& reason) {
    const auto why = text::one_line(reason);
    if (why.empty())
        return refuse(Failure::Kind::invalid,
            {{Field::motive, N_("Write why the promised day is moved. Everybody reads it")}});
    if (issue.deadline)
        store::add(tx(act), act.process().id, {issue.id, *issue.deadline, deadline, why, act.now()});
    issue.deadline = deadline;
    return std::vector<Committed>{{"deadline", time::iso(deadline)}, {"reason", why}};
}

}  // namespace

Result<Issue> split_inspel(
    Permitted<Action::handle_issues> act, int number, const IssueDraft& draft, Day received_on) {
    const auto& process = act.process();
    const auto inspel = store::inspel_numbered(act.db(), process.id, number);
    if (!inspel) return not_found();
    if (inspel->state != Inspel::State::published) return refuse(Failure::Kind::conflict);

    const auto known = store::issues_of(act.db(), inspel->id);
    const auto position = known.empty() ? 1 : known.back().position + 1;
    auto issue = split_off(*inspel, draft, store::topics_of(act.db(), process.id), position);
    if (!issue) return issue;
    for (const auto& other : known)
        if (overlap(inspel->shown_text, other.quote, issue->quote))
            return refuse(Failure::Kind::invalid,
                {{Field::quote,
                    N_("Some of these words are issue {} already. Mark other words, or remove that one"),
                    {std::to_string(other.position)}}});

    if (!issue->deadline)
        issue->deadline = received_on + std::chrono::days{store::promised_days(act.db(), *inspel)};
    issue->id = store::add(tx(act), *issue);
    store::move_outcome(tx(act), process.id, inspel->id, true, std::nullopt, Outcome::waiting);
    count_waiting(act, store::Waiting::unanswered, 1);
    note_cover(act, *inspel);
    record(act, EntryType::issue_added, object(*inspel, *issue),
        {{"quote", issue->quote}, {"title", issue->title}});
    return issue;
}

Result<Issue> remove_issue(Permitted<Action::handle_issues> act, Id<Issue> id) {
    const auto issue = store::find_issue(act.db(), act.process().id, id);
    if (!issue) return not_found();
    demand_seen(act, *issue);
    if (issue->answer) return refuse(Failure::Kind::conflict);

    take_back(act, inspel_of(act, *issue), *issue);
    return *issue;
}

void drop_unanswered(const Act& act, const Inspel& inspel) {
    for (const auto& issue : store::issues_of(act.db(), inspel.id))
        if (!issue.answer) take_back(act, inspel, issue);
}

Result<Issue> assign_issue(Permitted<Action::handle_issues> act, Id<Issue> id, const std::string& assignee,
    std::optional<Day> deadline, const std::string& reason) {
    auto issue = store::find_issue(act.db(), act.process().id, id);
    if (!issue) return not_found();
    app::demand_seen<store::tables::issue>(
        act, *issue, {issue->assignee, issue->deadline ? time::iso(*issue->deadline) : ""});
    issue->assignee = text::one_line(assignee);
    std::vector<Committed> said{{"assignee", issue->assignee}};
    if (deadline && issue->deadline != deadline) {
        const auto moved = move_deadline(act, *issue, *deadline, reason);
        if (!moved) return tl::unexpected{moved.error()};
        said.insert(said.end(), moved->begin(), moved->end());
    }
    store::change(tx(act), *issue);
    record(act, EntryType::issue_assigned, object(inspel_of(act, *issue), *issue), said);
    return *issue;
}

Result<IssueGroup> group_issues(
    Permitted<Action::handle_issues> act, const std::vector<Id<Issue>>& ids, const std::string& title) {
    const auto& process = act.process();
    std::vector<Issue> issues;
    IssueGroup group;
    for (const auto id : ids) {
        auto issue = store::find_issue(act.db(), process.id, id);
        if (!issue) return not_found();
        app::demand_seen<store::tables::issue>(act, *issue, {issue->title});
        if (issue->group) group.id = issue->group;
        issues.push_back(*std::move(issue));
    }
    if (issues.size() < 2 && !group.id)
        return refuse(
            Failure::Kind::invalid, {{Field::chosen, N_("Choose at least two issues that are alike")}});

    group.title = text::one_line(title);
    if (group.title.empty()) group.title = issues.front().title;
    if (!group.id) group.id = store::add(tx(act), process.id, group);
    for (auto& issue : issues) {
        issue.group = group.id;
        store::change(tx(act), issue);
        record(act, EntryType::issue_grouped, object(inspel_of(act, issue), issue), {{"group", group.title}});
    }
    return store::find_group(act.db(), process.id, group.id).value();
}

Result<Issue> leave_group(Permitted<Action::handle_issues> act, Id<Issue> id) {
    auto issue = store::find_issue(act.db(), act.process().id, id);
    if (!issue) return not_found();
    app::demand_seen<store::tables::issue>(act, *issue);
    issue->group = {};
    store::change(tx(act), *issue);
    record(act, EntryType::issue_ungrouped, object(inspel_of(act, *issue), *issue));
    return *issue;
}

Result<Answer> answer_issue(Permitted<Action::handle_issues> act, Id<Issue> id, std::string_view outcome,
    const std::string& text, const std::vector<Id<Issue>>& alike) {
    const auto issue = store::find_issue(act.db(), act.process().id, id);
    if (!issue) return not_found();
    demand_seen(act, *issue);
    auto answer = compose_answer(outcome, text, act.now());
    if (!answer) return answer;
    if (const auto known = store::find_answer(act.db(), issue->answer))
        return held_again(act, *known, *answer);

    auto issues = together(act, *issue, alike);
    if (!issues) return tl::unexpected{issues.error()};

    answer->id = store::add(tx(act), act.process().id, *answer);
    count_waiting(act, store::Waiting::answers, 1);
    for (auto& one : *issues) {
        one.answer = answer->id;
        store::change(tx(act), one);
        count_waiting(act, store::Waiting::unanswered, -1);
        count_waiting(act, store::Waiting::held, 1);
    }
    index_with(act, answer->id);
    record(act, EntryType::answer_written, object_named(ObjectKind::answer, answer->id.value),
        {{"text", answer->text}});
    return answer;
}

Result<Answer> change_published_answer(
    Permitted<Action::publish_answers> act, Id<Issue> id, const Rewording& rewording) {
    const auto issue = store::find_issue(act.db(), act.process().id, id);
    const auto known = issue ? store::find_answer(act.db(), issue->answer) : std::nullopt;
    if (!known) return not_found();
    demand_seen(act, *issue);
    if (!known->published_at) return refuse(Failure::Kind::conflict);
    const auto written = compose_answer(rewording.outcome, rewording.text, act.now());
    const auto corrections =
        compose_correction(*known, written.value_or(Answer{}), {{}, rewording.reason, rewording.withholds});
    if (auto complaints = complaints_of(written, corrections); !complaints.empty())
        return refuse(Failure::Kind::invalid, std::move(complaints));

    const auto answer = rewritten(*known, *written);
    store::change(tx(act), answer);
    keep_corrections(act,
        {Correction::Kind::answer, answer.id.value, object_named(ObjectKind::answer, answer.id.value)},
        *corrections);
    index_with(act, answer.id);
    for (const auto& one : store::issues_with(act.db(), answer.id))
        move_outcome(act, one, known->outcome, answer.outcome);
    record_answered(
        act, answer, EntryType::issue_answer_corrected, {{"reason", corrections->front().reason}});
    return answer;
}

Result<int> publish_answers(Permitted<Action::publish_answers> act, const std::vector<Id<Answer>>& chosen) {
    if (chosen.empty()) return publish_all(act);
    store::Counts counts;
    for (const auto id : chosen) {
        const auto held = store::held_answers(act.db(), act.process().id, {id.value - 1}, 1);
        if (held.empty() || held.front().id != id)
            return refuse(Failure::Kind::conflict,
                {{Field::chosen,
                    N_("An answer that you chose is public already, or gone. Look again at the list")}});
        publish_one(act, held.front(), counts);
    }
    counts.keep(tx(act), act.process().id);
    return static_cast<int>(chosen.size());
}

Result<TextBlock> add_text_block(Permitted<Action::handle_issues> act, TextBlock block) {
    block.title = text::one_line(block.title);
    block.text = text::trimmed(text::cleaned(block.text));
    std::vector<Complaint> complaints;
    if (block.title.empty()) complaints.push_back({Field::heading, N_("Write a title")});
    if (block.text.empty()) complaints.push_back({Field::text, N_("Write the text of the block")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, complaints);
    block.id = store::add(tx(act), act.process().id, block);
    record(act, EntryType::text_block_added, object_named(ObjectKind::text_block, block.id.value),
        {{"text", block.text}});
    return block;
}

Result<TextBlock> remove_text_block(Permitted<Action::handle_issues> act, Id<TextBlock> id) {
    for (const auto& block : store::text_blocks_of(act.db(), act.process().id)) {
        if (block.id != id) continue;
        store::remove(tx(act), act.process().id, id);
        record(act, EntryType::text_block_removed, object_named(ObjectKind::text_block, id.value));
        return block;
    }
    return not_found();
}

}  // namespace medskapa::app
