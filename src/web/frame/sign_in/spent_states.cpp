#include "web/frame/sign_in/spent_states.hpp"

namespace medskapa::web {

bool SpentStates::spend(const std::string& state, Instant now) {
    const std::lock_guard lock{mutex_};
    std::erase_if(spent_, [&](const auto& one) { return now - one.second > 2 * longest_at_provider; });
    return spent_.emplace(state, now).second;
}

}  // namespace medskapa::web
