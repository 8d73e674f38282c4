#pragma once

#include "engine/office/blocks.hpp"

namespace medskapa::office {

/// Puts a reading together from what a reader meets, whatever the format: paragraphs and tables may stand
/// within tables, notes and frames.
class Assembly {
public:
    /// A paragraph's text goes on in the innermost that is open.
    void begin_paragraph() { open_.emplace_back(); }
    void add(Run run) {
        if (!open_.empty()) open_.back().text.add(std::move(run));
    }
    void call_note(const std::string& note);
    void drop_paragraph() {
        if (!open_.empty()) open_.pop_back();
    }
    /// In a table's cell it is a part of the cell, whatever else it is.
    void end_paragraph(Block block);

    void begin_table() { tables_.emplace_back(); }
    void begin_row();
    void begin_cell();
    void end_cell(int columns);
    void end_table();

    void leave_out_picture() { ++reading_.pictures; }
    Reading reading() && { return std::move(reading_); }

private:
    struct Paragraph {
        Marked text;
        std::vector<std::string> notes;
    };
    struct Table {
        Block block{.kind = Block::Kind::table};
        std::string cell;
    };

    void keep(Block block);

    Reading reading_;
    std::vector<Paragraph> open_;
    std::vector<Table> tables_;
    int notes_ = 0;
    int padding_ = 0;
};

}  // namespace medskapa::office
