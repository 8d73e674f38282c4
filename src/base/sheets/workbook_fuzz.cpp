#include "base/sheets/workbook.hpp"

#include "support/fuzz.hpp"
#include "support/workbooks.hpp"

using namespace medskapa;

namespace {

void read_all(std::string_view bytes) {
    const auto book = sheets::Workbook::opened(bytes);
    if (!book) {
        must(!book.error().complaints.empty());
        return;
    }
    for (const auto& listed : book->sheets()) {
        const auto sheet = book->read(listed);
        if (!sheet) continue;
        std::size_t cells = 0;
        for (const auto& row : sheet->rows) {
            must(!row.cells.empty());
            cells += row.cells.size();
            for (const auto& cell : row.cells) must(cell.column < 16384 && !cell.text.empty());
        }
        must(cells <= sheets::most_cells);
    }
}

}  // namespace

/// A workbook as it is, or else the rows of one: what is packed would keep most changes from the reader.
void try_input(std::string_view bytes) {
    if (sheets::is_archive(bytes)) return read_all(bytes);
    read_all(test::workbook({.sheet_data = std::string{bytes}}));
    read_all(test::zipped({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
        {"content.xml", std::string{bytes}}}));
    read_all(
        test::workbook({.sheet_data = "<row><c t=\"s\"><v>0</v></c></row>", .shared = std::string{bytes}}));
}
