#pragma once

#include "domain/conversation/opinion_result.hpp"

#include <string>

namespace medskapa::store {

/// A result as it is kept and published: the same result gives the same bytes, which read back to the same.
std::string as_json(const OpinionResult&);
/// Throws nlohmann's exceptions for anything that as_json() did not write: a broken database.
OpinionResult opinion_result_from(const std::string& json);

}  // namespace medskapa::store
