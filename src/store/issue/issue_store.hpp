#pragma once

#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

Id<Issue> add(sql::Transaction&, const Issue&);
/// Saves what may change: quote (where it is masked), title, topic, assignee, deadline, group and answer.
void change(sql::Transaction&, const Issue&);
void remove(sql::Transaction&, const Issue&);
/// Erases what an inspel's issues quote of it, and their titles.
void erase_quotes(sql::Transaction&, Id<Inspel>);

Id<Answer> add(sql::Transaction&, Id<Process>, const Answer&);
void change(sql::Transaction&, const Answer&);
void remove(sql::Transaction&, Id<Answer>);
void add(sql::Transaction&, Id<Process>, const Correction&);

Id<IssueGroup> add(sql::Transaction&, Id<Process>, const IssueGroup&);
/// Saves its title.
void change(sql::Transaction&, const IssueGroup&);

Id<TextBlock> add(sql::Transaction&, Id<Process>, const TextBlock&);
void remove(sql::Transaction&, Id<Process>, Id<TextBlock>);

std::optional<Issue> find_issue(sql::Connection&, Id<Process>, Id<Issue>);
std::vector<Issue> issues_of(sql::Connection&, Id<Inspel>);
std::vector<Issue> issues_in(sql::Connection&, Id<Process>, Id<IssueGroup>);
std::vector<Issue> issues_with(sql::Connection&, Id<Answer>);
std::optional<Answer> find_answer(sql::Connection&, Id<Answer>);
/// How a published answer was changed, oldest first.
std::vector<Correction> corrections_of(sql::Connection&, Id<Answer>);
/// Answers written but not yet published, oldest first.
std::vector<Answer> held_answers(sql::Connection&, Id<Process>);
std::optional<IssueGroup> find_group(sql::Connection&, Id<Process>, Id<IssueGroup>);
std::vector<IssueGroup> groups_of(sql::Connection&, Id<Process>);
std::vector<TextBlock> text_blocks_of(sql::Connection&, Id<Process>);

/// An issue in the staff's queue, with enough of its inspel to know it by.
struct QueuedIssue {
    Issue issue;
    int inspel_number = 0;
    std::string inspel_title;
};

struct QueueFilter {
    bool is_held = false;  // answered but not published, instead of unanswered
    Id<Topic> topic;
    std::string assignee;
};

/// Those who have an issue without an answer, by name.
std::vector<std::string> assignees_of(sql::Connection&, Id<Process>);

/// The most urgent first.
std::vector<QueuedIssue> queue(sql::Connection&, Id<Process>, const QueueFilter&, int skip, int limit);

}  // namespace medskapa::store
