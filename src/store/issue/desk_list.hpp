#pragma once

#include "store/issue/desk_index.hpp"

#include <optional>
#include <string>
#include <vector>

/// The staff's list of everything: inspel, issues and answers, a page at a time.
namespace medskapa::store {

/// Where a thing stands on its way. An inspel with several issues stands where the first of them does.
enum class DeskStage { review, split, answer, publish, answered, declined, withdrawn, erased };

enum class DeskOrder { newest, oldest };

/// Which of them a list shows. Empty fields do not narrow. Of an answer the first issue that it answers
/// counts.
struct DeskFilter {
    DeskKind kind = DeskKind::inspel;
    std::optional<int> number;  // of the inspel
    std::string words;
    SenderDetailsAsked senders = SenderDetailsAsked::no;  // whether the words may be how one is reached
    std::optional<DeskStage> stage;
    Id<Topic> topic;
    Id<IssueGroup> group;
    std::optional<std::string> assignee;  // empty: nobody
    std::string municipality;
    std::optional<ActorKind> actor_kind;
    std::optional<Day> late_on;  // what was to be answered before this day, and has no public answer
    DeskOrder order = DeskOrder::newest;
};

struct DeskRow {
    std::int64_t id = 0;  // of an inspel, an issue or an answer, as the filter's kind says
    Id<Inspel> inspel;
    int inspel_number = 0;
    int position = 0;  // of an issue, or the first that an answer answers; 0 of an inspel
    std::string title;
    std::string text;  // of an answer
    ActorKind actor_kind = ActorKind::citizen;
    std::string organisation;  // as it is shown
    std::string municipality;
    Id<Topic> topic;
    DeskStage stage = DeskStage::review;
    std::optional<Outcome> outcome;  // of an answer
    std::string assignee;
    bool has_more_assignees = false;
    Id<IssueGroup> group;
    std::optional<Day> due;  // the first day that something without an answer is promised for
    int issues = 0;          // of an inspel, or that an answer answers
};

/// Letters that change when anything changes that the list shows of the row and that an act on it changes.
std::string mark_of(const DeskRow&);

/// One page. By an index or the search index: O(rows skipped + rows).
std::vector<DeskRow> desk_rows(sql::Connection&, Id<Process>, const DeskFilter&, int skip, int limit);
/// One of them, as it stands now.
std::optional<DeskRow> desk_row(sql::Connection&, Id<Process>, DeskKind, std::int64_t id);
/// How many a filter finds, counted no further than `limit`.
std::int64_t count_on_desk(sql::Connection&, Id<Process>, const DeskFilter&, std::int64_t limit);

}  // namespace medskapa::store

namespace medskapa {

template <>
inline constexpr auto names_of<store::DeskStage> = names<store::DeskStage>({
    {store::DeskStage::review, "granska", N_("To review")},
    {store::DeskStage::split, "dela", N_("To split")},
    {store::DeskStage::answer, "besvara", N_("To answer")},
    {store::DeskStage::publish, "publicera", N_("Waits to be published")},
    {store::DeskStage::answered, "besvarat", NC_("stage", "Answered")},
    {store::DeskStage::declined, "avvisat", N_("Declined")},
    {store::DeskStage::withdrawn, "tillbakataget", N_("Withdrawn")},
    {store::DeskStage::erased, "gallrat", NC_("stage", "Erased")},
});

template <>
inline constexpr auto names_of<store::DeskOrder> = names<store::DeskOrder>({
    {store::DeskOrder::newest, "nyast", N_("Newest first")},
    {store::DeskOrder::oldest, "aldst", N_("Oldest first")},
});

}  // namespace medskapa
