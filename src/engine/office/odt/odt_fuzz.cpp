#include "engine/office/read.hpp"

#include "support/fuzz.hpp"
#include "support/office_files.hpp"

using namespace medskapa::office;

/// The input is the content's part; the other parts are sound.
void try_input(std::string_view bytes) {
    const auto reading = read(office_file::odt("", {{"content.xml", std::string{bytes}}}));
    if (!reading) return must(reading.error().complaints.size() == 1);
    must(reading->blocks.size() <= most_blocks);
    must(markdown_of(reading->blocks, "Titel").starts_with("# "));
}
