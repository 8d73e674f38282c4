#include "engine/regional/read/json/kolada.hpp"

#include "engine/regional/read/json/pxweb_json.hpp"
#include "support/statistics.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional::read;
using medskapa::test::table_or_error;

namespace {

std::string answer(const std::string& values) {
    return R"({"values":[{"kpi":"N00945","municipality":"2380","period":2023,"values":[)" + values +
           R"(]}],"next_url":null})";
}

}  // namespace

TEST_CASE("Kolada's values become rows by key figure, municipality, period and gender") {
    CHECK(table_or_error(
              read_kolada(answer(R"({"gender":"K","value":1.5,"status":""},{"gender":"M","value":0})"))) ==
          "kpi,municipality,period,gender,value,status\nN00945,2380,2023,K,1.5,\nN00945,2380,2023,M,0,\n");
}

TEST_CASE("a value that is null or deleted is missing, never 0") {
    CHECK(
        table_or_error(read_kolada(answer(
            R"({"gender":"T","value":null,"status":"Missing"},{"gender":"K","value":3,"isdeleted":true})"))) ==
        "kpi,municipality,period,gender,value,status\nN00945,2380,2023,T,,Missing\nN00945,2380,2023,K,,"
        "deleted\n");
}

TEST_CASE("an answer with further pages is warned of") {
    const auto statistic = read_kolada(R"({"values":[],"next_url":"https://api.kolada.se/v3/next"})");

    REQUIRE(statistic);
    CHECK(statistic->warnings.size() == 1);
}

TEST_CASE("lists without values and answers of another shape are refused by the member's name") {
    const auto begins = [](const std::string& file, const std::string& name) {
        return table_or_error(read_kolada(file)).starts_with('"' + name + '"');
    };

    CHECK(begins("{}", "values"));
    CHECK(begins(R"({"values":[{"id":"N00401","title":"T"}]})", "values[0].kpi"));
    CHECK(begins(R"({"values":[{"kpi":"N","municipality":"2380","values":[]}]})", "values[0].period"));
    CHECK(begins(R"({"values":[{"kpi":"N","municipality":"2380","period":2023}]})", "values[0].values"));
    CHECK(begins(answer(R"({"value":1})"), "values[0].values[0].gender"));
    CHECK(begins(answer(R"({"gender":"T","value":"many"})"), "values[0].values[0].value"));
}

TEST_CASE("PxWeb's own JSON becomes a row for each key and content") {
    const std::string columns =
        R"({"columns":[{"code":"Kon","type":"d"},{"code":"Tid","type":"t"},)"
        R"({"code":"A","text":"Antal","type":"c"},{"code":"B","text":"Andel","type":"c"}],"data":)";

    CHECK(table_or_error(read_pxweb_json(columns + R"([{"key":["1","2024"],"values":["5",".."]}]})")) ==
          "Kon,Tid,ContentsCode,value,status\n1,2024,A,5,\n1,2024,B,,..\n");
    CHECK(table_or_error(read_pxweb_json(columns + R"([{"key":["1"],"values":["5","6"]}]})"))
              .starts_with("\"data[0].key\""));
    CHECK(table_or_error(read_pxweb_json(columns + R"([{"key":["1","2"],"values":["5"]}]})"))
              .starts_with("\"data[0].values\""));
    CHECK(table_or_error(read_pxweb_json(R"({"columns":[{"code":"Kon","type":"d"}],"data":[]})"))
              .starts_with("\"columns\""));
}
