#pragma once

#include "engine/openid/provider.hpp"

namespace medskapa::jobs {

/// How long a provider of sign-ins may take, and how much it may say.
struct ProviderPatience {
    std::chrono::milliseconds connecting{3'000};
    std::chrono::milliseconds whole{5'000};
    std::size_t most_bytes = 256U * 1024;
};

/// Asks by libcurl: https, or http on this machine itself. Follows no redirect, sends no cookie, and shows
/// neither form nor header to anybody.
openid::Ask asking_providers(ProviderPatience = {});

}  // namespace medskapa::jobs
