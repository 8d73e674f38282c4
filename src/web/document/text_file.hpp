#pragma once

#include "base/result.hpp"
#include "base/system/child_process.hpp"
#include "domain/document/document.hpp"
#include "engine/office/block_sink.hpp"
#include "web/correction/note.hpp"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace medskapa::web::document {

enum class TextFormat { markdown, docx, odt, html, pdf };

/// By the end of a file's name: md, docx, odt, html or pdf.
std::optional<TextFormat> text_format_named(std::string_view extension);

/// What stands next to a text's words and is none of them: after its title, and after its lines, by their
/// codes.
struct TextNotes {
    correction::Blocks first = {};
    std::map<std::string, correction::Blocks> after = {};
};
/// What has been corrected in a frozen version; nothing of a draft.
TextNotes corrections_of(const correction::Source&, const Version&);

/// Adds a text's headings and paragraphs, and what stands next to them.
void add_text(office::BlockSink&, const Lines&, const TextNotes& = {});
/// The same of one of them.
void add_line(office::BlockSink&, const Line&);

/// What leaves as a file.
struct TextFile {
    const Document& document;
    const Lines& lines;
    TextNotes notes = {};
    office::PictureSource pictures = {};
};

/// The text as a file in the folder, which it is whole, its pictures too. Refuses what the printer of the PDF
/// does not manage: see ui::print_to_pdf. Throws std::runtime_error when it cannot be written.
Result<std::filesystem::path> make_text_file(
    const TextFile&, TextFormat, const ScratchFolder&, const ChildLimits&);

}  // namespace medskapa::web::document
