#include "base/csv/records.hpp"

#include "base/csv/write.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

using Table = std::vector<std::vector<std::string>>;

/// Read in pieces of so many bytes.
Table read_by(std::size_t bytes, std::string_view text) {
    csv::Records records;
    Table table;
    const auto take = [&] {
        while (const auto* fields = records.next()) table.emplace_back(fields->begin(), fields->end());
    };
    for (std::size_t at = 0; at < text.size(); at += bytes) {
        records.feed(text.substr(at, bytes));
        take();
    }
    records.close();
    take();
    return table;
}

constexpr std::string_view awkward =
    "\xEF\xBB\xBF"
    "sep=,\r\nid,text\r\n1,\"a, \"\"b\"\"\nc\"\n\n2,\n,\"\"\n5\" rör,\"helt\" udda\n3,last";

/// The reader at the end of a text.
csv::Records ended(std::string_view text) {
    csv::Records records{text, ';'};
    while (records.next() != nullptr) continue;
    return records;
}

}  // namespace

TEST_CASE("records are the same however the text is cut in pieces") {
    const Table expected{
        {"id", "text"}, {"1", "a, \"b\"\nc"}, {"2", ""}, {"5\" rör", "\"helt\" udda"}, {"3", "last"}};

    for (std::size_t bytes = 1; bytes <= awkward.size(); ++bytes) CHECK(read_by(bytes, awkward) == expected);
}

TEST_CASE("rows are numbered as a spreadsheet shows them: blank ones count, line ends within cells do not") {
    csv::Records records;
    records.feed("sep=,\na\n\"x\ny\"\n\n,\nb\n");
    std::vector<std::size_t> rows;

    while (records.next() != nullptr) rows.push_back(records.row());

    CHECK(rows == std::vector<std::size_t>{1, 2, 5});
}

TEST_CASE("a quotation mark that never closes is reported and its record not given") {
    csv::Records records;
    records.feed("a\n\"b\nc\n");
    records.close();

    CHECK(records.next() != nullptr);
    CHECK(records.next() == nullptr);
    REQUIRE(records.complaint());
    CHECK(records.complaint()->holes == Holes{"2"});
}

TEST_CASE("marks inside a field are characters, and a field that nobody can end is refused, not guessed") {
    CHECK(read_by(100, "Ett rör på 5\" räcker,6\"") == Table{{"Ett rör på 5\" räcker", "6\""}});
    CHECK(read_by(100, "\"Mer skog\" vill vi ha,x") == Table{{"\"Mer skog\" vill vi ha", "x"}});
    CHECK(read_by(100, "\"Mer skog\" ,x") == Table{{"Mer skog ", "x"}});
    CHECK(ended("\"6 tum; rör\nnästa;\"7 tum").complaint());
    CHECK_FALSE(ended("a;b\n").complaint());
}

TEST_CASE("a record of more columns than any table has is refused before it fills the memory") {
    CHECK(ended(std::string(csv::most_fields + 1, ';')).complaint());
    CHECK_FALSE(ended(std::string(csv::most_fields - 1, ';')).complaint());
    CHECK(csv::separator_of(std::string(csv::most_fields + 1, ';')) == ';');
    CHECK(ended("a\n" + std::string(csv::longest_record + 1, 'x')).complaint()->holes == Holes{"2"});
}

TEST_CASE("the separator is the one that parts the rows alike, or the one that the first line names") {
    CHECK(csv::separator_of("a;b\n1,5;2\n") == ';');
    CHECK(csv::separator_of("a,b\n\"1;2;3\",4\n") == ',');
    CHECK(csv::separator_of("a\tb\n1,5\t2\n") == '\t');
    CHECK(csv::separator_of("a|b\n1|2\n") == '|');
    CHECK(csv::separator_of("sep=|\na;b\n") == '|');
    CHECK(csv::separator_of("\xEF\xBB\xBFsep=;\r\na,b\n") == ';');
    CHECK(csv::separator_of("words alone\n") == ',');
}

TEST_CASE("a field is written so that it reads back") {
    for (const std::string text : {"plain", "a,b", "say \"hi\"", "two\nlines", ""}) {
        CHECK(read_by(100, "x," + csv::field(text)).front().back() == text);
    }
}
