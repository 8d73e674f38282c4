#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Addresses that are rights: a public name and a seal on it that nobody can make without the installation's
/// secret. Nothing of the seal is stored.
namespace medskapa::app {

std::string sealed(std::string_view purpose, const std::string& public_id, const std::string& secret);
/// The public name, when the seal is ours and was made for this purpose.
std::optional<std::string> unsealed(
    std::string_view purpose, std::string_view link, const std::string& secret);

}  // namespace medskapa::app
