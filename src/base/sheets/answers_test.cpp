#include "base/sheets/answers.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

const std::vector<sheets::KnownColumn> columns{{"text", {"text"}}, {"municipality", {"kommun"}}};

const std::vector<std::string> words{"municipality"};

bool takes_all(const std::string&, const std::string&) {
    return true;
}

sheets::NamedTable table(const std::string& csv) {
    auto read = sheets::read_named(csv, {columns});
    REQUIRE(read);
    return *std::move(read);
}

}  // namespace

TEST_CASE("an answer is read in every row that asked for it, however the cell was typed") {
    auto read = table("text;Kommun\na;Visby\nb; VISBY \nc;Gotland\nd;\n");
    const auto answered =
        sheets::answer(read, {{sheets::question("municipality", "visby"), "0980"}}, words, takes_all);
    REQUIRE(answered.size() == 1);
    CHECK(answered.front().cell == "Visby");
    CHECK(answered.front().rows == 2);
    CHECK(read.rows[0]["municipality"] == "0980");
    CHECK(read.rows[1]["municipality"] == "0980");
    CHECK(read.rows[2]["municipality"] == "Gotland");
    CHECK(read.rows[3]["municipality"].empty());
}

TEST_CASE("an answer about a name is none about another that only looks alike") {
    auto read = table("text;Kommun\na;Håbo\nb;HABO\nc;\"Ha\u00A0bo\"\n");
    CHECK(
        sheets::answer(read, {{sheets::question("municipality", "Habo"), "0643"}}, words, takes_all).size() ==
        1);
    CHECK(read.rows[0]["municipality"] == "Håbo");
    CHECK(read.rows[1]["municipality"] == "0643");
    CHECK(read.rows[2]["municipality"] == "Ha\u00A0bo");
}

TEST_CASE("an answer about one column is none about another, and may leave the cell empty") {
    auto read = table("text;Kommun\nVisby;Visby\n");
    CHECK(sheets::answer(read, {{sheets::question("municipality", "Visby"), ""}}, words, takes_all).size() ==
          1);
    CHECK(read.rows[0]["text"] == "Visby");
    CHECK(read.rows[0]["municipality"].empty());
    CHECK(sheets::answer(read, {{sheets::question("topic", "Visby"), "x"}}, words, takes_all).empty());
}

TEST_CASE("an answer that the column does not take any more is passed over, and the cell asked for again") {
    auto read = table("text;Kommun\na;Visby\n");
    const auto none = [](const std::string&, const std::string&) { return false; };
    CHECK(sheets::answer(read, {{sheets::question("municipality", "Visby"), "0980"}}, words, none).empty());
    CHECK(read.rows[0]["municipality"] == "Visby");
}

TEST_CASE("a header is the same however it is written, and another when its names or their order are") {
    const auto digest = [](const std::string& header) {
        return sheets::header_of(header + "\na;b\n", {columns})->digest;
    };
    CHECK(digest("Text;Kommun") == digest("text ;KOMMUN:"));
    CHECK(digest("Text;Kommun") != digest("Kommun;Text"));
    CHECK(digest("Text;Kommun") != digest("Text;Kommuner"));
    CHECK(digest("Text;Kommun") != digest("Text;;Kommun"));
    CHECK(digest("Text;Kommun").size() == 64);
}

TEST_CASE("a header is found where the table is, however wide it is, and in nothing there is none") {
    CHECK(sheets::header_of("En rubrik\n\ntext,kommun\na,b\n", {columns})->digest ==
          sheets::header_of("text,kommun\n", {columns})->digest);
    CHECK(sheets::header_of("text|kommun\na|b\n", {columns})->separator == '|');
    CHECK(sheets::header_of("text\na;b\n", {columns})->separator == '\0');
    std::string wide = "text";
    for (int i = 0; i < 5000; ++i) wide += ";<b>" + std::to_string(i);
    CHECK(sheets::header_of(wide + "\n", {columns})->digest.size() == 64);
    CHECK_FALSE(sheets::header_of("", {columns}));
    CHECK_FALSE(sheets::header_of("PK\x03\x04 no workbook", {columns}));
}

TEST_CASE("what was chosen is what a column's name does not say") {
    const std::string csv = "Synpunkt;Kommun;Betyg\na;b;c\n";
    const auto read = sheets::read_named(csv, {columns, {}, {}, {{"A", "text"}, {"C", ""}}});
    REQUIRE(read);
    CHECK(sheets::chosen_in(*read) == std::map<std::string, std::string>{{"A", "text"}});
    const auto without = sheets::read_named("text;kommun\na;b\n", {columns, {}, {}, {{"B", ""}}});
    REQUIRE(without);
    CHECK(sheets::chosen_in(*without) == std::map<std::string, std::string>{{"B", ""}});
}

TEST_CASE("a column that is known by the days in it was not chosen") {
    const std::vector<sheets::KnownColumn> known{
        {"text", {"text"}}, {"received_at", {"mottaget"}, {"datum"}}};
    const auto read = sheets::read_named("text;Datum\na;2026-05-02\n", {known});
    REQUIRE(read);
    CHECK(read->has("received_at"));
    CHECK(sheets::chosen_in(*read).empty());
}

TEST_CASE(
    "a choice against the days in a column, or for one without days, is a choice, also where days came") {
    const std::vector<sheets::KnownColumn> known{
        {"text", {"text"}}, {"received_at", {"mottaget"}, {"datum"}}};
    const auto chosen = [&](const std::string& day, const sheets::ChosenColumns& meaning,
                            const sheets::ChosenColumns& before = {}) {
        const auto read = sheets::read_named("text;Datum\na;" + day + "\n", {known, {}, {}, meaning});
        REQUIRE(read);
        return sheets::chosen_in(*read, before);
    };
    const sheets::ChosenColumns left_out{{"B", ""}};
    const sheets::ChosenColumns is_a_day{{"B", "received_at"}};

    CHECK(chosen("2026-05-02", left_out) == left_out);
    CHECK(chosen("2026-05-02", {{"datum", ""}}) == left_out);
    CHECK(chosen("8/5", is_a_day) == is_a_day);
    CHECK(chosen("2026-05-02", is_a_day) == sheets::ChosenColumns{});
    CHECK(chosen("2026-05-02", is_a_day, is_a_day) == is_a_day);
    CHECK(chosen("2026-05-02", left_out, is_a_day) == left_out);
    CHECK(chosen("8/5", left_out, is_a_day) == sheets::ChosenColumns{});
}
