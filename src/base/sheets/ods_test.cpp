#include "base/sheets/named.hpp"
#include "base/sheets/workbook.hpp"
#include "support/workbooks.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::sheets;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string vocabulary() {
    std::string all;
    for (const auto* name : {"office", "table", "text", "style"})
        all += " xmlns:" + std::string{name} + "=\"urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0\"";
    return all + " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";
}

std::string ods(const std::string& sheets, const std::string& styles = {}, const Files& more = {}) {
    Files files{{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
        {"content.xml", "<office:document-content" + vocabulary() + "><office:automatic-styles>" + styles +
                            "</office:automatic-styles><office:body><office:spreadsheet>" + sheets +
                            "</office:spreadsheet></office:body></office:document-content>"}};
    files.insert(files.end(), more.begin(), more.end());
    return test::zipped(files);
}

std::string table(const std::string& rows, const std::string& more = {}) {
    return "<table:table table:name=\"Blad1\"" + more + ">" + rows + "</table:table>";
}
std::string row(const std::string& cells, const std::string& more = {}) {
    return "<table:table-row" + more + ">" + cells + "</table:table-row>";
}
std::string cell(const std::string& inside, const std::string& more = {}) {
    return "<table:table-cell office:value-type=\"string\"" + more + ">" + inside + "</table:table-cell>";
}
std::string words(const std::string& text) {
    return cell("<text:p>" + text + "</text:p>");
}
std::string typed(const std::string& type, const std::string& value, const std::string& shown) {
    return "<table:table-cell office:value-type=\"" + type + "\" office:" + value + "><text:p>" + shown +
           "</text:p></table:table-cell>";
}

/// "A1=text, B2#12" of the first sheet, or the refusal.
std::string cells_or_error(const std::string& bytes) {
    const auto book = Workbook::opened(bytes);
    if (!book) return in_english(book.error().complaints.front());
    const auto sheet = book->read(book->sheets().front());
    if (!sheet) return in_english(sheet.error().complaints.front());
    std::string all;
    for (const auto& line : sheet->rows)
        for (const auto& one : line.cells)
            all.append(all.empty() ? "" : ", ")
                .append(column_letters(one.column))
                .append(std::to_string(line.number))
                .append(line.is_hidden ? "h" : "")
                .append(1, "=#@?!~"[static_cast<std::size_t>(one.kind)])
                .append(one.text);
    return all;
}

std::string cells_of(const std::string& rows, const std::string& styles = {}) {
    return cells_or_error(ods(table(rows), styles));
}

}  // namespace

TEST_CASE("cells of an ODS are typed as those of an XLSX") {
    CHECK(cells_of(row(
              typed("float", "value=\"1234.5\"", "1 234,50") + typed("float", "value=\"114\"", "0114") +
              typed("percentage", "value=\"0.125\"", "12,5 %") + typed("currency", "value=\"-5\"", "-5 kr") +
              typed("date", "date-value=\"2026-05-08\"", "8/5") +
              typed("date", "date-value=\"2026-05-08T10:30:00\"", "8/5 10:30") +
              typed("time", "time-value=\"PT10H30M00S\"", "10.30") +
              typed("boolean", "boolean-value=\"true\"", "SANT"))) ==
          "A1#1234.5, B1#0114, C1#0.125, D1#-5, E1@2026-05-08, F1@2026-05-08 10:30, G1@10:30, H1?TRUE");
    CHECK(cells_of(
              row(cell("<text:p>#DIV/0!</text:p>",
                      " table:formula=\"of:=1/0\" office:string-value=\"\" calcext:value-type=\"error\"") +
                  "<table:table-cell table:formula=\"of:=A1\"/>" +
                  typed("float", "value=\"2\" table:formula=\"of:=1+1\"", "2"))) == "A1!#DIV/0!, B1~?, C1#2");
}

TEST_CASE("words of an ODS keep their lines, their blanks and their looks, without remarks about them") {
    const std::string styles =
        "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties "
        "style:text-position=\"super "
        "58%\"/></style:style><style:style style:name=\"T2\" style:family=\"text\"><style:text-properties "
        "style:text-line-through-style=\"solid\"/></style:style><style:style style:name=\"ce1\" "
        "style:family=\"table-cell\"><style:text-properties "
        "style:text-line-through-type=\"single\"/></style:style>";
    const auto span = [](const char* style, const char* text) {
        return "<text:span text:style-name=\"" + std::string{style} + "\">" + text + "</text:span>";
    };
    CHECK(cells_of(row(cell("<office:annotation><text:p>hemligt</text:p></office:annotation><text:p>rad "
                            "ett</text:p><text:p>rad<text:s text:c=\"2\"/>två\n  fem</text:p>") +
                       words("10" + span("T1", "6") + " " + span("T2", "öka") + " minska") +
                       cell("<text:p>gäller inte</text:p>", " table:style-name=\"ce1\"") +
                       cell("", " office:string-value=\"bara så\"")),
              styles) == "A1=rad ett\nrad  två fem, B1=10⁶ ~~öka~~ minska, C1=~~gäller inte~~, D1=bara så");
}

TEST_CASE("repeated, covered, hidden and empty cells and rows of an ODS stand where they are shown") {
    CHECK(
        cells_of(
            "<table:table-column table:number-columns-repeated=\"1024\"/>" +
            row("<table:table-cell table:number-columns-repeated=\"2\"/>" +
                cell("<text:p>x</text:p>", " table:number-columns-repeated=\"2\"") + words("y")) +
            row("<table:table-cell/>", " table:number-rows-repeated=\"3\"") +
            row(words("z"), " table:number-rows-repeated=\"2\" table:visibility=\"filter\"") +
            row(cell("<text:p>ab</text:p>", " table:number-columns-spanned=\"2\"") +
                "<table:covered-table-cell><text:p>dold</text:p></table:covered-table-cell>" + words("c")) +
            row("<table:table-cell table:number-columns-repeated=\"16384\"/>",
                " table:number-rows-repeated=\"1048569\"")) == "C1=x, D1=x, E1=y, A5h=z, A6h=z, A7=ab, C7=c");
}

TEST_CASE("hidden sheets of an ODS are passed over, and its tables are read by their names") {
    const std::string hides =
        "<style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties "
        "table:display=\"false\"/></style:style>";
    const auto file = ods(table(row(words("text")) + row(words("hemligt")), " table:style-name=\"ta2\"") +
                              "<table:table table:name=\"Svar\">" + row(words("Text") + words("Kommun")) +
                              row(words("Mer skog") + words("Åre")) + "</table:table>",
        hides);
    const auto named = read_named(file, {.columns = {{"text", {"text"}}, {"municipality", {"kommun"}}}});
    REQUIRE(named);
    CHECK(named->sheet == "Svar");
    REQUIRE(named->rows.size() == 1);
    CHECK(named->rows[0]["text"] == "Mer skog");
    CHECK(named->rows[0]["municipality"] == "Åre");
}

TEST_CASE("an ODS that is locked, or asks for more cells than it holds, is refused with the reason") {
    CHECK(cells_or_error(ods("", "", {{"META-INF/manifest.xml", "<manifest:encryption-data/>"}})) ==
          "The file is locked with a password. Save it without one");
    CHECK(cells_of(row(words("bomb"), " table:number-rows-repeated=\"1000000\""))
              .starts_with("The workbook is too large"));
    CHECK(cells_of(row(cell("<text:p>b</text:p>", " table:number-columns-repeated=\"99999999999999999999\"")))
              .starts_with("The workbook"));
    CHECK(cells_of(row(cell("<text:p>b</text:p>", " table:number-columns-repeated=\"16385\""))) ==
          "The workbook cannot be read. Save it again as XLSX or CSV");
    CHECK(cells_or_error(ods("")).starts_with("The file is packed, but it is no workbook"));
}

TEST_CASE("an ODS of blanks that are only counted, or of sheets without end, is refused while it is read") {
    const auto many = [](std::size_t times, const std::string& words) {
        std::string all;
        for (std::size_t i = 0; i < times; ++i) all += words;
        return all;
    };
    const auto blanks = many(200, "<text:s text:c=\"1048576\"/>");
    CHECK(cells_of(row(cell("<text:p>" + blanks + "</text:p>"))).starts_with("The workbook is too large"));
    const auto in_spans = many(200, "<text:span><text:s text:c=\"1048576\"/></text:span>");
    CHECK(cells_of(row(cell("<text:p>" + in_spans + "</text:p>"))).starts_with("The workbook is too large"));
    const auto sheets = many(10'000, "<table:table table:name=\"a\"/>");
    CHECK(cells_or_error(ods(sheets)).starts_with("The workbook is too large"));
}
