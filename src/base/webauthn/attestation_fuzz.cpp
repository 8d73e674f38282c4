#include "base/webauthn/authenticator_data.hpp"
#include "base/webauthn/ceremony.hpp"
#include "base/webauthn/public_key.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::webauthn;

/// Whatever an authenticator sends is read to its end or refused. Nothing that nobody asked for is a passkey.
void try_input(std::string_view bytes) {
    const auto data = read_authenticator_data(bytes);
    if (data && data->made) {
        must(!data->made->id.empty() && data->made->id.size() <= 1023);
        const auto key = PublicKey::from(data->made->public_key);
        must(!key || !key->has_signed(bytes, bytes));
    }
    const auto key = PublicKey::from(bytes);
    must(!key || !key->has_signed(bytes, bytes));
    const Question question{{"localhost", "http://localhost"}, Purpose::make, "session", {}, "secret"};
    must(!credential_made(question, bytes, bytes));
}
