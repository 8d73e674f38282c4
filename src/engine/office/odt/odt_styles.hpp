#pragma once

#include "engine/office/text/numbering.hpp"
#include "engine/office/text/scripts.hpp"
#include "engine/office/xml.hpp"

#include <map>
#include <optional>
#include <string>

namespace medskapa::office {

/// How a run of an ODT looks, as far as its style says.
struct OdtLook {
    std::optional<bool> is_bold = {}, is_italic = {}, is_struck = {}, is_hidden = {};
    std::optional<Script> script = {};
    std::string font = {};

    /// Takes what is unsaid from what lies around.
    void take_where_unsaid(const OdtLook& around);
};

/// The styles of an ODT, of both its parts (OpenDocument 1.3 part 3, 16).
class OdtStyles {
public:
    void note(std::string_view name, const Attributes&);
    void leave(std::string_view name);

    /// Of a span, with all that its style builds on.
    OdtLook look_of_span(const std::string& style) const { return look_of("text", style); }
    /// Of a paragraph: only what hides or strikes out its words, for it looks as its kind does anyway.
    OdtLook look_of_paragraph(const std::string& style) const;
    /// Whether a paragraph's style is the one of that name, or builds on it.
    bool is(std::string style, std::string_view name) const;
    /// The list that a paragraph's style puts it in.
    std::string list_of(const std::string& paragraph_style) const;

    struct Level {
        NumberFormat format = NumberFormat::none;
        Letters letters = Letters::counted;
        std::string prefix = {}, suffix = {};
        int start = 1;
        int shown = 1;  // how many levels its number shows
        bool is_bullet = false;
    };
    /// Nothing where the list has no such level.
    const Level* level_in(const std::string& list, std::size_t level) const;
    /// The levels of headings outside of lists.
    static constexpr auto outline = "";
    /// A number with those above it, as it is printed: "2.3", "Bilaga B".
    std::string printed(const std::string& list, std::size_t level, const Counters&) const;

private:
    struct Style {
        std::string parent = {};
        std::string list = {};
        OdtLook look = {};
    };
    using Key = std::pair<std::string, std::string>;  // family and name

    void note_level(std::string_view name, const Attributes&);
    void note_look(OdtLook&, const Attributes&) const;
    OdtLook look_of(const std::string& family, std::string style) const;
    const Style& found(const std::string& family, const std::string& name) const;

    std::map<Key, Style> styles_;
    std::map<std::string, std::map<std::size_t, Level>> lists_;
    Key here_;
    std::string list_;
    bool in_list_ = false;
};

}  // namespace medskapa::office
