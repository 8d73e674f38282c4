#include "engine/openid/token.hpp"

#include "support/fuzz.hpp"

using namespace medskapa;

namespace {

/// A key that nobody has signed anything with that is tried here.
const openid::PublicKey key{openid::Algorithm::es256, "k", std::string(32, 'x'), std::string(32, 'y')};

}  // namespace

/// A token, or a set of keys: a byte says which.
void try_input(std::string_view bytes) {
    if (bytes.starts_with('{')) {
        const auto keys = openid::read_keys(bytes);
        if (!keys) return;
        must(keys->size() <= openid::most_keys);
        for (const auto& one : *keys) must(!openid::is_signed(one, bytes, bytes));
        return;
    }
    const auto token = openid::read_token(bytes);
    if (!token) return;
    must(bytes.starts_with(token->signed_part));
    must(openid::fault_of(*token, key, {"https://issuer.example", "client", "nonce"}, Instant{}).has_value());
}
