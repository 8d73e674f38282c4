#include "app/inspel/inspel_import.hpp"

#include "support/example.hpp"
#include "support/shared.hpp"

#include <fstream>

using namespace example;

namespace {

std::string contents(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

struct Right {
    const char* file;
    std::vector<std::pair<std::string, std::string>> inspel;  // text and title; not looked at when empty
    std::size_t many = 1;
};

const std::string forest = "Mer skog åt alla, tack. Det behövs.";
const std::vector<Right> right{
    {"csv-inspel-blank-semicolon-rows.csv", {{forest, "Skog"}}},
    {"csv-inspel-capital-headers.csv", {{forest, "Skog"}}},
    {"csv-inspel-cr-only.csv", {{forest, "Skog"}}},
    {"csv-inspel-inch-sign.csv", {{"Ett rör på 5\" räcker inte för vattnet.", "Vatten"},
                                     {"Nästa inspel om ett 6\" rör i byn.", "Rör"}}},
    {"csv-inspel-quotes-inside-unquoted-field.csv",
        {{"Vi vill ha \"mer skog\" åt alla i hela länet.", "Skog"}}},
    {"csv-inspel-sep-hint.csv", {{forest, "Skog"}}},
    {"csv-inspel-tab-separated.csv", {{forest, "Skog"}}},
    {"csv-inspel-utf16.csv", {{forest, "Skog"}}},
    {"csv-inspel-windows-1252.csv", {{"Mer skog åt alla, tack. Det behövs på många håll.", "Skog"}}},
    {"xlsx-inspel-blank-formatted-rows.xlsx", {}, 2},
    {"xlsx-inspel-capital-headers-ignored.xlsx", {}},
    {"xlsx-inspel-date-1904.xlsx", {}},
    {"xlsx-inspel-date-cell.xlsx", {}},
    {"xlsx-inspel-first-sheet-is-instructions.xlsx", {}},
    {"xlsx-inspel-hidden-first-sheet.xlsx", {}},
    {"xlsx-inspel-inline-strings-as-openpyxl-writes.xlsx", {{forest, "Skog"}}},
    {"xlsx-inspel-leading-blank-row-and-column.xlsx", {}},
    {"xlsx-inspel-newline-in-cell-splits-one-inspel-in-two.xlsx", {}},
    {"xlsx-inspel-newline-in-cell-two-columns.xlsx", {}},
    {"xlsx-inspel-title-rows-above-header.xlsx", {}},
    {"xlsx-inspel-wide-formatting-to-XFD.xlsx", {}},
};

Result<sheets::NamedTable> table_in(const std::filesystem::path& path) {
    return sheets::read_named(contents(path), {app::inspel_columns()});
}

void check_read(const Result<sheets::NamedTable>& table, const Right& right_one) {
    const auto& [file, inspel, many] = right_one;
    CAPTURE(std::string{file});
    REQUIRE(table);
    CHECK(table->unread().empty());
    CHECK(table->rows.size() == (inspel.empty() ? many : inspel.size()));
    for (std::size_t k = 0; k < inspel.size(); ++k) {
        CHECK(table->rows[k]["text"] == inspel[k].first);
        CHECK(table->rows[k]["title"] == inspel[k].second);
    }
}

}  // namespace

TEST_CASE("tables of inspel that were once read wrong are read right") {
    const auto folder = test::shared("faults", "tables of inspel that were once read wrong");
    if (!folder) return;

    on_each_database([&](TestDatabase& database) {
        const auto world = settle(database);
        const auto table_of = [&](const char* file) { return table_in(*folder / "files" / file); };
        const auto read = [&](const char* file) {
            return app::read_import(*database.db, world.revision, table_of(file).value(), stockholm, noon);
        };
        for (const auto& one : right) check_read(table_in(*folder / "files" / one.file), one);
        for (const auto* file : {"xlsx-inspel-date-cell.xlsx", "xlsx-inspel-date-1904.xlsx"})
            CHECK(stockholm.day(read(file)->front().received_at) == time::read_day("2026-05-08"));
        CHECK(read("xlsx-inspel-newline-in-cell-splits-one-inspel-in-two.xlsx")
                  ->front()
                  .draft.text.find('\n') != std::string::npos);
        const auto capitals = table_of("csv-inspel-capital-headers.csv").value();
        CHECK(capitals.rows.front()["municipality"] == "Åre");
        CHECK(capitals.rows.front()["channel"] == "brev");
        CHECK(in_english(table_of("csv-inspel-same-column-twice.csv").error().complaints.front())
                  .starts_with("The columns text (A) and text (C) say the same thing."));
        CHECK(read("csv-inspel-date-forms.csv").error().complaints.size() >= 2);
    });
}
