#include "engine/regional/read/columns.hpp"
#include "engine/regional/read/format.hpp"
#include "support/shared.hpp"
#include "support/statistics.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <sstream>

using namespace medskapa;
using namespace medskapa::regional::read;
using medskapa::test::table_or_error;

namespace {

std::string contents(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// What each file reads as, or how its refusal begins.
const std::map<std::string, std::string> right{
    {"csv-english-thousands-become-decimals.csv", "Line 2: \"1,234\" can be thousands or decimals"},
    {"csv-german-thousands-become-decimals.csv", "Line 2: \"1.234\" can be thousands or decimals"},
    {"csv-excel-padded-notes-become-rows.csv",
        "kommun,kön,period,value,status\n2321,män,2023,10,\n2321,män,2024,11,\n2326,män,2023,20,\n2326,män,"
        "2024,21,\n"},
    {"csv-excel-padded-title-becomes-header.csv",
        "kommun,kön,period,value,status\n2321,män,2023,10,\n2321,män,2024,11,\n2321,kvinnor,2023,12,\n2321,"
        "kvinnor,2024,"
        "13,\n2326,män,2023,20,\n2326,män,2024,21,\n2326,kvinnor,2023,22,\n2326,kvinnor,2024,23,\n"},
    {"csv-municipality-number-becomes-content.csv",
        "år,kommunnr,value,status\n2024,2321,12000,\n2024,2326,7000,\n"},
    {"csv-one-odd-cell-in-value-picks-another-column.csv", "Line 3: \"c\" is not a number."},
    {"csv-one-odd-cell-turns-the-year-into-a-dimension.csv", "Line 3: \"x\" is not a number."},
    {"csv-parenthesised-negative.csv", "Line 2: \"(10)\" is not a number."},
    {"csv-percent-and-units.csv", "Line 2: \"12,5%\" is not a number."},
    {"csv-pipe-separated.csv", "kommun,år,value,status\nÅre,2024,10,\nBerg,2024,20,\n"},
    {"csv-trailing-delimiter-in-header-only.csv", "region,industry,value,status\n2321,A,10,\n2321,B,20,\n"},
    {"csv-trailing-delimiter-in-rows-only.csv", "region,industry,value,status\n2321,A,10,\n2321,B,20,\n"},
    {"csv-utf16-without-mark.txt", "kommun,år,value,status\nÅre,2024,10,\nBerg,2024,20,\n"},
    {"sdmx-csv-action-delete-rows-kept.csv", "GEO,TIME_PERIOD,value,status\nSE332,2023,100,\n"},
    {"sdmx-csv-labels-both.csv",
        "FREQ,GEO,TIME_PERIOD,value,status\nA,SE332,2023,100.5,A\nA,SE332,2024,101.5,P\nA,SE331,2024,,M\n"},
    {"sdmx-csv-two-dataflows.csv",
        "DATAFLOW,GEO,TIME_PERIOD,value,status\nX:JOBS(1.0),SE332,2023,100,\nX:POP(1.0),SE332,2023,5000,\n"},
    {"sdmx-csv-value-not-a-number.csv", "Line 3: \"c\" is not a number."},
    {"jsonstat-status-array-of-one.json",
        "region,tid,value,status\nA,2023,1,e\nA,2024,2,e\nB,2023,3,e\nB,2024,4,e\n"},
    {"jsonstat-index-positions-as-text.json",
        "\"dimension.region.category.index\" is missing or written otherwise"},
    {"jsonstat-several-datasets-in-bundle.json", "The file holds several data sets: befolkning, jobb."},
    {"px-codepage-windows-1251.px", "Line 2: CODEPAGE is windows-1251"},
    {"px-data-with-semicolons-between-rows.px",
        "kommun,år,value,status\nÅre,2023,1,\nÅre,2024,2,\nKrokom,2023,3,\nKrokom,2024,4,\n"},
    {"px-datasymbolnil-dash-means-zero.px", ""},
    {"px-keys-rows-left-out-are-zero.px",
        "kommun,år,value,status\n2321,2023,1,\n2321,2024,2,\n2309,2023,0,\n2309,2024,0,\n2326,2023,5,\n2326,"
        "2024,6,\n"},
    {"px-labels-twice-without-codes.px", "Line 11: VALUES of \"yrke\" hold \"därav kvinnor\" twice."},
    {"px-missing-comma-between-values.px", "Line 16: DATA goes on after the 2 cells"},
    {"px-no-CHARSET-is-DOS-codepage-850.px",
        "område,år,value,status\nÅre,1995,10,\nÖstersund,1995,20,\nHärjedalen,1995,30,\n"},
    {"px-note-in-several-statements.px", ""},
    {"px-timeval-stray-quote.px", ""},
};

}  // namespace

TEST_CASE("files that were once read wrong are read right, or refused with the true reason") {
    const auto folder = test::shared("faults", "files that were once read wrong");
    if (!folder) return;

    for (const auto& [name, expected] : right) {
        CAPTURE(name);
        const auto found = table_or_error(read_statistic(contents(*folder / "files" / name)));
        CHECK_MESSAGE(found.starts_with(expected), found);
        if (expected.ends_with('\n')) CHECK(found == expected);
        if (expected.empty()) CHECK(found.find(",value,status\n") != std::string::npos);
    }
    const auto dash = read_statistic(contents(*folder / "files" / "px-datasymbolnil-dash-means-zero.px"));
    REQUIRE(dash);
    std::size_t dashes = 0;
    for (std::size_t row = 0; row < dash->rows(); ++row) {
        if (dash->sign(row) != "-") continue;
        ++dashes;
        CHECK(dash->value(row) == 0);
    }
    CHECK(dashes > 0);
}

TEST_CASE("long tables that were once read wrong are read right or refused with the true reason") {
    const auto folder = test::shared("faults", "long tables that were once read wrong");
    if (!folder) return;

    const auto read = [&](const char* name, const Choices& choices = {}) {
        return read_amounts(contents(*folder / "files" / name), "", choices);
    };
    CHECK(in_english(read("analyse-english-thousands.csv").error().complaints.front())
              .starts_with("Line 2: \"1,200\" can be thousands or decimals"));
    CHECK(read("analyse-english-thousands.csv", {DecimalMark::point})->at(0, 0) == 1200);
    CHECK(read("analyse-english-thousands.csv", {DecimalMark::comma})->at(0, 0) == 1.2);
    CHECK(read("analyse-trailing-blank-rows.csv")->at(1, 1) == 20);
}

TEST_CASE("a column's meaning comes from its name or its place, never from its cells alone") {
    const auto read = [](const char* text) { return table_or_error(read_statistic(text)); };

    CHECK(read("kommun;2022;2023\nÅre;10;11\nBerg;20;x\n").starts_with("Line 3: \"x\" is not a number."));
    CHECK(read("region,ordning,värde\n1,1,100\n2,2,c\n").starts_with("Line 3: \"c\" is not a number."));
    CHECK(read("år,distriktskod,invånare\n2024,101001,12\n2024,101002,7\n") ==
          "år,distriktskod,value,status\n2024,101001,12,\n2024,101002,7,\n");
    CHECK(read("kommun;folkmängd;andel\nÅre;10;0,5\nBerg;20;1,5\n") ==
          "kommun,variable,value,status\nÅre,folkmängd,10,\nÅre,andel,0.5,\nBerg,folkmängd,20,\nBerg,andel,1."
          "5,\n");
    CHECK(read("kommun;folkmängd;andel\nÅre;10;0,5\nBerg;x;1,5\nOre;3;1,5\n")
              .starts_with("Line 3: \"x\" is not a number."));
    CHECK(read("kommun;träd;stenar\nÅre;10;5\nBerg;20;7\n")
              .starts_with("Line 1: the columns träd, stenar hold numbers"));
    CHECK(read("kommun;träd\nÅre;10\nBerg;20\n") == "kommun,value,status\nÅre,10,\nBerg,20,\n");
    CHECK(read("kommun;2023;2023\nÅre;10;5\n").starts_with("Line 1: the column 2023 stands twice."));
}

TEST_CASE("Eurostat's TSV and its flags are read, and SDMX-CSV 2 leaves out what names the file") {
    CHECK(table_or_error(
              read_statistic("freq,unit,geo\\TIME_PERIOD\t2022 \t2023-Q1 \nA,THS,SE33\t1.234 b\t: c\n"
                             "A,THS,SE32\t:\t11\n")) ==
          "freq,unit,geo,TIME_PERIOD,value,status\nA,THS,SE33,2022,1.234,b\nA,THS,SE33,2023-Q1,,c\n"
          "A,THS,SE32,2022,,:\nA,THS,SE32,2023-Q1,11,\n");
    CHECK(table_or_error(
              read_statistic("STRUCTURE;STRUCTURE_ID;ACTION;GEO;OBS_VALUE\ndataflow;X:A(1);I;SE33;1.234\n"
                             "dataflow;X:A(1);D;SE32;9\n")) == "GEO,value,status\nSE33,1.234,\n");
}

TEST_CASE("titles, notes and blank rows around a table are none of it, and a broken row in it is refused") {
    CHECK(table_or_error(
              read_statistic("Folk;;\n;;\nkommun;kön;antal\nÅre;män;10\nBerg;män;20\n;;\nKälla: SCB;;\n")) ==
          "kommun,kön,value,status\nÅre,män,10,\nBerg,män,20,\n");
    CHECK(table_or_error(read_statistic("kommun;kön;antal\nÅre;män;10\nJämtlands län;;\nBerg;män;20\n"))
              .starts_with("Line 3: the row has"));
    CHECK(table_or_error(read_statistic("kommun;2023;2024\nÅre;10;11\nBerg;;\n")) ==
          "kommun,period,value,status\nÅre,2023,10,\nÅre,2024,11,\nBerg,2023,,\nBerg,2024,,\n");
}
