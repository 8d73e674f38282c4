#include "web/markup/markdown.hpp"

#include "support/markup.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <chrono>

using namespace medskapa;
using namespace medskapa::web;
using markup::contains;

namespace {

std::string rendered(std::string_view source) {
    return markdown(source).markup();
}

std::string repeated(std::string_view part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += part;
    return all;
}

/// Elements a person's text may become; everything else would be a hole in the wall.
bool only_calm_parts(const Html& page) {
    static const std::vector<std::string> calm{"html", "head", "body", "p", "h3", "h4", "h5", "h6", "ul",
        "ol", "li", "blockquote", "em", "strong", "code", "pre", "a", "br", "hr", "@href", "@rel", "@start"};
    for (const auto& [part, n] : markup::parts_of(page))
        if (std::find(calm.begin(), calm.end(), part) == calm.end()) return false;
    return true;
}

}  // namespace

TEST_CASE("the simplest marks become what they mean") {
    CHECK(rendered("Ett *två* **tre** `fyra`") ==
          "<p>Ett <em>två</em> <strong>tre</strong> <code>fyra</code></p>\n");
    CHECK(rendered("- a\n- b") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    CHECK(rendered("3. a") == "<ol start=\"3\">\n<li>a</li>\n</ol>\n");
    CHECK(rendered("> a") == "<blockquote>\n<p>a</p>\n</blockquote>\n");
    CHECK(rendered("").empty());
}

TEST_CASE("headings begin below those of the page") {
    CHECK(rendered("# Ett") == "<h3>Ett</h3>\n");
    CHECK(rendered("## Två") == "<h4>Två</h4>\n");
    CHECK(rendered("###### Sex") == "<h6>Sex</h6>\n");
}

TEST_CASE("a person's own markup is shown, not obeyed") {
    CHECK(rendered("<b>a</b>") == "<p>&lt;b&gt;a&lt;/b&gt;</p>\n");
    for (const auto& text : markup::hostile_texts()) {
        CHECK(only_calm_parts(markdown(text)));
        CHECK(only_calm_parts(markdown("[" + text + "](" + text + ")")));
        CHECK(only_calm_parts(markdown("```" + text + "\n" + text + "\n```")));
        CHECK(only_calm_parts(markdown("[x](/a \"" + text + "\")")));
    }
}

TEST_CASE("links lead to https, mail and our own pages") {
    CHECK(rendered("[a](https://example.org/?a=1&b=2)") ==
          "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"nofollow noopener\">a</a></p>\n");
    CHECK(rendered("[a](/inspel/7#svar)") == "<p><a href=\"/inspel/7#svar\">a</a></p>\n");
    CHECK(contains(markdown("[a](mailto:namn@example.org)"), "<a href=\"mailto:namn@example.org\""));
    CHECK(contains(markdown("[a](/x?a=1&amp;b=2)"), "<a href=\"/x?a=1&amp;b=2\""));
}

TEST_CASE("links elsewhere keep their words and lose their way") {
    for (const auto* href :
        {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "http://example.org",
            "//evil.example", "/\\evil.example", "\\\\evil.example", "ftp://a", "java&#115;cript:alert(1)",
            "&#106;avascript:alert(1)", "java&Tab;script:alert(1)", "<java\tscript:x>", "https&colon;//a",
            "/&#47;evil.example", "https://", "inspel/7", "#svar", ""}) {
        CAPTURE(href);
        const auto page = markdown("[ord](" + std::string{href} + ")");
        CHECK(markup::parts_of(page)["a"] == 0);
        CHECK(contains(page, "ord"));
    }
    CHECK(markup::parts_of(markdown("<javascript:alert(1)>"))["a"] == 0);
    CHECK_FALSE(is_safe_link("java\nscript:x"));
    CHECK_FALSE(is_safe_link("/\n/evil.example"));
    CHECK_FALSE(is_safe_link("\thttps://example.org"));
    CHECK_FALSE(is_safe_link("/\t/evil.example"));
}

TEST_CASE("a picture becomes its words") {
    CHECK(rendered("![Fjället i juni](https://example.org/a.png)") == "<p>Fjället i juni</p>\n");
    CHECK(rendered("[![Fjället](x.png)](/fjallet)") == "<p><a href=\"/fjallet\">Fjället</a></p>\n");
}

TEST_CASE("a number cannot bring back a sign that was cleaned away") {
    CHECK(rendered("a&#x202E;b") == "<p>a&amp;#x202E;b</p>\n");
    CHECK(rendered("a &amp; b &lt;") == "<p>a &amp; b &lt;</p>\n");
}

TEST_CASE("lists nested a hundred thousand deep are shown as they were typed") {
    const auto on_one_line = repeated("- ", 100'000) + "<b>";
    CHECK(rendered(on_one_line) == "<p>" + repeated("- ", 100'000) + "&lt;b&gt;</p>\n");

    std::string staircase;
    for (int i = 0; i < 120; ++i) staircase += repeated("  ", i) + "- a\n";
    CHECK(rendered(staircase).starts_with("<p>- a\n  - a"));
    CHECK(rendered(repeated("**a ", 200) + "b" + repeated(" a**", 200)).starts_with("<p>**a"));
    CHECK(rendered(repeated("> ", 40) + "a").starts_with("<blockquote>"));
}

TEST_CASE("text made to be slow or to grow is read in good time all the same") {
    const auto begun = std::chrono::steady_clock::now();
    CHECK(markdown(repeated("å", 2'000'000)).markup().size() == 4'000'008);
    markdown(repeated("- ", 400) + "a" + repeated("\n", 1'000'000));
    markdown(repeated("> ", 390) + repeated("\na", 100'000));
    for (const auto* part :
        {"[", "![", "[a](", "*a_", "`a``", "<a", "<!--", "\\[", "&a", "[a]: b\n", "***", "|a"})
        markdown(repeated(part, 30'000));
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{20});

    const auto growing = "[a]: /" + repeated("b", 100'000) + "\n\n" + repeated("[a] ", 20'000);
    CHECK(markdown(growing).markup().size() < 20 * growing.size());
}

TEST_CASE("a document has tables and footnotes, and other texts have not") {
    CHECK(document_markdown("| A | B |\n| --- | --- |\n| 1 | <b> |").markup() ==
          "<div class=\"scroll\" tabindex=\"0\"><table>\n<thead><tr><th scope=\"col\">A</th><th "
          "scope=\"col\">B</th></tr>"
          "</thead><tbody><tr><td>1</td><td>&lt;b&gt;</td></tr></tbody></table></div>\n");
    CHECK(document_markdown("Ord[^1] och[^2].\n\n[^1]: Ett *x*.\n\n[^2]: Två.").markup() ==
          "<p>Ord<sup>1</sup> och<sup>2</sup>.</p>\n<p class=\"footnote\"><sup>1</sup> Ett <em>x</em>.</p>\n"
          "<p class=\"footnote\"><sup>2</sup> Två.</p>\n");
    CHECK(document_markdown("[^a] [^] [^12345] [^1").markup() == "<p>[^a] [^] [^12345] [^1</p>\n");
    CHECK(rendered("| A |\n| --- |") == "<p>| A |\n| --- |</p>\n");
}

TEST_CASE(
    "a document's struck-out words, lines of cells, links of notes and links without encryption are shown") {
    CHECK(document_markdown("ska ~~öka~~ minska").markup() == "<p>ska <s>öka</s> minska</p>\n");
    CHECK(rendered("ska ~~öka~~") == "<p>ska ~~öka~~</p>\n");
    const auto cells = document_markdown("| A | B |\n| --- | --- |\n| a<br>b | \\<br> |");
    CHECK(contains(cells, "<td>a<br>\nb</td><td>&lt;br&gt;</td>"));
    CHECK(document_markdown("a<br>b").markup() == "<p>a&lt;br&gt;b</p>\n");
    CHECK(contains(document_markdown("Ord[^1].\n\n[^1]: [Lag](https://example.org/lag)\n"),
        "<a href=\"https://example.org/lag\" rel=\"nofollow noopener\">Lag</a></p>"));
    CHECK(contains(document_markdown("[a](http://example.org)"), "href=\"http://example.org\""));
    CHECK_FALSE(contains(document_markdown("[a](http://)[b](javascript:x)"), "href"));
    CHECK(document_markdown("a\uE000b\uE001 \uE002").markup().find("<sup>") == std::string::npos);
}

TEST_CASE("a table made to grow is shown as it was typed") {
    const auto wide =
        repeated("|a", 10'000) + "|\n" + repeated("|-", 10'000) + "|\n" + repeated("|b|\n", 5'000);
    CHECK(document_markdown(wide).markup().size() < 20 * wide.size());
}
