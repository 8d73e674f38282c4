#pragma once

#include "engine/office/assembly.hpp"
#include "engine/office/docx/docx_fields.hpp"
#include "engine/office/docx/docx_numbering.hpp"
#include "engine/office/docx/relations.hpp"
#include "engine/office/text/math.hpp"

#include <map>
#include <vector>

namespace medskapa::office {

using NotesById = std::map<std::string, std::string>;

/// Whether fields are read as such: where one has no end, nothing of what follows would be text.
enum class Fields { read, ignored };

/// Reads a part of a DOCX with text: the document, its footnotes or its endnotes (ECMA-376 part 1, 17).
class DocxReader {
public:
    DocxReader(const DocxStyles& styles, DocxNumbering& numbering, const Relations& relations, Fields fields)
        : styles_{styles},
          numbering_{numbering},
          relations_{relations},
          reads_fields_{fields == Fields::read} {}

    void set_notes(NotesById footnotes, NotesById endnotes);
    XmlEvents events();
    /// Whether each field had an end.
    bool fields_are_whole() const { return fields_are_whole_ && fields_.depth() == 0; }
    /// Whether it is a text's part: its first element says so.
    bool is_text() const { return is_text_part_; }
    NotesById notes() && { return std::move(notes_); }
    Reading reading() && { return std::move(assembly_).reading(); }

private:
    struct Paragraph {
        ParagraphStyle style = {};
        RunStyle mark = {};
        bool mark_is_deleted = false;
        bool is_drop_cap = false;
        bool was_hidden = false;  // the last words
    };
    struct Cell {
        int columns = 1;
        bool is_deleted = false;
        bool is_covered = false;  // by a cell that goes on over it, and not shown
    };
    struct Shown {
        std::string part = {};  // empty: it lies elsewhere
        std::string words = {};
    };
    struct Drawing {
        std::vector<Shown> pictures = {};
        std::string words = {};    // what it shows as a whole
        bool awaits_blip = false;  // what the open picture shows is still to come
        bool is_in_picture = false;
        int fills = 0;  // pictures with which shapes are filled
        bool is_hidden = false;
        bool has_text = false;
        bool is_object = false;
        bool is_rule = false;
    };

    void open(std::string_view name, const Attributes&);
    void close(std::string_view name);
    void text(std::string_view words);

    bool begins_left_out(std::string_view name);
    void watch_left_out(std::string_view name, const Attributes&);
    bool open_properties(std::string_view name, const Attributes&);
    void note_paragraph_property(std::string_view name, const Attributes&);
    void note_form_property(std::string_view name, const Attributes&);
    void note_row_property(std::string_view name, const Attributes&);
    void open_words(std::string_view name, const Attributes&);
    void open_field(std::string_view name, const Attributes&);
    void open_table(std::string_view name, const Attributes&);
    void open_note(std::string_view name, const Attributes&);
    void open_drawing(std::string_view name, const Attributes&);
    void open_picture(std::string_view name, const Attributes&);
    void keep_pictures(Drawing);
    bool open_math(std::string_view name, const Attributes&);
    void close_field(std::string_view name);
    void close_table(std::string_view name);
    void close_cell(const Cell&);
    void close_drawing(std::string_view name);
    void close_note(std::string_view name);
    void end_math();

    void begin_paragraph();
    void end_paragraph();
    Block block_of(const ParagraphStyle& style) const;
    void count(Block& block, const ParagraphStyle& style);
    void leave_out_contents();

    bool is_hidden();
    void add(std::string text);
    void add_sign(const Attributes&);
    void call_note(const NotesById&, const Attributes&);
    std::string address() const;
    void open_link(const Attributes&);
    const RunStyle& look();
    void enter_place();
    void leave_place();

    const DocxStyles& styles_;
    DocxNumbering& numbering_;
    const Relations& relations_;
    bool reads_fields_ = true;
    NotesById footnotes_, endnotes_, notes_;
    Assembly assembly_;
    DocxFields fields_;
    MathText math_;
    std::vector<Paragraph> paragraphs_;  // the open ones: a frame's stand within another
    std::vector<Cell> cells_;
    std::vector<int> columns_after_;  // the last cells of the open rows
    std::vector<std::string> table_styles_;
    std::vector<Drawing> drawings_;
    std::vector<std::size_t> fields_outside_;    // how many were open where a cell, frame or note began
    std::vector<std::optional<LeftOut>> forms_;  // of the open content controls: as what it is left out
    std::vector<bool> has_choice_;               // of the open alternatives
    std::vector<std::string> links_;
    std::string properties_;  // the element whose properties are read
    int depth_of_properties_ = 0;
    std::string note_;  // the id of the open note
    RunStyle run_;
    std::optional<RunStyle> look_;  // the run's, resolved
    bool has_own_mark_ = false;     // the run shows a note's mark of its own
    bool is_words_ = false;
    bool is_instruction_ = false;
    bool in_mark_ = false;  // in the properties of a paragraph's end
    bool is_in_contents_ = false;
    bool is_text_part_ = false;
    bool has_begun_ = false;
    bool fields_are_whole_ = true;
    bool is_math_paragraph_ = false;
    int math_depth_ = 0;
    int left_out_ = 0;  // how deep in what is left out
};

}  // namespace medskapa::office
