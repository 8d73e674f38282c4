#pragma once

#include "base/names.hpp"
#include "base/time.hpp"
#include "base/webauthn/relying_party.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

/// The two ceremonies of WebAuthn (level 3, sections 7.1 and 7.2): a passkey is made, or shows that it is
/// there. A signature is worth something for one question, of one site, to one browser, for five minutes.
namespace medskapa {

namespace webauthn {
enum class Purpose { make, sign_in, prove };
}
template <>
inline constexpr auto names_of<webauthn::Purpose> = names<webauthn::Purpose>({
    {webauthn::Purpose::make, "make"},
    {webauthn::Purpose::sign_in, "sign_in"},
    {webauthn::Purpose::prove, "prove"},
});

}  // namespace medskapa

namespace medskapa::webauthn {

inline constexpr std::chrono::minutes life_of_challenge{5};

/// What is asked, of whom: the same when the challenge is made and when its answer comes.
struct Question {
    RelyingParty site;
    Purpose purpose = Purpose::sign_in;
    std::string asked;  // who was asked: a session, or a browser by its cookie
    Instant now;
    std::string secret;  // the installation's
};

/// Bytes that nobody can foresee, bound to the question and to when it was asked. Nothing of it is stored.
std::string challenge_of(const Question&);

/// Why an answer is refused, for tests: a person is told none of it.
enum class Fault {
    unreadable,
    wrong_type,
    wrong_challenge,  // another's, another's purpose, or too old
    wrong_origin,
    wrong_site,
    nobody_there,
    nobody_verified,
    wrong_backup,
    attested,  // vouched for by its maker, which was not asked for
    wrong_key,
    wrong_signature
};
template <class T>
using Checked = tl::expected<T, Fault>;

/// A credential that was made for the question. Its id and key are bytes.
struct NewCredential {
    std::string id;
    std::string public_key;  // COSE_Key
    std::int64_t counter = 0;
    std::string challenge;  // that it answers, to be used once
};
Checked<NewCredential> credential_made(
    const Question&, std::string_view client_data, std::string_view attestation);

/// What a browser sends of a credential that it has asked. All is bytes.
struct Assertion {
    std::string id;
    std::string client_data;
    std::string authenticator_data;
    std::string signature;
    std::string user_handle;  // empty where the credential did not say it
};
struct Shown {
    std::int64_t counter = 0;
    std::string challenge;
};
/// Whether the credential with this COSE_Key has signed an answer to the question.
Checked<Shown> credential_shown(const Question&, const Assertion&, std::string_view public_key);

/// Whether a counter has gone on, as it must where there is one: else there may be two of the credential.
bool has_gone_on(std::int64_t counter, std::int64_t before);

/// Random bytes that a person is known by to their passkeys, made of the challenge that the first one
/// answers.
std::string user_handle_from(std::string_view challenge, std::string_view secret);

}  // namespace medskapa::webauthn
