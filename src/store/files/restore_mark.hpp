#pragma once

#include "store/files/installation.hpp"
#include "store/sql/connection.hpp"

/// That a backup was put into a database whose data folder was not at hand.
namespace medskapa::store {

void leave_restore_mark(sql::Connection&, Instant now);

/// Makes the mark of the database the folder's own (Installation::restore_mark), and only then takes it away,
/// so that it is never lost. Called whenever a database is opened with its folder.
void take_restore_mark(sql::Connection&, const Installation&);

}  // namespace medskapa::store
