#pragma once

#include "domain/swot/swot.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <vector>

namespace medskapa::store {

/// Gives it the next number of its process. Returns it with number and id.
SwotItem add(sql::Transaction&, SwotItem);
void change(sql::Transaction&, const SwotItem&);
void add(sql::Transaction&, const SwotEvidence&);
void remove(sql::Transaction&, const SwotEvidence&);

/// By number; drafts too.
std::vector<SwotItem> swot_items_of(sql::Connection&, Id<Process>);
std::vector<SwotItem> published_swot_of(sql::Connection&, Id<Process>);
std::optional<SwotItem> swot_item_numbered(sql::Connection&, Id<Process>, int number);
std::optional<SwotItem> find_swot_item(sql::Connection&, Id<SwotItem>);
/// In the order that it was added.
std::vector<SwotEvidence> swot_evidence_of(sql::Connection&, Id<SwotItem>);
/// Published items that rest on the source of that name, or on a part of it: an issue of an inspel.
std::vector<SwotItem> swot_resting_on(sql::Connection&, Id<Process>, const std::string& reference);

}  // namespace medskapa::store
