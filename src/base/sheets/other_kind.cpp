#include "base/sheets/other_kind.hpp"

#include "base/result.hpp"
#include "base/text/file_kind.hpp"

namespace medskapa::sheets {

const char* other_kind(std::string_view bytes) {
    switch (kind_of_file(bytes)) {
        case FileKind::compound:
            return N_(
                "The workbook is locked with a password, or it is an old XLS. Save it as XLSX without a "
                "password, or as CSV");
        case FileKind::pdf:
            return N_(
                "The file is a PDF, from which no table can be read. Save the table as XLSX or CSV in the "
                "program it was made with");
        case FileKind::web_page:
        case FileKind::html_table:
            return N_(
                "The file is a web page (HTML), not a table. Open it in a spreadsheet and save it as XLSX "
                "or CSV");
        case FileKind::workbook_xml:
            return N_(
                "The file is a workbook in the XML of Excel 2003. Open it in a spreadsheet and save it as "
                "XLSX or CSV");
        case FileKind::rtf:
            return N_("The file is a text document (RTF), not a table. Save the table as XLSX or CSV");
        case FileKind::picture:
            return N_("The file is a picture, not a table. Save the table as XLSX or CSV");
        case FileKind::archive:
        case FileKind::xml:
        case FileKind::unknown: break;
    }
    return nullptr;
}

}  // namespace medskapa::sheets
