#pragma once

#include "engine/office/document_writer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::web {

/// Puts our own markup on paper as it comes, whole elements or parts of them: headings, paragraphs,
/// lists, tables, what is strong, quoted, added and removed, and the ways within the report. Ways elsewhere
/// and what only a screen reader is told are left out.
class OnPaper {
public:
    explicit OnPaper(office::DocumentWriter& paper) : paper_{paper} {}

    void put(std::string_view markup);

private:
    struct Open {
        std::string name = {};
        office::Look look = {};  // what words in it look like
        bool is_hidden = false;
        bool is_typed = false;  // line ends are line ends
    };
    struct Tag;

    void open(const Tag&);
    void close(std::string_view name);
    void say(std::string_view markup);
    std::string shown(const std::string& text, bool is_typed);
    office::DocumentWriter::Style style_here() const;
    void begin(office::DocumentWriter::Style);
    void end();
    void open_list(const Tag&);
    void begin_table();
    void begin_cell();
    void end_cell();

    office::DocumentWriter& paper_;
    std::vector<Open> open_;
    std::optional<std::vector<std::string>> heads_;  // of the table whose head is being read
    std::vector<int> lists_;                         // the next item's number; 0 where there are none
    std::string waiting_sign_;                       // of the list's item, for its first paragraph
    std::string waiting_mark_;                       // for the next paragraph
    bool is_in_paragraph_ = false;
    bool has_blank_ = true;  // the last thing written was one, or nothing was
    bool is_cell_empty_ = true;
};

}  // namespace medskapa::web
