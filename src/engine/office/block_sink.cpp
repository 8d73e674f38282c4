#include "engine/office/block_sink.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace medskapa::office {
namespace {

using Style = DocumentWriter::Style;

Style style_of(const TextBlock& block) {
    constexpr std::array headings{
        Style::title, Style::heading1, Style::heading2, Style::heading3, Style::heading4};
    constexpr int levels = headings.size();
    switch (block.kind) {
        case TextBlock::Kind::heading:
            return headings.at(static_cast<std::size_t>(std::clamp(block.level, 1, levels) - 1));
        case TextBlock::Kind::quote: return Style::quote;
        case TextBlock::Kind::item: return Style::item;
        case TextBlock::Kind::paragraph:
        case TextBlock::Kind::lead:
        case TextBlock::Kind::note:
        case TextBlock::Kind::typed: break;
    }
    return Style::body;
}

/// What stands before an item's first words.
std::string sign_of(const TextBlock& item) {
    constexpr auto no_break_space = "\u00A0";
    if (item.kind != TextBlock::Kind::item || item.continues) return {};
    return (item.number ? std::to_string(*item.number) + "." : std::string{"–"}) + no_break_space;
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

void FileSink::add(const TextBlock& block) {
    writer_.begin_paragraph(style_of(block));
    if (!block.anchor.empty()) writer_.mark(block.anchor);
    if (const auto sign = sign_of(block); !sign.empty()) writer_.write(sign, {});
    for (const auto& span : block.spans)
        if (!span.text.empty()) writer_.write(span.text, span.look);
    writer_.end_paragraph();
}

void FileSink::begin_table(const TableHead& head) {
    if (head.is_caption_shown && !head.caption.empty()) {
        writer_.begin_paragraph(Style::caption);
        writer_.write(head.caption, {});
        writer_.end_paragraph();
    }
    writer_.begin_table(static_cast<int>(head.columns.size()));
    writer_.begin_row(DocumentWriter::Row::head);
    for (const auto& column : head.columns) add_cell({paragraph({strong(column.title)})});
    writer_.end_row();
}

/// The cell that names the row is as bold as the head.
void FileSink::add_row(const TableRow& row) {
    writer_.begin_row(DocumentWriter::Row::body);
    bool names_the_row = true;
    for (auto blocks : row) {
        for (auto& block : blocks)
            for (auto& span : block.spans) span.look.is_bold = span.look.is_bold || names_the_row;
        add_cell(blocks);
        names_the_row = false;
    }
    writer_.end_row();
}

/// A cell holds a paragraph, if only an empty one.
void FileSink::add_cell(const TableCell& blocks) {
    writer_.begin_cell();
    for (const auto& block : blocks) add(block);
    if (blocks.empty()) add({});
    writer_.end_cell();
}

}  // namespace medskapa::office
