#pragma once

#include "base/webauthn/ceremony.hpp"

#include <optional>

/// What our own script writes of a browser's answer: JSON whose bytes are base64url, under the names of
/// WebAuthn.
namespace medskapa::webauthn {

/// Of a credential that was made.
struct MadeAnswer {
    std::string client_data;
    std::string attestation;
};
std::optional<MadeAnswer> read_made_answer(std::string_view json);

/// Of a credential that was asked.
std::optional<Assertion> read_assertion(std::string_view json);

}  // namespace medskapa::webauthn
