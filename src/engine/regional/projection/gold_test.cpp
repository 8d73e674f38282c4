#include "engine/regional/projection/age_groups.hpp"
#include "engine/regional/projection/forecast_errors.hpp"
#include "engine/regional/projection/projection.hpp"
#include "engine/regional/read/wide/demography.hpp"
#include "support/shared_gold2.hpp"

#include <doctest/doctest.h>

using namespace medskapa;
using namespace medskapa::regional;
using test::equals_gold;

namespace {

struct InventedCounty {
    Population people;
    PopulationRates rates;
    nlohmann::json gold;
};

std::optional<InventedCounty> invented_county(const std::string& what) {
    const auto folder = test::shared_gold2("projection", what);
    if (!folder) return std::nullopt;
    const auto people = read::read_people(test::contents(*folder / "people.csv")).value();
    const auto rates = read::read_rates(test::contents(*folder / "rates.csv")).value();
    const auto& start = people.begin()->second;
    return InventedCounty{
        start, rates.begin()->second.finish(start).value(), test::json_at(*folder / "projection.json")};
}

std::size_t wrong_totals(const Projection& ours, const nlohmann::json& gold) {
    REQUIRE(ours.totals.size() == gold.size());
    std::size_t wrong = 0;
    for (std::size_t year = 0; year < gold.size(); ++year) {
        for (std::size_t m = 0; m < gold[year].size(); ++m)
            wrong += equals_gold(ours.totals[year][m], gold[year][m]) ? 0 : 1;
    }
    return wrong;
}

std::size_t wrong_events(const Projection& ours, const nlohmann::json& gold) {
    REQUIRE(ours.events.size() == gold.size());
    std::size_t wrong = 0;
    for (std::size_t year = 0; year < gold.size(); ++year) {
        for (std::size_t m = 0; m < gold[year].size(); ++m) {
            const auto& mine = ours.events[year][m];
            const auto& theirs = gold[year][m];
            const bool is_right =
                equals_gold(mine.deaths, theirs["deaths"]) && equals_gold(mine.out, theirs["out"]) &&
                equals_gold(mine.in, theirs["inn"]) && equals_gold(mine.births, theirs["births"]);
            wrong += is_right ? 0 : 1;
        }
    }
    return wrong;
}

std::size_t wrong_groups(const Population& ours, const nlohmann::json& gold) {
    const auto groups = service_groups(ours.ages());
    std::size_t wrong = 0;
    for (std::size_t m = 0; m < ours.size(); ++m) {
        for (const auto sex : both_sexes) {
            const auto& theirs = gold[m][static_cast<std::size_t>(sex)];
            REQUIRE(theirs.size() == groups.size());
            for (std::size_t g = 0; g < groups.size(); ++g)
                wrong += equals_gold(sum_of(ours.of(m, sex), groups[g]), theirs[g]) ? 0 : 1;
        }
    }
    return wrong;
}

Population population_of(const nlohmann::json& cells, const std::vector<std::string>& municipalities) {
    Population people(municipalities, cells[0][0].size());
    for (std::size_t m = 0; m < people.size(); ++m) {
        for (const auto sex : both_sexes) {
            const auto ages = cells[m][static_cast<std::size_t>(sex)].get<std::vector<double>>();
            std::copy(ages.begin(), ages.end(), people.of(m, sex).begin());
        }
    }
    return people;
}

bool equal_errors(const ForecastErrors& ours, const nlohmann::json& gold) {
    bool equal = equals_gold(ours.mape, gold["mape"]) && equals_gold(ours.mpe, gold["mpe"]) &&
                 equals_gold(ours.wmape_age, gold["wmape_age"]) && equals_gold(ours.bias, gold["bias"]);
    for (std::size_t m = 0; m < gold["pe"].size(); ++m)
        equal = equal && equals_gold(ours.relative[m], gold["pe"][m]);
    return equal;
}

}  // namespace

TEST_CASE("ten years of an invented county equal the reference in three scenarios") {
    const auto county = invented_county("projections of an invented county");
    if (!county) return;
    for (const auto scenario : {Scenario::main, Scenario::low, Scenario::high}) {
        const auto& gold = county->gold[std::string{name_of(scenario)}];
        const auto ours = project(county->people, county->rates, {10, assumptions_of(scenario), nullptr});

        CHECK(wrong_totals(ours, gold["totals"]) == 0);
        CHECK(wrong_events(ours, gold["events"]) == 0);
        CHECK(wrong_groups(ours.last, gold["groups_year10"]) == 0);
        if (scenario != Scenario::main) continue;
        const auto& cells = gold["ages_year10"];
        for (std::size_t m = 0; m < ours.last.size(); ++m) {
            for (const auto sex : both_sexes) {
                const auto mine = ours.last.of(m, sex);
                const auto& theirs = cells[m][static_cast<std::size_t>(sex)];
                for (std::size_t x = 0; x < mine.size(); ++x) CHECK(equals_gold(mine[x], theirs[x]));
            }
        }
    }
}

TEST_CASE("an invented county held to official figures equals the reference") {
    const auto county = invented_county("a projection held to a county's figures");
    if (!county) return;
    const auto& gold = county->gold["constrained"];
    CountyFigures figures(county->people.ages());
    for (const auto& [year, sexes] : gold["county"].items()) {
        for (const auto sex : both_sexes) {
            auto ages = sexes[static_cast<std::size_t>(sex)].get<std::vector<double>>();
            REQUIRE_FALSE(figures.add(std::stoul(year), sex, std::move(ages)));
        }
    }

    const auto ours = project(county->people, county->rates, {10, assumptions_of(Scenario::main), &figures});

    CHECK(wrong_totals(ours, gold["totals"]) == 0);
    for (std::size_t year = 0; year < gold["adjusted"].size(); ++year) {
        for (std::size_t m = 0; m < ours.last.size(); ++m)
            CHECK(equals_gold(ours.events[year][m].adjusted, gold["adjusted"][year][m]));
    }
}

TEST_CASE("the back-test of an invented county equals the reference, next to the guess of no change") {
    const auto county = invented_county("the back-test of a projection");
    if (!county) return;
    const auto& gold = county->gold["backtest"];
    const auto actual = population_of(gold["actual"], county->people.municipalities());
    const auto projected =
        project(county->people, county->rates, {5, assumptions_of(Scenario::main), nullptr}).last;

    const auto ours = back_test(5, county->people, projected, actual);

    CHECK(equal_errors(ours.projection, gold["projection"]));
    CHECK(equal_errors(ours.unchanged, gold["unchanged"]));
    CHECK(*ours.skill > 0.9);
}
