#include "base/result.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

TEST_CASE("a hole is what it was made of, and never guessed from its characters") {
    CHECK(std::holds_alternative<std::string>(Hole{"62.01"}.value()));
    CHECK(std::holds_alternative<std::string>(Hole{"2026-05-14"}.value()));
    CHECK(std::holds_alternative<std::int64_t>(Hole{std::size_t{12400}}.value()));
    CHECK(Hole{Decimal{62.01, 2}} != Hole{"62.01"});
    CHECK(Hole{*time::read_day("2026-05-14")} == Hole{*time::read_date("2026-05-14")});
}

TEST_CASE("in our own logs every hole is written for machines") {
    CHECK(plain("62.01") == "62.01");
    CHECK(plain(-12400) == "-12400");
    CHECK(plain(Decimal{7.46, 1}) == "7.5");
    CHECK(plain(*time::read_date("2026-02-30")) == "2026-02-30");
    CHECK(plain(Instant{std::chrono::milliseconds{0}}) == "1970-01-01T00:00:00Z");
    CHECK(in_english({{}, "{} of {} are there", {3, 12400}}) == "3 of 12400 are there");
    CHECK(in_english({{}, "{} and {}", {"{}"}}) == "{} and {}");
}
