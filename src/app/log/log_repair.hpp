#pragma once

#include "app/act/act.hpp"
#include "engine/openlog/audit/source.hpp"
#include "engine/openlog/tree/proof.hpp"
#include "store/sql/connection.hpp"

namespace medskapa::app {

/// Puts the entries that were signed and that the database lacks, after an older backup was restored, back
/// from the log's published files. What they were about is lost; that it happened is not. Says so in the
/// log. Returns how many. Refuses when nothing is missing, and when the database holds other entries than
/// those that were published: then only an older backup helps.
Result<std::int64_t> repair_log(
    Permitted<Action::administer>, const openlog::Fetch& published, const openlog::TreeHead& signed_head);

/// Says in the log that a backup was restored and that the operator vouches that nothing was signed after it.
Result<std::int64_t> note_restored(Permitted<Action::administer>);

}  // namespace medskapa::app
