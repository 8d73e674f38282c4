#include "engine/openlog/signing/witness.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::openlog;

void try_input(std::string_view bytes) {
    if (const auto request = read_add_checkpoint(bytes)) must(text_of(*request) == bytes);
}
