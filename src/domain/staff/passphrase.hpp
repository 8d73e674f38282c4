#pragma once

#include "base/names.hpp"
#include "base/result.hpp"
#include "domain/staff/authorisation.hpp"

#include <chrono>
#include <string_view>

namespace medskapa {

/// How a session was begun.
enum class WayIn { link, passphrase, passkey, provider };
template <>
inline constexpr auto names_of<WayIn> = names<WayIn>({
    {WayIn::link, "link", N_("By a link")},
    {WayIn::passphrase, "passphrase", N_("By passphrase and code")},
    {WayIn::passkey, "passkey", N_("By passkey")},
    {WayIn::provider, "provider", N_("By a sign-in service")},
});

/// Whose device somebody signs in on: one that others use too is left sooner.
enum class Device { shared, own };
template <>
inline constexpr auto names_of<Device> = names<Device>({
    {Device::shared, "shared"},
    {Device::own, "own"},
});

/// What is grave is done by who has signed in within this time.
inline constexpr std::chrono::minutes fresh_sign_in{15};

/// What cannot be taken back, gives others rights, or takes what people have given out of the site: asked
/// again of who has been signed in for a while.
bool asks_again(Action);

/// In characters. Long enough to stand against guessing, as NIST SP 800-63B asks; no rule on what they are.
inline constexpr std::size_t shortest_passphrase = 12;
inline constexpr std::size_t longest_passphrase = 200;

/// Why a passphrase is too easily guessed, for Field::new_passphrase. Nothing when it may be used.
std::vector<Complaint> complaints_about_passphrase(std::string_view typed, const User&);

inline constexpr std::size_t recovery_codes_given = 10;

}  // namespace medskapa
