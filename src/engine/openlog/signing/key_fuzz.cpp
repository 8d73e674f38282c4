#include "engine/openlog/signing/key.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::openlog;

void try_input(std::string_view bytes) {
    if (const auto key = read_verifier_key(bytes)) must(as_vkey(*key) == bytes);
    if (const auto key = read_signing_key(bytes)) must(key->as_text() == bytes);
}
