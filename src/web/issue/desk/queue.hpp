#pragma once

#include "store/issue/issue_store.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

#include <string>
#include <vector>

/// The queue of issues that have no answer.
namespace medskapa::web::issue::desk {

/// The part of the queue that one works through. Every address on the way carries it.
struct Part {
    std::string topic;     // slug
    std::string assignee;  // as written on the issue

    bool is_all() const { return topic.empty() && assignee.empty(); }
};

Part part_of(const Visit&);
/// The address with the part in its query.
std::string within(const Part&, std::string address);
store::QueueFilter filter_of(const Visit&, const Part&);

/// An issue on the workbench with its form open.
std::string open_issue_href(const Visit&, const Part&, int inspel_number, int position);

/// "15 november 2026, 9 dagar försenat", of an issue that has a day to be answered by.
std::string due(const Visit&, const Issue&);

bool may_answer(const Visit&);
/// Who answers issues now, and who could.
std::vector<std::string> owners(const Visit&);

/// The queue again, with what was wrong with what one wanted to do with its issues.
Response to_answer_again(const Visit&, const ui::Complaints&);

}  // namespace medskapa::web::issue::desk
