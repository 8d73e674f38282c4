#pragma once

#include "engine/openlog/audit/audit.hpp"
#include "engine/openlog/audit/receipt.hpp"
#include "web/words/words.hpp"

#include <iosfwd>

namespace medskapa::cli {

/// What an audit found, for a person: what was looked at, then each finding, then the verdict.
void print(std::ostream&, const openlog::AuditReport&, const web::Words&);
/// The same as one JSON object, sentences in English.
void print_json(std::ostream&, const openlog::AuditReport&);

/// What a receipt proves, for a person.
void print(std::ostream&, const openlog::ReceiptReport&, const web::Words&);

}  // namespace medskapa::cli
