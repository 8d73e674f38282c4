#include "base/csv/write.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace medskapa;

TEST_CASE("what a spreadsheet would compute begins with an apostrophe, and reads as it was written") {
    for (const std::string text : {"=HYPERLINK(\"http://evil.example\")", "+1", "-1", "@SUM(A1)", "\t=1",
             "\r=1", " =1", "\n=1", "'=1", "''=1", "＝1", "＋1", "－1", "＠A", "=", "-"}) {
        CAPTURE(text);
        const auto guarded = csv::guarded(text);
        CHECK(guarded == "'" + text);
        CHECK(csv::unguarded(guarded) == text);
    }
    for (const std::string text : {"", "'", "''", "a=1", "1-2", "'n sommar", "Å", "1"}) {
        CAPTURE(text);
        CHECK(csv::guarded(text) == text);
        CHECK(csv::unguarded(text) == text);
    }
}
