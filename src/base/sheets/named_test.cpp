#include "base/sheets/named.hpp"

#include "base/csv/write.hpp"
#include "base/sheets/workbook.hpp"

#include "support/workbooks.hpp"

#include <doctest/doctest.h>
#include <random>

using namespace medskapa;
using namespace medskapa::sheets;
using medskapa::test::inline_cell;
using medskapa::test::workbook;

namespace {

const Wanted wanted{{{"text", {"text"}}, {"title", {"rubrik", "title"}}, {"topic", {"ämne", "topic"}}}};

/// "2: Mer skog | Skog | " for each row, or the refusals.
std::string rows_or_errors(std::string_view bytes, const Wanted& asked = wanted) {
    const auto table = read_named(bytes, asked);
    std::string all;
    if (!table) {
        for (const auto& complaint : table.error().complaints) all += in_english(complaint) + '\n';
        return all;
    }
    for (const auto& row : table->rows)
        all += std::to_string(row.line()) + ": " + row["text"] + " | " + row["title"] + " | " + row["topic"] +
               '\n';
    return all;
}

std::string sheet_of(const std::vector<std::vector<std::string>>& rows) {
    std::string data;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        data += "<row r=\"" + std::to_string(r + 1) + "\">";
        for (std::size_t c = 0; c < rows[r].size(); ++c)
            if (!rows[r][c].empty())
                data += inline_cell(column_letters(c) + std::to_string(r + 1), rows[r][c]);
        data += "</row>";
    }
    return data;
}

}  // namespace

TEST_CASE("the same rows come out however the text was saved") {
    const std::string right = "2: Mer skog, tack. | Skog | \n3: Två\nrader | \"Hela\" 5\" | Å\n";
    const std::string plain =
        "text;rubrik;ämne\nMer skog, tack.;Skog;\n\"Två\nrader\";\"\"\"Hela\"\" 5\"\"\";Å\n";

    CHECK(rows_or_errors(plain) == right);
    CHECK(rows_or_errors(
              "\xEF\xBB\xBFsep=;\r\n Text ;RUBRIK:;Amne *\r\nMer skog, tack.;Skog;;\r\n\"Två\nrader\";"
              "\"\"\"Hela\"\" 5\"\"\";Å;\r\n;;;\r\n") == right);
    CHECK(rows_or_errors(
              "text|title|topic\r\"Mer skog, tack.\"|Skog|\r\"Två\nrader\"|\"\"\"Hela\"\" 5\"\"\"|Å\r") ==
          right);
}

TEST_CASE("a file of one column of prose has no separators, whatever the prose holds") {
    CHECK(rows_or_errors("Text\nMer skog, tack; och vatten,\nIngen\n") ==
          "2: Mer skog, tack; och vatten, |  | \n3: Ingen |  | \n");
}

TEST_CASE("the header is the row that names most known columns, below titles") {
    CHECK(rows_or_errors("Inspel från biblioteket;\n;\nrubrik;text\nSkog;Mer skog\n") ==
          "4: Mer skog | Skog | \n");
}

TEST_CASE("a title above a header that nobody knows is no header") {
    const auto header_row = [](const std::string& text) {
        const auto table = read_named(text, wanted);
        REQUIRE(table);
        return table->header_row;
    };
    const std::string file = "Synpunkt;Ort\nRidvägar i hela länet;Åre\n";
    const std::string titles = "Enkät 2026;\nRegionen;\n;\n";

    CHECK(header_row("Enkät 2026;\n" + file) == 2);
    CHECK(header_row(titles + file) == 4);
    CHECK(header_row(file) == 1);
    CHECK(header_row("Synpunkt;;Ort\nRidvägar;x;Åre\n") == 1);
    CHECK(rows_or_errors("Enkät 2026;\n" + file, {wanted.columns, {}, {}, {{"A", "text"}}}) ==
          "3: Ridvägar i hela länet |  | \n");
    CHECK(header_of("Enkät 2026;\n" + file, wanted)->digest ==
          header_of("Enkät 2027;\n" + file, wanted)->digest);
}

TEST_CASE("a note far down next to one column does not make its row a header") {
    std::vector<std::vector<std::string>> rows;
    for (int row = 1; row < 10; ++row) rows.push_back({"Tanke " + std::to_string(row)});
    rows.push_back({"Tanke 10", "obs!"});
    const auto table = read_named(workbook({.sheet_data = sheet_of(rows)}), wanted);
    REQUIRE(table);
    CHECK(table->header_row == 1);
}

TEST_CASE("a row of nothing but blanks is passed over, also of those that do not break") {
    CHECK(
        rows_or_errors("text;rubrik\n \u00A0;\u00A0\nMer skog;Skog\n   ;   \n") == "3: Mer skog | Skog | \n");
    CHECK(rows_or_errors("text;rubrik\n\u00A0\nMer skog;Skog\n") == "3: Mer skog | Skog | \n");
}

TEST_CASE("a name is the same whether its letters are composed or not") {
    CHECK(folded("A\u0308mne") == folded("Ämne"));
    CHECK(folded("A\u030Are") == folded("åre"));
    CHECK(rows_or_errors("text;a\u0308mne\nMer skog;Vatten\n") == "2: Mer skog |  | Vatten\n");
}

TEST_CASE("columns that nobody knows are named, and those that stand twice are refused") {
    const auto table = read_named("text;Betyg;;rubrik\na;5;x;b\n", wanted);
    REQUIRE(table);
    CHECK(table->unread() == "Betyg (B), C");
    CHECK(table->columns[1].examples == std::vector<std::string>{"5"});
    CHECK(rows_or_errors("text;rubrik;Text\na;b;c\n") ==
          "The columns text (A) and Text (C) say the same thing. Keep one of them, or give the other another "
          "name\n");
    CHECK(rows_or_errors("text;rubrik;title\na;b;c\n").starts_with("The columns rubrik (B) and title (C)"));
    CHECK(rows_or_errors("text;betyg;betyg\na;b;c\n").starts_with("The columns betyg (B) and betyg (C)"));
}

TEST_CASE("a column means what a person says it means, and may be left out") {
    auto asked = wanted;
    asked.meaning = {{"A", "text"}, {"B", ""}};
    CHECK(rows_or_errors("synpunkt;rubrik\na;b\n", asked) == "2: a |  | \n");
    asked = wanted;
    asked.separator = ',';
    CHECK(rows_or_errors("text,rubrik;\na,b;\n", asked) == "2: a |  | \n");
}

TEST_CASE("rows wider or narrower than the header are refused by the number that the spreadsheet shows") {
    CHECK(rows_or_errors("text;rubrik\n\"a\nb\";c\nd\ne;f;g\n") ==
          "Line 3: the row has 1 fields, but the header has 2. Correct the row.\n"
          "Line 4: the row has 3 fields, but the header has 2. Correct the row.\n");
}

TEST_CASE("of a workbook the first visible sheet with known columns is read, or the one that is named") {
    test::WorkbookParts parts{.sheet_data = sheet_of({{}, {"", "text", "rubrik"}, {"", "a", "b"}})};
    parts.more_sheets = {{"name=\"Läs mig\"", sheet_of({{"Fyll i nästa blad"}})},
        {"name=\"Listor\" state=\"hidden\"", sheet_of({{"text"}, {"dold"}})}};
    const auto bytes = workbook(parts);

    const auto table = read_named(bytes, wanted);
    REQUIRE(table);
    CHECK(table->sheet == "Blad1");
    CHECK(table->header_row == 2);
    CHECK(rows_or_errors(bytes) == "3: a | b | \n");
    auto asked = wanted;
    asked.sheet = "Listor";
    CHECK(rows_or_errors(bytes, asked) == "2: dold |  | \n");
    asked.sheet = "Blad9";
    CHECK(rows_or_errors(bytes, asked) == "No sheet is called Blad9. The workbook has: Läs mig, Blad1\n");
}

TEST_CASE("a cell with an error or a formula never calculated is refused by its place") {
    CHECK(rows_or_errors(
              workbook({.sheet_data = "<row>" + inline_cell("A1", "text") + inline_cell("B1", "rubrik") +
                                      "</row><row><c t=\"e\"><v>#N/A</v></c><c><f>A1</f></c></row>"})) ==
          "The cell A2 holds the error #N/A. Correct it in the spreadsheet\nThe cell B2 holds a formula that "
          "was never "
          "calculated. Open the file in a spreadsheet and save it again\n");
}

TEST_CASE("notes beside the table in a workbook are a column that is not read") {
    const auto bytes = workbook({.sheet_data = sheet_of({{"text"}, {"a", "", "", "obs!"}})});
    const auto table = read_named(bytes, wanted);
    REQUIRE(table);
    CHECK(table->unread() == "D");
    CHECK(table->rows.front()["text"] == "a");
}

TEST_CASE("a locked or old workbook is called that") {
    CHECK(rows_or_errors("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
              .starts_with("The workbook is locked with a password"));
}

TEST_CASE("merged cells are refused with the rows that would have been left empty") {
    test::WorkbookParts parts;
    parts.sheet_data = sheet_of({{"text", "rubrik", "not"}, {"Mer skog", "Skog", "a"}, {"Mer vatten"}});
    const auto merging = [&](const std::string& area) {
        parts.after_data = "<mergeCells><mergeCell ref=\"" + area + "\"/></mergeCells>";
        return rows_or_errors(workbook(parts));
    };
    const std::string whole = "2: Mer skog | Skog | \n3: Mer vatten |  | \n";

    CHECK(merging("B2:B3") ==
          "The cells B2 to B3 are merged, so only the first of them holds anything. Split them, and fill in "
          "each of the rows 2 to 3\n");
    CHECK(merging("A3:B3").starts_with("The cells A3 to B3 are merged"));
    CHECK(merging("A3:B3").ends_with("holds anything. Split them\n"));
    CHECK(merging("C2:C3") == whole);  // nobody reads that column
    CHECK(merging("B3:B4") == whole);  // nothing stands in it
    CHECK(merging("A1:B1") == whole);
    CHECK(merging("B2:B") == whole);
    CHECK(merging("B99999999999:B3") == whole);
}

TEST_CASE("of very many merged cells the first eight are named and the others counted") {
    const auto lines_of = [](int areas) {
        std::vector<std::vector<std::string>> rows{{"text", "rubrik"}};
        std::string merged;
        for (int k = 0; k < areas; ++k) {
            rows.push_back({"Mer skog", "Skog"});
            rows.push_back({"Mer vatten"});
            const auto row = 2 + 2 * k;
            merged += "<mergeCell ref=\"B" + std::to_string(row) + ":B" + std::to_string(row + 1) + "\"/>";
        }
        test::WorkbookParts parts{.sheet_data = sheet_of(rows)};
        parts.after_data = "<mergeCells>" + merged + "</mergeCells>";
        return rows_or_errors(workbook(parts));
    };
    const auto count = [](const std::string& all) { return std::count(all.begin(), all.end(), '\n'); };

    CHECK(count(lines_of(8)) == 8);
    CHECK(count(lines_of(3000)) == 9);
    CHECK(lines_of(3000).ends_with("\nMore merged cells: 2992. Split them too\n"));
    CHECK(lines_of(9).ends_with("\nMore merged cells: 1. Split them too\n"));
}

TEST_CASE("a header that comes again and a row that sums the others are refused by their rows") {
    CHECK(rows_or_errors("text;rubrik;betyg\nMer skog;Skog;5\nText;Rubrik;Betyg\n") ==
          "Row 3 repeats the headings. Delete it\n");
    CHECK(rows_or_errors("text;rubrik\nMer skog;Skog\nSumma: 1;\nTotalt;12\n;Antal 3\n") ==
          "Row 3 looks like a sum: Summa: 1. Delete it\nRow 4 looks like a sum: Totalt. Delete it\n"
          "Row 5 looks like a sum: Antal 3. Delete it\n");
    CHECK(rows_or_errors("text;rubrik\nSumma summarum: mer skog;\nTotalt kaos;Text\nTotalt;Skog\n") ==
          "2: Summa summarum: mer skog |  | \n3: Totalt kaos | Text | \n4: Totalt | Skog | \n");
}

TEST_CASE("a sum or a mean is one whatever it is called and however its number is written") {
    for (const auto* row : {"Totalsumma;12", "Grand Total;12", "Medelvärde;3,5", "Genomsnitt: 3,5;",
             "Summa;100 %", "Antal;12 st", "Antal: 12 st;", "ANTAL;12 ST", "Totalt;-", "Totalt;–",
             "Totalt;1\u202F200", "Summa;-12"})
        CHECK_MESSAGE(
            rows_or_errors(std::string{"text;rubrik\n"} + row + "\n").starts_with("Row 2 looks"), row);
    for (const auto* row : {"Genomsnittlig inkomst;Skog", "Medelvärde för skogen;1", "Antal stugor;12",
             "Totalsumman;ökar", "Summa;test"})
        CHECK_MESSAGE(rows_or_errors(std::string{"text;rubrik\n"} + row + "\n").starts_with("2: "), row);
}

TEST_CASE("rows that are hidden in the workbook are read and counted") {
    test::WorkbookParts parts;
    parts.sheet_data = "<row r=\"1\">" + inline_cell("A1", "text") + "</row><row r=\"2\" hidden=\"1\">" +
                       inline_cell("A2", "Mer skog") + "</row><row r=\"3\" hidden=\"0\">" +
                       inline_cell("A3", "Mer vatten") + "</row>";

    const auto table = read_named(workbook(parts), wanted);

    REQUIRE(table);
    CHECK(table->rows.size() == 2);
    CHECK(table->hidden_rows == 1);
}

TEST_CASE("a file of another kind is named as what it is") {
    CHECK(rows_or_errors("%PDF-1.7\n1 0 obj\n").starts_with("The file is a PDF"));
    CHECK(
        rows_or_errors("\xEF\xBB\xBF\n<!DOCTYPE html><p>text").starts_with("The file is a web page (HTML)"));
    CHECK(rows_or_errors("<HTML><body>").starts_with("The file is a web page (HTML)"));
    CHECK(rows_or_errors("<?xml version=\"1.0\"?>\n<Workbook>")
              .starts_with("The file is a workbook in the XML of Excel 2003"));
    CHECK(rows_or_errors("{\\rtf1 text}").starts_with("The file is a text document (RTF)"));
    CHECK(rows_or_errors("\x89PNG\r\n").starts_with("The file is a picture"));
}

TEST_CASE("a name that may mean a day does so only where days stand, and never against a choice") {
    Wanted asked = wanted;
    asked.columns.push_back({"received_at", {"mottaget"}, {"inkom", "datum"}});
    const auto key_of_second = [&](const std::string& text) {
        const auto table = read_named(text, asked);
        REQUIRE(table);
        return table->columns.at(1).key;
    };

    CHECK(key_of_second("text;Datum\nMer skog;2026-05-08\nIngen;\n") == "received_at");
    CHECK(key_of_second("text;Datum\nMer skog;i våras\n") == "");
    CHECK(key_of_second("text;Datum\nMer skog;\n") == "");
    CHECK(key_of_second("text;datum;mottaget\nMer skog;2026-05-08;2026-05-09\n") == "");
    CHECK(key_of_second("text;inkom;datum\nMer skog;2026-05-08;2026-05-01\n") == "received_at");
    CHECK(key_of_second("text;datum;inkom\nMer skog;2026-05-01;2026-05-08\n") == "");
    CHECK(key_of_second("text;datum;inkom\nMer skog;2026-05-01;i våras\n") == "received_at");
    asked.meaning["datum"] = "";
    CHECK(key_of_second("text;Datum\nMer skog;2026-05-08\n") == "");
}

namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>{0, limit - 1}(random);
}

std::string random_cell(Random& random) {
    constexpr std::string_view pieces[] = {
        "skog", "Å", "ö", ",", ";", "\t", "|", "\"", "\n", " ", "5", "-", "é", "=1", "sep="};
    std::string text;
    for (auto left = below(random, 6); left > 0; --left) text += pieces[below(random, std::size(pieces))];
    while (text.starts_with(' ') || text.starts_with('\n') || text.starts_with('\t')) text.erase(0, 1);
    while (!text.empty() && std::string_view{" \n\t"}.find(text.back()) != std::string_view::npos)
        text.pop_back();
    return text;
}

std::string quoted(const std::string& cell) {
    std::string all = "\"";
    for (const char c : cell) all.append(c == '"' ? 2 : 1, c);
    return all + '"';
}

/// As a program writes it that quotes only what it must, or everything.
std::string in_text(const std::vector<std::vector<std::string>>& table, Random& random) {
    const char separator = ",;\t|"[below(random, 4)];
    constexpr std::string_view ends[] = {"\n", "\r\n", "\r"};
    const auto end = ends[below(random, 3)];
    const bool quotes_all = below(random, 2) == 0;
    const auto padding = below(random, 3);
    std::string text;
    if (below(random, 3) == 0) text += std::string{"sep="} + separator + std::string{end};
    for (const auto& row : table) {
        for (std::size_t k = 0; k < row.size(); ++k) {
            if (k > 0) text += separator;
            const bool must = row[k].find_first_of(",;\t|\"\n\r") != std::string::npos;
            text += must || quotes_all ? quoted(row[k]) : row[k];
        }
        text += std::string(padding, separator) + std::string{end};
        if (below(random, 5) == 0)
            text += std::string(row.size() + padding - 1, separator) + std::string{end};
    }
    return text;
}

std::string in_utf16(const std::string& utf8, bool is_low_first, bool has_mark) {
    std::string bytes = has_mark ? (is_low_first ? "\xFF\xFE" : "\xFE\xFF") : "";
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        unsigned unit = static_cast<unsigned char>(utf8[at]);
        if (unit >= 0xC0) unit = ((unit & 0x1FU) << 6U) | (static_cast<unsigned char>(utf8[++at]) & 0x3FU);
        const auto low = static_cast<char>(unit & 0xFFU);
        const auto high = static_cast<char>(unit >> 8U);
        bytes += is_low_first ? low : high;
        bytes += is_low_first ? high : low;
    }
    return bytes;
}

std::string in_latin(const std::string& utf8) {
    std::string bytes;
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        unsigned unit = static_cast<unsigned char>(utf8[at]);
        if (unit >= 0xC0) unit = ((unit & 0x1FU) << 6U) | (static_cast<unsigned char>(utf8[++at]) & 0x3FU);
        bytes += static_cast<char>(unit);
    }
    return bytes;
}

std::string escaped_xml(const std::string& text) {
    std::string all;
    for (const char c : text) {
        if (c == '&')
            all += "&amp;";
        else if (c == '<')
            all += "&lt;";
        else
            all += c;
    }
    return all;
}

std::string in_workbook(const std::vector<std::vector<std::string>>& table, Random& random) {
    test::WorkbookParts parts;
    std::size_t shared = 0;
    for (std::size_t r = 0; r < table.size(); ++r) {
        const auto row = std::to_string(r + 1);
        parts.sheet_data += below(random, 2) == 0 ? "<row>" : "<row r=\"" + row + "\">";
        for (std::size_t c = 0; c < table[r].size(); ++c) {
            const auto at = column_letters(c) + row;
            if (table[r][c].empty() && below(random, 2) == 0) {
                parts.sheet_data += "<c r=\"" + at + "\" s=\"0\"/>";
            } else if (below(random, 2) == 0) {
                parts.sheet_data += inline_cell(at, escaped_xml(table[r][c]));
            } else {
                parts.shared += "<si><t xml:space=\"preserve\">" + escaped_xml(table[r][c]) + "</t></si>";
                parts.sheet_data += "<c r=\"" + at + "\" t=\"s\"><v>" + std::to_string(shared++) + "</v></c>";
            }
        }
        parts.sheet_data += "</row>";
    }
    return workbook(parts);
}

}  // namespace

TEST_CASE("random tables in every dialect come back cell for cell") {
    for (unsigned seed = 0; seed < 4000; ++seed) {
        Random random{seed};
        std::vector<std::vector<std::string>> table{{"text", "rubrik", "ämne"}};
        std::string right;
        for (auto left = 1 + below(random, 5); left > 0; --left) {
            std::vector<std::string> row{"t" + random_cell(random), random_cell(random), random_cell(random)};
            right += row[0] + " | " + row[1] + " | " + row[2] + '\n';
            table.push_back(std::move(row));
        }
        const auto text = in_text(table, random);
        std::vector<std::string> files{text, "\xEF\xBB\xBF" + text, in_utf16(text, true, true),
            in_utf16(text, false, true), in_utf16(text, true, false), in_utf16(text, false, false),
            in_latin(text)};
        if (seed % 10 == 0) files.push_back(in_workbook(table, random));
        for (const auto& file : files) {
            CAPTURE(seed);
            CAPTURE(text);
            const auto read = read_named(file, wanted);
            REQUIRE(read);
            std::string found;
            for (const auto& row : read->rows)
                found += row["text"] + " | " + row["title"] + " | " + row["topic"] + '\n';
            REQUIRE(found == right);
        }
    }
}
