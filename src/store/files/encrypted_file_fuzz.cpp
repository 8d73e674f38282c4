#include "store/files/encrypted_file.hpp"

#include "support/fuzz.hpp"

#include <sstream>

using namespace medskapa;

/// The corpus is encrypted with this key. What decrypts is shorter than the file, and what is refused is
/// refused quietly.
void try_input(std::string_view bytes) {
    std::istringstream encrypted{std::string{bytes}};
    std::ostringstream plain;
    if (store::decrypt(encrypted, plain, sha256("fuzz"))) must(plain.str().size() < bytes.size());
}
