#include "engine/regional/read/columns.hpp"

#include "base/csv/encoding.hpp"
#include "engine/regional/read/amount.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional;
using namespace medskapa::regional::read;

namespace {

/// The table's values row by row, or the first complaint in English.
std::string table_or_error(std::string_view bytes, const std::string& period = "") {
    const auto table = read_amounts(medskapa::text::as_utf8(bytes), period);
    if (!table) return in_english(table.error().complaints.front());
    std::string text;
    for (std::size_t r = 0; r < table->regions.size(); ++r) {
        for (std::size_t i = 0; i < table->industries.size(); ++i) {
            text += table->regions[r] + ' ' + table->industries[i] + ' ' +
                    (table->is_missing(r, i) ? "missing" : number_text(table->at(r, i))) + '\n';
        }
    }
    return text;
}

}  // namespace

TEST_CASE("the same table reads the same however a program saved it") {
    const std::string wanted = "01 Trä 1500.5\n01 ö,l missing\n02 Trä 0.002\n02 ö,l missing\n";

    CHECK(table_or_error("region,industry,value\n01,Trä,1500.5\n01,\"ö,l\",..\n02,Trä,2e-3\n02,\"ö,l\",\n") ==
          wanted);
    CHECK(table_or_error(
              "\xEF\xBB\xBF\"region\";\"industry\";\"value\"\r\n\"01\";\"Trä\";\"1 500,5\"\r\n"
              "\"01\";\"ö,l\";..\r\n\"02\";\"Trä\";0,002\r\n\"02\";\"ö,l\";\r\n\r\n   \r\n") == wanted);
    CHECK(table_or_error("industry\tvalue\tregion\nTr\xE4\t1.5005E+3\t01\n\xF6,l\t:\t01\nTr\xE4\t.002\t02\n"
                         "\xF6,l\tNA\t02\n") == wanted);
    CHECK(
        table_or_error(
            "sep=;\nregion;industry;value;\n01;Trä;1500,5;\n01;ö,l;;\n02;Trä;0,002;\n02;ö,l;;\n") == wanted);
    CHECK(table_or_error(
              "Region,Industry,Value\r01,Trä,1500.5\r01,\"ö,l\",-\r02,Trä,0.2E-2\r02,\"ö,l\",null\r") ==
          wanted);
}

TEST_CASE("half a number never passes for a whole one") {
    CHECK(table_or_error("region,industry,value\na,x,1,5\n") ==
          "Line 2: the row has 4 fields, but the header has 3. Correct the row.");
    CHECK(table_or_error("region,industry,value\na,x,1.000.000\n") == "a x 1000000\n");
    CHECK(table_or_error("region,industry,value\na,x,1.000\n")
              .starts_with("Line 2: \"1.000\" can be thousands"));
}

TEST_CASE("a row is refused by its line: too short, negative, no number, without code") {
    const std::string head = "region,industry,value\na,x,1\n";

    CHECK(table_or_error(head + "b,x\n") ==
          "Line 3: the row has 2 fields, but the header asks for at least 3.");
    CHECK(
        table_or_error(head + "b,x,-1\n") == "Line 3: the amount -1 is negative. Amounts must be 0 or more.");
    CHECK(table_or_error(head + "b,x,many\n").starts_with("Line 3: \"many\" is not a number."));
    CHECK(table_or_error(head + "b,x,inf\n").starts_with("Line 3: \"inf\" is not a number."));
    CHECK(table_or_error(head + " ,x,1\n").starts_with("Line 3: the region or the industry is empty."));
    CHECK(table_or_error(head + "b,x,\"1\n").starts_with("Line 3: a quotation mark opens a field"));
}

TEST_CASE("a file without rows or with other columns is refused, and its binary never shown") {
    CHECK(table_or_error("") == "The file is empty. Give a file with a header and rows.");
    CHECK(table_or_error("region,industry,value\n") == "The table has no rows. Give at least one.");
    CHECK(table_or_error("land,vara,export\nswe,0101,1\n").find("it names land, vara, export.") !=
          std::string::npos);
    CHECK(table_or_error("\x1B[2J\x07\x01,b\n").find('\x1B') == std::string::npos);
}

TEST_CASE("amounts whose sum is beyond any number are refused instead of giving what is none") {
    CHECK(table_or_error("region,industry,value\na,x,1e308\nb,x,1e308\n")
              .starts_with("The amounts sum to more"));
}

TEST_CASE("the last period is read unless another is wanted") {
    const std::string file = "region,industry,value,period\na,x,1,2019\na,x,2,2024\n";

    CHECK(table_or_error(file) == "a x 2\n");
    CHECK(table_or_error(file, "2019") == "a x 1\n");
    CHECK(table_or_error(file, "1999") == "No row has the period 1999. Choose one that the file has.");
}
