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
/// Answers written but not yet published, oldest first, after the one named; at most `limit`.
std::vector<Answer> held_answers(sql::Connection&, Id<Process>, Id<Answer> after, int limit);
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
    Id<Topic> topic;
    std::string assignee;
};

/// Where a queue goes on: the last issue seen.
struct QueuePlace {
    std::optional<Day> deadline = {};
    Id<Issue> id = {};  // none: from the beginning
};

/// Those who have an issue without an answer, by name.
std::vector<std::string> assignees_of(sql::Connection&, Id<Process>);

/// Issues without an answer, the most urgent first; those without a day come last.
std::vector<QueuedIssue> queue(
    sql::Connection&, Id<Process>, const QueueFilter&, const QueuePlace& after, int limit);

}  // namespace medskapa::store
