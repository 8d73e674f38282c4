#pragma once

#include "engine/office/read.hpp"
#include "support/office_files.hpp"

#include <doctest/doctest.h>

/// What is read of word processor files, for tests.
namespace office_file {

using medskapa::office::LeftOut;

struct Read {
    std::string text;  // after the title, without the last line's end
    medskapa::office::LeftOutCounts left_out;
};
inline Read read(const std::string& file) {
    const auto reading = medskapa::office::read(file);
    REQUIRE(reading);
    auto text = medskapa::office::markdown_of(reading->blocks, "Titel");
    if (text.starts_with("# Titel\n\n")) text.erase(0, 9);
    while (text.ends_with('\n')) text.pop_back();
    return {text, reading->left_out};
}
/// The text of a DOCX with this body, of an ODT with this content.
inline std::string docx_text(const std::string& body, const Parts& more = {}) {
    return read(docx(body, more)).text;
}
inline std::string odt_text(const std::string& content, const std::string& styles = {}) {
    return read(odt(content, {{"styles.xml", open_document("", styles)}})).text;
}

}  // namespace office_file
