#include "engine/office/blocks.hpp"

#include "base/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <utility>

namespace medskapa::office {
namespace {

using Kind = Block::Kind;

constexpr int deepest_heading = 6;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Of a word: letters beyond ASCII too.
bool is_in_word(char c) {
    const auto lower = static_cast<char>(c | 0x20);
    return is_digit(c) || (lower >= 'a' && lower <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

/// Only what would be read as a mark where it stands, so that the words stay words to read and to compare.
std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : ' ';
        const char before = i > 0 ? text[i - 1] : ' ';
        const bool marks = c == '*' || c == '`' || c == '\\' ||
                           (c == '_' && !(is_in_word(before) && is_in_word(next))) ||
                           (c == '<' && !is_blank(next)) || (c == '&' && is_in_word(next)) ||
                           (c == '[' && next == '^') || (c == '(' && before == ']');
        if (marks) out += '\\';
        out += c;
    }
    return out;
}

/// What opens a block at the beginning of a line no longer does.
std::string with_plain_beginning(std::string text) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto is_numbered = digits > 0 && digits + 1 < text.size() &&
                             (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
    if (is_numbered) return text.insert(digits, 1, '\\');
    if (text.empty()) return text;
    const auto first = text.front();
    const bool opens =
        first == '#' || first == '>' || first == '|' || first == '[' || first == '~' ||
        ((first == '-' || first == '+' || first == '=') && (text.size() == 1 || !is_in_word(text[1])));
    return opens ? '\\' + text : text;
}

bool look_alike(const Run& a, const Run& b) {
    return a.is_bold == b.is_bold && a.is_italic == b.is_italic && a.address == b.address;
}

/// Addresses that Markdown takes as they are.
bool is_plain_address(std::string_view address) {
    return (address.starts_with("https://") || address.starts_with("mailto:")) &&
           address.find_first_of(" ()<>\\\"\n") == address.npos;
}

std::string with_marks(const Run& run) {
    const auto from = std::min(run.text.find_first_not_of(" "), run.text.size());
    const auto to = run.text.find_last_not_of(" ") + 1;
    if (from >= to) return run.text;
    auto core = escaped(std::string_view{run.text}.substr(from, to - from));
    if (run.is_bold) core = "**" + core + "**";
    if (run.is_italic) core = "*" + core + "*";
    if (is_plain_address(run.address)) core = fmt::format("[{}]({})", core, run.address);
    return run.text.substr(0, from) + core + run.text.substr(to);
}

/// Marks that begin or end within a word are not read as marks.
void keep_marks_around_words(std::vector<Run>& runs) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool joins_before =
            i > 0 && is_in_word(runs[i - 1].text.back()) && is_in_word(runs[i].text.front());
        const bool joins_after =
            i + 1 < runs.size() && is_in_word(runs[i].text.back()) && is_in_word(runs[i + 1].text.front());
        if (joins_before || joins_after) runs[i].is_bold = runs[i].is_italic = false;
    }
}

std::string cell(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '|') out += '\\';
        out += c;
    }
    return out;
}

std::size_t columns_of(const Block& table) {
    std::size_t columns = 0;
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    return columns;
}

std::string row_of(const std::vector<std::string>& cells, std::size_t columns) {
    std::string row = "|";
    for (std::size_t i = 0; i < columns; ++i)
        row += fmt::format(" {} |", i < cells.size() ? cell(cells[i]) : "");
    return row;
}

std::string table_of(const Block& table) {
    const auto columns = columns_of(table);
    std::string out;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (i > 0) out += '\n';
        if (columns == 1) {
            if (i > 0) out += '\n';
            out += table.rows[i].empty() ? "" : with_plain_beginning(table.rows[i].front());
            continue;
        }
        out += row_of(table.rows[i], columns);
        if (i == 0) out += '\n' + row_of(std::vector<std::string>(columns, "---"), columns);
    }
    return out;
}

std::string item_of(const Block& item) {
    const auto mark = item.number.empty() ? std::string{"-"} : item.number + '.';
    return std::string(4 * static_cast<std::size_t>(item.level), ' ') + mark + ' ' + item.text;
}

/// A document that calls its first heading of the first level, and no other, its title.
bool begins_with_title(const std::vector<Block>& blocks) {
    const auto is_top = [](const Block& block) { return block.kind == Kind::heading && block.level == 1; };
    return !blocks.empty() && is_top(blocks.front()) &&
           std::count_if(blocks.begin(), blocks.end(), is_top) == 1;
}

class Writer {
public:
    Writer(const std::vector<Block>& blocks, const std::string& title) : blocks_{blocks} {
        has_title_ = std::any_of(
            blocks.begin(), blocks.end(), [](const Block& block) { return block.kind == Kind::title; });
        shift_ = has_title_ || !begins_with_title(blocks) ? 1 : 0;
        if (shift_ == 1) heading(1, title_or(title));
    }

    std::string written() {
        for (const auto& block : blocks_) add(block);
        flush_notes();
        return out_;
    }

private:
    std::string title_or(const std::string& given) const {
        for (const auto& block : blocks_)
            if (block.kind == Kind::title) return block.text;
        return given;
    }

    void heading(int level, const std::string& text) {
        out_ +=
            std::string(static_cast<std::size_t>(std::min(level, deepest_heading)), '#') + ' ' + text + '\n';
    }

    void add(const Block& block) {
        const bool goes_on = block.kind == Kind::item && is_in_list_;
        if (!goes_on) flush_notes();
        if (block.kind == Kind::title) {
            if (std::exchange(had_title_, true)) out_ += '\n' + with_plain_beginning(block.text) + '\n';
            return;
        }
        if (!goes_on && !out_.empty()) out_ += '\n';
        is_in_list_ = block.kind == Kind::item;
        switch (block.kind) {
            case Kind::heading:
                heading(block.level + shift_,
                    block.number.empty() ? block.text : block.number + ' ' + block.text);
                break;
            case Kind::item: out_ += item_of(block) + '\n'; break;
            case Kind::table: out_ += table_of(block) + '\n'; break;
            case Kind::quote: out_ += "> " + block.text + '\n'; break;
            case Kind::paragraph: out_ += with_plain_beginning(block.text) + '\n'; break;
            case Kind::title: break;
        }
        notes_.insert(notes_.end(), block.notes.begin(), block.notes.end());
    }

    /// After the list that they are called in, not within it.
    void flush_notes() {
        for (const auto& note : notes_) out_ += '\n' + note + '\n';
        notes_.clear();
        is_in_list_ = false;
    }

    const std::vector<Block>& blocks_;
    bool has_title_ = false;
    bool had_title_ = false;
    bool is_in_list_ = false;
    int shift_ = 0;
    std::string out_;
    std::vector<std::string> notes_;
};

bool has_long_word(std::string_view text) {
    std::size_t length = 0;
    for (const char c : text) {
        length = is_blank(c) ? 0 : length + 1;
        if (length > longest_word) return true;
    }
    return false;
}

bool has_long_word(const Block& block) {
    const auto is_long = [](const std::string& text) { return has_long_word(text); };
    return is_long(block.text) || std::any_of(block.notes.begin(), block.notes.end(), is_long) ||
           std::any_of(block.rows.begin(), block.rows.end(),
               [&](const auto& row) { return std::any_of(row.begin(), row.end(), is_long); });
}

}  // namespace

void Marked::add(Run run) {
    run.text = text::cleaned(run.text);
    std::replace(run.text.begin(), run.text.end(), '\n', ' ');
    std::replace(run.text.begin(), run.text.end(), '\t', ' ');
    if (run.text.empty()) return;
    if (!runs_.empty() && look_alike(runs_.back(), run))
        runs_.back().text += run.text;
    else
        runs_.push_back(std::move(run));
}

void Marked::call_note(int number) {
    // An address of its own keeps it apart from the words around it.
    runs_.push_back({fmt::format("[^{}]", number), false, false, "#"});
}

std::string Marked::markdown() const {
    auto runs = runs_;
    keep_marks_around_words(runs);
    std::string all;
    for (const auto& run : runs) all += run.address == "#" ? run.text : with_marks(run);
    return text::one_line(all);
}

std::string Marked::plain() const {
    std::string all;
    for (const auto& run : runs_) all += run.text;
    return text::one_line(all);
}

Result<Reading> checked(Reading reading) {
    const auto unfit = [](const char* why) { return refuse(Failure::Kind::invalid, {{"fil", why}}); };
    if (reading.blocks.size() > most_blocks)
        return unfit(N_("The file has more than 5 000 paragraphs. Divide it into several documents"));
    if (std::any_of(reading.blocks.begin(), reading.blocks.end(),
            [](const Block& block) { return has_long_word(block); }))
        return unfit(N_("The file holds a word of more than 10 000 characters, which no text does"));
    return reading;
}

std::string markdown_of(const std::vector<Block>& blocks, const std::string& title) {
    return Writer{blocks, title}.written();
}

}  // namespace medskapa::office
