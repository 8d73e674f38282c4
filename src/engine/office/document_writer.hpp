#pragma once

#include "base/text/kept_picture.hpp"

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::office {

/// How a run of words looks.
struct Look {
    bool is_bold = false;
    bool is_italic = false;
    bool is_struck = false;
    enum class Change { none, added, removed } change = Change::none;
    std::string leads_to = {};  // a mark in the same document
    std::string address = {};   // a place elsewhere

    bool operator==(const Look&) const = default;
};

/// An item of a list.
struct ListItem {
    int level = 0;                   // 0 to 8
    std::optional<int> number = {};  // in a numbered list
    bool begins_list = false;        // the first of its list
};

/// A picture as it stands in the file.
struct WrittenPicture {
    KeptPicture picture;
    std::string words;                   // what it shows, for who cannot see it
    std::function<std::string()> bytes;  // asked for once, when the file is finished: they may be large
};

/// A heading as the list of contents has it.
struct ContentsLine {
    int level = 1;  // 1 to 3
    std::string words;
    std::string leads_to;  // the mark at the heading
};

/// A word processor's file, written from its beginning to its end, so that its size costs no memory. The text
/// is UTF-8; line ends become line breaks, and what XML cannot hold is left out. Begin and end in turn; a
/// cell holds paragraphs, and a note stands within one. A paragraph or row that is added or removed as a
/// whole is a noted change, as words are (Look). The same calls give the same bytes.
class DocumentWriter {
public:
    enum class Style {
        body,
        title,
        heading1,
        heading2,
        heading3,
        heading4,
        heading5,
        quote,
        item,  // one more paragraph of it
        caption,
        head_cell,
        first_cell  // which names its row
    };
    enum class Row { head, body };

    virtual ~DocumentWriter() = default;
    virtual void begin_paragraph(Style, Look::Change) = 0;
    virtual void begin_item(const ListItem&, Look::Change) = 0;
    /// A place that words may lead to.
    virtual void mark(std::string_view name) = 0;
    virtual void write(std::string_view text, const Look&) = 0;
    /// As wide as it is, and no wider than the text. Not in a note.
    virtual void put_picture(const WrittenPicture&, Look::Change) = 0;
    /// A footnote of what was just written; its words are written until it ends.
    virtual void begin_note() = 0;
    virtual void end_note() = 0;
    virtual void end_paragraph() = 0;
    /// A list of contents, which an editor can bring up to date, page numbers included.
    virtual void put_contents(const std::vector<ContentsLine>&) = 0;
    virtual void begin_table(int columns) = 0;
    virtual void begin_row(Row, Look::Change) = 0;
    virtual void begin_cell() = 0;
    virtual void end_cell() = 0;
    virtual void end_row() = 0;
    virtual void end_table() = 0;
    /// Nothing may follow.
    virtual void finish() = 0;
};

struct DocumentHead {
    std::string title;
    std::string language;  // "sv"
    /// When changes were made, as "2026-05-14T12:00:00Z". Empty: they are not noted as changes but shown,
    /// struck out and underlined. An ODT with noted ones is kept in memory until it is finished.
    std::string changed_at = {};
};

/// WordprocessingML (ECMA-376, transitional).
std::unique_ptr<DocumentWriter> docx_writer(std::ostream&, const DocumentHead&);
/// OpenDocument text 1.3.
std::unique_ptr<DocumentWriter> odt_writer(std::ostream&, const DocumentHead&);

/// Text as it may stand in XML, between quotes too: without the characters that XML cannot hold.
std::string in_xml(std::string_view);

}  // namespace medskapa::office
