#include "engine/regional/projection/projection.hpp"
#include "app/statistics/analysis.hpp"
#include "app/statistics/dataset.hpp"
#include "app/statistics/projection/age_rows.hpp"
#include "app/statistics/projection/assumed.hpp"
#include "app/statistics/projection/people_input.hpp"
#include "domain/statistics/hiding.hpp"

#include <doctest/doctest.h>
#include <cmath>

using namespace medskapa;

namespace {

/// Statistics on people of ages 0, 1, 2 and 3 or more, as a file may hold them; every number can be changed.
struct People {
    std::vector<std::string> places;
    std::vector<std::string> ages;
    std::vector<std::string> sexes{"kvinnor", "män"};
    std::vector<std::string> measures{"folkmängd", "fruktsamhet", "dödsrisk", "utflyttning", "inflyttning"};
    std::vector<std::string> years{"2018", "2019"};
    std::map<std::vector<std::string>, std::optional<double>> numbers;  // place, age, sex, measure, year
    Dataset::SmallNumbers small_numbers = Dataset::SmallNumbers::hidden;

    explicit People(std::vector<std::string> of_ages = {"0", "1", "2", "3+", "född"}, double times = 1)
        : ages{std::move(of_ages)} {
        for (const auto* place : {"2303", "2380"}) add_place(place, times);
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

    void add_place(const std::string& place, double times) {
        places.push_back(place);
        for (const auto& sex : sexes)
            for (const auto& year : years) add(place, sex, year, times);
    }
    /// What befalls its people, save how many move in.
    void leave_out_shares(const std::string& place) {
        std::erase_if(numbers, [&](const auto& one) {
            return one.first[0] == place && one.first[3] != "folkmängd" && one.first[3] != "inflyttning";
        });
    }
    /// Places that all have the same people so many times, and no number to hide.
    static People of(const std::vector<std::pair<std::string, double>>& places) {
        People people;
        people.small_numbers = Dataset::SmallNumbers::protected_by_source;
        people.places = {};
        people.numbers = {};
        for (const auto& [place, times] : places) people.add_place(place, times);
        return people;
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

TEST_CASE("the country and a county are no places beside their municipalities") {
    auto people = People::of({{"2303", 1}, {"2380", 1}, {"00", 9}, {"23", 2}});

    const auto all = people.projected({{"region", ""}}).value();
    CHECK(number(all, "y2019", "main") == 1120.0);
    CHECK(all.noted("place").size() == 2);
    CHECK(people.projected().value().noted("place").size() == 2);
    CHECK(number(people.projected().value(), "y2019", "known") == 1120.0);
    people = People::of({{"0000", 9}, {"0023", 2}, {"2303", 1}, {"2380", 1}});  // as Kolada has them
    CHECK(number(people.projected({{"region", ""}}).value(), "y2019", "main") == 1120.0);
    CHECK(number(people.projected({{"region", "0023"}}).value(), "y2019", "main") == 1120.0);
    people =
        People::of({{"00 Riket", 9}, {"23 Jämtlands län", 2}, {"2303 Ragunda", 1}, {"2380 Östersund", 1}});
    CHECK(number(people.projected({{"region", ""}}).value(), "y2019", "main") == 1120.0);
    CHECK(people.projected({{"region", "23 Jämtlands län"}}).value().noted("place").size() == 2);
    people = People::of({{"00", 3}, {"23", 1}, {"24", 1}});
    CHECK(number(people.projected({{"region", ""}}).value(), "y2019", "main") == 1120.0);
    CHECK(number(people.projected({{"region", "24"}}).value(), "y2019", "main") == 560.0);
    people = People::of({{"00", 1}});
    CHECK(number(people.projected({{"region", "00"}}).value(), "y2019", "main") == 560.0);
    people = People::of({{"23", 2}, {"2303", 1}});
    std::erase_if(people.numbers,
        [](const auto& one) { return one.first[0] == "2303" && one.first[3] == "folkmängd"; });
    CHECK(number(people.projected().value(), "y2019", "main") == 2 * 560.0);
}

TEST_CASE("a sum of which places lack is refused, rather than said of those that are there") {
    const auto people = People::of({{"2303", 1}, {"2380", 1}, {"00", 9}, {"23", 4}});
    CHECK(people.refused() == "region");
    CHECK(people.refused({{"region", "00"}}) == "region");
    CHECK(number(people.projected({{"region", ""}}).value(), "y2019", "main") == 1120.0);
    CHECK(number(people.projected({{"region", "2303"}}).value(), "y2019", "main") == 560.0);

    const auto mixed = People::of({{"2303", 1}, {"2380", 1}, {"23", 4}, {"24", 3}});
    CHECK(mixed.refused({{"region", ""}}) == "region");
    CHECK(number(mixed.projected({{"region", "24"}}).value(), "y2019", "main") == 3 * 560.0);
    const auto whole = People::of({{"2303", 1}, {"2380", 1}, {"23", 2}, {"24", 3}});
    CHECK(number(whole.projected({{"region", ""}}).value(), "y2019", "main") == 5 * 560.0);

    auto hidden = whole;
    hidden.small_numbers = Dataset::SmallNumbers::hidden;
    hidden.numbers[{"2303", "3+", "män", "folkmängd", "2019"}] = 3.0;
    hidden.numbers.erase({"2303", "2", "män", "folkmängd", "2018"});
    CHECK(number(hidden.projected().value(), "y2019", "main") == 560.0);
    CHECK(hidden.projected().value().row_of("2303")->note == "few");
}

TEST_CASE(
    "a county with fewer people than its municipalities is refused, and they are projected one by one") {
    const auto people = People::of({{"2303", 1}, {"2380", 1}, {"23", 1}});
    CHECK(people.refused() == "region");
    CHECK(people.refused({{"region", ""}}) == "region");
    CHECK(number(people.projected({{"region", "2303"}}).value(), "y2019", "main") == 560.0);
}

TEST_CASE(
    "a code that begins another is its sum only where the people say so, and where they do not is refused") {
    const auto all_of = [](const People& people) {
        return number(people.projected({{"region", ""}}).value(), "y2019", "main");
    };
    CHECK(all_of(People::of({{"1", 1}, {"10", 1}, {"11", 1}, {"2", 1}})) == 4 * 560.0);
    CHECK(all_of(People::of({{"Mark", 1}, {"Markaryd", 2}})) == 3 * 560.0);
    CHECK(all_of(People::of({{"1", 3}, {"10", 1}, {"11", 2}, {"2", 4}})) == 7 * 560.0);
    CHECK(all_of(People::of({{"FI", 8}, {"FI1", 3}, {"FI19", 1}, {"FI1B", 2}, {"FI2", 5}})) == 8 * 560.0);
    CHECK(all_of(People::of({{"E92", 3}, {"E06", 1}, {"E07", 2}})) == 3 * 560.0);
    CHECK(all_of(People::of({{"Åre", 1}, {"Berg", 1}, {"Jämtlands län", 2}})) == 2 * 560.0);
    CHECK(all_of(People::of({{"Åre", 1}, {"Berg", 1}, {"Riket", 9}})) == 2 * 560.0);

    const auto unclear = People::of({{"1", 9}, {"10", 1}, {"11", 1}});
    CHECK(unclear.refused({{"region", ""}}) == "region");
    CHECK(number(unclear.projected({{"region", "1"}}).value(), "y2019", "main") == 9 * 560.0);
    CHECK(number(unclear.projected({{"region", "10"}}).value(), "y2019", "main") == 560.0);
    CHECK(People::of({{"Åre", 9}, {"Umeå", 9}, {"Jämtlands län", 2}}).refused({{"region", ""}}) == "region");
}

TEST_CASE("a county's rates serve its own municipalities, and a place without rates is left out and named") {
    auto people = People::of({{"2303", 1}, {"2380", 1}, {"23", 2}});
    for (const auto* place : {"2303", "2380"}) people.leave_out_shares(place);
    const auto alone = people.projected({{"from", "2018"}}).value();
    people.add_place("2401", 7);
    people.leave_out_shares("2401");
    people.numbers[{"2401", "1", "män", "folkmängd", "2018"}] = 9000.0;
    for (const auto* sex : {"kvinnor", "män"})
        for (const auto* age : {"0", "1", "2", "3+"})
            for (const auto* year : {"2018", "2019"})
                people.numbers.erase({"2401", age, sex, "inflyttning", year});

    CHECK(people.projected({{"from", "2018"}}).value().numbers == alone.numbers);
    const auto all = people.projected({{"region", ""}}).value();
    CHECK(number(all, "y2019", "main") == 1120.0);
    REQUIRE(all.row_of("2401"));
    CHECK(all.row_of("2401")->note == "missing");
    CHECK(people.refused({{"region", "2401"}}) == "region");
}

TEST_CASE(
    "rates of another county, of another place or of a code that looks like a county serve nobody else") {
    auto people = People::of({{"2303", 1}, {"2380", 1}, {"24", 1}});
    people.leave_out_shares("2303");
    CHECK(people.refused({{"region", "2303"}}) == "rates");
    people.add_place("23", 2);
    people.numbers[{"24", "1", "kvinnor", "dödsrisk", "2019"}] = 1;
    people.numbers[{"23", "1", "kvinnor", "dödsrisk", "2019"}] = 0;
    auto own = People::of({{"2303", 1}, {"2380", 1}});
    own.numbers[{"2303", "1", "kvinnor", "dödsrisk", "2019"}] = 0;
    CHECK(number(people.projected({{"years", "5"}}).value(), "y2024", "main") ==
          number(own.projected({{"years", "5"}}).value(), "y2024", "main"));

    auto numbered = People::of({{"1", 1}, {"10", 1}, {"11", 1}});
    numbered.leave_out_shares("10");
    CHECK(numbered.refused({{"region", ""}}) == "rates");
}

TEST_CASE("those who move into a county move into none of its municipalities") {
    auto people = People::of({{"2303", 1}, {"2380", 1}, {"23", 2}});
    std::erase_if(people.numbers,
        [](const auto& one) { return one.first[0] == "2303" && one.first[3] == "inflyttning"; });
    CHECK(people.refused({{"region", "2303"}}) == "rates");
    CHECK(people.refused() == "rates");
}

TEST_CASE("a municipality's own rates go before its county's, and these before the country's") {
    auto people = People::of({{"2303", 1}, {"2380", 1}});
    const auto own = people.projected({{"years", "5"}}).value();
    people.add_place("23", 2);
    people.numbers[{"23", "1", "män", "dödsrisk", "2019"}] = 1;
    CHECK(people.projected({{"years", "5"}}).value() == own);

    people = People::of({{"2303", 1}, {"2380", 1}, {"23", 2}, {"00", 9}});
    people.numbers[{"00", "1", "män", "dödsrisk", "2019"}] = 1;
    for (const auto* place : {"2303", "2380"}) people.leave_out_shares(place);
    CHECK(people.projected({{"years", "5"}}).value() == own);
    people.leave_out_shares("23");
    CHECK(number(people.projected({{"years", "5"}}).value(), "y2024", "main") < number(own, "y2024", "main"));
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

TEST_CASE("what is assumed instead changes its own scenario alone, and is written in one way") {
    const People people;
    const auto usual = people.projected().value();
    const auto other = people.projected({{"low:births", "0.5"}, {"low:moving_in", "0"}}).value();

    CHECK(number(other, "y2020", "low") < number(usual, "y2020", "low"));
    CHECK(number(other, "y2020", "main") == number(usual, "y2020", "main"));
    CHECK(number(other, "y2020", "high") == number(usual, "y2020", "high"));
    CHECK(other.number("low_births") == 0.5);
    CHECK(other.number("high_births") == usual.number("high_births"));
    CHECK(other.warnings.size() == usual.warnings.size());

    using app::with_plain_assumptions;
    CHECK(with_plain_assumptions(Parameters{{"low:births", "0,90"}, {"high:births", "1,20"}}) ==
          Parameters{{"high:births", "1.2"}});
    CHECK(with_plain_assumptions(Parameters{{"main:death_decline_percent", "1"}, {"low:births", "få"}}) ==
          Parameters{{"low:births", "få"}});
}

TEST_CASE("what nobody can assume is refused with the assumption named, at each of its bounds") {
    const People people;
    for (const auto* wrong : {"-0.1", "5.01", "nan", "inf", "1e3", "1 0", "en"})
        CHECK(people.refused({{"high:births", wrong}}) == "high:births");
    CHECK(people.refused({{"main:death_decline_percent", "10.1"}}) == "main:death_decline_percent");
    for (const auto* right : {"0", "5"}) CHECK(people.refused({{"high:births", right}}).empty());
    CHECK(people.refused({{"main:death_decline_percent", "10"}}).empty());
}

TEST_CASE("where nobody moves only births and deaths change how many there are, and only where it is asked") {
    const People people;
    const auto asked = people.projected({{"no_moving", "yes"}}).value();

    // By hand: of 2 x 280 people of each place the women bear .1 (80 + 99) / 2 + .2 (60 + 78.4) / 2 children.
    const double born = .1 * (80 + 99) / 2 + .2 * (60 + 78.4) / 2;
    const double stay = 2 * (99 + 78.4 + 57 + 20) + born * .996;
    CHECK(number(asked, "y2020", "no_moving") > 0);
    CHECK(std::abs(number(asked, "y2020", "no_moving") - 2 * stay) < 3);
    const auto unasked = people.projected().value();
    CHECK(!unasked.number(*unasked.row_of("y2020"), "no_moving"));
    CHECK(number(asked, "y2020", "main") == number(unasked, "y2020", "main"));
}

TEST_CASE("a test says that it is of the usual assumptions where the main scenario has others") {
    const People people;
    const auto usual = people.projected({{"from", "2018"}}).value();
    const auto other = people.projected({{"from", "2018"}, {"main:births", "1.3"}}).value();

    CHECK(other.warnings.size() == usual.warnings.size() + 1);
    CHECK(other.number("error") == usual.number("error"));
    CHECK(number(other, "y2020", "main") > number(usual, "y2020", "main"));
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
