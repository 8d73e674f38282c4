#pragma once

#include "base/result.hpp"
#include "engine/office/left_out.hpp"
#include "engine/office/text/marked.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::office {

/// A piece of a document, as every word processor has them.
struct Block {
    enum class Kind { title, heading, paragraph, quote, item, table, picture };

    Kind kind = Kind::paragraph;
    int level = 0;            // of a heading: 1 and up; of a list's item: 0 and up
    std::string number = {};  // "3.2" of a heading; of an item in a list that is numbered 1, 2, 3, its number
    std::string label = {};   // of an item that is counted otherwise: "b)", "IV.", "2.3"
    std::string text =
        {};  // Markdown of one line; of a title or heading, its words; of a picture, what it shows
    std::vector<std::vector<std::string>> rows = {};  // of a table, the first is its head; cells are Markdown
    std::vector<std::string> notes = {};              // "[^3]: A footnote of it."
    std::string address = {};  // of a picture: the part of the file that it is, or where it is kept

    bool operator==(const Block&) const = default;
};

/// A picture of the file, as it lies there.
struct Picture {
    std::string part;
    std::string bytes;  // JPEG or PNG by its first bytes; nothing more is known of it
};

struct Reading {
    std::vector<Block> blocks;
    std::vector<Picture> pictures = {};  // each that a block shows, once
    LeftOutCounts left_out = {};
    bool has_giant_table = false;  // which is not among the blocks
};

inline constexpr std::size_t most_blocks = 5000;
inline constexpr std::size_t longest_word = 10'000;  // bytes

/// Between what stands on lines of their own in a table's cell.
inline constexpr std::string_view break_in_cell = "<br>";

/// Refuses what no text is: more blocks, a longer word or a larger table than any. O(text).
Result<Reading> checked(Reading);

/// One text of it with a heading for its title: the document's own, or this one. Headings keep their numbers,
/// footnotes follow what they are called in, a list is one paragraph, and a table that would be too long for
/// one is several with the same head.
std::string markdown_of(const std::vector<Block>&, const std::string& title);

}  // namespace medskapa::office
