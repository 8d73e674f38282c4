#pragma once

#include "web/frame/sign_in/passphrase_try.hpp"

/// What is grave is done by who has signed in a short while ago: everybody else shows once more who they are,
/// on a page that keeps what they sent.
namespace medskapa::web {

/// For a form of something grave: all that was sent, and in the same form the fields to sign in with. Sent
/// again, it is done. Who has neither passphrase nor passkey signs in by a link in another tab first.
Response ask_again(const Visit&, const SignInTry& tried = {.status = 403});

/// For a page that leads to something grave, before anything is typed: `go_on` is a form's address that asks
/// again and then leads back, and `back` the page's own.
Response ask_again_first(const Visit&, const std::string& go_on, const std::string& back);

}  // namespace medskapa::web
