#pragma once

#include "base/result.hpp"
#include "base/system/child_process.hpp"
#include "domain/document/document.hpp"
#include "engine/office/block_sink.hpp"

#include <filesystem>
#include <optional>
#include <string_view>

namespace medskapa::web::document {

enum class TextFormat { markdown, docx, odt, html, pdf };

/// By the end of a file's name: md, docx, odt, html or pdf.
std::optional<TextFormat> text_format_named(std::string_view extension);

/// Adds a text's headings and paragraphs.
void add_text(office::BlockSink&, const Lines&);
/// The same of one of them.
void add_line(office::BlockSink&, const Line&);

/// A text as a file in the folder, which it is whole, its pictures too. Refuses what the printer of the PDF
/// does not manage: see ui::print_to_pdf. Throws std::runtime_error when it cannot be written.
Result<std::filesystem::path> make_text_file(const Document&, const Lines&, TextFormat, const ScratchFolder&,
    const ChildLimits&, const office::PictureSource& = {});

}  // namespace medskapa::web::document
