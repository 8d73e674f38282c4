#include "base/signer.hpp"

#include "support/fuzz.hpp"

using namespace medskapa;

/// The corpus is signed with this secret.
void try_input(std::string_view bytes) {
    const auto text = verify("medskapa.fuzz.v1", bytes, "secret");
    if (text) must(sign("medskapa.fuzz.v1", *text, "secret") == bytes);
    must(verify("medskapa.fuzz.v1", sign("medskapa.fuzz.v1", bytes, "secret"), "secret") == bytes);
}
