#pragma once

#include "base/result.hpp"

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace medskapa::regional::read {

/// The JSON value of some bytes, in UTF-8 with or without a byte order mark. Refuses what is not JSON with
/// the line where it breaks off.
Result<nlohmann::json> read_json(std::string_view bytes);

/// A refusal that names the member of the file that is wrong, as dimension.Region.category.
tl::unexpected<Failure> refuse_member(const std::string& member, const char* sentence);

/// A member of an object, or none when it is not there, null, or `of` is not an object.
const nlohmann::json* member(const nlohmann::json& of, const char* name);
/// Its text, or nothing.
std::string text_member(const nlohmann::json& of, const char* name);

}  // namespace medskapa::regional::read
