#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace medskapa::office {

/// How a run of words looks.
struct Look {
    bool is_bold = false;
    bool is_italic = false;
    enum class Change { none, added, removed } change = Change::none;
    std::string leads_to = {};  // a mark in the same paper

    bool operator==(const Look&) const = default;
};

/// A word processor's file, written from its beginning to its end, so that its size costs no memory. The text
/// is UTF-8 without control characters but line ends, which become line breaks. Begin and end in turn; a cell
/// holds paragraphs. The same calls give the same bytes.
class DocumentWriter {
public:
    enum class Style { body, title, heading1, heading2, heading3, heading4, quote, item, caption };
    enum class Row { head, body };

    virtual ~DocumentWriter() = default;
    virtual void begin_paragraph(Style) = 0;
    /// A place that words may lead to.
    virtual void mark(std::string_view name) = 0;
    virtual void write(std::string_view text, const Look&) = 0;
    virtual void end_paragraph() = 0;
    virtual void begin_table(int columns) = 0;
    virtual void begin_row(Row) = 0;
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
};

/// WordprocessingML (ECMA-376, transitional).
std::unique_ptr<DocumentWriter> docx_writer(std::ostream&, const DocumentHead&);
/// OpenDocument text 1.3.
std::unique_ptr<DocumentWriter> odt_writer(std::ostream&, const DocumentHead&);

/// Text as it may stand in XML, between quotes too.
std::string in_xml(std::string_view);

}  // namespace medskapa::office
