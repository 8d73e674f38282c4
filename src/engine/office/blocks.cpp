#include "engine/office/blocks.hpp"

#include "base/text.hpp"
#include "base/text/picture_mark.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace medskapa::office {
namespace {

using Kind = Block::Kind;

constexpr int deepest_heading = 6;
constexpr std::size_t longest_table = 40'000;  // bytes; a paragraph of ours may have some more

std::string in_cell(const std::string& text) {
    std::string out;
    bool is_escaped = false;
    for (const char c : text) {
        if (c == '|' && !is_escaped) out += '\\';
        out += c;
        is_escaped = c == '\\' && !is_escaped;
    }
    return out;
}

std::string row_of(const std::vector<std::string>& cells, std::size_t columns) {
    std::string row = "|";
    for (std::size_t i = 0; i < columns; ++i)
        row += ' ' + (i < cells.size() ? in_cell(cells[i]) : std::string{}) + " |";
    return row + '\n';
}

std::string table_of(const Block& table) {
    std::size_t columns = 0;
    for (const auto& row : table.rows) columns = std::max(columns, row.size());
    const auto head =
        row_of(table.rows.front(), columns) + row_of(std::vector<std::string>(columns, "---"), columns);
    auto out = head;
    auto size = head.size();
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const auto row = row_of(table.rows[i], columns);
        if (size + row.size() > longest_table && size > head.size()) {
            out += '\n' + head;
            size = head.size();
        }
        out += row;
        size += row.size();
    }
    return out;
}

/// A document that calls its first heading of the first level, and no other, its title.
bool begins_with_title(const std::vector<Block>& blocks) {
    const auto is_top = [](const Block& block) { return block.kind == Kind::heading && block.level == 1; };
    return !blocks.empty() && is_top(blocks.front()) &&
           std::count_if(blocks.begin(), blocks.end(), is_top) == 1;
}

/// A heading's words, which are no Markdown: what would be read as its end, or as a code, no longer is.
std::string heading_words(const std::string& words) {
    auto out = words;
    if (out.ends_with('#')) out.insert(out.find_last_not_of('#') + 1, 1, '\\');
    if (const auto code = out.rfind("{#"); code != out.npos && out.ends_with('}')) out.insert(code, 1, '\\');
    return out;
}

/// Writes the items of a list, so that each is read at its depth and with its number.
class ListWriter {
public:
    void begin() { open_.clear(); }

    std::string line(const Block& item) {
        std::optional<Open> before;  // the item that this one follows in the same list
        while (!open_.empty() && open_.back().level >= item.level) {
            before = open_.back();
            open_.pop_back();
        }
        Open now{.level = item.level, .number = number_of(item)};
        now.sign = before ? sign_after(*before, now.number) : now.number ? '.' : '-';
        const auto indent = open_.empty() ? 0 : open_.back().content;
        const auto mark = (now.number ? std::to_string(*now.number) : "") + now.sign;
        // Four blanks are the custom, and a longer mark needs more.
        now.content = indent + std::max<std::size_t>(4, mark.size() + 1);
        // In the middle of an item only a list that begins with 1 is read as one.
        const bool needs_blank = !before && !open_.empty() && now.number && *now.number != 1;
        const auto words =
            item.label.empty() ? item.text : with_plain_beginning(escaped(item.label) + ' ' + item.text);
        open_.push_back(now);
        return (needs_blank ? "\n" : "") + std::string(indent, ' ') + mark + ' ' + words + '\n';
    }

private:
    struct Open {
        int level = 0;
        std::optional<int> number = {};
        char sign = '-';
        std::size_t content = 0;  // the column where what lies within it begins
    };

    static std::optional<int> number_of(const Block& item) {
        return item.number.empty() ? std::nullopt : std::optional{std::stoi(item.number)};
    }

    /// Another sign begins another list, where the numbers do not follow each other.
    static char sign_after(const Open& before, std::optional<int> number) {
        if (!number) return before.number ? '-' : before.sign;
        if (!before.number) return '.';
        if (*number == *before.number + 1) return before.sign;
        return before.sign == '.' ? ')' : '.';
    }

    std::vector<Open> open_;
};

class Writer {
public:
    Writer(const std::vector<Block>& blocks, const std::string& title) : blocks_{blocks} {
        const auto own = std::find_if(
            blocks.begin(), blocks.end(), [](const Block& block) { return block.kind == Kind::title; });
        shift_ = own != blocks.end() || !begins_with_title(blocks) ? 1 : 0;
        if (shift_ == 1) heading(1, own != blocks.end() ? own->text : title);
    }

    std::string written() {
        for (const auto& block : blocks_) add(block);
        flush_notes();
        return out_;
    }

private:
    void heading(int level, const std::string& text) {
        out_ += std::string(static_cast<std::size_t>(std::min(level, deepest_heading)), '#') + ' ' +
                heading_words(text) + '\n';
    }

    void add(const Block& block) {
        const bool is_item = block.kind == Kind::item;
        const bool goes_on = is_item && is_in_list_;
        if (!goes_on) flush_notes();
        if (block.kind == Kind::title && !std::exchange(had_title_, true)) return;
        if (!goes_on && !out_.empty()) out_ += '\n';
        if (is_item && !goes_on) list_.begin();
        is_in_list_ = is_item;
        write(block);
        notes_.insert(notes_.end(), block.notes.begin(), block.notes.end());
    }

    void write(const Block& block) {
        switch (block.kind) {
            case Kind::heading:
                return heading(block.level + shift_,
                    block.number.empty() ? block.text : block.number + ' ' + block.text);
            case Kind::item: out_ += list_.line(block); break;
            case Kind::table: out_ += table_of(block); break;
            case Kind::quote: out_ += "> " + block.text + '\n'; break;
            case Kind::paragraph: out_ += block.text + '\n'; break;
            case Kind::picture: out_ += picture_mark(block.text, block.address) + '\n'; break;
            case Kind::title: out_ += with_plain_beginning(escaped(block.text)) + '\n'; break;
        }
    }

    /// After the list that they are called in, not within it.
    void flush_notes() {
        for (const auto& note : notes_) out_ += '\n' + note + '\n';
        notes_.clear();
        is_in_list_ = false;
    }

    const std::vector<Block>& blocks_;
    bool had_title_ = false;
    bool is_in_list_ = false;
    int shift_ = 0;
    std::string out_;
    std::vector<std::string> notes_;
    ListWriter list_;
};

bool has_long_word(std::string_view text) {
    std::size_t length = 0;
    for (const char c : text) {
        length = c == ' ' || c == '\t' || c == '\n' || c == '\r' ? 0 : length + 1;
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

Result<Reading> checked(Reading reading) {
    const auto unfit = [](const char* why) { return refuse(Failure::Kind::invalid, {{"fil", why}}); };
    if (reading.has_giant_table)
        return unfit(
            N_("The file holds a table that is larger than any in a text. Keep it as a spreadsheet"));
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
