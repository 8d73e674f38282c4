#pragma once

#include "engine/office/package.hpp"
#include "engine/office/text/scripts.hpp"

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

/// What a run says of itself, or a style for it.
struct RunStyle {
    std::string style = {};
    std::optional<bool> is_bold = {}, is_italic = {}, is_struck = {}, is_struck_twice = {}, is_hidden = {};
    std::optional<Script> script = {};
    std::string font = {};

    /// Notes a property ("w:b"), if it is one of these.
    void note(std::string_view name, const Attributes&);
};

/// The styles of a DOCX (ECMA-376 part 1, 17.7).
class DocxStyles {
public:
    static Result<DocxStyles> read(const Package&, const std::string& part);

    enum class Role { body, title, quote, contents };
    Role role_of(const std::string& style) const;
    /// What the paragraph leaves unsaid is taken from its style and those that it builds on.
    ParagraphStyle resolved(ParagraphStyle) const;
    /// A heading's level from 1; 0 for none.
    int heading_level(const ParagraphStyle& resolved) const;
    /// What the run leaves unsaid is taken from its style. Whether it is hidden or struck out is asked of the
    /// paragraph's and the table's style too.
    RunStyle resolved(RunStyle, const std::string& paragraph_style, const std::string& table_style) const;
    /// The list that a numbering style stands for.
    std::string list_of(const std::string& style) const;

private:
    struct Style {
        std::string name;  // lower case
        std::string based_on;
        ParagraphStyle paragraph = {};
        RunStyle run = {};
    };

    XmlEvents events();
    void open(std::string_view name, const Attributes&);
    const Style* find(const std::string& id) const;
    /// What the style says, or the nearest of those it builds on.
    RunStyle run_of(const std::string& style) const;

    std::map<std::string, Style> styles_;
    Style defaults_;
    std::string default_paragraph_;
    // Where the walk stands.
    std::string here_;
    bool in_run_ = false;
    bool in_condition_ = false;  // what holds for some rows of a table only
    bool in_defaults_ = false;
};

/// A property that is there is on, unless it says otherwise.
bool is_on(const Attributes&);

}  // namespace medskapa::office
