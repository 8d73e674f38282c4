#pragma once

#include "base/secret/passphrase.hpp"
#include "engine/openid/provider.hpp"
#include "web/frame/sign_in/spent_states.hpp"
#include "web/http/limits/guess_limit.hpp"

namespace medskapa::web {

/// Where passphrases and codes are tried, one after another and not too often, and the providers of sign-ins
/// that let people in.
struct SignInDoor {
    /// So many requests wait while a passphrase is compared; further ones are asked to come back. Each of
    /// them holds a worker, and the others' must be enough for those who read and vote.
    explicit SignInDoor(std::size_t most_waiting = 7) : passphrases{most_waiting} {}

    Passphrases passphrases;
    http::GuessLimit guesses;
    std::vector<std::shared_ptr<const openid::Provider>> providers;  // set before anybody comes
    SpentStates spent_states;
};

}  // namespace medskapa::web
