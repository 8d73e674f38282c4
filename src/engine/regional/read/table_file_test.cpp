#include "engine/regional/read/table_file.hpp"

#include "engine/regional/read/layout.hpp"
#include "support/statistics.hpp"
#include "support/workbooks.hpp"

#include <doctest/doctest.h>
#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace medskapa::regional::read;
using medskapa::test::table_or_error;

TEST_CASE("several years next to each other become a period, and codes come out of labels") {
    CHECK(table_or_error(read_table_file("Folkmängd efter region, kön och år\n\nregion;kön;2023;2024\n"
                                         "2305 Bräcke;män;1 234;..\n2380 Östersund;män;32 001;32 100\n")) ==
          "region,kön,period,value,status\n2305,män,2023,1234,\n2305,män,2024,,..\n2380,män,2023,32001,"
          "\n2380,män,2024,32100,\n");
}

TEST_CASE("contents with their year become a variable and a period") {
    CHECK(table_or_error(
              read_table_file("region,Folkmängd 2023,Folkmängd 2024,Andel 2024\nA,1,2,\"0,5\"\nB,3,4,1\n")) ==
          "region,variable,period,value,status\nA,Folkmängd,2023,1,\nA,Folkmängd,2024,2,\nA,Andel,2024,0.5,\n"
          "B,Folkmängd,2023,3,\nB,Folkmängd,2024,4,\nB,Andel,2024,1,\n");
}

TEST_CASE("a long file keeps its columns, and leading zeros stay") {
    CHECK(table_or_error(read_table_file("region,industry,value,period\n0114,A,5,2024\n0114,B,,2024\n")) ==
          "region,industry,period,value,status\n0114,A,2024,5,\n0114,B,2024,,\n");
}

TEST_CASE("a square table of places is no table of years, even when its codes look so") {
    CHECK(table_or_error(read_table_file("bostad,2021,2023\n2021,50,3\n2023,4,60\n")) ==
          "bostad,variable,value,status\n2021,2021,50,\n2021,2023,3,\n2023,2021,4,\n2023,2023,60,\n");
}

TEST_CASE("SDMX-CSV keeps flags as status and leaves out what names the file") {
    CHECK(table_or_error(read_table_file(
              "DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
              "ESTAT:X(1.0),01/02/25,A,SE33,2023,5.5,p\nESTAT:X(1.0),01/02/25,A,SE32,2023,:,c\n")) ==
          "freq,geo,TIME_PERIOD,value,status\nA,SE33,2023,5.5,p\nA,SE32,2023,,c\n");
}

TEST_CASE("Latin-1 is read as what it is") {
    CHECK(table_or_error(read_table_file("l\xE4n;antal\nG\xE4vleborg;3\n\xD6rebro;4\n")) ==
          "län,value,status\nGävleborg,3,\nÖrebro,4,\n");
}

TEST_CASE("ages with a number first are left whole, and so are codes that stand for two things") {
    CHECK(table_or_error(read_table_file("ålder;antal\n15 år;1\n16 år;2\n")) ==
          "ålder,value,status\n15 år,1,\n16 år,2,\n");
    CHECK(table_or_error(read_table_file("plats;antal\n2062 Mora (bostad);1\n2062 Mora (arbete);2\n")) ==
          "plats,value,status\n2062 Mora (bostad),1,\n2062 Mora (arbete),2,\n");
}

TEST_CASE("notes below the table are passed over with a warning, a broken row in it is refused by line") {
    const auto noted = read_table_file("region;antal\nA;1\nB;2\n\nKälla: SCB\n");

    REQUIRE(noted);
    CHECK(noted->rows() == 2);
    CHECK(noted->warnings.size() == 1);
    CHECK(table_or_error(read_table_file("region;kön;antal\nA;m;1\nB;2\nC;m;3\n")) ==
          "Line 3: the row has 2 fields, but the header has 3. Correct the row.");
    CHECK(table_or_error(read_table_file("region;antal\nA;1\nB;2;x\nC;3\n")) ==
          "Line 3: the row has 3 fields, but the header has 2. Correct the row.");
    CHECK(table_or_error(read_table_file("region;value\nA;1\nB;2\n\"C;3\n"))
              .starts_with("Line 4: a quotation mark"));
}

TEST_CASE("a list without amounts and a text without columns are refused") {
    CHECK(table_or_error(read_table_file("kod;namn\n01;Stockholms län\n03;Uppsala län\n"))
              .starts_with("Line 1: no column below it holds amounts"));
    CHECK(table_or_error(read_table_file("bara\ntext\n")).starts_with("Line 1: no table was found"));
    CHECK(table_or_error(read_table_file("")).starts_with("Line 1: no table was found"));
}

TEST_CASE(
    "a status is a status also where the amounts are chosen, and an error of a spreadsheet is refused") {
    Choices chosen;
    chosen.amounts = {"value"};
    const std::string file = "region;value;OBS_STATUS\nA;1;b\nB;2;\n";
    CHECK(table_or_error(read_table_file(file, chosen)) == table_or_error(read_table_file(file)));
    CHECK(table_or_error(read_table_file(file, chosen)) == "region,value,status\nA,1,b\nB,2,\n");

    const auto book = medskapa::test::workbook(
        {.sheet_data = "<row r=\"1\"><c t=\"inlineStr\"><is><t>region</t></is></c><c "
                       "t=\"inlineStr\"><is><t>value</t></is></c></row>"
                       "<row r=\"2\"><c t=\"e\"><v>#N/A</v></c><c><v>5</v></c></row>"
                       "<row r=\"3\"><c t=\"inlineStr\"><is><t>B</t></is></c><c><v>6</v></c></row>"});
    const auto source = TableSource::opened(book, "");
    REQUIRE_FALSE(source);
    CHECK(medskapa::in_english(source.error().complaints.front()).find("A2 holds the error #N/A") !=
          std::string::npos);
}

TEST_CASE("a place or a kind that stands in some rows alone is refused by line, as where cells were merged") {
    const auto refusal = [](const std::string& table) { return table_or_error(read_table_file(table)); };
    CHECK(refusal("region,industry,value\nA,Skog,1\n,Vård,2\nB,Skog,3\n").find("Line 3: the column region") !=
          std::string::npos);
    CHECK(refusal("region,industry,value\n,Skog,1\nA,Vård,2\n").find("Line 3: the column region") !=
          std::string::npos);
    CHECK(refusal("region,industry,value\nA,Skog,1\nA, ,2\n").find("Line 3: the column industry") !=
          std::string::npos);
    CHECK(refusal("region,note,value\nA,,1\nB,,2\n") == "region,value,status\nA,1,\nB,2,\n");
}

TEST_CASE("periods are years, quarters, months and spans of years") {
    for (const char* text : {"1998", "2024", "2024K3", "2024M01", "2019-2020", "2019-20"})
        CHECK(is_period(text));
    for (const char* text : {"2505", "20", "2024 ", "2024M", "2024X1", "1234", "2024M001", "2019-"})
        CHECK_FALSE(is_period(text));
}

TEST_CASE("a large table is written from its file as one that was read whole") {
    const auto path =
        std::filesystem::temp_directory_path() / ("medskapa-large-" + std::to_string(::getpid()) + ".csv");
    for (const std::string table :
        {"Folk;;\n\nregion;kön;2023;2024\n2305 Bräcke;män;1,5;..\n2380 Östersund;män;3;4\nKälla: SCB;;;\n",
            "sep=,\nregion,industry,value\r\n01,A,1.5\r\n01,A,2.5\r\n02,B,\r\n",
            "a;b;antal\n\"x\ny\";z;5\n"}) {
        std::ofstream{path, std::ios::binary} << table;
        const auto source = TableSource::of_file(path.string());
        REQUIRE(source);
        const auto shape = shape_of(*source);
        REQUIRE(shape);
        std::ostringstream out;
        write_long(out, *source, *shape, Labels::written);
        const auto whole = read_table_file(table);
        REQUIRE(whole);
        CHECK(out.str() == medskapa::test::long_form(*whole, Labels::written));
        CHECK(shape->rows == whole->rows());
    }
    std::ofstream{path, std::ios::binary} << "l\xE4n;antal\nG\xE4vle;3\n";
    CHECK_FALSE(TableSource::of_file(path.string()));
    std::ofstream{path, std::ios::binary} << "region;antal\nA;x\nB;1\nC;1\n";
    CHECK_FALSE(shape_of(*TableSource::of_file(path.string())));
    std::filesystem::remove(path);
    CHECK_FALSE(TableSource::of_file(path.string()));
}

TEST_CASE("a first row of data is not taken for the columns' names") {
    const std::string refusal =
        "Line 1: numbers stand where the columns' names should. Put a line with their names first.";
    CHECK(table_or_error(read_table_file("2321;2023;1\n2321;2024;2\n")) == refusal);
    CHECK(table_or_error(read_table_file("Åre;2024;1\nBerg;2024;2\n")) == refusal);
    CHECK(table_or_error(read_table_file("Åre;män;2023;1,5\nÅre;män;2024;2,5\n")) == refusal);
    CHECK(table_or_error(read_table_file("kommun;2023;2024\nÅre;1950;1960\n")) ==
          "kommun,period,value,status\nÅre,2023,1950,\nÅre,2024,1960,\n");

    for (const auto* file :
        {"Åre;10\nBerg;20\n", "Åre;..\nBerg;2\n", "Åre;män;10,5\nÅre;kvinnor;11,5\n",
            "Åre;män;10.5\nBerg;män;11.5\n", "Åre;2024;10;20\nBerg;2024;11;21\n", "Åre;2023;..\nÅre;2024;2\n",
            "Åre;2024;1950\nBerg;2024;2010\n", "2321;2023;1\n2326;2024;2\n", "2023;Åre;1\n2024;Berg;2\n"})
        CHECK_MESSAGE(table_or_error(read_table_file(file)) == refusal, file);
}

TEST_CASE("numbers that name columns are names, where the column's own cells do not say them") {
    CHECK(table_or_error(read_table_file("kommun;65;2024\nÅre;10;2001\n")) ==
          "kommun,65,period,value,status\nÅre,10,2024,2001,\n");
    CHECK(table_or_error(read_table_file("kommun;2023;2024\nÅre;2023;2100\nBerg;1899;2024\n"))
              .starts_with("kommun,period"));
    CHECK(
        table_or_error(read_table_file("från;2321;2326\n2321;0;5\n2326;4;0\n")).starts_with("från,variable"));
    const auto ages = read_table_file("kommun;0;1\nÅre;10;20\n", {{}, {}, {"0", "1"}});
    CHECK(table_or_error(ages) == "kommun,variable,value,status\nÅre,0,10,\nÅre,1,20,\n");
}

TEST_CASE("a table that an old DOS program wrote, or that one foreign byte got into, keeps its letters") {
    CHECK(table_or_error(
              read_table_file("kommun;\x86r;antal\n\x99stersund;2024;10\nH\x84rjedalen;2024;20\n")) ==
          "kommun,år,value,status\nÖstersund,2024,10,\nHärjedalen,2024,20,\n");
    CHECK(table_or_error(read_table_file("kommun;år;antal\nÖstersund;2024;10\n\xC5re;2024;5\n")) ==
          "kommun,år,value,status\nÖstersund,2024,10,\nÅre,2024,5,\n");
}
