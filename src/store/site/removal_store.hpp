#pragma once

#include "domain/site/process.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::store {

/// Whether anything hangs on it: what came in by it, what stands in it, what has been corrected of it.
bool is_built_on(sql::Connection&, const Step&);
bool is_built_on(sql::Connection&, const Activity&);
bool is_built_on(sql::Connection&, const Event&);
bool is_built_on(sql::Connection&, const NewsItem&);

/// Takes the row away, and the event's documents with it. Only what nothing hangs on. Says whether it was
/// there.
bool remove(sql::Transaction&, const Step&);
bool remove(sql::Transaction&, const Activity&);
bool remove(sql::Transaction&, const Event&);
bool remove(sql::Transaction&, const NewsItem&);

}  // namespace medskapa::store
