#include "support/readings.hpp"

using namespace medskapa;
using namespace office_file;
using Counts = office::LeftOutCounts;

namespace {

std::string deleted(const std::string& text) {
    return "<w:del w:id=\"1\"><w:r><w:delText>" + text + "</w:delText></w:r></w:del>";
}
constexpr auto mark_is_deleted = "<w:rPr><w:del w:id=\"2\"/></w:rPr>";

/// Styles, besides those that docx() has.
std::string styles(const std::string& more) {
    return word_xml("styles",
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
        "<w:name w:val=\"Normal\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"Rubrik1\"><w:name w:val=\"heading "
        "1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>" +
            more);
}
std::string style(const std::string& type, const std::string& id, const std::string& properties,
    const std::string& parent = {}) {
    return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id + "\"/>" +
           (parent.empty() ? "" : "<w:basedOn w:val=\"" + parent + "\"/>") + "<w:rPr>" + properties +
           "</w:rPr></w:style>";
}
Read with_styles(const std::string& body, const std::string& more) {
    return read(docx(body, {{"word/styles.xml", styles(more)}}));
}

std::string level(int n, const std::string& format, const std::string& text, const std::string& more = {}) {
    return "<w:lvl w:ilvl=\"" + std::to_string(n) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
           "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}
std::string abstract(int n, const std::string& levels) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(n) + "\">" + levels + "</w:abstractNum>";
}
std::string num(int n, int of, const std::string& more = {}) {
    return "<w:num w:numId=\"" + std::to_string(n) + "\"><w:abstractNumId w:val=\"" + std::to_string(of) +
           "\"/>" + more + "</w:num>";
}
std::string with_lists(const std::string& body, const std::string& lists) {
    return docx_text(body, {{"word/numbering.xml", word_xml("numbering", lists)}});
}

}  // namespace

TEST_CASE("the main part of a DOCX is the one that the package's relations name, however names are written") {
    auto parts = [](const std::string& main, const std::string& relations_name, const std::string& target) {
        return packed({{main, word_xml("document", "<w:body>" + paragraph("Text.") + "</w:body>")},
            {relations_name, relations({{"r1", "officeDocument", target}})}});
    };
    CHECK(read(parts("word/document2.xml", "_rels/.rels", "word/document2.xml")).text == "Text.");
    CHECK(read(parts("word/document2.xml", "_rels/.rels", "/word/document2.xml")).text == "Text.");
    CHECK(read(parts("document.xml", "_rels/.rels", "document.xml")).text == "Text.");
    CHECK(read(parts("word\\document.xml", "_rels\\.rels", "word\\document.xml")).text == "Text.");
    CHECK(read(parts("Word/Document.XML", "_rels/.rels", "word/document.xml")).text == "Text.");
    CHECK_FALSE(office::read(packed({{"xl/workbook.xml", "<workbook/>"},
        {"_rels/.rels", relations({{"r1", "officeDocument", "xl/workbook.xml"}})}})));
}

TEST_CASE("styles, lists and notes are found by relations too") {
    const auto file = packed({{"_rels/.rels", relations({{"r1", "officeDocument", "a/b.xml"}})},
        {"a/b.xml", word_xml("document",
                        "<w:body>" + styled("X", "Rubrik") +
                            in_paragraph(run("Ord") + "<w:r><w:footnoteReference w:id=\"4\"/></w:r>") +
                            listed(1, 0, "punkt") + "</w:body>")},
        {"a/_rels/b.xml.rels", relations({{"s", "styles", "../c/stil.xml"}, {"n", "numbering", "/c/num.xml"},
                                   {"f", "footnotes", "noter.xml"}})},
        {"c/stil.xml", word_xml("styles",
                           "<w:style w:type=\"paragraph\" w:styleId=\"X\"><w:name "
                           "w:val=\"heading 1\"/></w:style>")},
        {"c/num.xml", word_xml("numbering", abstract(1, level(0, "decimal", "%1.")) + num(1, 1))},
        {"a/noter.xml",
            word_xml("footnotes", "<w:footnote w:id=\"4\">" + paragraph("Not.") + "</w:footnote>")}});
    CHECK(read(file).text == "# Rubrik\n\nOrd[^1]\n\n[^1]: Not.\n\n1. punkt");
}

TEST_CASE("a template, a mail merge or a linked picture of another machine refuses nothing") {
    const auto file = docx(paragraph("Text.") + in_paragraph("<w:r><w:drawing><pic:pic/></w:drawing></w:r>"),
        {{"word/_rels/settings.xml.rels",
             relations({{"r1", "attachedTemplate", "!file:///G:/mallar/region.dotm"},
                 {"r2", "mailMergeSource", "!file:///C:/lista.xlsx"}})},
            {"word/_rels/document.xml.rels", relations({{"r3", "image", "!https://example.org/a.png"}})}});
    CHECK(read(file).text == "Text.");
    CHECK(read(file).left_out == Counts{{LeftOut::picture, 1}});
}

TEST_CASE("hidden text is left out and counted, whatever hides it") {
    const auto hidden = [](const std::string& body) {
        const auto reading = with_styles(body,
            style("character", "Dold", "<w:vanish/>") + style("character", "Dold2", "<w:i/>", "Dold") +
                style("paragraph", "Internt", "<w:vanish/>") + style("paragraph", "Internt2", "", "Internt") +
                style("table", "DoldTabell", "<w:vanish/>") +
                style("character", "Synlig", "<w:vanish w:val=\"0\"/>"));
        CHECK(reading.text.find("DOLT") == std::string::npos);
        CHECK(reading.text.find("Synligt.") != std::string::npos);
        CHECK(reading.left_out == Counts{{LeftOut::hidden, 1}});
    };
    const std::string seen = run("Synligt.");
    hidden(in_paragraph(seen + run("<w:vanish/>", " DOLT")));
    hidden(in_paragraph(seen + run("<w:vanish/>", " DOLT") + run("<w:vanish/><w:b/>", " DOLT")));
    hidden(in_paragraph(seen + run("<w:vanish w:val=\"true\"/>", " DOLT")));
    hidden(in_paragraph(seen + run("<w:specVanish/>", " DOLT")));
    hidden(in_paragraph(seen + run("<w:rStyle w:val=\"Dold\"/>", " DOLT")));
    hidden(in_paragraph(seen + run("<w:rStyle w:val=\"Dold2\"/>", " DOLT")));
    hidden(in_paragraph(seen) + styled("Internt", "DOLT"));
    hidden(in_paragraph(seen) + styled("Internt2", "DOLT"));
    hidden(in_paragraph(seen) + in_paragraph(run("<w:vanish w:val=\"0\"/>", "Synligt.") + run("DOLT"),
                                    "<w:pStyle w:val=\"Internt\"/>"));
    hidden(in_paragraph(seen) +
           table(row(cell(paragraph("DOLT")) + cell("<w:p/>")), "<w:tblStyle w:val=\"DoldTabell\"/>"));
    hidden(in_paragraph(seen) + table(row(cell(paragraph("Synligt.")) + cell(paragraph("B"))) +
                                      row(cell(paragraph("DOLT")) + cell(paragraph("DOLT")), "<w:hidden/>")));
    hidden(in_paragraph(seen) + table(row(cell(paragraph("Synligt.")) + cell(paragraph("B"))) +
                                      row(cell(paragraph("DOLT"), "<w:vMerge/>") + cell(paragraph("C")))));
    hidden(in_paragraph(seen) + styled("Rubrik1", "A") +
           in_paragraph(run("<w:vanish/>", "DOLT"), "<w:pStyle w:val=\"Rubrik1\"/>"));
}

TEST_CASE("what is hidden within a link, a change or a form is hidden too, and only on the web is not") {
    CHECK(docx_text(in_paragraph("<w:ins w:id=\"1\">" + run("<w:vanish/>", "DOLT") + run("sett") +
                                 "</w:ins><w:sdt><w:sdtContent>" + run("<w:vanish/>", "DOLT") + run(" ord") +
                                 "</w:sdtContent></w:sdt>" + run("<w:webHidden/>", " tryckt"))) ==
          "sett ord tryckt");
}

TEST_CASE("a change that is noted is read whole: words, the ends of paragraphs, moves, rows and cells") {
    CHECK(docx_text(in_paragraph(run("Skogen är vår "), mark_is_deleted) + paragraph("viktigaste råvara.") +
                    paragraph("Nästa.")) == "Skogen är vår viktigaste råvara.\n\nNästa.");
    CHECK(docx_text(
              styled("Rubrik1", "Alfa") +
              in_paragraph(deleted("Bort"), "<w:pStyle w:val=\"Rubrik1\"/>" + std::string{mark_is_deleted}) +
              styled("Rubrik1", "Gamma")) == "## 1 Alfa\n\n## 2 Gamma");
    CHECK(docx_text(in_paragraph(run("Ett ") + "<w:moveFrom w:id=\"1\">" + run("flyttat ") + "</w:moveFrom>" +
                                 run("ord.")) +
                    in_paragraph("<w:moveTo w:id=\"2\">" + run("Flyttat.") + "</w:moveTo>")) ==
          "Ett ord.\n\nFlyttat.");
    CHECK(docx_text(in_paragraph("<w:moveFrom w:id=\"1\">" + run("Flyttat.") + "</w:moveFrom>",
                        "<w:rPr><w:moveFrom w:id=\"1\"/></w:rPr>") +
                    paragraph("Kvar.")) == "Kvar.");
    CHECK(docx_text(in_paragraph(run("Sist i tabellen."), mark_is_deleted)) == "Sist i tabellen.");
    const auto two = [](const std::string& a, const std::string& b) {
        return cell(paragraph(a)) + cell(paragraph(b));
    };
    CHECK(docx_text(table(row(two("A", "B")) + row(two("bort", "bort"), "<w:del w:id=\"1\"/>") +
                          row(two("ny", "rad"), "<w:ins w:id=\"1\"/>"))) ==
          "| A | B |\n| --- | --- |\n| ny | rad |");
    CHECK(docx_text(table(row(two("A", "B")) +
                          row(cell(paragraph("1")) + cell(paragraph("bort"), "<w:cellDel w:id=\"1\"/>") +
                              cell(paragraph("2"))))) == "| A | B |\n| --- | --- |\n| 1 | 2 |");
}

TEST_CASE("a noted change within a cell's last paragraph joins nothing beyond the cell") {
    CHECK(docx_text(table(row(cell(in_paragraph(run("ett"), mark_is_deleted)) + cell(paragraph("två"))) +
                          row(cell(paragraph("tre")) + cell(paragraph("fyra"))))) ==
          "| ett | två |\n| --- | --- |\n| tre | fyra |");
}

TEST_CASE("how things were before a change is not read, and deletions are counted") {
    const auto reading = read(docx(in_paragraph(deleted("ett") + run("två") +
                                                "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/>"
                                                "</w:rPr></w:rPrChange></w:rPr><w:t>tre</w:t></w:r>")));
    CHECK(reading.text == "tvåtre");
    CHECK(reading.left_out == Counts{{LeftOut::deleted, 1}});
}

TEST_CASE("numbers are printed as their author sees them") {
    const auto heads = [](const std::string& lists) {
        const auto head = [](int level, const std::string& words) {
            return paragraph(words, "<w:pStyle w:val=\"Rubrik3\"/><w:outlineLvl w:val=\"" +
                                        std::to_string(level) + "\"/><w:numPr><w:ilvl w:val=\"" +
                                        std::to_string(level) + "\"/><w:numId w:val=\"1\"/></w:numPr>");
        };
        return with_lists(head(0, "a") + head(1, "b") + head(0, "c") + head(1, "d"), lists);
    };
    CHECK(heads(abstract(1, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2")) + num(1, 1)) ==
          "## I a\n\n### I.1 b\n\n## II c\n\n### II.1 d");
    CHECK(heads(abstract(1, level(0, "upperLetter", "Bilaga %1") + level(1, "lowerLetter", "%2)")) +
                num(1, 1)) == "## Bilaga A a\n\n### a b\n\n## Bilaga B c\n\n### a d");
    CHECK(heads(abstract(1, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) +
                num(1, 1)) == "## I a\n\n### 1.1 b\n\n## II c\n\n### 2.1 d");
    CHECK(heads(abstract(1,
                    level(0, "decimal", "%1") + level(1, "decimal", "%2 §", "<w:lvlRestart w:val=\"0\"/>")) +
                num(1, 1)) == "## 1 a\n\n### 1 § b\n\n## 2 c\n\n### 2 § d");
    CHECK(heads(abstract(1, level(0, "decimalZero", "%1") + level(1, "lowerRoman", "%1.%2")) + num(1, 1)) ==
          "## 01 a\n\n### 01.i b\n\n## 02 c\n\n### 02.i d");
    CHECK(heads(abstract(1, "<w:numStyleLink w:val=\"S\"/>") +
                abstract(2,
                    "<w:styleLink w:val=\"S\"/>" + level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) +
                num(1, 1) + num(2, 2)) == "## 1 a\n\n### 1.1 b\n\n## 2 c\n\n### 2.1 d");
    CHECK(heads(abstract(1, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) +
                num(1, 1,
                    "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperLetter", "%1") + "</w:lvlOverride>")) ==
          "## A a\n\n### A.1 b\n\n## B c\n\n### B.1 d");
    CHECK(heads(abstract(1, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) +
                num(1, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"4\"/></w:lvlOverride>")) ==
          "## 4 a\n\n### 4.1 b\n\n## 5 c\n\n### 5.1 d");
}

TEST_CASE("items are counted in letters and in Roman figures, go on where they were, and begin again") {
    const auto lists =
        abstract(1, level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")) +
        abstract(2, level(0, "upperRoman", "%1.")) + num(1, 1) + num(2, 2) +
        num(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>");
    CHECK(with_lists(listed(1, 0, "ett") + listed(1, 1, "a") + listed(1, 1, "b") + listed(1, 0, "två"),
              lists) == "1. ett\n    - (a) a\n    - (b) b\n2. två");
    CHECK(with_lists(listed(2, 0, "ett") + listed(2, 0, "två"), lists) == "- I. ett\n- II. två");
    CHECK(with_lists(listed(1, 0, "ett") + paragraph("Mellan.") + listed(1, 0, "två"), lists) ==
          "1. ett\n\nMellan.\n\n2. två");
    CHECK(with_lists(listed(1, 0, "ett") + listed(1, 0, "två") + listed(3, 0, "ett igen"), lists) ==
          "1. ett\n2. två\n1) ett igen");
    CHECK(with_lists(listed(1, 1, "under ett") + listed(1, 1, "under två"), lists) ==
          "- (a) under ett\n- (b) under två");
}

TEST_CASE("a list that stands for a style's list is that list") {
    CHECK(with_lists(listed(7, 0, "Första") + listed(7, 0, "Andra"),
              abstract(6, "<w:styleLink w:val=\"P\"/>" + level(0, "decimal", "%1.")) +
                  abstract(7, "<w:numStyleLink w:val=\"P\"/>") + num(6, 6) + num(7, 7)) ==
          "1. Första\n2. Andra");
}

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

TEST_CASE("tables keep their columns") {
    const auto c = [](const std::string& text, const std::string& properties = {}) {
        return cell(paragraph(text), properties);
    };
    const auto head = row(c("A") + c("B") + c("C"));
    CHECK(docx_text(table(head + row(c("1") + c("2"), "<w:gridBefore w:val=\"1\"/>"))) ==
          "| A | B | C |\n| --- | --- | --- |\n|  | 1 | 2 |");
    CHECK(docx_text(table(head + row(c("1"), "<w:gridAfter w:val=\"2\"/>") +
                          row(c("1", "<w:gridSpan w:val=\"2\"/>") + c("2")))) ==
          "| A | B | C |\n| --- | --- | --- |\n| 1 |  |  |\n| 1 |  | 2 |");
    CHECK(docx_text(table(row(c("A", "<w:vMerge w:val=\"restart\"/>") + c("B")) +
                          row(cell("<w:p/>", "<w:vMerge/>") + c("2")))) ==
          "| A | B |\n| --- | --- |\n|  | 2 |");
}

TEST_CASE("lists and paragraphs in a cell stay apart, and so do those of a table in a table") {
    CHECK(docx_text(
              table(row(cell(paragraph("Skog")) + cell(listed(2, 0, "Plantera") + listed(2, 0, "Gallra"))) +
                    row(cell(paragraph("ett") + paragraph("två")) + cell(listed(1, 0, "punkt"))))) ==
          "| Skog | 1. Plantera<br>2. Gallra |\n| --- | --- |\n| ett<br>två | • punkt |");
    const auto inner = table(
        row(cell(paragraph("a")) + cell(paragraph("b"))) + row(cell(paragraph("c")) + cell(paragraph("d"))));
    CHECK(docx_text(table(row(cell(inner + "<w:p/>") + cell(paragraph("x"))))) ==
          "| a / b<br>c / d | x |\n| --- | --- |");
    CHECK(docx_text(table(row(cell(styled("Rubrik3", "Ruta") + listed(1, 0, "punkt"))))) ==
          "#### Ruta\n\n- punkt");
}

TEST_CASE("links of fields and in notes keep their address") {
    CHECK(docx_text(
              in_paragraph(field(" HYPERLINK \"https://example.org/plan\" ", run("planen")) + run(" och ") +
                           "<w:fldSimple w:instr=\" HYPERLINK &quot;https://example.org/mal&quot; \">" +
                           run("målen") + "</w:fldSimple>" + run("."))) ==
          "[planen](https://example.org/plan) och [målen](https://example.org/mal).");
    CHECK(docx_text(in_paragraph("<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(" Uppgiften.")),
              {{"word/footnotes.xml", word_xml("footnotes", "<w:footnote w:id=\"2\">" +
                                                                in_paragraph("<w:hyperlink r:id=\"k\">" +
                                                                             run("Lag") + "</w:hyperlink>") +
                                                                "</w:footnote>")},
                  {"word/_rels/footnotes.xml.rels",
                      relations({{"k", "hyperlink", "!https://example.org/lag"}})}}) ==
          "[^1] Uppgiften.\n\n[^1]: [Lag](https://example.org/lag)");
    const auto local = read(docx(in_paragraph("<w:hyperlink r:id=\"k\">" + run("filen") + "</w:hyperlink>"),
        {{"word/_rels/document.xml.rels", relations({{"k", "hyperlink", "!file:///G:/plan.docx"}})}}));
    CHECK(local.text == "filen");
    CHECK(local.left_out == Counts{{LeftOut::address, 1}});
    CHECK(docx_text(in_paragraph("<w:hyperlink r:id=\"k\">" + run("a b") + "</w:hyperlink>"),
              {{"word/_rels/document.xml.rels",
                  relations({{"k", "hyperlink", "!http://example.org/a (b)"}})}}) ==
          "[a b](http://example.org/a%20%28b%29)");
}

TEST_CASE("notes are read as the body is") {
    CHECK(
        docx_text(in_paragraph(run("Text") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"),
            {{"word/footnotes.xml",
                word_xml("footnotes",
                    "<w:footnote w:id=\"2\">" +
                        in_paragraph("<w:moveFrom w:id=\"1\">" + run("Bort. ") + "</w:moveFrom>" +
                                     run("<w:vanish/>", "DOLT ") + deleted("bort") + run("<w:b/>", "Rad") +
                                     "<w:r><w:t> ett</w:t><w:br/><w:t>rad två</w:t><w:tab/><w:t>kolumn</w:t>"
                                     "<w:noBreakHyphen/><w:t>x</w:t></w:r>") +
                        paragraph("- inte lista") + "</w:footnote>")}}) ==
        "Text[^1]\n\n[^1]: **Rad** ett rad två kolumn‑x \\- inte lista");
}

TEST_CASE("fields show their results, and nothing of their instructions") {
    CHECK(docx_text(in_paragraph(run("Beslut: ") +
                                 "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> IF "
                                 "</w:instrText></w:r>" +
                                 field(" DOCPROPERTY Status ", run("UTKAST")) +
                                 "<w:r><w:instrText> = 1 </w:instrText></w:r><w:r><w:fldChar "
                                 "w:fldCharType=\"separate\"/></w:r>" +
                                 run("ej antaget.") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")) ==
          "Beslut: ej antaget.");
    CHECK(docx_text(in_paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> REF "
                                 "</w:instrText></w:r>" +
                                 run("Ord")) +
                    paragraph("Mer.")) == "Ord\n\nMer.");
}

TEST_CASE("contents lists and indexes are left out, by field, by style and as a building block") {
    const auto toc =
        read(docx(in_paragraph("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> TOC "
                               "\\h \\c \"Figur\" </w:instrText></w:r><w:r><w:fldChar "
                               "w:fldCharType=\"separate\"/></w:r>" +
                               run("Figur 1 Karta 3")) +
                  in_paragraph(run("Figur 2 Karta 5") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>") +
                  paragraph("Text.") + in_paragraph(field(" INDEX \\e ", run("skog, 1, 4")))));
    CHECK(toc.text == "Text.");
    CHECK(toc.left_out == Counts{{LeftOut::contents, 2}});
    const auto styled_ones =
        read(docx(styled("TOC1", "Vision 3") + styled("TOC1", "Mål 4") + paragraph("Text.")));
    CHECK(styled_ones.text == "Text.");
    CHECK(styled_ones.left_out == Counts{{LeftOut::contents, 1}});
    const auto block =
        read(docx("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>"
                  "</w:docPartObj></w:sdtPr><w:sdtContent>" +
                  styled("Rubrik3", "Innehåll") + "</w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent>" +
                  paragraph("Text.") + "</w:sdtContent></w:sdt>"));
    CHECK(block.text == "Text.");
    CHECK(block.left_out == Counts{{LeftOut::contents, 1}});
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

TEST_CASE("what is left out is counted by its kind") {
    const auto reading = read(docx(
        paragraph("Före.") + "<w:altChunk r:id=\"c\"/>" +
            in_paragraph(
                "<w:r><w:object><v:imagedata/><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r>"
                "<w:r><w:object><o:OLEObject ProgID=\"Equation.3\"/></w:object></w:r>"
                "<w:r><w:pict><v:imagedata/></w:pict></w:r><w:r><w:pict><v:rect o:hr=\"t\"/></w:pict></w:r>"
                "<w:r><w:commentReference w:id=\"1\"/></w:r>") +
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + paragraph("Klicka här") +
            "</w:sdtContent></w:sdt>" + paragraph("Efter."),
        {{"word/_rels/document.xml.rels",
             relations({{"c", "aFChunk", "a.html"}, {"k", "comments", "comments.xml"},
                 {"h", "header", "header1.xml"}, {"g", "header", "header2.xml"}})},
            {"word/comments.xml",
                word_xml("comments", "<w:comment w:id=\"1\">" + paragraph("Nej!") + "</w:comment>")},
            {"word/header1.xml", word_xml("hdr", paragraph("Remissutgåva"))},
            {"word/header2.xml", word_xml("hdr", paragraph("3"))}}));
    CHECK(reading.text == "Före.\n\nEfter.");
    CHECK(reading.left_out == Counts{{LeftOut::picture, 1}, {LeftOut::object, 1}, {LeftOut::equation, 1},
                                  {LeftOut::comment, 1}, {LeftOut::page_head, 1}, {LeftOut::part, 1},
                                  {LeftOut::prompt, 1}});
}

TEST_CASE("what ends where it never began, within properties, is passed over") {
    for (const auto* name : {"tc", "tr", "tbl", "footnote", "endnote", "p", "sdt", "txbxContent"}) {
        CAPTURE(std::string{name});
        const std::string element{name};
        const auto reading = read(docx("<w:p><w:pPr><w:" + element + "><w:pPr/></w:" + element +
                                       "></w:pPr><w:r><w:t>Ord.</w:t></w:r></w:p>" + paragraph("Efter.")));
        CHECK(reading.text == "Ord.\n\nEfter.");
    }
}
