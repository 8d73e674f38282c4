#pragma once

#include "engine/office/numbering.hpp"
#include "engine/office/package.hpp"

#include <map>
#include <optional>

namespace medskapa::office {

/// What a paragraph of a DOCX says of itself, or its style for it.
struct ParagraphStyle {
    std::string style = {};
    std::optional<int> outline = {};  // 0 is a heading of the first level, 9 is none
    std::string list = {};            // "0" is none
    std::optional<int> level = {};    // in the list
};

/// The styles and lists of a DOCX (ECMA-376 part 1, 17.7 and 17.9).
class DocxStyles {
public:
    static Result<DocxStyles> read(const Package&);

    enum class Role { body, title, quote, contents };
    Role role_of(const std::string& style) const;
    /// What the paragraph leaves unsaid is taken from its style and those that it builds on.
    ParagraphStyle resolved(ParagraphStyle) const;
    /// A heading's level from 1; 0 for none.
    int heading_level(const ParagraphStyle& resolved) const;

    /// The next paragraph's number in its list: of its own, and as it is printed with those above it.
    struct Number {
        int own = 1;
        std::string printed = {};  // "3.2"
    };
    /// Nothing for a bullet, and outside of lists.
    std::optional<Number> next_number(const ParagraphStyle& resolved);
    bool is_in_list(const ParagraphStyle& resolved) const;
    std::size_t level_of(const ParagraphStyle& resolved) const;

private:
    struct Style {
        std::string name;  // lower case
        std::string based_on;
        ParagraphStyle paragraph;
    };
    struct Level {
        bool is_numbered = false;
        int start = 1;
        std::string pattern;  // "%1.%2"
        std::string style;    // whose paragraphs belong here
    };
    using Levels = std::map<std::size_t, Level>;
    struct List {
        std::string abstract;
        std::map<std::size_t, int> restarts;
    };

    XmlEvents styles_events();
    XmlEvents numbering_events();
    void note_level(std::string_view name, const Attributes&);
    std::string printed(const std::string& pattern, const Counters&) const;
    const Level* level_in(const ParagraphStyle&) const;

    std::map<std::string, Style> styles_;
    std::map<std::string, Levels> abstract_;
    std::map<std::string, List> lists_;
    std::map<std::string, Counters> counters_;  // by abstract list
    // Where the walk stands.
    std::string here_;
    std::string list_here_;
    std::size_t level_here_ = 0;
};

}  // namespace medskapa::office
