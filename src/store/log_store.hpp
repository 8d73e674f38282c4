#pragma once

#include "openlog/entry.hpp"
#include "store/sql/connection.hpp"

#include <optional>
#include <string>
#include <vector>

namespace medskapa::store {

struct Salt {
    std::string label;
    std::string octets;
};

/// Appends the entry in the act's own transaction, with the salts of its commitments. Returns its place.
std::int64_t append(sql::Transaction&, const openlog::Entry&, const std::vector<Salt>&);

std::optional<std::int64_t> last_about(sql::Connection&, const std::string& object);
std::int64_t log_size(sql::Connection&);
std::vector<std::string> log_entries(sql::Connection&, std::int64_t from, int limit);

}  // namespace medskapa::store
