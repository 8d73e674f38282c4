#pragma once

#include "engine/office/blocks.hpp"

#include <optional>

namespace medskapa::office {

/// Puts a reading together from what a reader meets, whatever the format. Paragraphs and tables stand in the
/// body, in cells, notes and frames, and these again in paragraphs and tables.
class Assembly {
public:
    Assembly() : places_(1) {}

    /// A paragraph's text goes on in the innermost that is open.
    void begin_paragraph();
    void add(Run run);
    /// A footnote of the open paragraph, as one line of Markdown.
    void call_note(const std::string& note);
    void drop_paragraph();
    void end_paragraph(Block block);
    /// The paragraph goes on in the next one: its end has been taken out, or it is a drop cap. The block is
    /// what it is when none follows.
    void carry_paragraph(Block block);
    /// Whether the paragraph that is open has words, or anything else that is seen.
    bool has_words() const;
    /// It follows the paragraph that is open, or the table that is.
    void add_picture(std::string part, std::string_view words);

    /// What stands in a frame follows the paragraph that holds the frame.
    void begin_frame() { places_.emplace_back(); }
    void end_frame();
    void begin_note() { places_.emplace_back(); }
    std::string end_note();
    bool is_in_paragraph() const { return !places_.back().open.empty(); }

    void begin_table();
    void begin_row();
    /// Columns at the beginning or end of a row that no cell fills.
    void skip_columns(int columns);
    void begin_cell();
    void end_cell(int columns);
    /// The cell before stands `times` times next to each other.
    void repeat_cell(int times);
    /// Whether it held words.
    bool drop_cell();
    void drop_row();
    /// The row stands `times` times.
    void end_row(int times = 1);
    void end_table();

    void leave_out(LeftOut kind, int times = 1) { reading_.left_out[kind] += times; }
    Reading reading() &&;

private:
    struct Paragraph {
        Marked text;
        std::vector<std::string> notes = {};
        std::vector<Block> after = {};  // what stands in its frames
    };
    struct Carried {
        Paragraph paragraph;
        Block block;
    };
    struct Place {
        std::vector<Block> blocks = {};
        std::vector<Paragraph> open = {};
        std::optional<Carried> carried = {};
    };
    using Cell = std::vector<Block>;
    struct Table {
        std::vector<std::vector<Cell>> rows = {};
        bool row_is_dropped = false;  // the last one
    };

    std::vector<Block> end_place();
    void flush_carried();
    void keep(Paragraph paragraph, Block block);
    void keep(Block block);
    void keep_cells_of(Table table);
    static int cost_of(const std::vector<Cell>& cells);
    static std::string words_of(const Cell& cell, Block& table, std::vector<Block>& pictures);

    Reading reading_;
    std::vector<Place> places_;  // the body first
    std::vector<Table> tables_;
    int notes_ = 0;
    int padding_ = 0;
    std::size_t cells_ = 0;
};

}  // namespace medskapa::office
