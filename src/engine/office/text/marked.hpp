#pragma once

#include "engine/office/text/scripts.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace medskapa::office {

/// A run of a document's text that looks the same.
struct Run {
    std::string text = {};
    bool is_bold = false;
    bool is_italic = false;
    bool is_struck = false;
    Script script = Script::none;
    std::string address = {};  // where it leads
    bool calls_note = false;   // "[^3]", which no word may be taken for
};

/// A paragraph's text with the marks of Markdown, made run by run. What could be read as a mark is escaped.
class Marked {
public:
    void add(Run);
    /// Where a footnote is called: "[^3]".
    void call_note(int number);

    /// On one line. Read as Markdown it is these words, and struck-out ones are struck out. Where bold or
    /// italic cannot be marked, as in the middle of a sign, it is left out.
    std::string markdown() const;
    /// Words only, without those that are struck out.
    struct Plain {
        std::string text;
        int struck = 0;  // runs that are left out
    };
    Plain plain() const;

private:
    std::vector<Run> on_one_line() const;

    std::vector<Run> runs_;
};

/// Words that Markdown shows as they are, wherever they stand in a paragraph.
std::string escaped(std::string_view words, char before = ' ', char after = ' ');
/// What opens a block at the beginning of a line no longer does.
std::string with_plain_beginning(std::string text);
/// The bytes of the blank that the text begins with, of whatever width and kind; 0 where it begins with none.
std::size_t blank_at(std::string_view text);
/// Whether nothing can be seen of it: no-break blanks and their like are blanks too.
bool is_blank(std::string_view text);
/// An address as a Markdown link can hold it; empty when only its author's machine could follow it.
std::string linkable(std::string_view address);

}  // namespace medskapa::office
