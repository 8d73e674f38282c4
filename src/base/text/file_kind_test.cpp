#include "base/text/file_kind.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace std::string_view_literals;

TEST_CASE("a file is what it begins as, also below a mark and blanks") {
    CHECK(kind_of_file("%PDF-1.7\n"sv) == FileKind::pdf);
    CHECK(kind_of_file("{\\rtf1 text}"sv) == FileKind::rtf);
    CHECK(kind_of_file("\x89PNG\r\n"sv) == FileKind::picture);
    CHECK(kind_of_file("\xFF\xD8\xFF\xE0"sv) == FileKind::picture);
    CHECK(kind_of_file("PK\x03\x04..."sv) == FileKind::archive);
    CHECK(kind_of_file("\xD0\xCF\x11\xE0\xA1"sv) == FileKind::compound);
    CHECK(kind_of_file("\xEF\xBB\xBF\n<!DOCTYPE html><p>text"sv) == FileKind::web_page);
    CHECK(kind_of_file("<HTML>"sv) == FileKind::web_page);
    CHECK(kind_of_file("<table><tr>"sv) == FileKind::html_table);
}

TEST_CASE("XML is a workbook of Excel 2003, a web page, or another kind") {
    const auto declared = [](const std::string& rest) {
        return kind_of_file("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n" + rest);
    };
    CHECK(declared("<?mso-application progid=\"Excel.Sheet\"?>\r\n") == FileKind::workbook_xml);
    CHECK(declared("<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">") ==
          FileKind::workbook_xml);
    CHECK(declared("<html xmlns=\"http://www.w3.org/1999/xhtml\">") == FileKind::web_page);
    CHECK(declared("<?mso-application progid=\"Word.Document\"?>\r\n") == FileKind::xml);
    CHECK(declared("") == FileKind::xml);
    CHECK(kind_of_file("<!DOCTYPE svg>"sv) == FileKind::xml);
}

TEST_CASE("what begins as words is of no kind that is known") {
    for (const auto file : {""sv, "text;rubrik\n"sv, "# Plan\n\n<html>"sv, "<b>Ord</b>"sv, "\xFF\xFE<"sv})
        CHECK(kind_of_file(file) == FileKind::unknown);
}
