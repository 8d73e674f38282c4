#pragma once

#include "engine/office/assembly.hpp"
#include "engine/office/odt/odt_lists.hpp"
#include "engine/office/package.hpp"
#include "engine/office/text/math.hpp"

namespace medskapa::office {

/// Reads the text of an ODT (OpenDocument 1.3 part 3).
class OdtReader {
public:
    OdtReader(OdtStyles& styles, const Package& package)
        : styles_{styles}, lists_{styles}, package_{package} {}

    XmlEvents events();
    bool is_text() const { return is_text_; }
    Reading reading() &&;

private:
    struct Paragraph {
        Block block;
        OdtLook look;
        std::size_t spans = 0;  // that were open around it
        bool is_hidden = false;
        bool was_hidden = false;  // the last words
    };
    struct Frame {
        bool is_shape = false;  // which may hold paragraphs of its own
        bool is_hidden = false;
        bool has_text = false;
        std::vector<std::string> pictures =
            {};                  // the parts that show it, the best first; "" of another place
        std::string words = {};  // what it shows
        bool has_object = false;
        bool is_equation = false;
    };
    struct Cell {
        int times = 1;
        bool is_covered = false;
    };

    void open(std::string_view name, const Attributes&);
    void close(std::string_view name);
    void text(std::string_view words);

    bool begins_left_out(std::string_view name, const Attributes&);
    void open_words(std::string_view name, const Attributes&);
    void open_table(std::string_view name, const Attributes&);
    void open_frame(std::string_view name, const Attributes&);
    void close_table(std::string_view name);
    void close_cell(const Cell&);
    void close_drawing(std::string_view name);
    void keep_picture(const Frame&);
    void begin_paragraph(const Attributes&, bool is_heading);
    void end_paragraph();
    Block heading_of(const Attributes&);
    Block block_of(const std::string& style);
    void end_note();

    OdtLook look() const;
    bool is_hidden() const { return look().is_hidden.value_or(false); }
    void add(std::string words);
    void add_equation(const std::string& line);
    void read_object(const std::string& address);

    OdtStyles& styles_;
    OdtLists lists_;
    const Package& package_;
    Assembly assembly_;
    MathText math_;
    std::vector<Paragraph> paragraphs_;  // the open ones: a frame's stand within another
    std::vector<OdtLook> spans_;
    std::vector<Frame> frames_;
    std::vector<Cell> cells_;
    std::vector<int> covered_;  // of the open rows: cells that must follow a wide one, when the file has them
    std::vector<int> row_times_;
    std::vector<std::string> links_;
    std::map<std::string, std::string> equations_;  // by where they lie, that have been read
    int math_depth_ = 0;
    int left_out_ = 0;             // how deep in what is left out
    bool is_description_ = false;  // of a frame: what is left out says what it shows
    bool is_text_ = false;
};

}  // namespace medskapa::office
