#pragma once

#include "domain/inspel/inspel.hpp"
#include "engine/openlog/audit/receipt.hpp"
#include "store/log/log_store.hpp"

namespace medskapa::app {

/// The name of an entry that fits on a slip of paper: the first 96 bits of its leaf, in hexadecimal digits
/// with points, so that nobody takes it for a receipt code: "3fa91c.77d0e2.b1c4aa.09f3d1".
std::string code_of(const store::StoredEntry&);
/// The entry with that code, however it was typed.
std::optional<store::StoredEntry> entry_with_code(sql::Connection&, std::string_view typed);

/// The entry that says that the inspel was received.
std::optional<store::StoredEntry> receipt_entry(sql::Connection&, const Inspel&);
/// What opens that entry's commitments: the sender's own words and the salts. Empty when they are erased.
std::vector<openlog::Opening> openings_of(sql::Connection&, const Inspel&, std::int64_t place);

/// What a receipt shows of its entry: what opens its commitments, and for a vote where its own stands.
struct Shown {
    std::vector<openlog::Opening> openings;
    std::optional<openlog::BatchPlace> vote = {};
};
/// A C2SP tlog-proof file for the entry: nothing as long as no signed log holds it.
std::optional<std::string> proof_of(
    sql::Connection&, const openlog::Fetch& published, const store::StoredEntry&, Shown);

std::optional<store::StoredEntry> entry_at(sql::Connection&, std::int64_t place);

}  // namespace medskapa::app
