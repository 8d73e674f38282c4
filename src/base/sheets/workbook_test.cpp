#include "base/sheets/workbook.hpp"

#include "support/workbooks.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::sheets;
using medskapa::test::inline_cell;
using medskapa::test::workbook;

namespace {

/// "A1=text, B2#12" of the first sheet, or the refusal.
std::string cells_or_error(const std::string& bytes) {
    const auto book = Workbook::opened(bytes);
    if (!book) return in_english(book.error().complaints.front());
    const auto sheet = book->read(book->sheets().front());
    if (!sheet) return in_english(sheet.error().complaints.front());
    std::string all;
    for (const auto& row : sheet->rows) {
        for (const auto& cell : row.cells)
            all.append(all.empty() ? "" : ", ")
                .append(column_letters(cell.column))
                .append(std::to_string(row.number))
                .append(1, "=#@?!~"[static_cast<std::size_t>(cell.kind)])
                .append(cell.text);
    }
    return all;
}

std::string cells_of_data(const std::string& data, const std::string& shared = {}) {
    return cells_or_error(workbook({.sheet_data = data, .shared = shared}));
}

}  // namespace

TEST_CASE("texts stand in the cell or are shared, in runs, with line ends and escapes, without ruby") {
    const auto shared =
        "<si><t xml:space=\"preserve\"> delad </t></si><si><r><t>rik "
        "</t></r><r><rPr><b/></rPr><t>text</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>ruby</t></rPh></si><si><t>rad ett\nrad två_x000D_ _x005F_x0041_</t></si>";

    CHECK(cells_of_data(
              "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
              "<c r=\"C1\" t=\"s\"><v>2</v></c>" +
                  inline_cell("D1", "inne") +
                  "<c r=\"E1\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>ne rik</t></r></is></c></row>",
              shared) == "A1= delad , B1=rik text, C1=rad ett\nrad två\r _x0041_, D1=inne, E1=inne rik");
    CHECK(cells_of_data("<row><c t=\"s\"><v>7</v></c></row>", shared) == "A1!#REF!");
}

TEST_CASE("raised characters keep their meaning, and struck-out words their marks") {
    const auto run = [](const std::string& look, const std::string& text) {
        return "<r><rPr>" + look + "</rPr><t xml:space=\"preserve\">" + text + "</t></r>";
    };
    const std::string above = "<vertAlign val=\"superscript\"/>";
    const auto rich = run("", "10") + run(above, "6") + run("", " m") + run(above, "3") + run("", " CO") +
                      run("<vertAlign val=\"subscript\"/>", "2") + run("<strike/>", " öka ") +
                      run("<strike val=\"0\"/>", "minska");
    const std::string right = "10⁶ m³ CO₂ ~~öka~~ minska";
    CHECK(cells_of_data("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is>" + rich +
                            "</is></c></row>",
              "<si>" + rich + run(above, "2") + "</si><si><t>rak</t></si>") ==
          "A1=" + right + "², B1=rak, C1=" + right);

    const auto cell = inline_cell("A1", "gäller inte");
    CHECK(cells_or_error(workbook(
              {.sheet_data = "<row>" + std::string{cell}.insert(2, " s=\"1\"") + inline_cell("B1", "gäller") +
                             "<c s=\"1\" t=\"s\"><v>0</v></c><c s=\"1\"><v>5</v></c></row>",
                  .shared = "<si><t>delad</t></si>",
                  .fonts = "<font/><font><strike/></font>",
                  .styles = "<xf fontId=\"0\"/><xf fontId=\"1\"/>"})) ==
          "A1=~~gäller inte~~, B1=gäller, C1=~~delad~~, D1#5");
}

TEST_CASE("numbers, truths, errors and what formulas last gave keep their kind") {
    CHECK(cells_of_data(
              "<row r=\"2\"><c><v>44688</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c>"
              "<c><f>1+1</f><v>2.5</v></c><c t=\"str\"><f>A1</f><v>ab</v></c><c t=\"str\"><v>bara</v></c>"
              "<c t=\"b\"><f>TRUE()</f><v>0</v></c><c><f>1+1</f></c><c><v>1.5E-3</v></c></row>") ==
          "A2#44688, B2?TRUE, C2!#N/A, D2#2.5, E2=ab, F2=bara, G2?FALSE, H2~?, I2#0.0015");
}

TEST_CASE("days are what the cell's format says, counted from 1900 or from 1904, or written out") {
    const test::WorkbookParts parts{
        .sheet_data =
            "<row r=\"1\"><c s=\"1\"><v>46150</v></c><c s=\"2\"><v>46150.4375</v></c>"
            "<c s=\"3\"><v>0.5</v></c><c s=\"4\"><v>1.5</v></c><c s=\"5\"><v>46150</v></c>"
            "<c t=\"d\"><v>2026-05-08T10:30:00Z</v></c><c s=\"1\"><v>60</v></c><c s=\"1\"><v>59</v></c>"
            "<c s=\"6\"><v>114</v></c></row>",
        .formats =
            "<numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd hh:mm\"/>"
            "<numFmt numFmtId=\"165\" formatCode=\"[h]:mm\"/><numFmt numFmtId=\"166\" formatCode=\"0.0&quot; "
            "dygn&quot;\"/><numFmt numFmtId=\"167\" formatCode=\"0000\"/>",
        .styles =
            "<xf/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/><xf numFmtId=\"165\"/>"
            "<xf numFmtId=\"166\"/><xf numFmtId=\"167\"/>"};
    CHECK(cells_or_error(workbook(parts)) ==
          "A1@2026-05-08, B1@2026-05-08 10:30, C1@12:00, D1#1.5, E1#46150, F1@2026-05-08 10:30, G1!60, "
          "H1@1900-02-28, I1#0114");

    auto mac = parts;
    mac.sheet_data = "<row><c s=\"1\"><v>44688</v></c><c s=\"1\"><v>0</v></c></row>";
    mac.properties = " date1904=\"1\"";
    CHECK(cells_or_error(workbook(mac)) == "A1@2026-05-08, B1@1904-01-01");
    mac.sheet_data = "<row><c s=\"3\"><v>0.4375</v></c></row>";
    CHECK(cells_or_error(workbook(mac)) == "A1@10:30");
}

TEST_CASE("a colour in a format is no duration") {
    const auto is_moment = [](std::string_view code) { return sheets::format_of(code).is_moment; };
    for (const auto* code : {"[Magenta]yyyy-mm-dd", "[Black]hh:mm", "[Red][$-41D]yyyy-mm-dd"}) {
        CAPTURE(std::string{code});
        CHECK(is_moment(code));
    }
    for (const auto* code : {"[h]:mm", "[mm]:ss", "[HH]:mm", "[Magenta]0.0"}) {
        CAPTURE(std::string{code});
        CHECK_FALSE(is_moment(code));
    }
}

TEST_CASE(
    "strict workbooks and those with prefixes are the same, and what is of no known vocabulary is passed "
    "over") {
    test::WorkbookParts parts{.sheet_data = "<row r=\"1\">" + inline_cell("A1", "ett") + "</row>"};
    parts.name_space = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    CHECK(cells_or_error(workbook(parts)) == "A1=ett");
    parts.prefix = "x:";
    CHECK(cells_or_error(workbook(parts)) == "A1=ett");
    parts.prefix.clear();
    parts.sheet_data =
        "<row r=\"1\">" + inline_cell("A1", "ett") + "<y:c xmlns:y=\"urn:y\"><v>9</v></y:c></row>";
    CHECK(cells_or_error(workbook(parts)) == "A1=ett");
}

TEST_CASE("rows and cells without a reference count on, and formatted empty ones are nothing") {
    CHECK(cells_of_data("<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
                        "<row r=\"9\" s=\"1\"><c r=\"A9\" s=\"1\"/><c r=\"XFD9\" s=\"1\"/></row><row>" +
                        inline_cell("A10", " \u00A0") + "</row>") == "B3#1, C3#2, A4#3");
    CHECK(cells_of_data("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>") == "XFD1048576#1");
}

TEST_CASE("rows and cells that do not follow each other, or stand beyond any sheet, are refused") {
    for (const auto* data : {"<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"/>",
             "<row r=\"3\"/><row r=\"1\"/>", "<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
             "<row><c r=\"XFE1\"><v>1</v></c></row>", "<row r=\"1048577\"/>",
             "<row><c r=\"B1\"/><c r=\"B1\"/></row>"})
        CHECK(cells_of_data(data).starts_with("The workbook cannot be read."));
    std::string wide;
    for (int column = 0; column <= 16384; ++column) wide += "<c/>";
    CHECK(cells_of_data("<row>" + wide + "</row>").starts_with("The workbook cannot be read."));
}

TEST_CASE("what is no workbook is refused with what it is") {
    CHECK(cells_or_error("PK\x03\x04 nothing").starts_with("The workbook cannot be read."));
    CHECK(cells_or_error(test::zipped({{"word/document.xml", "<w/>"}}))
              .starts_with("The file is packed, but it is no"));
    auto bytes = workbook({.sheet_data = "<row><c><v>1</v></c></row>"});
    CHECK(cells_or_error(bytes.substr(0, bytes.size() - 30)).starts_with("The workbook cannot be read."));
    CHECK(cells_of_data("<row><c></row>").starts_with("The workbook cannot be read."));
    const auto typed = test::zipped({{"xl/workbook.xml",
        "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><workbook><sheets><sheet "
        "name=\"&b;\"/></sheets>"
        "</workbook>"}});
    CHECK(cells_or_error(typed).starts_with("The workbook cannot be read."));
}

TEST_CASE("bombs are refused: one large text in many cells, more cells than any table has, parts of zeros") {
    std::string cells;
    for (int row = 0; row < 200; ++row) cells += "<row><c t=\"s\"><v>0</v></c></row>";
    CHECK(cells_of_data(cells, "<si><t>" + std::string(1'000'000, 'x') + "</t></si>")
              .starts_with("The workbook is too large."));
    CHECK(cells_of_data("<row/>", "<si><t>" + std::string(longest_text + 1, 'x') + "</t></si>")
              .starts_with("The workbook is too large."));
    CHECK(cells_of_data("<row>" + inline_cell("A1", std::string(longest_text + 1, 'x')) + "</row>")
              .starts_with("The workbook is too large."));
    CHECK(cells_of_data(std::string(most_xml + 1, ' ')).starts_with("The workbook is too large."));
    std::string deep;
    for (int depth = 0; depth < 100'000; ++depth) deep += "<row>";
    CHECK(cells_of_data(deep).starts_with("The workbook cannot be read."));
}
