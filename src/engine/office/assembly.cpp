#include "engine/office/assembly.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace medskapa::office {
namespace {

constexpr int most_columns = 64;
constexpr int most_padding = 100'000;        // cells that are only there because others are wide
constexpr std::size_t most_cells = 200'000;  // of all tables, empty ones too

void append(std::vector<Block>& to, std::vector<Block> blocks) {
    to.insert(to.end(), std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
}

void append(std::string& to, std::string_view divider, const std::string& text) {
    if (!to.empty() && !text.empty()) to += divider;
    to += text;
}

/// A block as a part of a cell or note: a list's item keeps its sign.
std::string line_of(const Block& block) {
    if (block.kind == Block::Kind::table) {
        std::string all;
        for (const auto& row : block.rows) {
            std::string line;
            for (const auto& cell : row) append(line, " / ", cell);
            append(all, break_in_cell, line);
        }
        return all;
    }
    const bool is_plain = block.kind == Block::Kind::title || block.kind == Block::Kind::heading;
    const auto text = is_plain ? escaped(block.text) : block.text;
    if (block.kind == Block::Kind::heading && !block.number.empty()) return block.number + ' ' + text;
    if (block.kind != Block::Kind::item) return text;
    if (!block.label.empty()) return block.label + ' ' + text;
    return (block.number.empty() ? std::string{"•"} : block.number + '.') + ' ' + text;
}

bool is_picture(const Block& block) {
    return block.kind == Block::Kind::picture;
}

bool is_path(std::string_view line) {
    const auto drive = line.substr(0, 3);
    return line.starts_with('/') || line.find("://") != line.npos || line.find('\\') != line.npos ||
           drive.ends_with(":/") || std::count(line.begin(), line.end(), '/') > 1;
}

bool ends_as_file(std::string_view line) {
    static const std::set<std::string, std::less<>> endings{
        ".jpg", ".jpeg", ".png", ".gif", ".emf", ".wmf", ".svg", ".tif", ".tiff", ".bmp"};
    const auto dot = line.rfind('.');
    return dot != line.npos && endings.contains(text::lower(line.substr(dot)));
}

/// At least four words, of which the last begins with a letter: it is not the number of a clock or a copy.
bool is_sentence(std::string_view line) {
    constexpr std::string_view between = " /";
    constexpr std::ptrdiff_t fewest_words = 4;
    const unsigned char first = line[line.find_last_of(between) + 1];
    const bool is_letter = first >= 0x80 || ('a' <= (first | 0x20) && (first | 0x20) <= 'z');
    const auto blanks =
        std::count_if(line.begin(), line.end(), [&](char c) { return between.find(c) != between.npos; });
    return is_letter && blanks + 1 >= fewest_words;
}

/// What a picture shows, in one line. A file's name, which word processors put there, says nothing of it, and
/// where it lay is nobody's business; a sentence may well end with such a name.
std::string words_of_picture(std::string_view words) {
    auto line = text::one_line(words);
    const bool is_name = ends_as_file(line) && (is_path(line) || !is_sentence(line));
    return is_name ? std::string{} : line;
}

}  // namespace

void Assembly::begin_paragraph() {
    auto& place = places_.back();
    place.open.emplace_back();
    if (place.carried) place.open.back() = std::move(std::exchange(place.carried, std::nullopt)->paragraph);
}

void Assembly::add(Run run) {
    if (!places_.back().open.empty()) places_.back().open.back().text.add(std::move(run));
}

void Assembly::call_note(const std::string& note) {
    auto& open = places_.back().open;
    if (open.empty() || note.empty()) return;
    open.back().text.call_note(++notes_);
    open.back().notes.push_back(fmt::format("[^{}]: {}", notes_, note));
}

void Assembly::drop_paragraph() {
    if (!places_.back().open.empty()) places_.back().open.pop_back();
}

void Assembly::end_paragraph(Block block) {
    auto& open = places_.back().open;
    if (open.empty()) return;
    auto paragraph = std::move(open.back());
    open.pop_back();
    keep(std::move(paragraph), std::move(block));
}

void Assembly::carry_paragraph(Block block) {
    auto& place = places_.back();
    if (place.open.empty()) return;
    place.carried = Carried{std::move(place.open.back()), std::move(block)};
    place.open.pop_back();
}

bool Assembly::has_words() const {
    const auto& open = places_.back().open;
    return !open.empty() && !is_blank(open.back().text.plain().text);
}

void Assembly::add_picture(std::string part, std::string_view words) {
    Block picture{.kind = Block::Kind::picture};
    picture.text = words_of_picture(words);
    picture.address = std::move(part);
    auto& place = places_.back();
    if (place.open.empty())
        keep(std::move(picture));
    else
        place.open.back().after.push_back(std::move(picture));
}

void Assembly::keep(Paragraph paragraph, Block block) {
    const bool is_plain = block.kind == Block::Kind::title || block.kind == Block::Kind::heading;
    if (is_plain) {
        auto plain = paragraph.text.plain();
        block.text = std::move(plain.text);
        if (plain.struck > 0) leave_out(LeftOut::struck, plain.struck);
    } else {
        block.text = paragraph.text.markdown();
    }
    block.notes = std::move(paragraph.notes);
    if (!is_blank(block.text)) keep(std::move(block));
    for (auto& after : paragraph.after) keep(std::move(after));
}

void Assembly::keep(Block block) {
    auto& blocks = places_.back().blocks;
    // One more than is allowed is enough to refuse it.
    if (blocks.size() <= most_blocks) blocks.push_back(std::move(block));
}

void Assembly::flush_carried() {
    if (auto carried = std::exchange(places_.back().carried, std::nullopt))
        keep(std::move(carried->paragraph), std::move(carried->block));
}

std::vector<Block> Assembly::end_place() {
    while (!places_.back().open.empty()) end_paragraph({});
    flush_carried();
    auto blocks = std::move(places_.back().blocks);
    places_.pop_back();
    return blocks;
}

void Assembly::end_frame() {
    auto blocks = end_place();
    auto& place = places_.back();
    append(place.open.empty() ? place.blocks : place.open.back().after, std::move(blocks));
}

std::string Assembly::end_note() {
    std::string all;
    std::vector<Block> pictures;
    for (auto& block : end_place()) {
        if (is_picture(block))
            pictures.push_back(std::move(block));
        else
            append(all, " ", line_of(block));
    }
    auto& place = places_.back();
    append(place.open.empty() ? place.blocks : place.open.back().after, std::move(pictures));
    return all;
}

void Assembly::begin_table() {
    flush_carried();
    tables_.emplace_back();
}

void Assembly::begin_row() {
    if (tables_.empty()) return;
    tables_.back().rows.emplace_back();
    tables_.back().row_is_dropped = false;
}

void Assembly::drop_row() {
    if (!tables_.empty()) tables_.back().row_is_dropped = true;
}

void Assembly::skip_columns(int columns) {
    if (tables_.empty() || tables_.back().rows.empty()) return;
    for (int n = 0; n < std::min(columns, most_columns) && padding_ < most_padding; ++n, ++padding_)
        tables_.back().rows.back().emplace_back();
}

void Assembly::begin_cell() {
    if (!tables_.empty()) places_.emplace_back();
}

void Assembly::end_cell(int columns) {
    if (tables_.empty()) return;
    auto cell = end_place();
    if (tables_.back().rows.empty()) tables_.back().rows.emplace_back();
    tables_.back().rows.back().push_back(std::move(cell));
    skip_columns(columns - 1);
}

/// What a copy of them takes of the padding that a file may ask for.
int Assembly::cost_of(const std::vector<Cell>& cells) {
    std::size_t letters = 0;
    for (const auto& cell : cells)
        for (const auto& block : cell) letters += block.text.size();
    return static_cast<int>(std::min<std::size_t>(cells.size() + letters / 16, most_padding));
}

void Assembly::repeat_cell(int times) {
    if (tables_.empty() || tables_.back().rows.empty() || tables_.back().rows.back().empty()) return;
    auto& row = tables_.back().rows.back();
    if (row.back().empty()) return skip_columns(times - 1);
    const auto cost = cost_of({row.back()});
    for (int n = 1; n < std::min(times, most_columns) && padding_ < most_padding; ++n) {
        padding_ += cost;
        row.push_back(row.back());
    }
    if (padding_ >= most_padding && times > 1) reading_.has_giant_table = true;
}

bool Assembly::drop_cell() {
    return !tables_.empty() && !end_place().empty();
}

void Assembly::end_row(int times) {
    if (tables_.empty() || tables_.back().rows.empty()) return;
    auto& rows = tables_.back().rows;
    if (std::exchange(tables_.back().row_is_dropped, false)) return rows.pop_back();
    const auto is_empty = [](const Cell& cell) { return cell.empty(); };
    if (std::all_of(rows.back().begin(), rows.back().end(), is_empty)) return;  // end_table() would drop it
    const auto cost = cost_of(rows.back());
    for (int n = 1; n < times && padding_ < most_padding; ++n) {
        padding_ += cost;
        rows.push_back(rows.back());
    }
    if (padding_ >= most_padding && times > 1) reading_.has_giant_table = true;
}

std::string Assembly::words_of(const Cell& cell, Block& table, std::vector<Block>& pictures) {
    std::string all;
    for (const auto& block : cell) {
        if (is_picture(block)) {
            pictures.push_back(block);
            continue;
        }
        append(all, break_in_cell, line_of(block));
        table.notes.insert(table.notes.end(), block.notes.begin(), block.notes.end());
    }
    return all;
}

/// A table of one column is no table: what stands in it is what it is.
void Assembly::keep_cells_of(Table table) {
    for (auto& row : table.rows)
        for (auto& cell : row)
            for (auto& block : cell) keep(std::move(block));
}

void Assembly::end_table() {
    if (tables_.empty()) return;
    auto table = std::move(tables_.back());
    tables_.pop_back();
    std::size_t columns = 0;
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    if (columns <= 1) return keep_cells_of(std::move(table));
    cells_ += columns * table.rows.size();
    if (cells_ > most_cells) reading_.has_giant_table = true;
    if (reading_.has_giant_table) return;
    Block block{.kind = Block::Kind::table};
    std::vector<Block> pictures;  // a cell holds words: they follow the table
    for (const auto& row : table.rows) {
        std::vector<std::string> cells;
        for (const auto& cell : row) cells.push_back(words_of(cell, block, pictures));
        cells.resize(columns);
        const bool is_empty =
            std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return cell.empty(); });
        if (!is_empty) block.rows.push_back(std::move(cells));
    }
    if (!block.rows.empty()) keep(std::move(block));
    for (auto& picture : pictures) keep(std::move(picture));
}

Reading Assembly::reading() && {
    while (places_.size() > 1) end_frame();
    reading_.blocks = end_place();
    return std::move(reading_);
}

}  // namespace medskapa::office
