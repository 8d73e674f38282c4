#include "engine/office/read.hpp"

#include "support/office_files.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace medskapa;
using namespace office_file;

namespace {

std::string markdown(const std::string& file) {
    const auto reading = office::read(file);
    REQUIRE(reading);
    return office::markdown_of(reading->blocks, "Planen");
}

std::string why_not(const std::string& file) {
    const auto reading = office::read(file);
    return reading ? "" : reading.error().complaints.front().message;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

std::string repeated(const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("a DOCX keeps its headings with their automatic numbers") {
    CHECK(markdown(
              docx(styled("Title", "Länets plan") + styled("TOC1", "Vision 3") + styled("Rubrik1", "Vision") +
                   paragraph("Länet växer.") + styled("Rubrik2", "Målbild") + styled("Rubrik2", "Delmål") +
                   styled("Rubrik1", "Insatser") + styled("Rubrik3", "Utan nummer"))) ==
          "# Länets plan\n\n## 1 Vision\n\nLänet växer.\n\n### 1.1 Målbild\n\n### 1.2 Delmål\n\n## 2 "
          "Insatser\n\n"
          "#### Utan nummer\n");
}

TEST_CASE("a DOCX keeps its lists, with their numbers and what lies within them") {
    CHECK(markdown(docx(styled("Title", "T") + listed(2, 0, "ett") + listed(2, 1, "a") + listed(2, 0, "två") +
                        paragraph("Emellan.") + listed(2, 0, "tre") + listed(1, 0, "punkt"))) ==
          "# T\n\n1. ett\n    - a) a\n2. två\n\nEmellan.\n\n3. tre\n- punkt\n");
}

TEST_CASE("a DOCX keeps its tables, its footnotes and how its words look") {
    const auto cell = [](const std::string& text) { return "<w:tc>" + paragraph(text) + "</w:tc>"; };
    const auto file =
        docx(styled("Title", "T") +
                 "<w:p><w:r><w:t xml:space=\"preserve\">Ett </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>"
                 "<w:t>viktigt</w:t></w:r><w:r><w:t> ord</w:t></w:r><w:r>"
                 "<w:footnoteReference w:id=\"2\"/></w:r><w:hyperlink r:id=\"r1\"><w:r><w:t>, läs"
                 "</w:t></w:r></w:hyperlink></w:p><w:tbl><w:tr>" +
                 cell("A|B") + cell("C") + "</w:tr><w:tr>" + cell("1") + cell("2") + "</w:tr></w:tbl>",
            {{"word/footnotes.xml",
                 word_xml("footnotes", "<w:footnote w:id=\"2\">" + paragraph("Noten.") + "</w:footnote>")},
                {"word/_rels/document.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    "<Relationship Id=\"r1\" Type=\"x/hyperlink\" Target=\"https://example.org/a\" "
                    "TargetMode=\"External\"/></Relationships>"}});
    CHECK(markdown(file) ==
          "# T\n\nEtt **viktigt** ord[^1][, läs](https://example.org/a)\n\n[^1]: Noten.\n\n"
          "| A\\|B | C |\n| --- | --- |\n| 1 | 2 |\n");
}

TEST_CASE("what a change has taken out of a DOCX is not read, and what it put in is") {
    CHECK(markdown(
              docx(styled("Title", "T") +
                   "<w:p><w:r><w:t>Länet </w:t></w:r><w:del><w:r><w:delText>krymper</w:delText></w:r></w:del>"
                   "<w:ins><w:r><w:t>växer</w:t></w:r></w:ins><mc:AlternateContent><mc:Fallback><w:r><w:t>!!"
                   "</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>")) == "# T\n\nLänet växer\n");
}

TEST_CASE("a paragraph is what it is now, not what it was before a noted change") {
    CHECK(markdown(docx(styled("Title", "T") +
                        paragraph("Vision",
                            "<w:pStyle w:val=\"Rubrik3\"/><w:pPrChange><w:pPr><w:pStyle "
                            "w:val=\"Citat\"/></w:pPr></w:pPrChange>"))) == "# T\n\n#### Vision\n");
}

TEST_CASE("an ODT keeps its headings with their numbers, its lists, tables and footnotes") {
    const auto file = odt(
        "<text:p text:style-name=\"P1\">Planen själv</text:p>"
        "<text:h text:outline-level=\"1\">Vision</text:h><text:h text:outline-level=\"2\">Målbild</text:h>"
        "<text:p>Ett <text:span text:style-name=\"B\">viktigt</text:span><text:s/>ord.<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>Noten.</text:p></text:note-body>"
        "</text:note></text:p><text:list text:style-name=\"L2\"><text:list-item><text:p>ett</text:p>"
        "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>två</text:p></text:list-item></text:list>"
        "<text:list "
        "text:style-name=\"L1\"><text:list-item><text:p>punkt</text:p></text:list-item></text:list>"
        "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>A</text:p>"
        "</table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row>"
        "</table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned=\"2\">"
        "<text:p>1</text:p></table:table-cell></table:table-row></table:table>");
    CHECK(markdown(file) ==
          "# Planen själv\n\n## 1 Vision\n\n### 1.1 Målbild\n\nEtt **viktigt** ord.[^1]\n\n[^1]: Noten.\n\n"
          "1. ett\n    - a a\n2. två\n- punkt\n\n| A | B |\n| --- | --- |\n| 1 |  |\n");
}

TEST_CASE("a text without a title takes the one that is given, and its headings go one step down") {
    CHECK(markdown(docx(paragraph("Ingress.") + styled("Rubrik1", "Ett") + styled("Rubrik1", "Två"))) ==
          "# Planen\n\nIngress.\n\n## 1 Ett\n\n## 2 Två\n");
}

TEST_CASE("words that look like marks stay words") {
    CHECK(
        markdown(docx(styled("Title", "T") + paragraph("# inte rubrik") + paragraph("3. inte lista") +
                      paragraph("[RUS-1-p1] inte kod") + paragraph("2 * 3 och snake_case och &lt;b&gt;"))) ==
        "# T\n\n\\# inte rubrik\n\n3\\. inte lista\n\n\\[RUS-1-p1] inte kod\n\n"
        "2 \\* 3 och snake_case och \\<b>\n");
}

TEST_CASE("a file that unpacks to far more than it is is refused before it is unpacked") {
    CHECK(contains(why_not(docx(paragraph(repeated("a ", 3'000'000)))), "unpacks to far more"));
    Parts many;
    for (int n = 0; n < 3000; ++n) many["word/" + std::to_string(n)] = "x";
    CHECK(contains(why_not(docx(paragraph("a"), many)), "unpacks to far more"));
}

TEST_CASE("a hundred thousand lists within each other are refused, in either format") {
    const int deep = 100'000;
    const auto lists = repeated("<text:list><text:list-item>", deep) + "<text:p>x</text:p>" +
                       repeated("</text:list-item></text:list>", deep);
    CHECK_FALSE(why_not(odt(lists)).empty());
    const auto tables =
        repeated("<w:tbl><w:tr><w:tc>", 300) + paragraph("x") + repeated("</w:tc></w:tr></w:tbl>", 300);
    CHECK(contains(why_not(docx(tables)), "nested deeper"));
    const auto few = repeated("<text:list><text:list-item>", 150) + "<text:p>x</text:p>" +
                     repeated("</text:list-item></text:list>", 150);
    CHECK(contains(why_not(odt(few)), "nested deeper"));
}

TEST_CASE("four megabytes in one word are refused") {
    std::mt19937 random{4};
    std::string word;
    for (int n = 0; n < 4'000'000; ++n) word += static_cast<char>('a' + random() % 26);
    CHECK(contains(why_not(docx(paragraph(word))), "more than 10 000 characters"));
}

TEST_CASE("broken XML, entities, macros and passwords are refused") {
    CHECK(contains(why_not(docx("<w:p><w:r>")), "broken"));
    CHECK(contains(
        why_not(docx("", {{"word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}})), "broken"));
    CHECK(contains(why_not(docx(paragraph("a"), {{"word/vbaProject.bin", "x"}})), "macros"));
    CHECK(contains(why_not(odt("<text:p>a</text:p>", {{"Basic/Standard/a.xml", "x"}})), "macros"));
    CHECK(contains(why_not("PK\x03\x04 nothing"), "broken"));
    CHECK(contains(why_not(packed({{"xl/workbook.xml", "x"}})), "neither DOCX nor ODT"));
}

TEST_CASE("whatever is broken in a file, it is read or refused in one sentence") {
    const auto whole = docx(styled("Title", "T") + listed(2, 0, "ett") + paragraph("Ord."));
    std::mt19937 random{5};
    for (int round = 0; round < 2000; ++round) {
        auto broken = whole;
        for (int n = 0; n < 3; ++n) broken[random() % broken.size()] = static_cast<char>(random());
        const auto reading = office::read(broken);
        if (!reading) REQUIRE(reading.error().complaints.size() == 1);
    }
}
