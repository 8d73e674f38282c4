#include "engine/regional/read/json/json_stat.hpp"

#include "support/statistics.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional::read;
using medskapa::test::table_or_error;

namespace {

/// Two regions and one year, whose index is left out as it has one member only.
std::string with(const std::string& cells, const std::string& index = R"({"23":0,"24":1})",
    const std::string& size = "[2,1]") {
    return R"({"version":"2.0","class":"dataset","label":"T","id":["Region","Tid"],"size":)" + size +
           R"(,"dimension":{"Region":{"category":{"index":)" + index +
           R"(,"label":{"23":"Jämtland","24":"Västerbotten"}}},"Tid":{"category":{"label":{"2024":"2024"}}}},)" +
           cells + "}";
}

const std::string two_cells = "Region,Tid,value,status\n23,2024,5,\n24,2024,,\n";

}  // namespace

TEST_CASE("values come as a list or by position, an index as an object or a list, all to the same") {
    CHECK(table_or_error(read_json_stat(with(R"("value":[5,null])"))) == two_cells);
    CHECK(table_or_error(read_json_stat(with(R"("value":{"0":5})"))) == two_cells);
    CHECK(table_or_error(read_json_stat(with(R"("value":[5,null])", R"(["23","24"])"))) == two_cells);
    CHECK(table_or_error(read_json_stat("\xEF\xBB\xBF" + with(R"("value":["5",null])"))) == two_cells);
    CHECK(table_or_error(read_json_stat(R"({"dataset":)" + with(R"("value":[5,null])") + "}")) == two_cells);
}

TEST_CASE("an index in another order than its members stand decides where the values go") {
    CHECK(table_or_error(read_json_stat(with(R"("value":[5,6])", R"({"24":0,"23":1})"))) ==
          "Region,Tid,value,status\n24,2024,5,\n23,2024,6,\n");
}

TEST_CASE("a status stands by its cell, as a list, by position or for all") {
    const std::string noted = "Region,Tid,value,status\n23,2024,5,\n24,2024,,..\n";

    CHECK(table_or_error(read_json_stat(with(R"("value":[5,null],"status":[null,".."])"))) == noted);
    CHECK(table_or_error(read_json_stat(with(R"("value":[5,null],"status":{"1":".."})"))) == noted);
    CHECK(table_or_error(read_json_stat(with(R"("value":[5,6],"status":"p")"))) ==
          "Region,Tid,value,status\n23,2024,5,p\n24,2024,6,p\n");
}

TEST_CASE("labels are written next to codes when asked for") {
    CHECK(medskapa::test::long_form(*read_json_stat(with(R"("value":[5,6])")), Labels::written) ==
          "Region,Region_label,Tid,Tid_label,value,status\n23,Jämtland,2024,2024,5,\n24,Västerbotten,2024,"
          "2024,6,\n");
}

TEST_CASE("a data set that contradicts itself is refused by the name of the member") {
    const auto begins = [](const std::string& file, const std::string& name) {
        return table_or_error(read_json_stat(file)).starts_with('"' + name + '"');
    };

    CHECK(begins(with(R"("value":[5])"), "value"));
    CHECK(begins(with(R"("value":{"2":5})"), "value"));
    CHECK(begins(with(R"("value":{"01":5})"), "value"));
    CHECK(begins(with(R"("value":[])"), "value"));
    CHECK(begins(with(R"("values":[5,6])"), "value"));
    CHECK(begins(with(R"("value":[5,true])"), "value[1]"));
    CHECK(begins(with(R"("value":[5,6])", R"({"23":0,"24":1})", "[3,1]"), "size"));
    CHECK(begins(with(R"("value":[5,6])", R"({"23":0,"24":0})"), "dimension.Region.category.index"));
    CHECK(begins(with(R"("value":[5,6])", R"({"23":0,"24":7})"), "dimension.Region.category.index"));
    CHECK(begins(with(R"("value":[5,6])", R"(["23","23"])"), "dimension.Region.category.index"));
    CHECK(begins(with(R"("value":[5,6])", "null"), "dimension.Region.category"));
    CHECK(begins(R"({"class":"collection"})", "class"));
    CHECK(begins("{}", "id"));
    CHECK(begins("[]", "id"));
}

TEST_CASE("a file that is cut off is refused with the line where it ends") {
    CHECK(table_or_error(read_json_stat("{\"id\":\n[\"a\",\n")) ==
          "Line 3: the file stops being JSON. Fetch it again; it may be cut off.");
    CHECK(table_or_error(read_json_stat("{\"value\":[1e999]}")) ==
          "The file holds a number that is too large for a computer. Correct it.");
}

TEST_CASE("a sparse data set that is larger than any computer is refused") {
    std::string ids = "\"d0\"";
    std::string sizes = "10";
    std::string dimensions;
    for (int k = 0; k < 9; ++k) {
        const auto name = "d" + std::to_string(k);
        if (k > 0) ids += ",\"" + name + '"';
        if (k > 0) sizes += ",10";
        dimensions += (k > 0 ? ",\"" : "\"") + name +
                      R"(":{"category":{"index":["0","1","2","3","4","5","6","7","8","9"]}})";
    }

    CHECK(table_or_error(read_json_stat("{\"id\":[" + ids + "],\"size\":[" + sizes + "],\"dimension\":{" +
                                        dimensions + "},\"value\":{\"0\":1}}"))
              .starts_with("The table has 1000000000 cells in 9 dimensions"));
}
