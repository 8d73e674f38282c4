#pragma once

#include "web/frame/visit.hpp"

/// The open log: its public page, its files, and receipts that anybody can check.
namespace medskapa::web::log {

Response all(const Visit&);
Response of_process(const Visit&);

/// The published files, as C2SP tlog-tiles serves them.
Response checkpoint(const Visit&);
Response unwitnessed_checkpoint(const Visit&);
Response tile(const Visit&);

/// The rules that the site follows, those in force and by their digest.
Response newest_rules(const Visit&);
Response rules(const Visit&);

Response receipt_file(const Visit&);
Response ask_for_receipt(const Visit&);
Response check(const Visit&);

/// A voter's own receipts, and the votes that are opened at the end.
Response vote_receipts(const Visit&);
Response vote_receipt_file(const Visit&);
Response openings(const Visit&);

}  // namespace medskapa::web::log
