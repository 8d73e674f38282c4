#include "engine/office/markdown/markdown_parser.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace medskapa::office {
namespace {

constexpr int max_depth = 100;
constexpr std::size_t max_prefix = 8 * max_depth;

/// The columns of a line that only open lists and quotes: "  > - 1. ".
std::size_t prefix_columns(std::string_view line) {
    std::size_t columns = 0;
    bool opens = false;
    for (const char c : line) {
        if (c == '>' || c == '-' || c == '+' || c == '*' || c == '.' || c == ')' || (c >= '0' && c <= '9'))
            opens = true;
        else if (c != ' ' && c != '\t')
            break;
        columns += c == '\t' ? 4 : 1;
    }
    return opens ? columns : 0;
}

/// The parser walks all open lists for each line, so a bomb is turned away before it.
bool is_deep_on_sight(std::string_view source) {
    while (!source.empty()) {
        const auto end = std::min(source.find('\n'), source.size());
        if (prefix_columns(source.substr(0, end)) > max_prefix) return true;
        source.remove_prefix(std::min(end + 1, source.size()));
    }
    return false;
}

/// Characters of private use: no parser takes them for marks.
constexpr std::string_view note_opens = "\uE000";
constexpr std::string_view note_closes = "\uE001";

/// Where a cell of a table goes on in a line of its own.
constexpr std::string_view break_sign = "\uE002";

bool is_sign_of_ours(std::string_view text, std::size_t at) {
    for (const auto sign : {note_opens, note_closes, break_sign})
        if (text.substr(at, sign.size()) == sign) return true;
    return false;
}

bool ends_with_escape(std::string_view text) {
    std::size_t backslashes = 0;
    while (text.ends_with('\\')) {
        text.remove_suffix(1);
        ++backslashes;
    }
    return backslashes % 2 == 1;
}

/// "<br>" in a row of a table is a break, unless it is escaped.
std::string with_breaks_in_cells(std::string_view source) {
    constexpr std::string_view typed = "<br>";
    std::string out;
    bool is_row = false;
    for (std::size_t i = 0; i < source.size(); ++i) {
        if (i == 0 || source[i - 1] == '\n') {
            const auto first = source.find_first_not_of(" \t", i);
            is_row = first != source.npos && source[first] == '|';
        }
        const bool breaks = is_row && source.substr(i, typed.size()) == typed && !ends_with_escape(out);
        // Blanks around it let marks begin and end there.
        if (breaks)
            out += ' ' + std::string{break_sign} + ' ';
        else
            out += source[i];
        if (breaks) i += typed.size() - 1;
    }
    return out;
}

/// "3" of "[^3]" at this place; empty when it is something else.
std::string_view label_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest_label = 4;
    if (text.substr(at, 2) != "[^") return {};
    const auto digits = text.substr(at + 2, longest_label);
    const auto end = std::min(digits.find_first_not_of("0123456789"), digits.size());
    return text.substr(at + 2 + end, 1) == "]" ? digits.substr(0, end) : std::string_view{};
}

/// The text without the lines that are notes.
std::string without_notes(std::string_view source, std::vector<MarkdownNote>& notes) {
    std::string body;
    for (const auto& line : text::split(source, '\n')) {
        const auto label = label_at(line, 0);
        const auto rest = std::string_view{line}.substr(label.empty() ? 0 : label.size() + 3);
        if (!label.empty() && rest.starts_with(": "))
            notes.push_back({std::string{label}, std::string{rest.substr(2)}});
        else
            body += line + '\n';
    }
    return body;
}

std::string with_called_notes(std::string_view body) {
    std::string out;
    std::size_t copied = 0;
    for (auto at = body.find('['); at != body.npos; at = body.find('[', at + 1)) {
        const auto label = ends_with_escape(body.substr(0, at)) ? std::string_view{} : label_at(body, at);
        if (label.empty()) continue;
        out += body.substr(copied, at - copied);
        out += std::string{note_opens} + std::string{label} + std::string{note_closes};
        copied = at + label.size() + 3;
        at = copied - 1;
    }
    return out += body.substr(copied);
}

/// Passes the parser's calls on, and counts how deep the text is nested.
struct Calls {
    MarkdownEvents& events;
    int depth = 0;

    static constexpr int stop = -1;  // the parser does not stop at a positive number

    static Calls& of(void* self) { return *static_cast<Calls*>(self); }
    int entered(bool goes_on) { return ++depth > max_depth || !goes_on ? stop : 0; }
    int left(bool goes_on) {
        --depth;
        return goes_on ? 0 : stop;
    }
};

}  // namespace

bool parse_markdown(std::string_view typed, Marks marks, MarkdownEvents& events) {
    if (is_deep_on_sight(typed)) return false;
    const bool is_document = marks == Marks::of_documents;
    const auto source = is_document ? with_breaks_in_cells(typed) : std::string{typed};
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | (is_document ? MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH : 0U);
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
        return Calls::of(self).entered(Calls::of(self).events.enter_block(type, detail));
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
        return Calls::of(self).left(Calls::of(self).events.leave_block(type, detail));
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
        return Calls::of(self).entered(Calls::of(self).events.enter_span(type, detail));
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
        return Calls::of(self).left(Calls::of(self).events.leave_span(type));
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
        return Calls::of(self).events.text(type, {text, size}) ? 0 : Calls::stop;
    };
    Calls calls{events};
    return md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &calls) == 0;
}

std::string without_signs_of_ours(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        // The three begin with the same byte, and what stands before it is copied as it is.
        const auto plain = text.find(note_opens.front(), 1);
        const bool is_sign = is_sign_of_ours(text, 0);
        if (!is_sign) out += text.substr(0, plain);
        text.remove_prefix(is_sign ? note_opens.size() : std::min(plain, text.size()));
    }
    return out;
}

TextWithNotes split_notes(std::string_view source) {
    TextWithNotes split;
    split.body = with_called_notes(without_notes(without_signs_of_ours(source), split.notes));
    return split;
}

void each_line(std::string_view words, const std::function<void(std::string_view)>& on_text,
    const std::function<void()>& on_break) {
    for (auto at = words.find(break_sign); at != words.npos; at = words.find(break_sign)) {
        auto line = words.substr(0, at);
        if (line.ends_with(' ')) line.remove_suffix(1);
        on_text(line);
        on_break();
        words.remove_prefix(at + break_sign.size());
        if (words.starts_with(' ')) words.remove_prefix(1);
    }
    on_text(words);
}

void each_piece(std::string_view words, const std::function<void(std::string_view)>& on_text,
    const std::function<void(std::string_view)>& on_label) {
    for (auto at = words.find(note_opens); at != words.npos; at = words.find(note_opens)) {
        const auto end = std::min(words.find(note_closes, at), words.size());
        on_text(words.substr(0, at));
        on_label(words.substr(at + note_opens.size(), end - at - note_opens.size()));
        words.remove_prefix(std::min(end + note_closes.size(), words.size()));
    }
    on_text(words);
}

std::string plain_words(MD_TEXTTYPE type, std::string_view words) {
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) return " ";
    if (type == MD_TEXT_NULLCHAR) return "\uFFFD";
    if (type == MD_TEXT_ENTITY) {
        if (words == "&amp;") return "&";
        if (words == "&lt;") return "<";
        if (words == "&gt;") return ">";
        if (words == "&quot;") return "\"";
        if (words == "&nbsp;") return "\u00A0";
    }
    std::string all;
    each_piece(
        words, [&](std::string_view text) { all += text; },
        [&](std::string_view label) { all += "[^" + std::string{label} + ']'; });
    return all;
}

bool is_known_entity(std::string_view s) {
    return s == "&amp;" || s == "&lt;" || s == "&gt;" || s == "&quot;" || s == "&nbsp;";
}

}  // namespace medskapa::office
