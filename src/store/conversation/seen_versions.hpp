#pragma once

#include "domain/conversation/statement.hpp"
#include "domain/conversation/voter.hpp"
#include "store/sql/version.hpp"

/// What the staff's page shows of a conversation, for who then steers it.
namespace medskapa::store {

sql::RowVersion version_of(const Conversation&);
/// The words for one of its groups.
sql::RowVersion version_of_group(Id<Activity>, int label, const std::string& name);
sql::RowVersion version_of(Id<Activity>, const Population&);

}  // namespace medskapa::store
