#include "engine/openlog/entry.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::openlog;

void try_input(std::string_view bytes) {
    if (const auto entry = read_entry(bytes)) must(canonical(*entry) == bytes);
}
