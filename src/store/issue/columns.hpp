#pragma once

#include "domain/inspel/inspel.hpp"
#include "store/issue/promise_store.hpp"
#include "store/sql/columns.hpp"

/// The columns of issues and what they are answered with: see sql/columns.hpp.
namespace medskapa::store::tables {

using enum sql::Privacy;
using sql::changes;
using sql::fixed;
using sql::key;

inline constexpr auto issue = sql::table<"issue", Issue>({
    {"id", internal, key<&Issue::id>},
    {"process_id", open, fixed<&Issue::process>},
    {"inspel_id", open, fixed<&Issue::inspel>},
    {"position", open, fixed<&Issue::position>},
    {"quote", published, changes<&Issue::quote>},
    {"title", published, changes<&Issue::title>, "–"},
    {"topic_id", open, changes<&Issue::topic>},
    {"assignee", personal, changes<&Issue::assignee>},
    {"deadline", open, changes<&Issue::deadline>},
    {"group_id", internal, changes<&Issue::group>},
    {"answer_id", open, changes<&Issue::answer>},
});

inline constexpr auto issue_group = sql::table<"issue_group", IssueGroup>({
    {"id", internal, key<&IssueGroup::id>},
    {"process_id", internal},
    {"title", published, changes<&IssueGroup::title>, "–"},
});

inline constexpr auto answer = sql::table<"answer", Answer>({
    {"id", internal, key<&Answer::id>},
    {"process_id", open},
    {"outcome", open, changes<&Answer::outcome>},
    {"text", open, changes<&Answer::text>},
    {"written_at", internal, changes<&Answer::written_at>},
    {"published_at", open, changes<&Answer::published_at>},
    {"change_id", open, changes<&Answer::change>},
});

inline constexpr auto deadline_move = sql::table<"deadline_move", DeadlineMove>({
    {"id", internal, sql::unread_key<DeadlineMove>},
    {"process_id", open},
    {"issue_id", open, fixed<&DeadlineMove::issue>},
    {"from_day", open, fixed<&DeadlineMove::from>},
    {"to_day", open, fixed<&DeadlineMove::to>},
    {"reason", open, fixed<&DeadlineMove::reason>},
    {"moved_at", open, fixed<&DeadlineMove::moved_at>},
});

inline constexpr auto text_block = sql::table<"text_block", TextBlock>({
    {"id", internal, key<&TextBlock::id>},
    {"process_id", internal},
    {"title", internal, fixed<&TextBlock::title>},
    {"text", internal, fixed<&TextBlock::text>},
});

}  // namespace medskapa::store::tables
