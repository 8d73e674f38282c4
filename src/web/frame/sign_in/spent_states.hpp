#pragma once

#include "base/time.hpp"

#include <map>
#include <mutex>
#include <string>

namespace medskapa::web {

/// What a provider's answer is recognised by, when it has been used: each is good once, also in a browser
/// that has kept its cookie. In memory, for as long as a sign-in may be on its way. For many threads.
class SpentStates {
public:
    /// False when it has been spent already.
    bool spend(const std::string& state, Instant now);

private:
    std::mutex mutex_;
    std::map<std::string, Instant, std::less<>> spent_;
};

/// From the button on our page to the answer of the provider.
inline constexpr std::chrono::minutes longest_at_provider{10};

}  // namespace medskapa::web
