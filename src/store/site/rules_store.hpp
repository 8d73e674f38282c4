#pragma once

#include "base/digest.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>

/// The rules that the site follows, each text under its SHA-256.
namespace medskapa::store {

/// A text that is there already stays.
void keep_rules(sql::Transaction&, const Digest&, const std::string& text);
std::optional<std::string> rules_with(sql::Connection&, const Digest&);

}  // namespace medskapa::store
