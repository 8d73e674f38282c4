#include "engine/office/assembly.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

namespace medskapa::office {
namespace {

constexpr int most_columns = 64;
constexpr int most_padding = 100'000;  // cells that are only there because others are wide

void append(std::string& to, const std::string& text) {
    if (!to.empty() && !text.empty()) to += ' ';
    to += text;
}

}  // namespace

void Assembly::call_note(const std::string& note) {
    if (open_.empty() || note.empty()) return;
    open_.back().text.call_note(++notes_);
    open_.back().notes.push_back(fmt::format("[^{}]: {}", notes_, note));
}

void Assembly::end_paragraph(Block block) {
    if (open_.empty()) return;
    auto paragraph = std::move(open_.back());
    open_.pop_back();
    const bool is_plain = block.kind == Block::Kind::title || block.kind == Block::Kind::heading;
    block.text = is_plain ? paragraph.text.plain() : paragraph.text.markdown();
    if (block.text.empty()) return;
    block.notes = std::move(paragraph.notes);
    if (tables_.empty()) return keep(std::move(block));
    append(tables_.back().cell, block.text);
    auto& notes = tables_.back().block.notes;
    notes.insert(notes.end(), block.notes.begin(), block.notes.end());
}

void Assembly::begin_row() {
    if (!tables_.empty()) tables_.back().block.rows.emplace_back();
}

void Assembly::begin_cell() {
    if (!tables_.empty()) tables_.back().cell.clear();
}

void Assembly::end_cell(int columns) {
    if (tables_.empty() || tables_.back().block.rows.empty()) return;
    auto& table = tables_.back();
    auto& row = table.block.rows.back();
    row.push_back(std::exchange(table.cell, {}));
    for (int n = 1; n < std::clamp(columns, 1, most_columns) && padding_ < most_padding; ++n, ++padding_)
        row.emplace_back();
}

void Assembly::end_table() {
    if (tables_.empty()) return;
    auto block = std::move(tables_.back().block);
    tables_.pop_back();
    std::erase_if(block.rows, [](const auto& row) {
        return std::all_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); });
    });
    if (tables_.empty()) {
        if (!block.rows.empty()) keep(std::move(block));
        return;
    }
    for (const auto& row : block.rows)
        for (const auto& cell : row) append(tables_.back().cell, cell);
}

void Assembly::keep(Block block) {
    // One more than is allowed is enough to refuse it.
    if (reading_.blocks.size() <= most_blocks) reading_.blocks.push_back(std::move(block));
}

}  // namespace medskapa::office
