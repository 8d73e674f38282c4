#include "engine/regional/read/columns.hpp"
#include "engine/regional/read/format.hpp"
#include "support/statistics.hpp"
#include "support/workbooks.hpp"

#include <doctest/doctest.h>
#include <algorithm>

/// Files that follow a standard, as their publishers write them and as people save them again.
using namespace medskapa::regional::read;
using medskapa::test::inline_cell;
using medskapa::test::table_or_error;
using medskapa::test::workbook;

namespace {

std::string read(const std::string& text) {
    return table_or_error(read_statistic(text));
}

bool warns_of(const std::vector<medskapa::regional::Warning>& warnings, const std::string& kind) {
    return std::any_of(warnings.begin(), warnings.end(), [&](const auto& one) { return one.place == kind; });
}

}  // namespace

TEST_CASE("SDMX and Eurostat's files that a Swedish spreadsheet saved again have decimal commas") {
    const std::string head = "DATAFLOW;GEO;TIME_PERIOD;OBS_VALUE\n";
    CHECK(read(head + "X:A(1);SE33;2023;1,5\nX:A(1);SE32;2023;12,345\n") ==
          "GEO,TIME_PERIOD,value,status\nSE33,2023,1.5,\nSE32,2023,12.345,\n");
    CHECK(read(head + "X:A(1);SE33;2023;1,234\nX:A(1);SE32;2023;12,345\n")
              .starts_with("Line 2: \"1,234\" can be thousands or decimals"));
    CHECK(read(head + "X:A(1);SE33;2023;1.234\nX:A(1);SE32;2023;12.345\n") ==
          "GEO,TIME_PERIOD,value,status\nSE33,2023,1.234,\nSE32,2023,12.345,\n");
    CHECK(read("unit,geo\\TIME_PERIOD\t2022\t2023\nTHS,SE33\t1,234 b\t:z\nTHS,SE32\t1,5\t2\n") ==
          "unit,geo,TIME_PERIOD,value,status\nTHS,SE33,2022,1.234,b\nTHS,SE33,2023,,z\nTHS,SE32,2022,1.5,\n"
          "THS,SE32,2023,2,\n");
}

TEST_CASE("what SDMX deletes is left out wherever its column stands and however it says so") {
    const auto right = "GEO,TIME_PERIOD,value,status\nSE32,2023,2,\n";
    CHECK(read("ACTION,DATAFLOW,GEO,TIME_PERIOD,OBS_VALUE\nD,X:A(1),SE33,2023,1\nI,X:A(1),SE32,2023,2\n") ==
          right);
    CHECK(
        read(
            "DATAFLOW,ACTION,GEO,TIME_PERIOD,OBS_VALUE\nX:A(1),Delete,SE33,2023,1\nX:A(1),M,SE32,2023,2\n") ==
        right);
    CHECK(read("STRUCTURE[;],STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE\n"
               "dataflow,X:A(1),d,SE33,2023,1\ndataflow,X:A(1),R,SE32,2023,2\n") == right);
}

TEST_CASE("SDMX with labels keeps codes and labels apart, in one cell or in two columns") {
    CHECK(read("GEO: Area,TIME_PERIOD: Time,OBS_VALUE: Value,OBS_STATUS: Status\n"
               "SE33: Norr,2023: 2023,1.5,A: Normal\n") == "GEO,TIME_PERIOD,value,status\nSE33,2023,1.5,A\n");

    const auto statistic = read_statistic(
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Reference "
        "area,MEASURE,Measure,TIME_PERIOD,Time "
        "period,OBS_VALUE,Observation value,OBS_STATUS,Observation status\n"
        "DATAFLOW,O:X(1),Folk,I,SE332,Västerbotten,POP,Folkmängd,2023,,12.5,,A,Normal\n"
        "DATAFLOW,O:X(1),Folk,I,SE331,Västernorrland,POP,Folkmängd,2023,,,,M,\n");
    REQUIRE(statistic);
    CHECK(medskapa::test::long_form(*statistic) ==
          "REF_AREA,MEASURE,TIME_PERIOD,value,status\nSE332,POP,2023,12.5,A\nSE331,POP,2023,,M\n");
    CHECK(statistic->dimensions[0].members()[1].label == "Västernorrland");
    CHECK(statistic->dimensions[1].members()[0].label == "Folkmängd");
    CHECK(statistic->dimensions[2].members()[0].label == "2023");
}

TEST_CASE("remarks next to numbers are kept as their signs, and days may name columns") {
    CHECK(read("kommun;år;antal;Kommentar\nÅre;2023;1;osäker\nBerg;2023;2;\n") ==
          "kommun,år,value,status\nÅre,2023,1,osäker\nBerg,2023,2,\n");
    CHECK(read("kommun;2026-05-08;2026-06-08\nÅre;1;2\nBerg;3;4\n")
              .starts_with("kommun,period,value,status\n"));
    CHECK_FALSE(is_period("2026-05/08"));
}

TEST_CASE("a PX file may name every cell of its rows by KEYS") {
    const std::string head =
        "STUB=\"region\";\nHEADING=\"år\";\nVALUES(\"region\")=\"Åre\",\"Berg\";\n"
        "VALUES(\"år\")=\"2023\",\"2024\";\n";
    const std::string data = "DATA=\n\"Åre\",\"2024\",5\n\"Berg\",\"2023\",6;\n";
    CHECK(read(head + "KEYS(\"region\")=VALUES;\nKEYS(\"år\")=VALUES;\n" + data) ==
          "region,år,value,status\nÅre,2023,0,\nÅre,2024,5,\nBerg,2023,6,\nBerg,2024,0,\n");
    CHECK(read(head + "KEYS(\"år\")=VALUES;\n" + data) ==
          "Line 1: KEYS are given for some variables but not for \"region\".");
}

TEST_CASE("the sheet that is headed as statistics are is read, and not what stands about it in front") {
    const auto number = [](const std::string& at, const std::string& value) {
        return "<c r=\"" + at + "\"><v>" + value + "</v></c>";
    };
    medskapa::test::WorkbookParts parts;
    parts.more_sheets = {
        {"name=\"Om\"", "<row>" + inline_cell("A1", "Källa") + inline_cell("B1", "SCB") + "</row><row>" +
                            inline_cell("A2", "År") + number("B2", "2025") + "</row><row>" +
                            inline_cell("A3", "Tabell") + number("B3", "7") + "</row>"}};
    parts.sheet_data = "<row>" + inline_cell("A1", "region") + inline_cell("B1", "industry") +
                       inline_cell("C1", "value") + "</row><row hidden=\"1\">" + inline_cell("A2", "Åre") +
                       inline_cell("B2", "01") + number("C2", "5") + "</row>";
    const auto statistic = read_statistic(workbook(parts));
    CHECK(table_or_error(statistic) == "region,industry,value,status\nÅre,01,5,\n");
    CHECK(warns_of(statistic->warnings, "hidden"));

    const auto amounts = read_amounts(workbook(parts), "");
    REQUIRE(amounts);
    CHECK(amounts->at(0, 0) == 5);
    CHECK(warns_of(amounts->warnings, "sheet"));
    CHECK(table_or_error(read_statistic(workbook(parts), {{}, "Om", {}})).starts_with("Källa,value"));
}
