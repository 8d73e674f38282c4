#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

/// What strangers send as JSON, read without trust in what it holds.
namespace medskapa::openid {

using Json = nlohmann::json;

/// The text as a JSON object; nothing when it is none, or too deep.
std::optional<Json> object_in(std::string_view text);
/// Empty where there is no text of that name.
std::string text_in(const Json& object, const char* name);

}  // namespace medskapa::openid
