#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::office {

/// A run of a document's text that looks the same.
struct Run {
    std::string text = {};
    bool is_bold = false;
    bool is_italic = false;
    std::string address = {};  // where it leads
};

/// A paragraph's text with the marks of Markdown, made run by run. What could be read as a mark is escaped.
class Marked {
public:
    void add(Run);
    /// Where a footnote is called: "[^3]".
    void call_note(int number);

    std::string markdown() const;
    std::string plain() const;

private:
    std::vector<Run> runs_;
};

/// A piece of a document, as every word processor has them.
struct Block {
    enum class Kind { title, heading, paragraph, quote, item, table };

    Kind kind = Kind::paragraph;
    int level = 0;            // of a heading: 1 and up; of a list's item: 0 and up
    std::string number = {};  // "3.2" of a heading; of an item in a numbered list, its number
    std::string text = {};    // Markdown of one line
    std::vector<std::vector<std::string>> rows = {};  // of a table, the first is its head
    std::vector<std::string> notes = {};              // "[^3]: A footnote of it."
};

struct Reading {
    std::vector<Block> blocks;
    int pictures = 0;  // left out
};

inline constexpr std::size_t most_blocks = 5000;
inline constexpr std::size_t longest_word = 10'000;  // bytes

/// Refuses what no text is: more blocks, or a longer word, than any. O(text).
Result<Reading> checked(Reading);

/// One text of it with a heading for its title: the document's own, or this one. Headings keep their numbers,
/// footnotes follow what they are called in, a list is one paragraph, and a table without a second column is
/// paragraphs.
std::string markdown_of(const std::vector<Block>&, const std::string& title);

}  // namespace medskapa::office
