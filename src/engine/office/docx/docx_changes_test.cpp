#include "support/docx_pieces.hpp"
#include "support/readings.hpp"

using namespace medskapa;
using namespace office_file;
using Counts = office::LeftOutCounts;

using namespace example;

namespace {

std::string deleted(const std::string& text) {
    return "<w:del w:id=\"1\"><w:r><w:delText>" + text + "</w:delText></w:r></w:del>";
}

constexpr auto mark_is_deleted = "<w:rPr><w:del w:id=\"2\"/></w:rPr>";

}  // namespace

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

TEST_CASE("links of fields and in notes keep their address") {
    CHECK(docx_text(in_paragraph(field(" HYPERLINK \"https://example.org/plan\" \\l \"mal\" ",
              run("målen")))) == "[målen](https://example.org/plan#mal)");
    CHECK(docx_text(in_paragraph(field(" HYPERLINK \\l \"mal\" ", run("målen")))) == "målen");
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

TEST_CASE("the call of a note that the file does not hold is counted, but not in hidden words") {
    const auto without =
        read(docx(in_paragraph(run("Text") + "<w:r><w:footnoteReference w:id=\"9\"/></w:r>")));
    CHECK(without.text == "Text");
    CHECK(without.left_out == Counts{{LeftOut::note, 1}});
}
