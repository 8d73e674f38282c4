#include "engine/regional/projection/projection.hpp"
#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset.hpp"
#include "app/statistics/projection/age_rows.hpp"
#include "app/statistics/projection/people_input.hpp"
#include "domain/statistics/hiding.hpp"

#include <doctest/doctest.h>
#include <cmath>

using namespace medskapa;

namespace {

/// Statistics on people of ages 0, 1, 2 and 3 or more, as a file may hold them; every number can be changed.
struct People {
    std::vector<std::string> places{"2303", "2380"};
    std::vector<std::string> ages;
    std::vector<std::string> sexes{"kvinnor", "män"};
    std::vector<std::string> measures{"folkmängd", "fruktsamhet", "dödsrisk", "utflyttning", "inflyttning"};
    std::vector<std::string> years{"2018", "2019"};
    std::map<std::vector<std::string>, std::optional<double>> numbers;  // place, age, sex, measure, year
    Dataset::SmallNumbers small_numbers = Dataset::SmallNumbers::hidden;

    explicit People(std::vector<std::string> of_ages = {"0", "1", "2", "3+", "född"}, double times = 1)
        : ages{std::move(of_ages)} {
        for (const auto& place : places)
            for (const auto& sex : sexes)
                for (const auto& year : years) add(place, sex, year, times);
    }

    Dataset dataset() const {
        Dataset made;
        made.small_numbers = small_numbers;
        const auto dimension = [](const std::string& name, const std::vector<std::string>& codes) {
            Dataset::Dimension all{name, {}};
            for (const auto& code : codes) all.members.push_back({code, code});
            return all;
        };
        made.dimensions = {dimension("kommun", places), dimension("ålder", ages), dimension("kön", sexes),
            dimension("mått", measures), dimension("år", years)};
        return made;
    }
    std::vector<Dataset::Cell> cells() const {
        std::vector<Dataset::Cell> all;
        const auto made = dataset();
        for (std::int64_t place = 0; place < *made.places(); ++place) {
            std::vector<std::string> key;
            const auto members = made.members_at(place);
            for (std::size_t k = 0; k < members.size(); ++k)
                key.push_back(made.dimensions[k].members[members[k]].code);
            if (const auto found = numbers.find(key); found != numbers.end())
                all.push_back({place, found->second, found->second ? "" : "..", Dataset::Shown::shown});
        }
        mark_hidden(made, all);
        return all;
    }
    Parameters asked(Parameters more = {}) const {
        Parameters parameters{{"regions", "kommun"}, {"ages", "ålder"}, {"sexes", "kön"},
            {"measures", "mått"}, {"periods", "år"}, {"region", "23"}, {"period", "2019"}, {"years", "1"}};
        for (const auto& [name, value] : more) parameters[name] = value;
        return parameters;
    }
    Result<AnalysisResult> projected(const Parameters& more = {}) const {
        return app::projection_of(dataset(), cells(), asked(more));
    }
    std::string refused(const Parameters& more = {}) const {
        const auto result = projected(more);
        return result ? std::string{} : result.error().complaints.front().place.part;
    }

private:
    void add(const std::string& place, const std::string& sex, const std::string& year, double times) {
        const auto put = [&](const std::string& measure, const std::vector<double>& by_age) {
            for (std::size_t k = 0; k < by_age.size(); ++k)
                numbers[{place, ages[k], sex, measure, year}] = by_age[k];
        };
        put("folkmängd", {100 * times, 80 * times, 60 * times, 40 * times});
        put("dödsrisk", {.01, .02, .05, .5, .004});
        put("utflyttning", {.1, .2, .1, 0, .05});
        put("inflyttning", {1.5, 5.5, 6.5, 1.5});
        if (sex == "kvinnor") put("fruktsamhet", {0, .1, .2, 0});
    }
};

double number(const AnalysisResult& result, const std::string& row, const std::string& column) {
    const auto* found = result.row_of(row);
    REQUIRE(found);
    const auto value = result.number(*found, column);
    REQUIRE(value);
    return *value;
}

}  // namespace

TEST_CASE("people of a county a step later are those who lived, stayed and came, of all its places") {
    const auto result =
        People{{"0-4", "5-9", "10-14", "15+", "född"}, 10}.projected({{"years", "5"}}).value();

    const double risk = std::pow(0.99, 5);  // what is left of the risks of dying after five years
    CHECK(number(result, "5–9", "later_women") == doctest::Approx(2 * (1000 * (1 - .01 * risk) * .9 + 5.5)));
    CHECK(number(result, "10–14", "later_men") == doctest::Approx(2 * (800 * (1 - .02 * risk) * .8 + 6.5)));
    const double oldest = 600 * (1 - .05 * risk) * .9 + 400 * (1 - .5 * risk) + 1.5;
    CHECK(number(result, "15+", "later_women") == doctest::Approx(2 * oldest));
    double all = 0;
    for (const auto* row : result.noted("age"))
        all += *result.number(*row, "later_women") + *result.number(*row, "later_men");
    CHECK(number(result, "y2024", "main") == doctest::Approx(all));
    CHECK(number(result, "y2019", "known") == 11'200.0);
    CHECK(number(result, "y2024", "low") < number(result, "y2024", "main"));
    CHECK(number(result, "y2024", "high") > number(result, "y2024", "main"));
}

TEST_CASE(
    "a projection that nobody has tested has no field of error, and a tested one has what it missed by") {
    People people;
    const auto untested = people.projected().value();
    CHECK_FALSE(untested.numbers.contains("error"));
    for (const auto* row : untested.noted("year")) CHECK_FALSE(untested.number(*row, "band_low"));

    const auto tested = people.projected({{"from", "2018"}}).value();
    const double said = number(tested, "y2019", "past");
    CHECK(tested.number("error") == doctest::Approx(said / 1120 - 1));
    CHECK(number(tested, "y2018", "past") == 1120.0);
    CHECK(tested.number("unchanged_error") == 0.0);
    CHECK(number(tested, "y2020", "band_low") < number(tested, "y2020", "main"));
    CHECK(number(tested, "2380", "error") == doctest::Approx(tested.number("error")));
}

TEST_CASE("the error of some places is never said of all, and a place that was not tested has no field") {
    People people;
    people.numbers[{"2303", "3+", "män", "folkmängd", "2018"}] = 3.0;
    const auto result = people.projected({{"from", "2018"}}).value();

    CHECK_FALSE(result.numbers.contains("error"));
    CHECK(result.number("tested_places") == 1.0);
    CHECK(result.number("places") == 2.0);
    for (const auto* row : result.noted("year")) {
        CHECK_FALSE(result.number(*row, "band_low"));
        CHECK_FALSE(result.number(*row, "past"));
    }
    CHECK_FALSE(result.number(*result.row_of("2303"), "error"));
    CHECK_FALSE(result.number(*result.row_of("2303"), "band_high"));
    CHECK(number(result, "2380", "error") != 0.0);
    CHECK_FALSE(people.projected({{"from", "2018"}, {"region", "2303"}}).value().numbers.contains("error"));
    const auto tested = people.projected({{"from", "2018"}, {"region", "2380"}}).value();
    CHECK(tested.numbers.contains("error"));
    CHECK(tested.number("tested_places") == tested.number("places"));
}

TEST_CASE("a place with a number of few people is left out of every sum, and said to be") {
    People people;
    people.numbers[{"2303", "3+", "män", "folkmängd", "2019"}] = 3.0;
    const auto result = people.projected().value();

    CHECK(number(result, "y2019", "main") == 560.0);
    REQUIRE(result.row_of("2303"));
    CHECK(result.row_of("2303")->note == "few");
    for (const auto& value : result.row_of("2303")->numbers) CHECK_FALSE(value);
    CHECK(people.refused({{"region", "2303"}}) == "region");
    people.small_numbers = Dataset::SmallNumbers::protected_by_source;
    CHECK(number(people.projected().value(), "y2019", "main") == 1120.0 - 37);
}

TEST_CASE("a number of the pyramid below five is not shown, and follows from no sum of it") {
    const app::AgePeople people{{{40, 30, 3}, {50, 20, 9}}};
    const auto shown = app::shown_of(people, Dataset::SmallNumbers::hidden);
    CHECK(shown[0][2] != Dataset::Shown::shown);
    int hidden = 0;
    for (const auto& sex : shown)
        hidden += static_cast<int>(
            std::count_if(sex.begin(), sex.end(), [](auto one) { return one != Dataset::Shown::shown; }));
    CHECK(hidden > 1);
    const auto all = app::shown_of(people, Dataset::SmallNumbers::protected_by_source);
    CHECK(all[0][2] == Dataset::Shown::shown);
}

TEST_CASE("groups are of five years, of ten where few live, and never narrower than the statistics'") {
    CHECK(app::pyramid_ages(1, 101, 3000).name(20) == "100+");
    CHECK(app::pyramid_ages(1, 101, 3000).name(1) == "5–9");
    CHECK(app::pyramid_ages(1, 101, 2999).name(1) == "10–19");
    CHECK(app::pyramid_ages(5, 19, 2999).name(9) == "90+");
    CHECK(app::pyramid_ages(5, 19, 5000).name(18) == "90+");
    CHECK(app::pyramid_ages(5, 19, 5000).groups() == 19);
}

TEST_CASE("what cannot be projected is refused with the choice that is wrong") {
    People people;
    CHECK(people.refused({{"ages", "kön"}}) == "ages");
    CHECK(people.refused({{"region", "9999"}}) == "region");
    CHECK(people.refused({{"period", "1999"}}) == "period");
    CHECK(people.refused({{"years", "0"}}) == "years");
    CHECK(people.refused({{"years", "101"}}) == "years");
    CHECK(people.refused({{"from", "2019"}}) == "from");
    CHECK(people.refused({{"from", "tolv"}}) == "from");
    for (const std::optional<double> wrong :
        {std::optional<double>{}, std::optional{1.5}, std::optional{-0.1}}) {
        auto other = people;
        other.numbers[{"2380", "1", "kvinnor", "dödsrisk", "2019"}] = wrong;
        CHECK(other.refused() == "measures");
    }
    auto uneven = people;
    uneven.ages[2] = "4";
    CHECK(uneven.refused() == "ages");
}

TEST_CASE("ten times as many people of everything are ten times as many later, and an order says nothing") {
    People people;
    auto many = people;
    for (auto& [key, value] : many.numbers)
        if (key[3] == "folkmängd" || key[3] == "inflyttning") value = *value * 10;
    auto turned = people;
    std::reverse(turned.places.begin(), turned.places.end());
    std::reverse(turned.sexes.begin(), turned.sexes.end());
    const auto one = people.projected({{"years", "20"}, {"from", "2018"}}).value();
    const auto ten = many.projected({{"years", "20"}, {"from", "2018"}}).value();

    for (const auto* row : one.noted("year"))
        for (const auto* column : {"main", "low", "high", "band_high"})
            if (const auto value = one.number(*row, column))
                CHECK(number(ten, row->code, column) == doctest::Approx(10 * *value));
    CHECK(turned.projected({{"years", "20"}, {"from", "2018"}}).value() == one);
}
