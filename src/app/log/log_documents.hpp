#pragma once

#include "domain/document/document.hpp"
#include "engine/openlog/audit/source.hpp"
#include "store/sql/connection.hpp"

/// The documents that entries of the log vouch for with their SHA-256.
namespace medskapa::app {

/// The documents by their addresses, out of the database: what the site serves there.
openlog::Fetch documents_in(sql::Connection&);

}  // namespace medskapa::app
