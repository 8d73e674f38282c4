#pragma once

#include "domain/document/document.hpp"
#include "store/sql/version.hpp"

/// What a page shows of a text, for who then changes it.
namespace medskapa::store {

/// A line's words and what it is in the strategy. Where it stands does not count.
sql::RowVersion version_of(const Line&);
/// A whole draft: its lines, their words and their order.
sql::RowVersion version_of(const Version& draft, const Lines&);

}  // namespace medskapa::store
