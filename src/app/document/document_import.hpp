#pragma once

#include "app/act/act.hpp"
#include "app/document/pictures.hpp"
#include "domain/document/comparison.hpp"
#include "engine/office/left_out.hpp"
#include "store/sql/connection.hpp"

/// Texts that were written elsewhere: in a word processor, or as Markdown.
namespace medskapa::app {

/// What a file holds, as a text of the document with this code.
struct ReadFile {
    Lines lines;
    office::LeftOutCounts left_out = {};
    std::vector<DrawnPicture> pictures = {};  // that the lines show, each once
};
/// DOCX, ODT or Markdown, told apart by what the file holds. The title is for a file that has none. Refuses
/// what office::read() and read_manuscript() refuse, and a file without text. What is too long for a
/// paragraph is named by the heading over it. Pictures are drawn anew (see drawn), for at most 30 seconds
/// together, and a picture that cannot be is left out and counted. Keeps nothing. Never call it in an act.
Result<ReadFile> read_document_file(
    std::string_view octets, const std::string& code, const std::string& title, const IsKept& is_kept = {});

/// What would become of the draft if this were its text.
Comparison compared_with_draft(sql::Connection&, const Document&, const Lines& written);

/// The draft takes this text. Paragraphs and headings that are known again by their words keep their codes
/// and all that is said of them, wherever they stand now; each that is other words, moved, new or gone
/// becomes a change, as if it had been made by hand. Once a version is frozen it needs grounds, unless
/// nothing differs.
Result<Comparison> replace_text(
    Permitted<Action::edit_text>, const Document&, const Lines& written, const Grounds&);

}  // namespace medskapa::app
