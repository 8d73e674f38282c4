#include "base/text/file_kind.hpp"

#include "base/text.hpp"

#include <string>

namespace medskapa {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t looked_at = 1000;  // bytes, in which an XML file has said what it is

FileKind kind_of_markup(std::string_view begin) {
    if (begin.starts_with("<!doctype html") || begin.starts_with("<html")) return FileKind::web_page;
    if (begin.starts_with("<table")) return FileKind::html_table;
    if (begin.starts_with("<!doctype")) return FileKind::xml;
    if (!begin.starts_with("<?xml")) return FileKind::unknown;
    if (begin.find("excel.sheet") != begin.npos || begin.find("<workbook") != begin.npos)
        return FileKind::workbook_xml;
    return begin.find("<html") != begin.npos ? FileKind::web_page : FileKind::xml;
}

}  // namespace

FileKind kind_of_file(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04"sv)) return FileKind::archive;
    if (bytes.starts_with("\xD0\xCF\x11\xE0"sv)) return FileKind::compound;
    if (bytes.starts_with("%PDF-"sv)) return FileKind::pdf;
    if (bytes.starts_with("\xFF\xD8\xFF"sv) || bytes.starts_with("\x89PNG"sv)) return FileKind::picture;
    constexpr auto mark = "\xEF\xBB\xBF"sv;
    if (bytes.starts_with(mark)) bytes.remove_prefix(mark.size());
    const auto begin = text::lower(text::trimmed(bytes.substr(0, looked_at)));
    return begin.starts_with("{\\rtf") ? FileKind::rtf : kind_of_markup(begin);
}

}  // namespace medskapa
