#include "engine/regional/read/px.hpp"

#include "support/statistics.hpp"

#include <doctest/doctest.h>

using namespace medskapa::regional::read;
using medskapa::test::table_or_error;

namespace {

const std::string head =
    "CHARSET=\"ANSI\";\nLANGUAGE=\"sv\";\nSTUB=\"region\";\nHEADING=\"tid\";\n"
    "VALUES(\"region\")=\"2305 Bräcke\",\"2380 Östersund\";\nVALUES(\"tid\")=\"2023\",\"2024\";\n";

}  // namespace

TEST_CASE("a PX file gives a row a cell, and codes are taken out of labels") {
    const auto statistic = read_px(head + "DATA=\n1 2\n3.5 4;\n");

    CHECK(table_or_error(statistic) ==
          "region,tid,value,status\n2305,2023,1,\n2305,2024,2,\n2380,2023,3.5,\n2380,2024,4,\n");
    CHECK(statistic->dimensions[0].members()[1].label == "Östersund");
}

TEST_CASE("a PX file in Latin-1 and one in UTF-8 that claims otherwise read the same") {
    auto latin = "CODEPAGE=\"iso-8859-1\";\n" + head + "DATA=1 2 3 4;";
    const auto utf8 = table_or_error(read_px(latin));
    for (const auto& [two, one] : {std::pair{"\u00e4", "\xE4"}, std::pair{"\u00d6", "\xD6"}}) {
        latin.replace(latin.find(two), 2, one);
    }

    CHECK(table_or_error(read_px(latin)) == utf8);
}

TEST_CASE("CODES and VARIABLECODE name what is written, and other languages are passed over") {
    const auto with_codes = table_or_error(read_px(
        "STUB=\"k\xC3\xB6n\";\nSTUB[en]=\"sex\";\nVALUES(\"k\xC3\xB6n\")=\"m\xC3\xA4n\",\"kvin\"\n  "
        "\"nor\";\n"
        "VALUES[en](\"sex\")=\"men\",\"women\";\nCODES(\"k\xC3\xB6n\")=\"1\",\"2\";\nVARIABLECODE("
        "\"k\xC3\xB6n\")=\"Kon\";\n"
        "TIMEVAL(\"tid\")=TLIST(A1,\"2004\"-\"2005\");\nHIERARCHIES(\"k\")=\"a\",\"a\":\"b\";\nDATA=7 8"));

    CHECK(with_codes == "Kon,value,status\n1,7,\n2,8,\n");
}

TEST_CASE("dots are missing, a dash is exactly 0, and both keep their sign") {
    CHECK(table_or_error(read_px(head + "DATA=\n\"..\" \"-\"\n. 0;")) ==
          "region,tid,value,status\n2305,2023,,..\n2305,2024,0,-\n2380,2023,,.\n2380,2024,0,\n");
}

TEST_CASE("rows that KEYS allow to be left out are 0, in whatever order the others stand") {
    const auto statistic = read_px(head + "KEYS(\"region\")=CODES;\nDATA=\n\"2380\",3 4;");

    CHECK(table_or_error(statistic) ==
          "region,tid,value,status\n2305,2023,0,\n2305,2024,0,\n2380,2023,3,\n2380,2024,4,\n");
    CHECK(statistic->warnings.size() == 1);
}

TEST_CASE("a broken PX file is refused with line and keyword") {
    const auto data = head + "DATA=\n";
    const std::pair<std::string, std::string> cases[] = {
        {head, "Line 7: the file ends without DATA, so there are no numbers in it. Fetch it again."},
        {"DATA=1;", "Line 1: DATA begins, but neither STUB nor HEADING has said what the numbers are about."},
        {"STUB=\"a\";\nDATA=1;", "Line 2: DATA begins, but VALUES of the variable \"a\" are missing."},
        {"STUB=\"a\";\nVALUES(\"a\")=\"x\",\"x\";\nDATA=1 2;", "Line 2: VALUES of \"a\" hold \"x\" twice."},
        {"STUB=\"a\";\nVALUES(\"a\")=\"x\";\nCODES(\"a\")=\"1\",\"2\";\nDATA=1;",
            "Line 3: CODES of \"a\" are 2, but its VALUES are 1."},
        {"STUB=\"a\",\"a\";\nDATA=1;", "Line 1: STUB names \"a\", which was named before."},
        {data + "1 2 3;", "Line 8: DATA ends after 3 cells, but the variables make 4."},
        {data + "1 2 3 4 5;", "Line 8: DATA goes on after the 4 cells that the variables make."},
        {data + "1 2\n3 fyra;", "Line 9: DATA holds \"fyra\", which is neither a number nor a data symbol."},
        {"TITLE=\"x", "Line 1: a quotation mark in TITLE is never closed; it was sought until line 1."},
        {"TITLE=\"x\"\nSTUB=\"a\";",
            "Line 1: TITLE does not end with a semicolon; it was sought until line 2."},
        {"TITLE;\n", "Line 1: TITLE has no equals sign; it was sought until line 1."},
        {"VALUES(\"a\"=1;",
            "Line 1: the list after VALUES is never closed with ); it was sought until line 1."},
        {"STUB[sv=1;", "Line 1: the language of STUB is never closed with ]; it was sought until line 1."},
        {"STUB=\"a\";\n\"b\";",
            "Line 2: a PX keyword should stand here, but \"\"b\";\" does. The error is on line 2 or before "
            "it."},
    };

    for (const auto& [file, sentence] : cases) CHECK(table_or_error(read_px(file)) == sentence);
}

TEST_CASE("keys that the file does not know, or that come twice, are refused") {
    const auto keyed = head + "KEYS(\"region\")=VALUES;\nDATA=\n";

    CHECK(table_or_error(read_px(keyed + "\"Berg\",1 2;")) ==
          "Line 9: a row of DATA is named \"Berg\", which KEYS of \"region\" do not know.");
    CHECK(table_or_error(read_px(keyed + "\"Bräcke\",1 2\n\"Bräcke\",1 2;")) ==
          "Line 10: a row of DATA has the same KEYS as one before it.");
    CHECK(table_or_error(read_px(keyed + "\"Bräcke\",1;")) ==
          "Line 9: DATA ends after 1 cells, but the variables make 2.");
    CHECK(
        table_or_error(read_px(
            "STUB=\"a\",\"b\";\nVALUES(\"a\")=\"x\";\nVALUES(\"b\")=\"y\";\nKEYS(\"a\")=VALUES;\nDATA=1;")) ==
        "Line 1: KEYS are given for some variables but not for \"b\".");
}

TEST_CASE("an unknown page and a table larger than any computer are refused") {
    CHECK(table_or_error(read_px("CODEPAGE=\"cp437\";\nSTUB=\"\x84\";\nDATA=1;")) ==
          "Line 1: CODEPAGE is cp437, which is not known here, and the text is not UTF-8. Save the file as "
          "UTF-8.");

    std::string huge = "STUB=\"a\",\"b\",\"c\";\n";
    for (const char* variable : {"a", "b", "c"}) {
        huge += std::string{"VALUES(\""} + variable + "\")=\"0\"";
        for (int k = 1; k < 300; ++k) huge += ",\"" + std::to_string(k) + "\"";
        huge += ";\n";
    }
    CHECK(table_or_error(read_px(huge + "DATA=1;")).starts_with("The table has 27000000 cells"));
}

TEST_CASE("a semicolon in DATA parts rows, and what DOS wrote after the end is nothing") {
    CHECK(table_or_error(read_px(head + "DATA=\n1 2;\n3 4;\n\x1A")) ==
          "region,tid,value,status\n2305,2023,1,\n2305,2024,2,\n2380,2023,3,\n2380,2024,4,\n");
    CHECK(table_or_error(read_px(head + "DATA=\n1 2;\n3 4 5;\n")) ==
          "Line 9: DATA goes on after the 4 cells that the variables make.");
}

TEST_CASE("a file without CHARSET is of the days of DOS, one with it is not") {
    const std::string dos =
        "STUB=\"omr\x86"
        "de\";\nVALUES(\"omr\x86"
        "de\")=\"\x99stersund\",\"H\x84rjedalen\";\nDATA=1 2;";

    CHECK(table_or_error(read_px(dos)) == "område,value,status\nÖstersund,1,\nHärjedalen,2,\n");
    CHECK(table_or_error(read_px("CHARSET=\"ANSI\";\nSTUB=\"omr\xE5"
                                 "de\";\nVALUES(\"omr\xE5"
                                 "de\")=\"\xC5re\";\nDATA=1;")) == "område,value,status\nÅre,1,\n");
    CHECK(table_or_error(read_px("CODEPAGE=\"cp850\";\n" + dos)) ==
          "område,value,status\nÖstersund,1,\nHärjedalen,2,\n");
}

TEST_CASE("one foreign byte does not make a file of DOS, nor one of an unknown page, of a file in UTF-8") {
    const std::string file =
        "STUB=\"område\";\nVALUES(\"område\")=\"Östersund\",\"Härjedalen\",\"\xC5re\";\nDATA=1 2 3;";
    const std::string right = "område,value,status\nÖstersund,1,\nHärjedalen,2,\nÅre,3,\n";

    CHECK(table_or_error(read_px(file)) == right);
    CHECK(table_or_error(read_px("CODEPAGE=\"850\";\n" + file)) == right);
    CHECK(table_or_error(read_px("CODEPAGE=\"cp437\";\n" + file)) == right);
}

TEST_CASE("broken statements that the numbers do not need are passed over with a warning") {
    for (const auto* broken :
        {"NOTE=\"Ett\";\n\"Två\";\n", "TIMEVAL(\"tid\")=TLIST(A1)\",\"2023\",\"2024\";\n",
            "NOTEX=\"aldrig slut;\n", "CELLNOTE(\"a\",\"b\"=\"x\";\n"}) {
        const auto statistic = read_px(head + broken + "SOURCE=\"SCB\";\nDATA=1 2 3 4;");
        CAPTURE(broken);
        REQUIRE(statistic);
        CHECK(statistic->rows() == 4);
        CHECK(statistic->source == "SCB");
        REQUIRE(statistic->warnings.size() == 1);
    }
}
