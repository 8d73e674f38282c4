#include "domain/site/appearance.hpp"

#include <doctest/doctest.h>
#include <random>

namespace medskapa {
namespace {

constexpr Colour black{0, 0, 0};
constexpr Colour white{255, 255, 255};

SiteAppearance chosen(
    const std::string& brand, const std::string& link = {}, const std::string& accent = {}) {
    SiteAppearance appearance;
    appearance.brand = brand;
    appearance.link = link;
    appearance.accent = accent;
    return appearance;
}

bool holds(const SiteAppearance& appearance) {
    for (const auto& pair : contrast_pairs(appearance))
        if (!pair.holds()) {
            MESSAGE(pair.what << ": " << pair.light.contrast() << " and " << pair.dark.contrast() << " of "
                              << pair.needed << " in " << appearance.brand << " " << appearance.link << " "
                              << appearance.accent);
            return false;
        }
    return true;
}

}  // namespace

TEST_CASE("a colour is read with and without its mark, in three digits and six, and nothing else is one") {
    CHECK(read_colour("#1d5647") == Colour{0x1d, 0x56, 0x47});
    CHECK(read_colour("1D5647") == Colour{0x1d, 0x56, 0x47});
    CHECK(read_colour("#fa0") == Colour{0xff, 0xaa, 0x00});
    for (const auto* typed : {"", "#", "grön", "#1d564", "#1d56477", "#1d564g", "##1d5647", "rgb(0,0,0)",
             "#12 456", "#000;} body {display: none"})
        CHECK_MESSAGE(!read_colour(typed), typed);
}

TEST_CASE(
    "contrast is the one of WCAG: 21 for black on white, 1 for a colour on itself, whichever comes first") {
    CHECK(contrast(black, white) == doctest::Approx(21));
    CHECK(contrast({1, 2, 3}, {1, 2, 3}) == doctest::Approx(1));
    CHECK(contrast({0x77, 0x77, 0x77}, white) == doctest::Approx(4.48).epsilon(0.002));
    CHECK(contrast(white, {0x76, 0x76, 0x76}) == doctest::Approx(4.54).epsilon(0.002));
}

TEST_CASE("a colour is made just as dark as it must be, and is left alone where it is enough") {
    CHECK(made_to_hold(black, white, 4.5) == black);
    const auto made = made_to_hold({0x4a, 0x9f, 0xd0}, white, 4.5);
    CHECK(contrast(made, white) >= 4.5);
    CHECK(contrast(made, white) < 4.7);
    CHECK(contrast(made_to_hold({0x10, 0x20, 0x30}, black, 7), black) >= 7);
    CHECK(made_to_hold(white, white, 21) == black);
}

TEST_CASE("Medskapa's own colours hold in all pairs") {
    CHECK(holds({}));
    CHECK_FALSE(SiteAppearance{}.has_colours());
}

TEST_CASE("whatever colours are let through hold in all pairs, by day and by night") {
    std::mt19937 random{7};  // NOLINT: the same run each time
    const auto any = [&] {
        return written({static_cast<std::uint8_t>(random()), static_cast<std::uint8_t>(random()),
            static_cast<std::uint8_t>(random())});
    };
    int let_through = 0;
    for (int round = 0; round < 4000; ++round) {
        const auto appearance = checked(chosen(any(), any(), any()));
        if (!appearance) continue;
        ++let_through;
        REQUIRE(holds(*appearance));
    }
    CHECK(let_through > 100);
    for (const auto* edge : {"#000000", "#00f", "#700", "#006400", "#4b0082"})
        CHECK(holds(checked(chosen(edge, edge, edge)).value()));
}

TEST_CASE(
    "a colour that is seen badly is refused with the nearest that is enough, and that one is let through") {
    const auto refused = checked(chosen("", "#4a9fd0"));
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().complaints.size() == 1);
    const auto& complaint = refused.error().complaints.front();
    CHECK(complaint.place == Place{"lankfarg"});
    REQUIRE(complaint.holes.size() == 3);
    CHECK(checked(chosen("", "#185a80")).has_value());
    CHECK(checked(chosen("#fff", "#fff", "#fff")).error().complaints.size() == 3);
    CHECK_FALSE(checked(chosen("", "", "#f0d090")));
    CHECK(checked(chosen("  #FA0  ")).error().complaints.front().place == Place{"huvudfarg"});
    CHECK(checked(chosen(" 1D5647 "))->brand == "#1d5647");
}

}  // namespace medskapa
