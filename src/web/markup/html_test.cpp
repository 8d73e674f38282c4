#include "web/markup/html.hpp"

#include "support/markup.hpp"

#include <doctest/doctest.h>
#include <vector>

using namespace medskapa;
using namespace medskapa::web;

TEST_CASE("a visitor's words never become an element, an attribute or a comment") {
    CHECK(markup::stays_text([](const std::string& text) {
        return html(
            R"(<title>{0}</title><p title="{0}">{0}</p><textarea>{0}</textarea><a href='/s?q={0}'>{0}</a>)",
            text);
    }));
}

TEST_CASE("the characters with a meaning in markup are written as references, all else as it came") {
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
    CHECK(html("{} {}", 7, std::int64_t{-1}).markup() == "7 -1");
    CHECK(html("{} {}", std::string_view{"<"}, std::string{">"}).markup() == "&lt; &gt;");
    CHECK(FitsHole<int>);
    CHECK(FitsHole<std::string>);
    CHECK(FitsHole<Html>);
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

TEST_CASE("holes may have names, and a name may stand in several") {
    const auto link = html(R"(<a href="{href}"{lang}>{text}</a> <b{lang}>{text}</b>)", "text"_a = "a & b",
        "lang"_a = html(R"( lang="en")"), "href"_a = "/x");

    CHECK(link.markup() == R"(<a href="/x" lang="en">a &amp; b</a> <b lang="en">a &amp; b</b>)");
}

TEST_CASE("a form and its values fit each other, or they do not compile") {
    const std::array<HoleName, 2> names{"title", "body"};
    const auto fault = [&](std::string_view form) {
        return form_reading::read_form(form, names.size(), names).fault;
    };
    CHECK(fault("<h1>{title}</h1>{body}") == FormFault::none);
    CHECK(fault("<h1>{title}</h1>{{{body}}}") == FormFault::none);
    CHECK(fault("<h1>{titel}</h1>{title}{body}") == FormFault::no_such_value);
    CHECK(fault("<h1>{}</h1>{body}") == FormFault::no_such_value);
    CHECK(fault("<h1>{title}</h1>") == FormFault::unused_value);
    CHECK(fault("{title}{body") == FormFault::stray_brace);
    CHECK(fault("{title}{body}}") == FormFault::stray_brace);
}

TEST_CASE("holes without names fit as many values as there are, or they do not compile") {
    const auto counted = [](std::string_view form, std::size_t count) {
        return form_reading::read_form(form, count, {}).fault;
    };
    CHECK(counted("", 0) == FormFault::none);
    CHECK(counted("{}{}", 2) == FormFault::none);
    CHECK(counted("{}{}{}", 2) == FormFault::no_such_value);
    CHECK(counted("{}", 2) == FormFault::unused_value);
    CHECK(counted("{title}", 1) == FormFault::no_such_value);
}

TEST_CASE("holes may be numbered, and a doubled brace is one brace") {
    CHECK(html("{1}-{0}-{1}", "a", "b").markup() == "b-a-b");
    CHECK(html("{{{}}}", "a").markup() == "{a}");
    CHECK(html("{{}}").markup() == "{}");
    CHECK(html("").empty());
}
