#include "web/words/words.hpp"

#include "base/embedded.hpp"
#include "web/markup/language_marks.hpp"
#include "web/words/catalog.hpp"

#include <doctest/doctest.h>
#include <limits>
#include <stdexcept>

using namespace medskapa;
using namespace medskapa::web;

namespace {

const Words& sv = words_of(Language::sv);
const Words& en = words_of(Language::en);
const Words& sma = words_of(language_with_tag("sma"));

Day day(const char* iso) {
    return *time::read_day(iso);
}

LocalTime at(const char* iso) {
    return *time::read_local(iso);
}

}  // namespace

TEST_CASE("a sentence is said in the reader's language") {
    CHECK(sv("Ask us") == "Fråga oss");
    CHECK(en("Ask us") == "Ask us");
    CHECK(sv("Error: {}", "Inspel") == "Fel: Inspel");
    CHECK(sv.tag() == std::string{"sv"});
    CHECK(en.tag() == std::string{"en"});
}

TEST_CASE("a sentence nobody has translated is said in English rather than not at all") {
    CHECK(sv("No one has said this {} times", 3) == "No one has said this 3 times");
    CHECK(sv.in("state", "Nobody's word") == "Nobody's word");
}

TEST_CASE("what is counted agrees with its number") {
    CHECK(sv.count("{} day left", "{} days left", 1) == "1\u00A0dag kvar");
    CHECK(sv.count("{} day left", "{} days left", 0) == "0\u00A0dagar kvar");
    CHECK(sv.count("{} day left", "{} days left", 12400) == "12\u00A0400\u00A0dagar kvar");
    CHECK(en.count("{} day left", "{} days left", 1) == "1 day left");
    CHECK(en.count("{} day left", "{} days left", 2) == "2 days left");
}

TEST_CASE("a language with a dual has a form for two") {
    CHECK(sma.count("{} day left", "{} days left", 1) == "1 biejjie lea aajmene");
    CHECK(sma.count("{} day left", "{} days left", 2) == "2 biejjieh lægan aajmene");
    CHECK(sma.count("{} day left", "{} days left", 3) == "3 biejjieh leah aajmene");
    CHECK(sma.count("{} day left", "{} days left", 0) == "0 biejjieh leah aajmene");
}

TEST_CASE("what a language lacks is said in Swedish, with marks of its language where a page asks for them") {
    const auto& page = page_words_of(language_with_tag("sma"));

    CHECK(sma("Calendar") == "Kalendere");
    CHECK(sma("Error: {}", sma("Calendar")) == "Fel: Kalendere");
    CHECK(page("Calendar") == "Kalendere");
    CHECK(page("Error: {}", "x") == with_language_marks("Fel: x", "sv"));
    CHECK(page.rich("Open until {} (inclusive).", html("<b>{}</b>", 1)).markup() ==
          with_language_marks("Till och med <b>1</b>.", "sv"));
    CHECK(page.count("{} inspel", "{} inspel", 2) == with_language_marks("2 inspel", "sv"));
    CHECK(page.in("outcome", "Noted") == with_language_marks(sv.in("outcome", "Noted"), "sv"));
    CHECK(page.in({"Resor", "Travel"}) == with_language_marks("Resor", "sv"));
    CHECK(page_words_of(Language::en).in({"Resor", "Travel"}) == "Travel");
    CHECK(page_words_of(Language::sv).in({"Resor", "Travel"}) == "Resor");
    CHECK(page.in(Localized{}).empty());
}

TEST_CASE("days stand in the language's own order") {
    CHECK(sma.day(day("2020-08-24")) == "mïetsken 24. b. 2020");
    CHECK(sma.days(day("2020-09-07"), day("2020-09-11")) == "skïereden 7.–11. b. 2020");
    CHECK(sma.season(day("2021-03-01")) == "gïjre 2021");
    CHECK(sma.number(12400) == "12\u00A0400");
}

TEST_CASE("a complaint's holes are filled after it is translated") {
    CHECK(
        sv.complaint({"slut", "Open until {} (inclusive).", {"1 september"}}) == "Till och med 1 september.");
    CHECK(sv.complaint({"slut", "Open until {} (inclusive).", {"{}"}}) == "Till och med {}.");
}

TEST_CASE("a complaint says a day in words, even one that is not in the calendar") {
    const auto said = [](Language language, const char* iso) {
        return words_of(language).complaint({"senast", N_("{} does not exist"), {*time::read_date(iso)}});
    };
    CHECK(said(Language::sv, "2026-02-30") == "30 februari 2026 finns inte");
    CHECK(said(Language::en, "2026-02-30") == "30 February 2026 does not exist");
    CHECK(said(Language::sv, "2026-13-01") == "2026-13-01 finns inte");
    CHECK(said(Language::sv, "2026-00-01") == "2026-00-01 finns inte");
}

TEST_CASE("a hole is written by what it is, and text never by what it looks like") {
    CHECK(sv.hole(12400) == "12\u00A0400");
    CHECK(sv.hole(Decimal{62.01, 2}) == "62,01");
    CHECK(sv.hole("62.01") == "62.01");
    CHECK(sv.hole("2026-05-14") == "2026-05-14");
    CHECK(sv.hole(day("2026-05-14")) == "14 maj 2026");
    const Instant moment{
        std::chrono::sys_days{std::chrono::year{2026} / 5 / 14} + std::chrono::seconds{3607}};
    CHECK(sv.hole(moment) == "14 maj 2026 01.00.07 UTC");
    CHECK(en.hole(moment) == "14 May 2026 01:00:07 UTC");
}

TEST_CASE("a sentence with a link in it escapes its own words and keeps the link") {
    CHECK(sv.rich("Open until {} (inclusive).", html("<b>{}</b>", "<i>")).markup() ==
          "Till och med <b>&lt;i&gt;</b>.");
    CHECK(en.rich("<x> {1} & {0}", html("<a>"), html("<b>")).markup() == "&lt;x&gt; <b> &amp; <a>");
}

TEST_CASE("numbers are grouped from five figures, with signs as a printer sets them") {
    CHECK(sv.number(9999) == "9999");
    CHECK(sv.number(10000) == "10\u00A0000");
    CHECK(sv.number(1234567) == "1\u00A0234\u00A0567");
    CHECK(sv.number(-12400) == "\u221212\u00A0400");
    CHECK(en.number(12400) == "12,400");
    CHECK(en.number(std::numeric_limits<std::int64_t>::min()) == "\u22129,223,372,036,854,775,808");
    CHECK(sv.decimal(1.15, 2) == "1,15");
    CHECK(sv.decimal(-0.04, 1) == "0,0");
    CHECK(sv.decimal(-12345.6, 1) == "\u221212\u00A0345,6");
}

TEST_CASE("days are written out, and what two days share is said once") {
    CHECK(sv.day(day("2020-08-24")) == "24 augusti 2020");
    CHECK(en.day(day("2020-08-24")) == "24 August 2020");
    CHECK(sv.days(day("2020-09-07"), day("2020-09-11")) == "7–11 september 2020");
    CHECK(sv.days(day("2020-08-31"), day("2020-09-04")) == "31 augusti–4 september 2020");
    CHECK(sv.days(day("2020-12-24"), day("2021-01-06")) == "24 december 2020–6 januari 2021");
    CHECK(sv.days(day("2020-09-07"), day("2020-09-07")) == "7 september 2020");
    CHECK(sv.month_year(day("2020-08-01")) == "augusti 2020");
    CHECK(sv.month_short(day("2020-08-01")) == "aug");
}

TEST_CASE("a season is named with its year, a winter with both of its years") {
    CHECK(sv.season(day("2021-03-01")) == "våren 2021");
    CHECK(sv.season(day("2021-08-31")) == "sommaren 2021");
    CHECK(sv.season(day("2021-09-01")) == "hösten 2021");
    CHECK(sv.season(day("2020-12-01")) == "vintern 2020–2021");
    CHECK(sv.season(day("2021-02-28")) == "vintern 2020–2021");
    CHECK(en.season(day("2021-05-31")) == "spring 2021");
}

TEST_CASE("clock times have a point in Swedish and a colon in English") {
    CHECK(sv.clock(at("2020-08-24T09:05")) == "09.05");
    CHECK(en.clock(at("2020-08-24T14:32")) == "14:32");
    CHECK(sv.span(at("2020-08-18T10:00"), at("2020-08-18T12:00")) == "10.00–12.00");
    CHECK(sv.span(at("2020-08-18T22:00"), at("2020-08-19T01:00")) ==
          "18 augusti 2020 22.00–19 augusti 2020 01.00");
}

TEST_CASE("a last day says how long is left, up to the day itself and after it") {
    CHECK(sv.until(day("2020-09-01"), day("2020-08-24")) ==
          "Till och med tisdag 1 september 2020, 23.59. 8\u00A0dagar kvar");
    CHECK(sv.until(day("2020-09-01"), day("2020-08-31")) ==
          "Till och med tisdag 1 september 2020, 23.59. 1\u00A0dag kvar");
    CHECK(sv.until(day("2020-09-01"), day("2020-09-01")) == "Sista dagen i dag, 23.59");
    CHECK(sv.until(day("2020-09-01"), day("2020-09-02")) == "Stängde 1 september 2020");
    CHECK(sv.until(day("2021-01-01"), day("2020-12-31")) ==
          "Till och med fredag 1 januari 2021, 23.59. 1\u00A0dag kvar");
}

namespace {

/// A compiled catalog as msgfmt makes it, of messages in the order of their names.
std::string compiled(const std::vector<std::pair<std::string, std::string>>& messages) {
    std::string head;
    const auto put = [](std::string& out, std::size_t number) {
        for (int i = 0; i < 4; ++i) out += static_cast<char>(number >> 8 * i & 0xFF);
    };
    const auto count = messages.size();
    for (const std::size_t number : {std::size_t{0x950412de}, std::size_t{0}, count, std::size_t{28},
             28 + 8 * count, std::size_t{0}, std::size_t{0}})
        put(head, number);
    std::string texts;
    const auto table = [&](auto member) {
        for (const auto& message : messages) {
            put(head, (message.*member).size());
            put(head, 28 + 16 * count + texts.size());
            texts += message.*member + '\0';
        }
    };
    table(&std::pair<std::string, std::string>::first);
    table(&std::pair<std::string, std::string>::second);
    return head + texts;
}

constexpr LanguageDescription polish{"pl", "Polski", "/pl"};

}  // namespace

// What it takes to add a language: its line in the list, here of the test, and its catalog.
TEST_CASE("a language is added by a line and a catalog, of which any part may be missing") {
    const auto catalog = compiled({
        {"", "Language: pl\nPlural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || "
             "n%100>=20) ? 1 : 2);\n"},
        {"Calendar", "Kalendarz"},
        {"month\x04"
         "August",
            "sierpnia"},
        {std::string{"{} day left\0{} days left", 24}, std::string{"{} dzień\0{} dni\0{} dni", 23}},
    });
    const Words pl{Language{polish}, catalog, &sv, Words::Fallback::marked};

    CHECK(pl("Calendar") == "Kalendarz");
    CHECK(pl.count("{} day left", "{} days left", 1) == "1 dzień");
    CHECK(pl.count("{} day left", "{} days left", 22) == "22 dni");
    CHECK(pl("News") == with_language_marks("Nyheter", "sv"));
    CHECK(pl.day(day("2020-08-24")) == "24 sierpnia 2020");
    CHECK(pl.clock(at("2020-08-24T09:05")) == "09.05");
    CHECK(pl.lang("sv").markup() == " lang=\"sv\"");
    CHECK(pl.lang("pl").empty());
}

namespace {

std::uint32_t number_in(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 4; i > 0; --i) number = number << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
    return number;
}

}  // namespace

TEST_CASE("every sentence of a catalog is found by its hash, and none that only begins like one") {
    for (const auto& file : embedded::words()) {
        const std::string_view bytes = file.bytes;
        REQUIRE(number_in(bytes, 20) > 2);
        for (std::size_t i = 0; i < number_in(bytes, 8); ++i) {
            const auto row = number_in(bytes, 12) + 8 * i;
            const auto sentence = bytes.substr(number_in(bytes, row + 4), number_in(bytes, row));
            if (sentence.empty()) continue;
            CAPTURE(sentence);
            CHECK(catalog::find(bytes, sentence));
            CHECK_FALSE(catalog::find(bytes, std::string{sentence} + '\0'));
            CHECK_FALSE(catalog::find(bytes, std::string{sentence} + "\x01"));
        }
    }
}

TEST_CASE("a table of hashes that is damaged ends the search") {
    std::string bytes;
    const auto put = [&](std::size_t number) {
        for (int i = 0; i < 4; ++i) bytes += static_cast<char>(number >> 8 * i & 0xFF);
    };
    // One sentence, "a", and a table of three slots that all lead to it; then one that leads out of the file.
    for (const std::size_t number :
        {0x950412deUL, 0UL, 1UL, 28UL, 36UL, 3UL, 44UL, 1UL, 56UL, 1UL, 58UL, 1UL, 1UL, 1UL})
        put(number);
    bytes += std::string{"a\0b\0", 4};

    CHECK(catalog::find(bytes, "a") == "b");
    CHECK_FALSE(catalog::find(bytes, "c"));

    bytes[44] = bytes[48] = bytes[52] = 99;
    CHECK_THROWS_AS((void)catalog::find(bytes, "c"), std::runtime_error);
}

TEST_CASE("bytes that are no catalog are refused") {
    CHECK_THROWS_AS((Words{Language::sv, "not a catalog at all"}), std::runtime_error);
    CHECK_THROWS_AS((Words{Language::sv, std::string_view{"\xde\x12\x04\x95\0\0\0\0\xff\xff\0\0", 12}}),
        std::runtime_error);
    CHECK_FALSE(catalog::find("", "Ask us"));
}
