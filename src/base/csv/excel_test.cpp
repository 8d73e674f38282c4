#include "base/csv/excel.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

std::string title(std::string_view name) {
    return name == "received" ? "Inkommet" : std::string{name};
}

}  // namespace

TEST_CASE("a table opens by itself in a Swedish spreadsheet: mark, semicolons, titles, decimal commas") {
    CHECK(csv::for_excel("number,received,share\r\nI-1,2026-05-14,12.5\r\nI-2,,-0.25\r\n", title) ==
          "\xEF\xBB\xBFnumber;Inkommet;share\r\nI-1;2026-05-14;12,5\r\nI-2;;-0,25\r\n");
}

TEST_CASE("words that hold separators or marks are quoted, and what only looks like decimals is left") {
    CHECK(csv::for_excel("text\r\n\"a; \"\"b\"\"\nc, d\"\r\nRUS-5.6\r\n1.2.3\r\n", title) ==
          "\xEF\xBB\xBFtext\r\n\"a; \"\"b\"\"\nc, d\"\r\nRUS-5.6\r\n1.2.3\r\n");
}

TEST_CASE("a later part of a table has no titles and no mark") {
    CHECK(csv::for_excel("title,share\r\n3.10,1.5\r\nSkog,2\r\n", title) ==
          "\xEF\xBB\xBFtitle;share\r\n3.10;1,5\r\nSkog;2\r\n");
    CHECK(csv::for_excel("I-3,2026-05-14,1.5\r\n", title) == "I-3;2026-05-14;1,5\r\n");
}
