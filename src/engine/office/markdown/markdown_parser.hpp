#pragma once

#include <md4c.h>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::office {

/// What the parser finds in a text of Markdown, in its order. Each returns false to stop.
class MarkdownEvents {
public:
    virtual ~MarkdownEvents() = default;

    virtual bool enter_block(MD_BLOCKTYPE, void* detail) = 0;
    virtual bool leave_block(MD_BLOCKTYPE, void* detail) = 0;
    virtual bool enter_span(MD_SPANTYPE, void* detail) = 0;
    virtual bool leave_span(MD_SPANTYPE) = 0;
    virtual bool text(MD_TEXTTYPE, std::string_view) = 0;
};

enum class Marks { simple, of_documents };  // of documents: with tables and struck-out words

/// Parses CommonMark without markup of its own (no HTML). False when an event stopped it, or the text is
/// nested deeper than any person would: what was called out until then is to be thrown away.
bool parse_markdown(std::string_view source, Marks, MarkdownEvents&);

/// A footnote: "[^1]: ..." on a line of its own.
struct MarkdownNote {
    std::string label;
    std::string text;
};
/// A text without the lines that are notes; where one is called stands a sign that no parser takes for a
/// mark.
struct TextWithNotes {
    std::string body;
    std::vector<MarkdownNote> notes;
};
TextWithNotes split_notes(std::string_view source);

/// Without the characters of private use that stand for calls and breaks.
std::string without_signs_of_ours(std::string_view);

/// Words of such a body in pieces: plain text, and the labels of notes where they are called.
void each_piece(std::string_view words, const std::function<void(std::string_view)>& on_text,
    const std::function<void(std::string_view)>& on_label);

/// Words of a cell line by line: "<br>" divides them.
void each_line(std::string_view words, const std::function<void(std::string_view)>& on_text,
    const std::function<void()>& on_break);

/// What a parser's text means as words alone, as for what a picture shows.
std::string plain_words(MD_TEXTTYPE, std::string_view);

/// The references whose meaning is plain. A number could bring back a character that was cleaned away.
bool is_known_entity(std::string_view);

}  // namespace medskapa::office
