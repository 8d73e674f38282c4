#include "support/docx_pieces.hpp"
#include "support/readings.hpp"

using namespace medskapa;
using namespace office_file;
using Counts = office::LeftOutCounts;

using namespace example;

TEST_CASE("raised and lowered words, equations and signs keep their meaning") {
    const std::string above = "<w:vertAlign w:val=\"superscript\"/>";
    const std::string below = "<w:vertAlign w:val=\"subscript\"/>";
    CHECK(docx_text(in_paragraph(run("10") + run(above, "6") + run(" m") + run(above, "3") + run("sk, CO") +
                                 run(below, "2") + run(", 10") + run(above, "-") + run(above, "12"))) ==
          "10⁶ m³sk, CO₂, 10⁻¹²");
    CHECK(docx_text(in_paragraph(run("P") + run(below, "max") + run(" x") + run(above, "ab c"))) ==
          "P_max x^(ab c)");
    CHECK(docx_text(in_paragraph(run("10") + run("<w:position w:val=\"8\"/>", "6"))) == "10⁶");
    CHECK(with_styles(in_paragraph(run("10") + run("<w:rStyle w:val=\"Upp\"/>", "6")),
              style("character", "Upp", above))
              .text == "10⁶");
    CHECK(docx_text(in_paragraph(run("a ") + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>" +
                                 run(" 5 ") + run("<w:rFonts w:ascii=\"Symbol\"/>", "\uF06D") + run("g"))) ==
          "a ≥ 5 μg");
    const auto unknown =
        read(docx(in_paragraph(run("a") + "<w:r><w:sym w:font=\"Logo\" w:char=\"F041\"/></w:r>")));
    CHECK(unknown.left_out == Counts{{LeftOut::symbol, 1}});
}

TEST_CASE("an equation is a line of text, or is counted") {
    const auto math = [](const std::string& content) {
        return read(docx(in_paragraph(run("då ") + "<m:oMath>" + content + "</m:oMath>" + run(" gäller"))));
    };
    const auto r = [](const std::string& text) { return "<m:r><m:t>" + text + "</m:t></m:r>"; };
    CHECK(math("<m:sSup><m:e>" + r("x") + "</m:e><m:sup>" + r("2") + "</m:sup></m:sSup>").text ==
          "då x² gäller");
    CHECK(math("<m:f><m:num>" + r("a+b") + "</m:num><m:den>" + r("2") + "</m:den></m:f>").text ==
          "då (a+b)/2 gäller");
    CHECK(math("<m:rad><m:radPr/><m:deg/><m:e>" + r("n") + "</m:e></m:rad>").text == "då √n gäller");
    CHECK(math("<m:d><m:dPr><m:begChr m:val=\"[\"/><m:endChr m:val=\"]\"/></m:dPr><m:e>" + r("a") +
               "</m:e></m:d>")
              .text == "då [a] gäller");
    CHECK(math("<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>" + r("i=1") + "</m:sub><m:sup>" +
               r("n") + "</m:sup><m:e>" + r("x") + "</m:e></m:nary>")
              .text == "då ∑\\_(i=1)ⁿ x gäller");
    CHECK(docx_text(in_paragraph("<m:oMathPara><m:oMath>" + r("x=1") + "</m:oMath><m:oMath>" + r("y=2") +
                                 "</m:oMath></m:oMathPara>")) == "x=1 y=2");
    const auto matrix = math("<m:m><m:mr><m:e>" + r("1") + "</m:e></m:mr></m:m>");
    CHECK(matrix.text == "då gäller");
    CHECK(matrix.left_out == Counts{{LeftOut::equation, 1}});
}

TEST_CASE("struck-out words stay struck out, and are left out of headings") {
    for (const auto* strike : {"<w:strike/>", "<w:dstrike/>"})
        CHECK(docx_text(in_paragraph(run("ska ") + run(strike, "öka") + run(" minska."))) ==
              "ska ~~öka~~ minska.");
    CHECK(docx_text(in_paragraph(run("<w:strike/>", "Öka") + run(" nu."))) == "~~Öka~~ nu.");
    CHECK(docx_text(in_paragraph(run("ö") + run("<w:strike/>", "ka") + run("r"))) == "ö~~ka~~r");
    CHECK(with_styles(styled("Struken", "Allt."), style("paragraph", "Struken", "<w:strike/>")).text ==
          "~~Allt.~~");
    CHECK(docx_text(in_paragraph(run("<w:strike w:val=\"0\"/>", "kvar"))) == "kvar");
    const auto heading =
        read(docx(in_paragraph(run("Mål ") + run("<w:strike/>", "2030"), "<w:pStyle w:val=\"Rubrik3\"/>") +
                  paragraph("x")));
    CHECK(heading.text == "#### Mål\n\nx");
    CHECK(heading.left_out == Counts{{LeftOut::struck, 1}});
}

TEST_CASE("bold and italic come from styles too, and end where they are turned off") {
    const auto more =
        style("character", "Stark", "<w:b/>") + style("character", "Starkare", "<w:i/>", "Stark");
    CHECK(with_styles(
              in_paragraph(run("Det är ") + run("<w:rStyle w:val=\"Stark\"/>", "viktigt") + run(".")), more)
              .text == "Det är **viktigt**.");
    CHECK(with_styles(in_paragraph(run("<w:rStyle w:val=\"Starkare\"/>", "viktigt") + run(".")), more).text ==
          "***viktigt***.");
    CHECK(
        with_styles(in_paragraph(run("<w:rStyle w:val=\"Stark\"/><w:b w:val=\"0\"/>", "inte")), more).text ==
        "inte");
}

TEST_CASE("words are not split by a drop cap, and not joined by a tab, a break or a hyphen") {
    CHECK(docx_text(in_paragraph(run("S"), "<w:framePr w:dropCap=\"drop\" w:lines=\"3\"/>") +
                    paragraph("kogen är vår.")) == "Skogen är vår.");
    CHECK(docx_text(in_paragraph("<w:r><w:t>Vänster</w:t><w:ptab/><w:t>Höger</w:t><w:tab/><w:t>a</w:t><w:br/>"
                                 "<w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>")) == "Vänster Höger a b c");
}

TEST_CASE("headings and paragraphs of nothing but blanks are none") {
    CHECK(docx_text(styled("Rubrik3", "\u00A0\u00A0") + paragraph("\u00A0\u2003") + paragraph("Text.") +
                    in_paragraph("<w:r><w:tab/></w:r>")) == "Text.");
}

TEST_CASE("text boxes stand after their paragraph, once, and are no pictures") {
    const auto box = [](const std::string& blocks) {
        return "<w:txbxContent>" + blocks + "</w:txbxContent>";
    };
    const auto reading = read(docx(
        in_paragraph(run("Före.") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>" +
                     box(paragraph("I rutan.") + table(row(cell(paragraph("a")) + cell(paragraph("b"))))) +
                     "</w:drawing></mc:Choice><mc:Fallback><w:pict>" + box(paragraph("I rutan.")) +
                     "</w:pict></mc:Fallback></mc:AlternateContent></w:r>" + run(" Efter."))));
    CHECK(reading.text == "Före. Efter.\n\nI rutan.\n\n| a | b |\n| --- | --- |");
    CHECK(reading.left_out.empty());
}
