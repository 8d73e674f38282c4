#pragma once

#include "web/frame/visit.hpp"

#include <functional>

/// A form that was sent and comes back, so that it can be sent once more.
namespace medskapa::web {

using SentField = std::pair<std::string, std::string>;

/// Codes, numbers and choices are one word of small letters; all else was written by somebody. What proves
/// who somebody is, such as a passphrase, is never among it.
bool is_written(const SentField&);

/// The field, out of sight; nothing for a passphrase or a code to sign in with.
Html hidden_again(const SentField&);

/// A form that holds all that was sent, as `shown` makes its fields, and `more` before its button. A page
/// cannot hold a file, so who sent one chooses it again.
Html form_again(const Visit&, const std::function<Html(const SentField&)>& shown, const std::string& button,
    const Html& more = {});

}  // namespace medskapa::web
