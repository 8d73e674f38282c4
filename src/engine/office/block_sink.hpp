#pragma once

#include "base/text/kept_picture.hpp"
#include "engine/office/document_writer.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// What leaves as a document, as blocks: composed once, written as HTML, DOCX or ODT by whoever takes them.
namespace medskapa::office {

/// Words that look the same. A line end in them is a line break.
struct Span {
    std::string text = {};
    Look look = {};
    std::string language = {};    // "sv", where it may be another than the block's
    std::vector<Span> note = {};  // a footnote of it, whose number is the text
};
using Spans = std::vector<Span>;

struct TextBlock {
    enum class Kind {
        heading,
        paragraph,
        lead,   // the paragraph that says what the document is
        note,   // about what stands around it: when, who, how
        typed,  // as somebody typed it: its blanks and line ends stay
        quote,
        item,     // of a list
        picture,  // whose words are what it shows
    };

    Kind kind = Kind::paragraph;
    int level = 0;                             // of a heading: 1 to 6; of an item: 0 and up
    std::optional<int> number = {};            // of an item in a numbered list
    bool begins_list = false;                  // of an item: the first of its list
    bool continues = false;                    // one more paragraph of the item before
    Look::Change change = Look::Change::none;  // of the whole
    Spans spans = {};
    std::string anchor = {};    // the name by which links in the document find it
    std::string language = {};  // "sv", where it may be another than the document's
    std::optional<KeptPicture> picture = {};
};

TextBlock heading(int level, std::string text, std::string anchor = {});
TextBlock paragraph(std::string text);
TextBlock paragraph(Spans);
TextBlock block(TextBlock::Kind, std::string text);
TextBlock block(TextBlock::Kind, Spans);

inline Span strong(std::string text) {
    return {std::move(text), {.is_bold = true}, {}};
}
/// A way to an anchor of the same document.
inline Span link_to(std::string anchor, std::string text) {
    return {std::move(text), {.leads_to = std::move(anchor)}, {}};
}

/// A cell's blocks; a number or a name is one paragraph.
using TableCell = std::vector<TextBlock>;

struct TableHead {
    struct Column {
        std::string title;
        bool is_number = false;
        TableCell words = {};  // the title with its looks, where it has any
    };

    std::string caption;
    bool is_caption_shown = true;  // else only those who listen need it
    std::vector<Column> columns;
};
/// As many cells as the table has columns; the first names the row.
using TableRow = std::vector<TableCell>;

TableCell cell(std::string text);

/// Takes a document block by block, so that its size costs no memory. Rows stand between begin_table and
/// end_table, all else outside; finish() comes last and nothing after it.
class BlockSink {
public:
    virtual ~BlockSink() = default;

    virtual void add(const TextBlock&) = 0;
    /// A list of what the headings say, where a kind of file has one. Each must have an anchor.
    virtual void add_contents(const std::vector<TextBlock>& /*headings*/) {}
    virtual void begin_table(const TableHead&) = 0;
    virtual void add_row(const TableRow&) = 0;
    virtual void end_table() = 0;
    virtual void finish() = 0;
    /// A table or a row that is added or removed as a whole, where that can be noted.
    virtual void begin_changed_table(const TableHead& head, Look::Change) { begin_table(head); }
    virtual void add_changed_row(const TableRow& row, Look::Change) { add_row(row); }
};

/// The whole table at once.
void add_table(BlockSink&, const TableHead&, const std::vector<TableRow>&);

/// The pictures that are kept; none without functions. The bytes are asked for one picture at a time.
struct PictureSource {
    std::function<bool(const KeptPicture&)> has = {};
    std::function<std::string(const KeptPicture&)> bytes_of = {};  // of one that it has
};

/// Writes blocks as a word processor's file. A picture that its source does not have, and one that a noted
/// change takes out, is the words that say what it shows.
class FileSink : public BlockSink {
public:
    explicit FileSink(DocumentWriter& writer, PictureSource pictures = {})
        : writer_{writer}, pictures_{std::move(pictures)} {}

    void add(const TextBlock&) override;
    void add_contents(const std::vector<TextBlock>& headings) override;
    void begin_table(const TableHead&) override;
    void add_row(const TableRow&) override;
    void end_table() override { writer_.end_table(); }
    void finish() override { writer_.finish(); }
    void begin_changed_table(const TableHead&, Look::Change) override;
    void add_changed_row(const TableRow&, Look::Change) override;

private:
    void begin(const TextBlock&);
    void write(const Spans&);
    void write_picture(const TextBlock&);
    void add_cell(const TableCell&, DocumentWriter::Style);

    DocumentWriter& writer_;
    PictureSource pictures_;
};

}  // namespace medskapa::office
