#include "base/webauthn/client_data.hpp"

#include "base/base64url.hpp"
#include "base/webauthn/answer.hpp"
#include "base/webauthn/relying_party.hpp"

#include "support/fuzz.hpp"

using namespace medskapa;
using namespace medskapa::webauthn;

/// What a browser says, and what our script makes of its answer. A site's name is always a part of its
/// origin.
void try_input(std::string_view bytes) {
    if (const auto client = read_client_data(bytes))
        must(from_base64url(base64url(client->challenge)) == client->challenge);
    (void)read_made_answer(bytes);
    (void)read_assertion(bytes);
    if (const auto site = relying_party(bytes)) must(site->origin.find(site->id) != site->origin.npos);
    if (const auto decoded = from_base64url(bytes)) must(base64url(*decoded) == bytes);
}
