#pragma once

#include "app/act/act.hpp"
#include "domain/inspel/erasure.hpp"
#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Takes away the content of an inspel. That it was received, and that it was erased, by which decision and
/// on which ground, stays in the open log; proofs of its entries hold as before. What is destroyed cannot be
/// got back. Refuses to erase what is destroyed already.
Result<Inspel> erase_inspel(Permitted<Action::erase>, int number, const Erasure&);

/// Says that the database's journal no longer holds what was erased up to that place in the log.
Result<std::int64_t> note_sweep(Permitted<Action::administer>, std::int64_t through_log_place);

}  // namespace medskapa::app
