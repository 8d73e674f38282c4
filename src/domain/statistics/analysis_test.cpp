#include "domain/statistics/analysis.hpp"

#include <doctest/doctest.h>

using namespace medskapa;

namespace {

using Dimensions = std::vector<Dataset::Dimension>;

AnalysisResult two_rows() {
    AnalysisResult result;
    result.numbers = {{"change", 7}};
    result.number_columns = {"amount", "lq"};
    result.rows = {
        {"55", "Hotell", "more", {}, {120, 1.8}}, {"03", "Fiske", "few", {}, {std::nullopt, std::nullopt}}};
    return result;
}

}  // namespace

TEST_CASE("the same parameters are the same text, in whatever order they were given, and come back from it") {
    const Parameters asked{{"region", "23"}, {"level", "county"}, {"only:Kön", "män=1"}};

    CHECK(text_of(asked) == "level=county\nonly:Kön=män=1\nregion=23\n");
    CHECK(read_parameters(text_of(asked)) == asked);
    CHECK(read_parameters("").empty());
}

TEST_CASE("dimensions are known by what Swedish tables call them, and otherwise by their codes") {
    const Dimensions jobs{{"Region", {{"2303", ""}, {"2305", ""}}},
        {"Näringsgren SNI 2007", {{"01", ""}, {"55", ""}}}, {"år", {{"2019", ""}}}};
    const auto roles = guessed_roles(jobs);
    CHECK(roles.regions == 0);
    CHECK(roles.industries == 1);
    CHECK(roles.periods == 2);
    CHECK_FALSE(roles.destinations);

    const auto flows =
        guessed_roles({{"from", {{"2303", ""}, {"2305", ""}}}, {"to", {{"2303", ""}, {"2305", ""}}}});
    CHECK(flows.regions == 0);
    CHECK(flows.destinations == 1);
    CHECK(guessed_roles({{"Kolumn 1", {{"2018", ""}, {"2019", ""}}}}).periods == 0);
    CHECK_FALSE(guessed_roles({{"kommun", {{"1980", "Västerås"}}}}).periods);
}

TEST_CASE("a municipality's county is in its code, and what is no such code is itself") {
    CHECK(county_of("2303") == "23");
    CHECK(county_of("23") == "23");
    CHECK(county_of("LA1") == "LA1");
    CHECK(county_name("23") == "Jämtlands län");
    CHECK(county_name("02").empty());
}

TEST_CASE("an industry stands in the section that its code begins in") {
    CHECK(section_of("03") == 'A');
    CHECK(section_of("05-09") == 'B');
    CHECK(section_of("33") == 'C');
    CHECK(section_of("90-96") == 'R');
    CHECK(section_of("99") == 'U');
    CHECK(section_of("Z") == ' ');
    CHECK(section_of("") == ' ');
}

TEST_CASE("a figure is a column of a row or a fact of the whole, and one that is hidden is none") {
    CHECK(figure_in(two_rows(), "55:lq") == 1.8);
    CHECK(figure_in(two_rows(), "change") == 7.0);
    for (const auto* none : {"03:lq", "56:lq", "55:krugman", "lq", "", ":", "55:"}) {
        CAPTURE(none);
        CHECK_FALSE(figure_in(two_rows(), none));
    }
}

TEST_CASE("a number of one to four is hidden until somebody has said why it may be shown") {
    Dataset dataset;
    for (const double few : {1.0, 4.0, -1.0}) CHECK(dataset.hides({0, few, ""}));
    CHECK_FALSE(dataset.hides({0, 0.0, ""}));
    CHECK_FALSE(dataset.hides({0, 5.0, ""}));
    CHECK_FALSE(dataset.hides({0, 1.5, ""}));
    CHECK_FALSE(dataset.hides({0, std::nullopt, ".."}));
    dataset.small_numbers = Dataset::SmallNumbers::no_people;
    CHECK_FALSE(dataset.hides({0, 1.0, ""}));
}

TEST_CASE("a question is offered where the dimensions can answer it, and otherwise says what they lack") {
    using enum AnalysisRun::Kind;
    const Dataset::Dimension regions{"region", {{"2303", ""}, {"2326", ""}, {"2380", ""}}};
    const Dataset::Dimension industries{"näringsgren", {{"01", ""}, {"55", ""}, {"85", ""}}};
    const Dataset::Dimension years{"år", {{"2018", ""}, {"2019", ""}}};
    const auto can = [](AnalysisRun::Kind kind, const Dimensions& dimensions) {
        return why_not(kind, dimensions) == nullptr;
    };

    for (const auto kind : {specialisation, shift_share, variety, opportunities})
        CHECK(can(kind, {regions, industries, years}));
    CHECK_FALSE(can(labour_markets, {regions, industries, years}));
    CHECK(can(specialisation, {regions, industries}));
    CHECK_FALSE(can(shift_share, {regions, industries}));
    CHECK_FALSE(can(variety, {regions, industries}));
    CHECK(can(labour_markets, {{"from", regions.members}, {"to", regions.members}}));
    CHECK_FALSE(can(specialisation, {{"from", regions.members}, {"to", regions.members}}));
    CHECK_FALSE(can(specialisation, {{"kön", {{"1", "män"}, {"2", "kvinnor"}}}, regions, years}));
    CHECK_FALSE(can(opportunities, {{"region", {{"2303", ""}, {"2326", ""}}}, industries}));
    CHECK_FALSE(can(
        specialisation, {{"indicator", {{"IND-01", ""}, {"IND-02", ""}}}, {"unit", {{"st", ""}}}, years}));
    CHECK_FALSE(can(specialisation, {}));
}

TEST_CASE("what somebody calls a dimension counts before the word of its file") {
    const Dimensions odd{{"V1", {{"A", ""}, {"B", ""}}, "Kommun"}, {"V2", {{"x", ""}, {"y", ""}}, "Bransch"}};

    CHECK(guessed_roles(odd).regions == 0);
    CHECK(guessed_roles(odd).industries == 1);
    CHECK(why_not(AnalysisRun::Kind::specialisation, odd) == nullptr);
    CHECK(std::string{known_label("kommun")} == "Municipality");
    CHECK(known_label("V1") == nullptr);
}
