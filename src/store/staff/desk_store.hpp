#pragma once

#include "domain/staff/desk.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

/// What the desk keeps for each of the staff alone. Every query is by the person.
namespace medskapa::store {

/// In place of what stood there; of more than `most_drafts` the oldest go.
void keep(sql::Transaction&, Id<Process>, const DeskDraft&);
/// Somebody has been led to the place. A draft of theirs stays, and its time.
void be_at(sql::Transaction&, Id<User>, Id<Process>, const std::string& place, Instant now);
void remove_draft(sql::Transaction&, Id<User>, Id<Process>, const std::string& place);
/// With words; where somebody has only been led to there is none.
std::optional<DeskDraft> find_draft(sql::Connection&, Id<User>, Id<Process>, const std::string& place);
/// Who else has been at the place since then, by name, the last first.
std::vector<User> others_at(sql::Connection&, Id<User>, Id<Process>, const std::string& place, Instant since);

Id<SavedFilter> add(sql::Transaction&, Id<Process>, const SavedFilter&);
void remove_filter(sql::Transaction&, Id<User>, Id<Process>, Id<SavedFilter>);
/// By title.
std::vector<SavedFilter> saved_filters_of(sql::Connection&, Id<User>, Id<Process>);

/// Of more than `most_bulk_acts` of the person the oldest go, with their items.
Id<BulkAct> add(sql::Transaction&, Id<Process>, const BulkAct&, const std::vector<BulkItem>&);
void change(sql::Transaction&, const BulkAct&);
std::optional<BulkAct> find_bulk_act(sql::Connection&, Id<User>, Id<Process>, Id<BulkAct>);
/// In the order in which they were chosen.
std::vector<BulkItem> items_of(sql::Connection&, Id<BulkAct>);

/// All of it that is theirs in the process.
void remove_desk_of(sql::Transaction&, Id<User>, Id<Process>);

}  // namespace medskapa::store
