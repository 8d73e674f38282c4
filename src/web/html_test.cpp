#include "web/html.hpp"

#include <doctest/doctest.h>
#include <gumbo.h>
#include <map>
#include <memory>
#include <vector>

using namespace medskapa::web;

namespace {

const std::vector<std::string> hostile{
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

/// Every element and attribute a browser would see, by name.
void count_parts(const GumboNode& node, std::map<std::string, int>& parts) {
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) {
        if (node.type == GUMBO_NODE_COMMENT) ++parts["comment"];
        return;
    }
    const auto& element = node.v.element;
    ++parts[gumbo_normalized_tagname(element.tag)];
    for (unsigned i = 0; i < element.attributes.length; ++i)
        ++parts["@" + std::string{static_cast<GumboAttribute*>(element.attributes.data[i])->name}];
    for (unsigned i = 0; i < element.children.length; ++i)
        count_parts(*static_cast<GumboNode*>(element.children.data[i]), parts);
}

std::map<std::string, int> parts_of(const Html& page) {
    const auto& markup = page.markup();
    auto* parsed = gumbo_parse_with_options(&kGumboDefaultOptions, markup.data(), markup.size());
    std::map<std::string, int> parts;
    count_parts(*parsed->root, parts);
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
    return parts;
}

template <class... Args>
concept FitsHole = requires(const Args&... args) {
    (hole(args), ...);
};

}  // namespace

TEST_CASE("a visitor's words never become an element, an attribute or a comment") {
    const auto view = [](const std::string& text) {
        return html(
            R"(<title>{0}</title><p title="{0}">{0}</p><textarea>{0}</textarea><a href='/s?q={0}'>{0}</a>)",
            text);
    };
    const auto calm = parts_of(view("calm"));

    for (const auto& text : hostile) CHECK(parts_of(view(text)) == calm);
}

TEST_CASE("the signs with a meaning in markup are written as references, all else as it came") {
    CHECK(html("{}", "a&b<c>d\"e'f").markup() == "a&amp;b&lt;c&gt;d&quot;e&#39;f");
    CHECK(html("{}", "&&").markup() == "&amp;&amp;");
    CHECK(html("{}", "").markup().empty());
    CHECK(html("{}", "Åre 🌲").markup() == "Åre 🌲");
}

TEST_CASE("markup in a hole stays markup, once") {
    const auto name = html("<b>{}</b>", "A & B");

    CHECK(html("<p>{}</p>", name).markup() == "<p><b>A &amp; B</b></p>");
}

TEST_CASE("numbers and every kind of text fit a hole, other things do not") {
    CHECK(html("{} {} {} {}", 7, std::int64_t{-1}, std::string_view{"<"}, std::string{">"}).markup() ==
          "7 -1 &lt; &gt;");
    CHECK(FitsHole<int, std::string, Html>);
    CHECK_FALSE(FitsHole<bool>);
    CHECK_FALSE(FitsHole<char>);
    CHECK_FALSE(FitsHole<std::vector<int>>);
    CHECK_FALSE(FitsHole<const void*>);
}

TEST_CASE("lists and conditions are made of the same safe pieces") {
    const auto list = each(
        std::vector<std::string>{"<a>", "b"}, [](const std::string& s) { return html("<li>{}</li>", s); });

    CHECK(list.markup() == "<li>&lt;a&gt;</li><li>b</li>");
    CHECK(when(true, list).markup() == list.markup());
    CHECK(when(false, list).empty());
}
