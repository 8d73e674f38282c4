#include "support/docx_pieces.hpp"
#include "support/readings.hpp"

using namespace medskapa;
using namespace office_file;
using Counts = office::LeftOutCounts;

using namespace example;

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
