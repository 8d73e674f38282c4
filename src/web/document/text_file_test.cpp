#include "web/document/text_file.hpp"

#include "engine/office/blocks.hpp"
#include "engine/office/read.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

using namespace medskapa;
using web::document::TextFormat;

namespace {

Line heading(int depth, const std::string& words) {
    Line line;
    line.node.kind = Node::Kind::section;
    line.depth = depth;
    line.text = words;
    return line;
}

Line paragraph(const std::string& markdown) {
    Line line;
    line.node.kind = Node::Kind::paragraph;
    line.depth = 1;
    line.text = markdown;
    return line;
}

Document document() {
    Document document;
    document.title = "Strategi & mål";
    document.language = "sv";
    return document;
}

std::string made(TextFormat format) {
    const Lines lines{heading(1, "Strategi & mål"), paragraph("Hela *länet* ska <leva>."), heading(2, "Skog"),
        paragraph("- gran\n- tall")};
    const auto whole = document();
    const ScratchFolder folder;
    const auto file = web::document::make_text_file({whole, lines}, format, folder, {});
    REQUIRE(file);
    std::ifstream in{*file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace

TEST_CASE("a text is Markdown with its headings, and an office file that is read back as the same") {
    const std::string markdown =
        "# Strategi & mål\n\nHela *länet* ska <leva>.\n\n## Skog\n\n- gran\n- tall\n";
    CHECK(made(TextFormat::markdown) == markdown);
    for (const auto format : {TextFormat::docx, TextFormat::odt}) {
        const auto reading = office::read(made(format));
        REQUIRE(reading);
        const auto text = office::markdown_of(reading->blocks, "");
        CAPTURE(text);
        CHECK(text.find("## Skog") != std::string::npos);
        CHECK(text.find("*länet*") != std::string::npos);
        CHECK(text.find("- gran\n- tall") != std::string::npos);
    }
}

TEST_CASE("a text as a page is escaped and says its language") {
    const auto page = made(TextFormat::html);
    CHECK(page.starts_with("<!doctype html>\n<html lang=\"sv\">"));
    CHECK(page.find("<title>Strategi &amp; mål</title>") != std::string::npos);
    CHECK(page.find("&lt;leva") != std::string::npos);
    CHECK(page.find("<leva>") == std::string::npos);
    CHECK(page.ends_with("</html>\n"));
}

TEST_CASE("a text's form is known by the end of its file's name alone") {
    CHECK(web::document::text_format_named("md") == TextFormat::markdown);
    CHECK(web::document::text_format_named("pdf") == TextFormat::pdf);
    CHECK_FALSE(web::document::text_format_named("doc"));
    CHECK_FALSE(web::document::text_format_named(""));
}
