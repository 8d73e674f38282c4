#include "engine/office/markdown/markdown_blocks.hpp"

#include "engine/office/markdown/markdown_parser.hpp"

#include <algorithm>

namespace medskapa::office {
namespace {

/// Builds blocks of what the parser finds, and hands them on when the whole text could be read.
class BlockBuilder : public MarkdownEvents {
public:
    void hand_on(BlockSink& sink) const {
        for (const auto& part : parts_) {
            if (part.table.columns.empty())
                sink.add(part.block);
            else
                add_table(sink, part.table, part.rows);
        }
    }

    bool enter_block(MD_BLOCKTYPE type, void* detail) override {
        switch (type) {
            case MD_BLOCK_QUOTE: ++quotes_; break;
            case MD_BLOCK_UL: lists_.push_back({}); break;
            case MD_BLOCK_OL:
                lists_.push_back(static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start));
                break;
            case MD_BLOCK_LI: begins_item_ = true; break;
            case MD_BLOCK_H:
                begin(TextBlock::Kind::heading);
                open_.level =
                    std::min(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level) + 2, 6);
                break;
            case MD_BLOCK_CODE: begin(TextBlock::Kind::typed); break;
            case MD_BLOCK_P: begin(kind_here()); break;
            case MD_BLOCK_TABLE: parts_.push_back({}); break;
            case MD_BLOCK_TR: rows_are_new_ = true; break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD: begin(TextBlock::Kind::paragraph); break;
            default: break;
        }
        return true;
    }

    bool leave_block(MD_BLOCKTYPE type, void* /*detail*/) override {
        switch (type) {
            case MD_BLOCK_QUOTE: --quotes_; break;
            case MD_BLOCK_UL:
            case MD_BLOCK_OL: lists_.pop_back(); break;
            case MD_BLOCK_TH: end_head_cell(); break;
            case MD_BLOCK_TD: end_cell(); break;
            case MD_BLOCK_LI:
            case MD_BLOCK_H:
            case MD_BLOCK_CODE:
            case MD_BLOCK_P: end(); break;
            default: break;
        }
        return true;
    }

    bool enter_span(MD_SPANTYPE type, void* /*detail*/) override {
        if (type == MD_SPAN_EM) ++italic_;
        if (type == MD_SPAN_STRONG) ++bold_;
        return true;
    }

    bool leave_span(MD_SPANTYPE type) override {
        if (type == MD_SPAN_EM) --italic_;
        if (type == MD_SPAN_STRONG) --bold_;
        return true;
    }

    bool text(MD_TEXTTYPE type, std::string_view words) override {
        if (!is_open_) begin(kind_here());  // an item without a paragraph of its own
        if (type == MD_TEXT_BR)
            say("\n");
        else if (type == MD_TEXT_SOFTBR)
            say(" ");
        else if (type == MD_TEXT_NULLCHAR)
            say("\uFFFD");
        else if (type == MD_TEXT_ENTITY && is_known_entity(words))
            say(meaning_of(words));
        else
            each_piece(
                words, [&](std::string_view text) { say(text); },
                [&](std::string_view label) { say(label); });
        return true;
    }

private:
    struct Part {
        TextBlock block = {};
        TableHead table = {};
        std::vector<TableRow> rows = {};
    };

    static std::string_view meaning_of(std::string_view entity) {
        if (entity == "&amp;") return "&";
        if (entity == "&lt;") return "<";
        if (entity == "&gt;") return ">";
        return entity == "&quot;" ? "\"" : "\u00A0";
    }

    TextBlock::Kind kind_here() const {
        if (!lists_.empty()) return TextBlock::Kind::item;
        return quotes_ > 0 ? TextBlock::Kind::quote : TextBlock::Kind::paragraph;
    }

    void begin(TextBlock::Kind kind) {
        end();
        open_ = {};
        open_.kind = kind;
        is_open_ = true;
        if (kind != TextBlock::Kind::item) return;
        open_.continues = !begins_item_;
        if (begins_item_ && lists_.back()) open_.number = (*lists_.back())++;
        begins_item_ = false;
    }

    void end() {
        if (is_open_ && !open_.spans.empty()) parts_.push_back({open_});
        is_open_ = false;
    }

    void end_head_cell() {
        std::string title;
        for (const auto& span : open_.spans) title += span.text;
        parts_.back().table.columns.push_back({title, false});
        is_open_ = false;
    }

    void end_cell() {
        auto& rows = parts_.back().rows;
        if (rows_are_new_) rows.emplace_back();
        rows_are_new_ = false;
        rows.back().push_back({open_});
        is_open_ = false;
    }

    void say(std::string_view words) {
        if (words.empty()) return;
        open_.spans.push_back({std::string{words}, {.is_bold = bold_ > 0, .is_italic = italic_ > 0}, {}});
    }

    std::vector<Part> parts_;
    TextBlock open_;
    bool is_open_ = false;
    bool begins_item_ = false;
    bool rows_are_new_ = false;
    int quotes_ = 0;
    int bold_ = 0;
    int italic_ = 0;
    std::vector<std::optional<int>> lists_;  // the number of the next item, where they have one
};

void add_paragraphs(BlockSink& sink, std::string_view source) {
    while (!source.empty()) {
        const auto end = std::min(source.find("\n\n"), source.size());
        if (end > 0) sink.add(paragraph(std::string{source.substr(0, end)}));
        source.remove_prefix(std::min(end + 2, source.size()));
    }
}

}  // namespace

void add_markdown(BlockSink& sink, std::string_view source) {
    const auto split = split_notes(source);
    BlockBuilder builder;
    if (parse_markdown(split.body, Marks::of_documents, builder))
        builder.hand_on(sink);
    else
        add_paragraphs(sink, split.body);
    for (const auto& note : split.notes) sink.add(paragraph(note.label + " " + note.text));
}

}  // namespace medskapa::office
