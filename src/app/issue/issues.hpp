#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Splits an issue off a published inspel. Its answer is promised as many days after the day that the inspel
/// was received on as its sender was told, whenever it is split.
Result<Issue> split_inspel(
    Permitted<Action::handle_issues>, int inspel_number, const IssueDraft&, Day received_on);
/// Undoes a split that has no answer yet.
Result<Issue> remove_issue(Permitted<Action::handle_issues>, Id<Issue>);
/// Takes back every split of the inspel that has no answer: its sender has withdrawn it.
void drop_unanswered(const Act&, const Inspel&);
/// Who answers. Another day than was promised needs a reason, which everybody reads next to the new day.
Result<Issue> assign_issue(Permitted<Action::handle_issues>, Id<Issue>, const std::string& assignee,
    std::optional<Day> deadline, const std::string& reason = {});

/// Joins issues that say nearly the same into a new group, or into the one that some of them have already.
Result<IssueGroup> group_issues(
    Permitted<Action::handle_issues>, const std::vector<Id<Issue>>&, const std::string& title);
Result<Issue> leave_group(Permitted<Action::handle_issues>, Id<Issue>);

/// Writes the answer to an issue, or corrects the one that is held back. `alike` are others of its group that
/// get the same one; a conflict when one of them is of no such group or has an answer. Held back until
/// publish_answers(). A conflict once the answer is public: see change_published_answer().
Result<Answer> answer_issue(Permitted<Action::handle_issues>, Id<Issue>, std::string_view outcome,
    const std::string& text, const std::vector<Id<Issue>>& alike);

/// What a public answer is to say instead, and why.
struct Rewording {
    std::string outcome;
    std::string text;
    std::string reason;
    bool withholds = false;  // what stood held something of a person and is not to be shown
};
/// Changes a public answer for every issue that has it. It is seen at once, with a correction next to it that
/// has what stood, what is right and why.
Result<Answer> change_published_answer(Permitted<Action::publish_answers>, Id<Issue>, const Rewording&);

/// Publishes these answers, or every held one when none are named, all in one act. Returns how many. A
/// conflict when one that is named is not held any longer.
Result<int> publish_answers(Permitted<Action::publish_answers>, const std::vector<Id<Answer>>&);

Result<TextBlock> add_text_block(Permitted<Action::handle_issues>, TextBlock);
Result<TextBlock> remove_text_block(Permitted<Action::handle_issues>, Id<TextBlock>);

}  // namespace medskapa::app
