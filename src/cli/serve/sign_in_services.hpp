#pragma once

#include "domain/site/check.hpp"
#include "engine/openid/provider.hpp"

#include <vector>

namespace medskapa::cli {

/// The providers that a TOML file names, a section for each; none for no file. Gives up with a sentence when
/// something is missing or wrong, as a secret that cannot be read.
std::vector<openid::ProviderSettings> sign_in_services_in(const std::string& file);

/// That the file can be used, that nobody else reads the secrets, and that each provider answers and is whom
/// it is said to be. Nothing for no file.
void check_sign_in_services(const std::string& file, Checks&);

}  // namespace medskapa::cli
