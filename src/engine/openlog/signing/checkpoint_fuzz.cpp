#include "engine/openlog/signing/checkpoint.hpp"

#include "support/fuzz.hpp"

using namespace medskapa::openlog;

void try_input(std::string_view bytes) {
    if (const auto checkpoint = read_checkpoint(bytes)) must(bytes.starts_with(text_of(*checkpoint)));
}
