#pragma once

#include "domain/document/document.hpp"
#include "domain/inspel/inspel.hpp"
#include "store/sql/connection.hpp"

#include <string>
#include <vector>

namespace medskapa::web::referral {

/// "Ä-3", "Ä-12": the changes that readers can see, that go back to any of these and still hold its words.
std::vector<std::string> changes_of(sql::Connection&, const std::vector<Cause>&);
/// The same of an inspel and all its issues, each once.
std::vector<std::string> changes_of(sql::Connection&, Id<Inspel>);

}  // namespace medskapa::web::referral
