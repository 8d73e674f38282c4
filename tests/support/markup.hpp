#pragma once

#include "web/markup/html.hpp"

#include <gumbo.h>
#include <map>
#include <string>
#include <vector>

/// Markup seen as a browser sees it.
namespace medskapa::markup {

/// Texts that try to become something else than text.
inline const std::vector<std::string>& hostile_texts() {
    static const std::vector<std::string> texts{
        R"("><script>alert(1)</script>)",
        R"(' onmouseover='alert(1))",
        R"(" autofocus onfocus="alert(1))",
        "</title><img src=x onerror=alert(1)>",
        "<!-- <p>",
        "--><svg/onload=alert(1)>",
        "<![CDATA[<x>]]>",
        "</textarea></select></style></noscript><iframe src=javascript:alert(1)>",
        "&lt;script&gt; &#60;b&#62; &amp",
        "{} {0} {{}}",
        "<\xC2\xA0script>",
        "å < ä > ö & \"é\" '🌲'",
    };
    return texts;
}

/// How many there are of each element, attribute ("@href") and of comments.
using Parts = std::map<std::string, int>;

inline void count(const GumboNode& node, Parts& parts) {
    if (node.type == GUMBO_NODE_COMMENT) ++parts["comment"];
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return;

    const auto& element = node.v.element;
    ++parts[gumbo_normalized_tagname(element.tag)];
    for (unsigned i = 0; i < element.attributes.length; ++i)
        ++parts["@" + std::string{static_cast<GumboAttribute*>(element.attributes.data[i])->name}];
    for (unsigned i = 0; i < element.children.length; ++i)
        count(*static_cast<GumboNode*>(element.children.data[i]), parts);
}

inline Parts parts_of(const std::string& text) {
    auto* parsed = gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size());
    Parts parts;
    count(*parsed->root, parts);
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
    return parts;
}

inline Parts parts_of(const web::Html& page) {
    return parts_of(page.markup());
}

/// True when no hostile text, put where `view` puts it, makes the page other than a calm word does.
template <class View>
bool stays_text(View view) {
    const auto calm = parts_of(view("calm"));
    for (const auto& text : hostile_texts())
        if (parts_of(view(text)) != calm) return false;
    return true;
}

/// The pieces one after another.
inline web::Html all_of(std::initializer_list<web::Html> pieces) {
    web::Html all;
    for (const auto& piece : pieces) all += piece;
    return all;
}

inline bool contains(const web::Html& page, std::string_view part) {
    return page.markup().find(part) != std::string::npos;
}

}  // namespace medskapa::markup
