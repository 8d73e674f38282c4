#include "engine/office/block_sink.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace medskapa::office {
namespace {

using Style = DocumentWriter::Style;

Style style_of(const TextBlock& block) {
    constexpr std::array headings{
        Style::title, Style::heading1, Style::heading2, Style::heading3, Style::heading4, Style::heading5};
    constexpr int levels = headings.size();
    switch (block.kind) {
        case TextBlock::Kind::heading:
            return headings.at(static_cast<std::size_t>(std::clamp(block.level, 1, levels) - 1));
        case TextBlock::Kind::quote: return Style::quote;
        case TextBlock::Kind::item: return Style::item;
        case TextBlock::Kind::paragraph:
        case TextBlock::Kind::lead:
        case TextBlock::Kind::note:
        case TextBlock::Kind::typed:
        case TextBlock::Kind::picture: break;
    }
    return Style::body;
}

}  // namespace

TextBlock heading(int level, std::string text, std::string anchor) {
    TextBlock made = block(TextBlock::Kind::heading, std::move(text));
    made.level = level;
    made.anchor = std::move(anchor);
    return made;
}

TextBlock paragraph(std::string text) {
    return block(TextBlock::Kind::paragraph, std::move(text));
}

TextBlock paragraph(Spans spans) {
    return block(TextBlock::Kind::paragraph, std::move(spans));
}

TextBlock block(TextBlock::Kind kind, std::string text) {
    return block(kind, Spans{{std::move(text), {}, {}}});
}

TextBlock block(TextBlock::Kind kind, Spans spans) {
    TextBlock made;
    made.kind = kind;
    made.spans = std::move(spans);
    return made;
}

TableCell cell(std::string text) {
    return {paragraph(std::move(text))};
}

void add_table(BlockSink& sink, const TableHead& head, const std::vector<TableRow>& rows) {
    sink.begin_table(head);
    for (const auto& row : rows) sink.add_row(row);
    sink.end_table();
}

void FileSink::begin(const TextBlock& block) {
    if (block.kind == TextBlock::Kind::item && !block.continues)
        writer_.begin_item({block.level, block.number, block.begins_list}, block.change);
    else
        writer_.begin_paragraph(style_of(block), block.change);
}

void FileSink::write(const Spans& spans) {
    for (const auto& span : spans) {
        if (!span.note.empty()) {
            writer_.begin_note();
            write(span.note);
            writer_.end_note();
        } else if (!span.text.empty()) {
            writer_.write(span.text, span.look);
        }
    }
}

void FileSink::add(const TextBlock& block) {
    begin(block);
    if (!block.anchor.empty()) writer_.mark(block.anchor);
    if (block.picture)
        write_picture(block);
    else
        write(block.spans);
    writer_.end_paragraph();
}

/// The title is not in it, nor what lies deeper than three levels below.
void FileSink::add_contents(const std::vector<TextBlock>& headings) {
    constexpr int levels = 3;
    std::vector<ContentsLine> lines;
    for (const auto& heading : headings) {
        if (heading.level < 2 || heading.level > levels + 1) continue;
        std::string words;
        for (const auto& span : heading.spans) words += span.text;
        lines.push_back({heading.level - 1, std::move(words), heading.anchor});
    }
    if (!lines.empty()) writer_.put_contents(lines);
}

void FileSink::write_picture(const TextBlock& block) {
    const bool is_shown =
        pictures_.has && block.change != Look::Change::removed && pictures_.has(*block.picture);
    if (!is_shown) return write(block.spans);
    std::string words;
    for (const auto& span : block.spans) words += span.text;
    writer_.put_picture(
        {*block.picture, std::move(words),
            [bytes_of = pictures_.bytes_of, name = *block.picture] { return bytes_of(name); }},
        block.change);
}

void FileSink::begin_table(const TableHead& head) {
    begin_changed_table(head, Look::Change::none);
}

void FileSink::begin_changed_table(const TableHead& head, Look::Change change) {
    if (head.is_caption_shown && !head.caption.empty()) {
        writer_.begin_paragraph(Style::caption, Look::Change::none);
        writer_.write(head.caption, {});
        writer_.end_paragraph();
    }
    writer_.begin_table(static_cast<int>(head.columns.size()));
    writer_.begin_row(DocumentWriter::Row::head, change);
    for (const auto& column : head.columns)
        add_cell(column.words.empty() ? cell(column.title) : column.words, Style::head_cell);
    writer_.end_row();
}

/// The cell that names the row is as bold as the head.
void FileSink::add_row(const TableRow& row) {
    add_changed_row(row, Look::Change::none);
}

void FileSink::add_changed_row(const TableRow& row, Look::Change change) {
    writer_.begin_row(DocumentWriter::Row::body, change);
    auto style = Style::first_cell;
    for (const auto& blocks : row) add_cell(blocks, std::exchange(style, Style::body));
    writer_.end_row();
}

/// A cell holds a paragraph, if only an empty one.
void FileSink::add_cell(const TableCell& blocks, Style style) {
    writer_.begin_cell();
    for (const auto& block : blocks) {
        if (block.kind != TextBlock::Kind::paragraph) {
            add(block);
            continue;
        }
        writer_.begin_paragraph(style, block.change);
        write(block.spans);
        writer_.end_paragraph();
    }
    if (blocks.empty()) add({});
    writer_.end_cell();
}

}  // namespace medskapa::office
