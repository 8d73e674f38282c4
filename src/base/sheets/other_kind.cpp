#include "base/sheets/other_kind.hpp"

#include "base/result.hpp"
#include "base/text.hpp"

namespace medskapa::sheets {

const char* other_kind(std::string_view bytes) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    const auto begin = text::lower(text::trimmed(bytes.substr(0, 300)));
    if (bytes.starts_with("%PDF-"))
        return N_(
            "The file is a PDF, from which no table can be read. Save the table as XLSX or CSV in the "
            "program it was made with");
    if (begin.starts_with("<!doctype html") || begin.starts_with("<html") || begin.starts_with("<table"))
        return N_(
            "The file is a web page (HTML), not a table. Open it in a spreadsheet and save it as XLSX "
            "or CSV");
    if (begin.starts_with("{\\rtf"))
        return N_("The file is a text document (RTF), not a table. Save the table as XLSX or CSV");
    if (bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("\x89PNG"))
        return N_("The file is a picture, not a table. Save the table as XLSX or CSV");
    return nullptr;
}

}  // namespace medskapa::sheets
