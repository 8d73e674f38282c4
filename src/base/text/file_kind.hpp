#pragma once

#include <cstdint>
#include <string_view>

namespace medskapa {

/// What a file is by how it begins, whatever it is called.
enum class FileKind : std::uint8_t {
    unknown,   // as text is, and a table in text
    archive,   // ZIP: DOCX, ODT, XLSX
    compound,  // DOC and XLS, and DOCX and XLSX that are locked with a password
    pdf,
    rtf,
    picture,   // JPEG or PNG
    web_page,  // HTML
    html_table,
    workbook_xml,  // of Excel 2003
    xml            // of another kind
};
FileKind kind_of_file(std::string_view bytes);

}  // namespace medskapa
