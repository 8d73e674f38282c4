#include "cli/site/table_out.hpp"

#include "base/sheets/workbook.hpp"
#include "support/scratch.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>

using namespace medskapa;
namespace fs = std::filesystem;

namespace {

std::string bytes_in(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// The cells as a reader of spreadsheets has them, "/" between rows.
std::string cells_in(const fs::path& path) {
    const auto bytes = bytes_in(path);
    const auto book = sheets::Workbook::opened(bytes).value();
    const auto sheet = book.read(book.sheets().front()).value();
    std::string all;
    for (const auto& row : sheet.rows) {
        for (const auto& cell : row.cells)
            all.append(cell.kind == sheets::Cell::Kind::number ? "#" : "").append(cell.text).append(";");
        all += '/';
    }
    return all;
}

}  // namespace

TEST_CASE("a table is the same lines as CSV, and the same cells as XLSX") {
    const test::Scratch scratch;
    const std::string first = "number,text\r\n";
    const std::string then = "12,\"a \"\"b\"\", <c> & å\"\r\n007,'=1+1\r\n0,\"rad\nrad\"\r\n";
    for (const auto* name : {"t.csv", "t.xlsx"}) {
        const auto out = cli::table_out((scratch.folder / name).string());
        out->add(first);
        out->add(then);
        CHECK_FALSE(fs::exists(scratch.folder / name));
        out->finish();
    }
    CHECK(bytes_in(scratch.folder / "t.csv") == first + then);
    CHECK(
        cells_in(scratch.folder / "t.xlsx") == "number;text;/#12;a \"b\", <c> & å;/007;=1+1;/#0;rad\nrad;/");
}

TEST_CASE("a table that was not finished leaves nothing, and a name of another kind is refused") {
    const test::Scratch scratch;
    for (const auto* name : {"t.csv", "t.xlsx"})
        cli::table_out((scratch.folder / name).string())->add("a,b\r\n");
    CHECK(fs::is_empty(scratch.folder));
    CHECK_THROWS_AS(cli::table_out((scratch.folder / "t.xls").string()), std::runtime_error);
    CHECK_THROWS_AS(cli::table_out((scratch.folder / "none/t.csv").string())->finish(), std::runtime_error);
    CHECK_THROWS_AS(cli::table_out((scratch.folder / "none/t.xlsx").string())->finish(), std::runtime_error);
}

TEST_CASE("a text longer than a cell is refused for a spreadsheet alone") {
    const test::Scratch scratch;
    const std::string line = "1," + std::string(32'768, 'x') + "\r\n";
    CHECK_THROWS_AS(cli::table_out((scratch.folder / "t.xlsx").string())->add(line), std::runtime_error);
    CHECK_NOTHROW(cli::table_out((scratch.folder / "t.csv").string())->add(line));
}
