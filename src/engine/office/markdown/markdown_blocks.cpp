#include "engine/office/markdown/markdown_blocks.hpp"

#include "engine/office/markdown/markdown_parser.hpp"
#include "engine/office/text/marked.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace medskapa::office {
namespace {

/// An address as it is meant: Markdown may write an ampersand in two ways.
std::string words_of(const MD_ATTRIBUTE& attribute) {
    std::string all;
    for (int i = 0; attribute.substr_offsets != nullptr && attribute.substr_offsets[i] < attribute.size;
         ++i) {
        const auto from = attribute.substr_offsets[i];
        const std::string_view part{attribute.text + from, attribute.substr_offsets[i + 1] - from};
        if (attribute.substr_types[i] == MD_TEXT_NORMAL) all += part;
        if (attribute.substr_types[i] == MD_TEXT_ENTITY) all += part == "&amp;" ? "&" : part;
    }
    return all;
}

using NotesByLabel = std::map<std::string, Spans, std::less<>>;

/// Builds blocks of what the parser finds, and hands them on when the whole text could be read.
class BlockBuilder : public MarkdownEvents {
public:
    explicit BlockBuilder(const NotesByLabel& notes) : notes_{notes} {}

    /// The words of all blocks in one line.
    Spans line() const {
        Spans all;
        for (const auto& part : parts_) {
            if (!all.empty()) all.push_back({" "});
            all.insert(all.end(), part.block.spans.begin(), part.block.spans.end());
        }
        return all;
    }
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
            case MD_BLOCK_UL:
                end();
                lists_.push_back({});
                break;
            case MD_BLOCK_OL:
                end();
                lists_.push_back({static_cast<int>(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start)});
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
            case MD_BLOCK_TD: begin_cell(); break;
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

    bool enter_span(MD_SPANTYPE type, void* detail) override {
        if (is_picture_) {
            ++depth_in_picture_;
            return true;
        }
        if (type == MD_SPAN_EM) ++italic_;
        if (type == MD_SPAN_STRONG) ++bold_;
        if (type == MD_SPAN_DEL) ++struck_;
        if (type == MD_SPAN_A) address_ = linkable(words_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
        if (type == MD_SPAN_IMG) begin_picture(words_of(static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src));
        return true;
    }

    bool leave_span(MD_SPANTYPE type) override {
        if (depth_in_picture_ > 0) {
            --depth_in_picture_;
            return true;
        }
        if (type == MD_SPAN_EM) --italic_;
        if (type == MD_SPAN_STRONG) --bold_;
        if (type == MD_SPAN_DEL) --struck_;
        if (type == MD_SPAN_A) address_.clear();
        if (type == MD_SPAN_IMG) is_picture_ = false;
        return true;
    }

    bool text(MD_TEXTTYPE type, std::string_view words) override {
        if (is_picture_) {
            pictures_.back().spans.front().text += plain_words(type, words);
            return true;
        }
        if (!is_open_) begin(kind_here());  // an item without a paragraph of its own
        const bool is_words = type != MD_TEXT_SOFTBR && type != MD_TEXT_NULLCHAR &&
                              !(type == MD_TEXT_ENTITY && is_known_entity(words));
        if (type == MD_TEXT_BR)
            say("\n");
        else if (!is_words)
            say(plain_words(type, words));
        else
            each_piece(
                words, [&](std::string_view text) { say_lines(text); },
                [&](std::string_view label) { call_note(label); });
        return true;
    }

private:
    struct Part {
        TextBlock block = {};
        TableHead table = {};
        std::vector<TableRow> rows = {};
    };

    /// One that is kept; of any other only the words are shown, in the text.
    void begin_picture(const std::string& address) {
        const auto picture = picture_at(address);
        is_picture_ = picture.has_value();
        if (!picture) return;
        pictures_.push_back(block(TextBlock::Kind::picture, std::string{}));
        pictures_.back().picture = picture;
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
        auto& list = lists_.back();
        open_.level = static_cast<int>(lists_.size()) - 1;
        open_.continues = !begins_item_;
        if (begins_item_ && list.next) open_.number = (*list.next)++;
        if (begins_item_) open_.begins_list = std::exchange(list.is_new, false);
        begins_item_ = false;
    }

    void begin_cell() {
        begin(TextBlock::Kind::paragraph);
        cell_.clear();
    }

    TableCell take_cell() {
        cell_.push_back(open_);
        for (auto& picture : std::exchange(pictures_, {})) cell_.push_back(std::move(picture));
        is_open_ = false;
        return std::exchange(cell_, {});
    }

    void end() {
        if (is_open_ && !open_.spans.empty()) parts_.push_back({open_});
        is_open_ = false;
        // A picture follows the paragraph that it stands in.
        for (auto& picture : std::exchange(pictures_, {})) parts_.push_back({std::move(picture)});
    }

    void end_head_cell() {
        TableHead::Column column;
        column.words = take_cell();
        for (const auto& block : column.words) {
            if (!column.title.empty()) column.title += ' ';
            for (const auto& span : block.spans) column.title += span.text;
        }
        parts_.back().table.columns.push_back(std::move(column));
    }

    void end_cell() {
        auto& rows = parts_.back().rows;
        if (rows_are_new_) rows.emplace_back();
        rows_are_new_ = false;
        rows.back().push_back(take_cell());
    }

    Look look() const {
        return {
            .is_bold = bold_ > 0, .is_italic = italic_ > 0, .is_struck = struck_ > 0, .address = address_};
    }

    void say(std::string_view words) {
        if (!words.empty()) open_.spans.push_back({std::string{words}, look(), {}});
    }

    void say_lines(std::string_view words) {
        each_line(
            words, [&](std::string_view text) { say(text); },
            [&] { cell_.push_back(std::exchange(open_, {})); });
    }

    void call_note(std::string_view label) {
        const auto note = notes_.find(label);
        if (note == notes_.end())
            say("[^" + std::string{label} + "]");
        else
            open_.spans.push_back({std::string{label}, {}, {}, note->second});
    }

    const NotesByLabel& notes_;
    std::vector<Part> parts_;
    TextBlock open_;
    bool is_open_ = false;
    bool begins_item_ = false;
    bool rows_are_new_ = false;
    int quotes_ = 0;
    int bold_ = 0;
    int italic_ = 0;
    int struck_ = 0;
    std::string address_;
    TableCell cell_;                   // its paragraphs before the open one
    std::vector<TextBlock> pictures_;  // of the paragraph that is open
    bool is_picture_ = false;          // what is read is what the last of them shows
    int depth_in_picture_ = 0;         // of what looks otherwise among it
    struct List {
        std::optional<int> next = {};  // the number of the next item, where they have one
        bool is_new = true;
    };
    std::vector<List> lists_;
};

/// What notes say; one that cannot be read is words. What nobody calls comes last, as it is.
NotesByLabel notes_of(const std::vector<MarkdownNote>& notes) {
    static const NotesByLabel none;
    NotesByLabel all;
    for (const auto& note : notes) {
        BlockBuilder builder{none};
        const bool is_read = parse_markdown(note.text, Marks::of_documents, builder);
        all[note.label] = is_read ? builder.line() : Spans{{note.text}};
    }
    return all;
}

bool is_called(const MarkdownNote& note, std::string_view body) {
    bool is_called = false;
    each_piece(
        body, [](std::string_view) {},
        [&](std::string_view label) { is_called = is_called || label == note.label; });
    return is_called;
}

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
    const auto notes = notes_of(split.notes);
    BlockBuilder builder{notes};
    if (parse_markdown(split.body, Marks::of_documents, builder))
        builder.hand_on(sink);
    else
        add_paragraphs(sink, split.body);
    for (const auto& note : split.notes)
        if (!is_called(note, split.body)) sink.add(paragraph(note.label + ' ' + note.text));
}

}  // namespace medskapa::office
