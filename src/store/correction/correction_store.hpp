#pragma once

#include "domain/correction/correction.hpp"
#include "store/sql/connection.hpp"

#include <map>
#include <optional>
#include <vector>

namespace medskapa::store {

/// Gives it the next number of its process. Returns it with number and id.
Correction add(sql::Transaction&, Correction);

/// Takes both readings out of those before it that are of the same place of the same thing, and marks them
/// withheld. Returns their numbers in the process.
std::vector<int> withhold_before(sql::Transaction&, const Correction&);

/// What was corrected in one thing, the oldest first.
std::vector<Correction> corrections_of(sql::Connection&, Correction::Kind, std::int64_t thing);
/// In an object of the log and its parts, the oldest first.
std::vector<Correction> corrections_below(sql::Connection&, Id<Process>, const std::string& object);
/// Those that everybody can read, the newest first; at most `limit`, of numbers below `before` where that is
/// not 0.
std::vector<Correction> corrections_in(sql::Connection&, Id<Process>, int before, int limit);
std::optional<Correction> correction_numbered(sql::Connection&, Id<Process>, int number);
/// The words that are right, by the paragraph's code, where a version's own are not.
std::map<std::string, std::string> right_words_in(sql::Connection&, std::int64_t version);

}  // namespace medskapa::store
