#pragma once

#include "domain/inspel/erasure.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/staff/authorisation.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Takes away the content of an inspel. That it was received, and that it was erased, by which decision and
/// on which ground, stays in the open log; proofs of its entries hold as before. What is destroyed cannot be
/// got back. Refuses to erase what is destroyed already.
Result<Inspel> erase_inspel(sql::Transaction&, const Permit&, const Process&, int number, const Erasure&);

/// Says that the database's journal no longer holds what was erased up to that place in the log.
Result<std::int64_t> note_sweep(sql::Transaction&, const Permit&, std::int64_t through_log_place);

}  // namespace medskapa::app
