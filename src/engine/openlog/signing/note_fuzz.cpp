#include "engine/openlog/signing/note.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::openlog;

void try_input(std::string_view bytes) {
    if (const auto note = read_note(bytes)) must(text_of(*note) == bytes);
}
