#pragma once

#include "base/names.hpp"

#include <string>
#include <tl/expected.hpp>

namespace medskapa::openid {

/// Why nobody is let in. Its word is for whoever runs the server; who wanted in reads a sentence of the page.
enum class Fault {
    unreachable,
    busy,
    no_discovery,
    no_keys,
    code_refused,
    no_token,
    unknown_algorithm,
    unknown_key,
    wrong_signature,
    wrong_issuer,
    wrong_audience,
    expired,
    not_yet,
    wrong_nonce,
    not_proved_now,
    too_low_assurance,
    no_person,
    other_domain,
};

/// A fault and what else is known of it, without anything about the person.
struct Refusal {
    Fault fault;
    std::string detail = {};
};

template <class T>
using Outcome = tl::expected<T, Refusal>;

inline tl::unexpected<Refusal> refuse_for(Fault fault, std::string detail = {}) {
    return tl::unexpected{Refusal{fault, std::move(detail)}};
}

}  // namespace medskapa::openid

namespace medskapa {
template <>
inline constexpr auto names_of<openid::Fault> = names<openid::Fault>({
    {openid::Fault::unreachable, "the provider does not answer"},
    {openid::Fault::busy, "too many sign-ins wait for providers"},
    {openid::Fault::no_discovery, "what lies at its .well-known/openid-configuration is not of this issuer"},
    {openid::Fault::no_keys, "its keys cannot be read"},
    {openid::Fault::code_refused, "it does not take our code"},
    {openid::Fault::no_token, "its answer holds no ID token"},
    {openid::Fault::unknown_algorithm, "the ID token is signed in another way than RS256 or ES256"},
    {openid::Fault::unknown_key, "the ID token is signed with a key that is not among the provider's"},
    {openid::Fault::wrong_signature, "the signature of the ID token is wrong"},
    {openid::Fault::wrong_issuer, "the ID token is from another issuer"},
    {openid::Fault::wrong_audience, "the ID token is for another client"},
    {openid::Fault::expired, "the ID token is too old"},
    {openid::Fault::not_yet, "the ID token is from the future"},
    {openid::Fault::wrong_nonce, "the ID token is of another sign-in"},
    {openid::Fault::not_proved_now, "the provider does not say that the person has just signed in"},
    {openid::Fault::too_low_assurance, "the person is not known as surely as is asked for"},
    {openid::Fault::no_person, "the provider does not say who the person is"},
    {openid::Fault::other_domain, "the person's address is of another domain"},
});
}  // namespace medskapa
