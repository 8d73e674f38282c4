#include "base/webauthn/cbor.hpp"

#include "support/cbor_writer.hpp"
#include "support/fuzz.hpp"

using namespace medskapa;

/// There is one way to write a value: what was read is what is written of it.
void try_input(std::string_view bytes) {
    auto rest = bytes;
    const auto value = webauthn::read_cbor(rest);
    if (value)
        must(test::cbor_of(*value) == bytes.substr(0, bytes.size() - rest.size()));
    else
        must(rest == bytes);
}
