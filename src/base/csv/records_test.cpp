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
    "id,text\r\n1,\"a, \"\"b\"\"\nc\"\n\n2,\n,\"\"\n3,last";

}  // namespace

TEST_CASE("records are the same however the text is cut in pieces") {
    const Table expected{{"id", "text"}, {"1", "a, \"b\"\nc"}, {"2", ""}, {"", ""}, {"3", "last"}};

    for (std::size_t bytes = 1; bytes <= awkward.size(); ++bytes) CHECK(read_by(bytes, awkward) == expected);
}

TEST_CASE("a record's line is where it begins, though one before it holds line ends") {
    csv::Records records;
    records.feed("a\n\"x\ny\"\n\nb\n");
    std::vector<std::size_t> lines;

    while (records.next() != nullptr) lines.push_back(records.line());

    CHECK(lines == std::vector<std::size_t>{1, 2, 5});
}

TEST_CASE("a quotation mark that never closes is reported and its record not given") {
    csv::Records records;
    records.feed("a\n\"b\nc\n");
    records.close();

    CHECK(records.next() != nullptr);
    CHECK(records.next() == nullptr);
    CHECK(records.ends_in_quotes());
}

TEST_CASE("a field is written so that it reads back") {
    for (const std::string text : {"plain", "a,b", "say \"hi\"", "two\nlines", ""}) {
        CHECK(read_by(100, "x," + csv::field(text)).front().back() == text);
    }
}
