#pragma once

#include "store/log/log_store.hpp"
#include "web/frame/visit.hpp"

#include <string>

namespace medskapa::web::log {

/// What a reader of the log looks for, as the address says it.
struct Search {
    std::string process;  // its slug, empty for all
    std::string kind;     // of things that happen; empty for all
    std::string words;    // a number, a code, "I-231", or the log's name of a thing
    std::optional<Day> day;
    std::optional<int> before;  // the place that the next page begins below
};
/// Of the whole log, or of the process that the page belongs to.
Search search_of(const Visit&);

/// The form, filled in. Without a choice of process on the page of one.
Html search_form(const Visit&, const Search&);

/// The address of the same search, from a place on.
std::string address_of(const std::string& page, const Search&, std::optional<std::int64_t> before);

std::vector<store::StoredEntry> found(const Visit&, const Search&, int limit);

}  // namespace medskapa::web::log
