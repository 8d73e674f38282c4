#include "engine/regional/read/wide/demography.hpp"
#include "engine/regional/read/wide/industry_moves.hpp"
#include "engine/regional/read/wide/jobs.hpp"
#include "engine/regional/read/wide/number_table.hpp"
#include "engine/regional/read/wide/region_variables.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::regional;
using namespace medskapa::regional::read;

namespace {

template <class Read>
std::string refusal(const Read& read) {
    return read ? std::string{"accepted"} : in_english(read.error().complaints.at(0));
}

std::string said_of_people(const std::string& text) {
    return refusal(read_people(text));
}

const std::string two_people = "municipality,sex,0,1\nA,women,1,2\nA,men,3,4\n";

}  // namespace

TEST_CASE("people are read by municipality, sex and age, whatever a Swedish spreadsheet makes of them") {
    const auto all =
        read_people("kommun;k\xF6n;0;1;2+\r\n\xC5re;kvinnor;1,5;2;3\r\n\xC5re;m\xE4n;4;5;6\r\n").value();
    const auto& people = all.begin()->second;

    CHECK(people.municipalities() == std::vector<std::string>{"Åre"});
    CHECK(people.ages() == 3);
    CHECK(people.of(0, Sex::women)[0] == 1.5);
    CHECK(people.of(0, Sex::men)[2] == 6);
    CHECK_FALSE(all.begin()->first);
}

TEST_CASE("people of several years are kept apart") {
    const auto all = read_people(
        "municipality,sex,year,0,1\nA,women,2019,1,2\nA,men,2019,3,4\nA,women,2024,5,6\nA,men,2024,7,8\n")
                         .value();

    REQUIRE(all.size() == 2);
    CHECK(all.at(2019).total() == 10);
    CHECK(all.at(2024).total() == 26);
}

TEST_CASE("a bad file of people is refused by line and column") {
    CHECK(said_of_people(two_people) == "accepted");
    CHECK(said_of_people("") == "The file is empty. Give a file with a header and rows.");
    CHECK(said_of_people("municipality,sex,0,1\n") ==
          "The table has no rows. Give at least one row of numbers.");
    CHECK(
        said_of_people("municipality,sex,0,1\nA,women,1,\nA,men,3,4\n") ==
        "Line 2, column 1: the number of people is missing. Give it: what is missing is never counted as 0.");
    CHECK(said_of_people("municipality,sex,0,1\nA,women,1,2\nA,men,-3,4\n") ==
          "Line 3, column 0: -3 people cannot be. Give a number from 0 to 10 000 million.");
    CHECK(said_of_people("municipality,sex,0,1\nA,women,x,2\nA,men,3,4\n")
              .starts_with("Line 2, column 0: \"x\""));
    CHECK(said_of_people("municipality,sex,0,1\nA,others,1,2\n").starts_with("Line 2, column sex:"));
    CHECK(said_of_people("municipality,sex,0,1\n,women,1,2\n").starts_with("Line 2, column municipality:"));
    CHECK(
        said_of_people("municipality,sex,0,1\nA,women,1,2\n") == "The men of A are missing. Add their row.");
    CHECK(said_of_people(two_people + "A,men,3,4\n") ==
          "Line 4: the men of A stand twice. Keep one of the rows.");
    CHECK(said_of_people(two_people + "B,men,3\n").starts_with("Line 4: the row has 3 fields"));
    CHECK(said_of_people(two_people + "B,men,3,4,5\n").starts_with("Line 4: the row has 5 fields"));
    CHECK(said_of_people("place,sex,0,1\nA,women,1,2\n").starts_with("Line 1: the header must name"));
    CHECK(said_of_people("municipality,sex,0,0\nA,women,1,2\n").find("stands twice") != std::string::npos);
    CHECK(said_of_people("municipality,sex,0,2\nA,women,1,2\n")
              .starts_with("The column 2 is no age that fits."));
    CHECK(
        said_of_people("municipality,sex,0,1,note\nA,women,1,2,\n").starts_with("The column note is no age"));
    CHECK(said_of_people("municipality,sex,0\nA,women,1\n").starts_with("There are no columns of ages."));
    CHECK(said_of_people("municipality,sex,0,1\nA,\"women,1,2\n") != "accepted");
    CHECK(
        said_of_people("municipality,sex,year,0,1\nA,women,soon,1,2\n").starts_with("Line 2, column year:"));
}

TEST_CASE("rates that cannot be are refused with line, age, sex and municipality") {
    const std::string header = "municipality,what,sex,born,0,1\n";
    const auto said = [&](const std::string& row) { return refusal(read_rates(header + row)); };

    CHECK(said("A,death risk,men,0.1,0.2,1\n") == "accepted");
    CHECK(said("A,death risk,men,0.1,0.2,1.5\n") ==
          "Line 2, column 1: death risk of men of this age in A is 1.5. Give a share from 0 to 1.");
    CHECK(said("A,death risk,men,,0.2,1\n").starts_with("Line 2, column born: death risk of men"));
    CHECK(said("A,death risk,men,0.1,0.2,\n").find("is missing") != std::string::npos);
    CHECK(said("A,luck,men,0.1,0.2,1\n").starts_with("Line 2, column what:"));
    CHECK(said("A,death risk,men,0.1,0.2,1\nA,death risk,men,0.1,0.2,1\n").starts_with("Line 3:"));
    CHECK(refusal(read_rates("municipality,what,sex,0,1\nA,death risk,men,0.1,0.2\n"))
              .starts_with("There is no column born."));
}

TEST_CASE("a county's years are counted from the start, by the calendar when it is known") {
    const std::string text = "year,sex,0,1\n2024,women,1,2\n2024,men,1,2\n2025,women,3,4\n2025,men,5,6\n";

    CHECK(read_county(text, 2024, 2)->years() == std::vector<std::size_t>{1});
    CHECK(read_county(text, std::nullopt, 2)->years() == std::vector<std::size_t>{2024, 2025});
    CHECK(read_county("year,sex,0,1\n1,women,1,2\n1,men,1,2\n", 2024, 2)->years() ==
          std::vector<std::size_t>{1});
    CHECK(refusal(read_county("year,sex,0,1\n1,women,1,2\n", {}, 2)) ==
          "The county's men in year 1 are missing. Add their row.");
    CHECK(refusal(read_county("year,sex,0,1\n1,women,1,2\n", {}, 3)).find("2 ages") != std::string::npos);
    CHECK(refusal(read_county("year,sex,0,1\n1,women,1,-2\n", {}, 2)).starts_with("Line 2, column 1:"));
}

TEST_CASE("a county's figures may be JSON, by year and sex") {
    const auto county = read_county(R"({"1": [[1, 2], [3, 4]], "2": [[1, 2.5], [3, 4]]})", {}, 2);

    REQUIRE(county);
    CHECK(county->years() == std::vector<std::size_t>{1, 2});
    CHECK(refusal(read_county(R"({"1": [[1, 2]]})", {}, 2))
              .starts_with("The county's year 1 is no list of two"));
    CHECK(refusal(read_county(R"({"1": [[1, "2"], [3, 4]]})", {}, 2)) != "accepted");
    CHECK(refusal(read_county(R"({"1": [[1, -2], [3, 4]]})", {}, 2)) != "accepted");
    CHECK(refusal(read_county(R"({"one": [[1, 2], [3, 4]]})", {}, 2)) != "accepted");
}

TEST_CASE("jobs are read wide or long, suppressed cells are missing, and industries are in order") {
    const auto wide = read_jobs("place;10;9\nB;1;2\nA;;4\n").value();
    CHECK(wide.regions == std::vector<std::string>{"A", "B"});
    CHECK(wide.industries == std::vector<std::string>{"9", "10"});
    CHECK(wide.at(0, 0) == 4);
    CHECK(wide.is_missing(0, 1));

    const auto tall = read_jobs("place,industry,jobs\nB,10,1\nB,9,2\nA,10,\nA,9,4\n").value();
    CHECK(tall.industries == wide.industries);
    CHECK(tall.values == wide.values);
    CHECK(tall.missing == wide.missing);
}

TEST_CASE("bad jobs are refused by line and column") {
    CHECK(refusal(read_jobs("place,1\nA,-5\n")) == "Line 2, column 1: -5 is negative. Give 0 or more.");
    CHECK(refusal(read_jobs("place,1\nA,1e16\n")).starts_with("Line 2, column 1: 1e+16 is too large."));
    CHECK(refusal(read_jobs("place,1\nA,5\nA,6\n")) ==
          "Line 3, column place: A stands twice. Keep one of the rows.");
    CHECK(refusal(read_jobs("place,1\n,5\n")).starts_with("Line 2, column place:"));
    CHECK(refusal(read_jobs("place\nA\n")).starts_with("There is no column of jobs."));
    CHECK(refusal(read_jobs("place,industry,jobs\nA,,3\n")).starts_with("Line 2, column industry:"));
    CHECK(refusal(read_jobs("place,industry,jobs\nA,1,-3\n")).starts_with("Line 2, column jobs:"));
    CHECK(
        refusal(read_jobs("place,1,\nA,5,6\n")) == "Line 2, column 3: the column has no name. Give it one.");
}

TEST_CASE("moves between industries are read by line and column") {
    CHECK(refusal(read_industry_moves("from,to,people\n1,2,5\n2,1,\n")) == "accepted");
    CHECK(refusal(read_industry_moves("from,to,people\n1,,5\n")).starts_with("Line 2, column to:"));
    CHECK(refusal(read_industry_moves("from,to,people\n1,2,-5\n")).starts_with("Line 2, column people:"));
    CHECK(refusal(read_industry_moves("from,to,people\n1,2,many\n")).starts_with("Line 2, column people:"));
    CHECK(refusal(read_industry_moves("")) != "accepted");
}

TEST_CASE("priorities are rows or a JSON object of lists") {
    const Priorities both{{"forest", {"0", "1"}}, {"visits", {"8"}}};

    CHECK(read_priorities("priority,industry\nforest,0\nforest,1\nvisits,8\n").value() == both);
    CHECK(read_priorities(R"({"forest": [0, "1"], "visits": [8]})").value() == both);
    CHECK(refusal(read_priorities("priority,industry\nforest,\n")).starts_with("Line 2, column industry:"));
    CHECK(refusal(read_priorities("priority,industry\n")) != "accepted");
    CHECK(refusal(read_priorities("{\"forest\": 5}")) != "accepted");
    CHECK(refusal(read_priorities("{\"forest\": [1.5]}")) != "accepted");
    CHECK(refusal(read_priorities("{\"forest\": [")) != "accepted");
}

TEST_CASE("variables have the block that their name or a list says, and one for all where none does") {
    const auto named = read_region_variables("region,a_block0,b_blockages\nR,1,2\n").value();
    CHECK(named.blocks == std::vector<std::string>{"0", "ages"});
    CHECK(read_region_variables("region,a,b\nR,1,\n")->blocks == std::vector<std::string>{"0", "0"});
    CHECK(read_region_variables("region,a,b\nR,1,\n", {{"a", "x"}, {"b", "y"}})->blocks[1] == "y");
    CHECK(refusal(read_region_variables("region,a,b\nR,1,\n", {{"a", "x"}}))
              .starts_with("The variable b is in no"));
    CHECK(
        refusal(read_region_variables("region,a_block0,b\nR,1,2\n")).starts_with("The variable b is in no"));
    CHECK(refusal(read_region_variables("region,a\nR,1\nR,2\n")).starts_with("Line 3, column region:"));
    CHECK(refusal(read_region_variables("region,a\nR,1e101\n")).starts_with("Line 2, column a:"));
}
