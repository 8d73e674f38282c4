#pragma once

#include "engine/openlog/vocabulary.hpp"

namespace medskapa::web::log {

/// What an entry of the type says, in plain English, to be translated. A type without a sentence does not
/// compile.
const char* sentence_of(openlog::EntryType);

/// Of what was published by mistake and taken back: its entry says "undone".
const char* sentence_of_undone(openlog::EntryType);

/// Several in a row at once, with their number: "{} inspel came in." For the commonest types; else nullptr.
const char* sentence_of_many(openlog::EntryType);

}  // namespace medskapa::web::log
