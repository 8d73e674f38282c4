#include "web/words/plural_rule.hpp"

#include <doctest/doctest.h>
#include <limits>
#include <stdexcept>
#include <string>

using medskapa::web::PluralRule;

TEST_CASE("one is one, and all else is many, unless a language says otherwise") {
    const PluralRule rule;
    CHECK(rule.forms() == 2);
    CHECK(rule.form_of(1) == 0);
    CHECK(rule.form_of(-1) == 0);
    CHECK(rule.form_of(0) == 1);
    CHECK(rule.form_of(std::numeric_limits<std::int64_t>::min()) == 1);
    CHECK(PluralRule{"nplurals=1; plural=0;"}.form_of(7) == 0);
}

TEST_CASE("a rule is C's expression, with its precedence") {
    const PluralRule dual{"nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);"};
    CHECK(dual.form_of(1) == 0);
    CHECK(dual.form_of(2) == 1);
    CHECK(dual.form_of(12) == 2);
    const PluralRule slavic{
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : "
        "2);"};
    CHECK(slavic.form_of(21) == 0);
    CHECK(slavic.form_of(11) == 2);
    CHECK(slavic.form_of(22) == 1);
    CHECK(slavic.form_of(14) == 2);
    CHECK(PluralRule{"nplurals=6; plural=2 + n * 3 - 4 / 2"}.form_of(1) == 3);
    CHECK(PluralRule{"nplurals=2; plural=!n"}.form_of(0) == 1);
}

TEST_CASE("a number has a form whatever the rule gives") {
    CHECK(PluralRule{"nplurals=2; plural=n;"}.form_of(9) == 1);
    CHECK(PluralRule{"nplurals=2; plural=n/0"}.form_of(4) == 0);
}

TEST_CASE("what is no rule is refused") {
    for (const std::string line : {"", "nplurals=2; plural=", "nplurals=9; plural=0;",
             "plural=0; nplurals=2;", "nplurals=2; plural=n;x", "nplurals=2; plural=(n",
             "nplurals=2; plural=n?1;", "nplurals=2; plural=m"}) {
        CAPTURE(line);
        CHECK_THROWS_AS(PluralRule{line}, std::runtime_error);
    }
    CHECK_THROWS_AS(PluralRule{"nplurals=2; plural=" + std::string(100, '(')}, std::runtime_error);
    CHECK_THROWS_AS(PluralRule{"nplurals=2; plural=" + std::string(100, '!')}, std::runtime_error);
}
