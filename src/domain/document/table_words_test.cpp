#include "domain/document/table_words.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("a table gives its words, a row on a line, without the bars and the line under the header") {
    CHECK(words_of_tables("| Mått | Mål |\n|---|---:|\n| Sysselsatta | 80 % |") ==
          "Mått · Mål\nSysselsatta · 80 %");
}

TEST_CASE("what is no table stays as it is written") {
    CHECK(words_of_tables("").empty());
    CHECK(words_of_tables("Ja | nej, och - sedan.\n\n- En sak") == "Ja | nej, och - sedan.\n\n- En sak");
    CHECK(words_of_tables("Före\n\n| a | b |\n| - | - |\n\nEfter") == "Före\n\na · b\n\nEfter");
}

TEST_CASE("empty cells give no points, and a bar that belongs to the words stays") {
    CHECK(words_of_tables("|  | a\\|b |  |") == "a|b");
    CHECK(words_of_tables("|") == "|");
}
