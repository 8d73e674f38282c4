#pragma once

#include "base/system/security_log.hpp"
#include "web/frame/visit.hpp"
#include "web/ui/forms/form.hpp"

/// A passphrase and a code that somebody has typed, in a form that signs in or that asks again.
namespace medskapa::web {

inline constexpr std::string_view passphrase_field = "losenfras";
inline constexpr std::string_view code_field = "engangskod";
inline constexpr std::string_view new_passphrase_field = "ny-losenfras";
inline constexpr std::string_view own_device_field = "egen-enhet";

/// What is typed to prove who somebody is: no page shows it, or sends it again.
bool is_secret_field(std::string_view name);

/// What came of it: a session, or what to say and with which status.
struct SignInTry {
    std::string session = {};
    ui::Complaints complaints = {};
    int status = 303;
    std::chrono::seconds wait{};  // none: there is no need to
};

/// Writes to the security log what came of it, with the number of the account, if there is one: what was
/// typed is nobody's business.
void note_try(const Visit&, const SignInTry&, ProgramWord way, Id<User> account);

/// With the form's passphrase and code, to the account with this address. Whether there is one is neither
/// said nor seen in how long it takes.
SignInTry try_passphrase(const Visit&, const std::string& typed_address, Device);
/// With the link of the address, and the form's code where it asks for one.
SignInTry try_link(const Visit&, const std::string& token, Device);

/// Whether the form says that the device is the person's own.
Device device_in(const Visit&);

Html passphrase_input(const Visit&, const ui::Complaints&);
Html code_input(const Visit&, const ui::Complaints&);
Html own_device_input(const Visit&);

}  // namespace medskapa::web
