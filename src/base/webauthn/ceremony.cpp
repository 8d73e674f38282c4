#include "base/webauthn/ceremony.hpp"

#include "base/digest.hpp"
#include "base/webauthn/authenticator_data.hpp"
#include "base/webauthn/cbor.hpp"
#include "base/webauthn/client_data.hpp"
#include "base/webauthn/public_key.hpp"

namespace medskapa::webauthn {
namespace {

constexpr std::size_t chance_bytes = 16;
constexpr std::size_t time_bytes = 8;
constexpr std::size_t open_bytes = chance_bytes + time_bytes;
constexpr std::size_t longest_attestation = 8192;
constexpr std::size_t longest_data = 4096;
constexpr std::size_t longest_signature = 1024;

using Refused = tl::unexpected<Fault>;

std::string as_bytes(Instant time) {
    const auto number = static_cast<std::uint64_t>(time.time_since_epoch().count());
    std::string bytes(time_bytes, '\0');
    for (std::size_t i = 0; i < time_bytes; ++i)
        bytes[time_bytes - 1 - i] = static_cast<char>(number >> (8 * i) & 255U);
    return bytes;
}

Instant time_of(std::string_view bytes) {
    std::uint64_t number = 0;
    for (const char c : bytes) number = number << 8U | static_cast<unsigned char>(c);
    return Instant{std::chrono::milliseconds{static_cast<std::int64_t>(number)}};
}

std::string mark_of(const Question& question, std::string_view open_part) {
    std::string bound{"medskapa.passkey-challenge.v1\n"};
    bound.append(name_of(question.purpose)).append("\n").append(question.site.origin).append("\n");
    bound.append(question.asked).append("\n").append(open_part);
    return std::string{as_text(hmac_sha256(question.secret, bound))};
}

bool is_challenge_of(const Question& question, std::string_view challenge) {
    if (challenge.size() < open_bytes) return false;
    const auto open_part = challenge.substr(0, open_bytes);
    if (!same_secret(challenge.substr(open_bytes), mark_of(question, open_part))) return false;
    return time_of(open_part.substr(chance_bytes)) > question.now;
}

/// What the browser says, when it answers the question: its challenge.
Checked<std::string> answered(const Question& question, std::string_view client_data, std::string_view type) {
    const auto client = read_client_data(client_data);
    if (!client) return Refused{Fault::unreadable};
    if (client->type != type) return Refused{Fault::wrong_type};
    if (client->origin != question.site.origin || client->is_within_other)
        return Refused{Fault::wrong_origin};
    if (!is_challenge_of(question, client->challenge)) return Refused{Fault::wrong_challenge};
    return client->challenge;
}

/// What the authenticator says, when it is about this site and a person who has shown who they are.
Checked<AuthenticatorData> witnessed(const Question& question, std::string_view bytes) {
    auto data = bytes.size() > longest_data ? std::nullopt : read_authenticator_data(bytes);
    if (!data) return Refused{Fault::unreadable};
    if (data->site_digest != as_text(sha256(question.site.id))) return Refused{Fault::wrong_site};
    if (!data->is_user_present) return Refused{Fault::nobody_there};
    if (!data->is_user_verified) return Refused{Fault::nobody_verified};
    if (data->is_copied && !data->may_be_copied) return Refused{Fault::wrong_backup};
    return *std::move(data);
}

std::string signed_text(std::string_view data, std::string_view client_data) {
    return std::string{data}.append(as_text(sha256(client_data)));
}

/// That nobody vouches for the credential, or it alone: then it must have signed.
std::optional<Fault> fault_of_attestation(
    const CborValue& object, const PublicKey& key, std::string_view client_data) {
    const auto* format = found_as<std::string>(object, "fmt");
    const auto* statement = found_in(object, "attStmt");
    const auto* entries = statement == nullptr ? nullptr : std::get_if<CborMap>(&statement->held);
    if (format == nullptr || entries == nullptr) return Fault::unreadable;
    if (*format == "none" && entries->empty()) return std::nullopt;
    const auto* algorithm = found_as<std::int64_t>(*statement, "alg");
    const auto* signature = found_as<CborBytes>(*statement, "sig");
    if (*format != "packed" || entries->size() != 2 || algorithm == nullptr || signature == nullptr)
        return Fault::attested;
    const auto& data = found_as<CborBytes>(object, "authData")->bytes;
    if (*algorithm != static_cast<std::int64_t>(key.algorithm()) ||
        !key.has_signed(signed_text(data, client_data), signature->bytes))
        return Fault::wrong_signature;
    return std::nullopt;
}

}  // namespace

std::string challenge_of(const Question& question) {
    const auto open_part = random_bytes(chance_bytes) + as_bytes(question.now + life_of_challenge);
    return open_part + mark_of(question, open_part);
}

Checked<NewCredential> credential_made(
    const Question& question, std::string_view client_data, std::string_view attestation) {
    const auto challenge = answered(question, client_data, "webauthn.create");
    if (!challenge) return Refused{challenge.error()};
    const auto object = attestation.size() > longest_attestation ? std::nullopt : read_cbor(attestation);
    const auto* bytes = object && attestation.empty() ? found_as<CborBytes>(*object, "authData") : nullptr;
    if (bytes == nullptr) return Refused{Fault::unreadable};
    auto data = witnessed(question, bytes->bytes);
    if (!data) return Refused{data.error()};
    if (!data->made) return Refused{Fault::unreadable};
    const auto key = PublicKey::from(data->made->public_key);
    if (!key) return Refused{Fault::wrong_key};
    if (const auto fault = fault_of_attestation(*object, *key, client_data)) return Refused{*fault};
    return NewCredential{data->made->id, data->made->public_key, data->counter, *challenge};
}

Checked<Shown> credential_shown(
    const Question& question, const Assertion& answer, std::string_view public_key) {
    const auto challenge = answered(question, answer.client_data, "webauthn.get");
    if (!challenge) return Refused{challenge.error()};
    const auto data = witnessed(question, answer.authenticator_data);
    if (!data) return Refused{data.error()};
    const auto key = PublicKey::from(public_key);
    if (!key) return Refused{Fault::wrong_key};
    if (answer.signature.size() > longest_signature ||
        !key->has_signed(signed_text(answer.authenticator_data, answer.client_data), answer.signature))
        return Refused{Fault::wrong_signature};
    return Shown{data->counter, *challenge};
}

bool has_gone_on(std::int64_t counter, std::int64_t before) {
    return (counter == 0 && before == 0) || counter > before;
}

std::string user_handle_from(std::string_view challenge, std::string_view secret) {
    return std::string{
        as_text(hmac_sha256(secret, std::string{"medskapa.passkey-user.v1\n"}.append(challenge)))};
}

}  // namespace medskapa::webauthn
