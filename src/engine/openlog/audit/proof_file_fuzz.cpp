#include "engine/openlog/audit/proof_file.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::openlog;

void try_input(std::string_view bytes) {
    if (const auto file = read_proof_file(bytes)) must(text_of(*file) == bytes);
}
