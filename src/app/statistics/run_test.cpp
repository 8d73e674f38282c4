#include "app/statistics/run.hpp"

#include "app/document/document.hpp"
#include "app/statistics/analysis.hpp"
#include "app/statistics/analysis_input.hpp"
#include "app/statistics/dataset.hpp"
#include "app/statistics/result_text.hpp"
#include "domain/field.hpp"
#include "store/statistics/analysis_store.hpp"
#include "store/statistics/dataset_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

using Kind = AnalysisRun::Kind;
using Cells = std::vector<Dataset::Cell>;

const Parameters about_berg{{"regions", "region"}, {"industries", "industry"}, {"region", "2326"}};
const Cells first_cells{
    {0, 90.0, ""}, {1, 60.0, ""}, {2, 3.0, ""}, {3, 80.0, ""}, {4, 900.0, ""}, {5, 700.0, ""}};

/// Two municipalities and three industries; Berg has three who fish.
struct Statistics {
    TestDatabase& database;
    World world = settle(database);

    template <class Verb>
    auto act(Verb verb) {
        return database.act(world.revision, std::move(verb));
    }
    Dataset keep(const Cells& cells, char digest, Id<Dataset> replaces = {}) {
        Dataset dataset;
        dataset.title = dataset.source = dataset.licence = "Jobb";
        dataset.digest = std::string(64, digest);
        dataset.replaces = replaces;
        dataset.dimensions = {{"region", {{"2326", "Berg"}, {"2380", "Östersund"}}},
            {"industry", {{"01", "Jordbruk"}, {"55", "Hotell"}, {"03", "Fiske"}}}};
        return act([&](auto& act) { return app::import_dataset(act, dataset, cells); }).value();
    }
    AnalysisRun analysed(const Dataset& dataset, const Parameters& asked = about_berg) {
        return app::analysed(*database.db, dataset, Kind::specialisation, asked).value();
    }
    AnalysisRun run(const Dataset& dataset) {
        const auto made = analysed(dataset);
        return act([&](auto& act) { return app::keep_run(act, made); }).value();
    }
    void write_text() {
        const Lines lines{{{{}, Node::Kind::section, Node::Type::text, "RUS"}, 1, {}, "Länet"},
            {{{}, Node::Kind::paragraph, Node::Type::text, "RUS-p1"}, 1, {}, "Ord"}};
        REQUIRE(act([&](auto& act) { return app::open_document(act, {{}, {}, {}, "RUS", "Länet"}, lines); }));
    }
    Result<Citation> cite(const AnalysisRun& run, const std::string& figure = "01:lq") {
        return act([&](auto& act) { return app::cite_figure(act, run.number, "RUS-p1", figure); });
    }
};

}  // namespace

TEST_CASE("the same question of the same data gives the same digest, and is one run") {
    on_each_database([](TestDatabase& database) {
        Statistics statistics{database};
        const auto dataset = statistics.keep(first_cells, 'a');

        const auto run = statistics.run(dataset);
        const auto again = statistics.run(dataset);

        CHECK(run.number == 1);
        CHECK(again.id == run.id);
        CHECK(again.digest == statistics.analysed(dataset).digest);
        CHECK(store::runs_of(*database.db, statistics.world.revision.id).size() == 1);
        CHECK(app::text_of(app::read_result(run.result)) == run.result);
    });
}

TEST_CASE("a county with a row of its own is not counted once more by its municipalities") {
    Dataset dataset;
    dataset.dimensions = {{"region", {{"2326", "Berg"}, {"23", "Länet"}, {"2401", "Nordmaling"}}},
        {"industry", {{"01", "Jordbruk"}, {"55", "Hotell"}}}};
    const Cells cells{{0, 90.0, ""}, {1, {}, "..", Dataset::Shown::few}, {2, 190.0, ""}, {3, 80.0, ""},
        {4, 30.0, ""}, {5, 40.0, ""}};
    auto asked = about_berg;
    CHECK(app::read_input(dataset, cells, asked, "").value().table.regions.size() == 3);

    asked["level"] = "county";
    const auto input = app::read_input(dataset, cells, asked, "").value();
    CHECK(input.table.regions == std::vector<std::string>{"23", "24"});
    CHECK(input.table.at(0, 0) == 190.0);
    CHECK(input.table.at(1, 0) == 30.0);
    CHECK(input.few.empty());
    CHECK(input.region_label("23") == "Länet");
}

namespace {

/// Two municipalities and the whole country, with what the country has of two industries, in two years.
struct WithCountry {
    Dataset dataset = {};
    Cells cells = {};
    Parameters asked = {{"regions", "region"}, {"industries", "industry"}, {"periods", "year"},
        {"from", "2018"}, {"region", "2326"}};

    WithCountry(double farming, double hotels) {
        dataset.dimensions = {{"region", {{"00", "Riket"}, {"2326", "Berg"}, {"2380", "Östersund"}}},
            {"industry", {{"01", "Jordbruk"}, {"55", "Hotell"}}},
            {"year", {{"2018", "2018"}, {"2019", "2019"}}}};
        std::int64_t place = 0;
        for (const double amount : {farming, hotels, 90.0, 60.0, 30.0, 70.0})
            for (int year = 0; year < 2; ++year) cells.push_back({place++, amount, ""});
    }
    app::AnalysisInput read() const { return app::read_input(dataset, cells, asked, "").value(); }
};

bool speaks_of_sums(const AnalysisResult& result) {
    return std::any_of(result.warnings.begin(), result.warnings.end(),
        [](const Complaint& warning) { return warning.place.part == "sums"; });
}

}  // namespace

TEST_CASE("a country that is the sum of its municipalities is not counted beside them") {
    const auto input = WithCountry{120, 130}.read();

    CHECK(input.table.regions == std::vector<std::string>{"2326", "2380"});
    CHECK(regional::totals(input.table).all == 250);
    CHECK(input.table.warnings.size() == 1);
}

TEST_CASE(
    "what a country has beyond the municipalities of a table is a region of its own, so that all is the "
    "country") {
    const auto input = WithCountry{1000, 2000}.read();

    CHECK(input.table.regions == std::vector<std::string>{"00 rest", "2326", "2380"});
    CHECK(input.table.at(0, 0) == 1000 - 90 - 30);
    CHECK(input.table.at(0, 1) == 2000 - 60 - 70);
    CHECK(regional::totals(input.table).all == 3000);
}

TEST_CASE("of a country, a county of it and the county's municipalities each person is counted once") {
    Dataset dataset;
    dataset.dimensions = {
        {"region", {{"00", "Riket"}, {"23", "Jämtland"}, {"24", "Västerbotten"}, {"2326", "Berg"}}},
        {"industry", {{"01", "Jordbruk"}, {"55", "Hotell"}}}};
    const Cells cells{{0, 900.0, ""}, {1, 800.0, ""}, {2, 300.0, ""}, {3, 200.0, ""}, {4, 400.0, ""},
        {5, 600.0, ""}, {6, 100.0, ""}, {7, {}, "..", Dataset::Shown::few}};

    const auto input = app::read_input(dataset, cells, about_berg, "").value();

    CHECK(input.table.regions == std::vector<std::string>{"00 rest", "23 rest", "2326", "24"});
    CHECK(regional::totals(input.table).all == 1700);
    CHECK(input.table.is_missing(2, 1));
    CHECK(input.table.at(1, 1) == 200);
}

TEST_CASE("a region that holds others is not compared with them, and must not have less than they have") {
    auto country = WithCountry{1000, 2000};
    country.asked["region"] = "00";
    const auto asked = app::specialisation_of(country.dataset, country.cells, country.asked);
    REQUIRE_FALSE(asked);
    CHECK(asked.error().complaints.front().place.part == "region");

    const auto small = WithCountry{100, 100};
    const auto read = app::read_input(small.dataset, small.cells, small.asked, "");
    REQUIRE_FALSE(read);
    CHECK(read.error().complaints.front().place.part == "regions");
}

TEST_CASE(
    "an industry that is the sum of others is not counted beside them, known by name, by section or by "
    "numbers") {
    const auto industries = [](std::vector<Dataset::Member> members,
                                const std::vector<std::optional<double>>& amounts) {
        Dataset dataset;
        dataset.dimensions = {{"region", {{"2326", "Berg"}}}, {"industry", std::move(members)}};
        Cells cells;
        for (const auto& amount : amounts)
            cells.push_back({static_cast<std::int64_t>(cells.size()), amount, amount ? "" : ".."});
        return app::read_input(dataset, cells, about_berg, "").value().table.industries;
    };
    using Codes = std::vector<std::string>;
    CHECK(
        industries({{"01", "Jordbruk"}, {"55", "Hotell"}, {"T1", "Totalt"}}, {1, 2, 3}) == Codes{"01", "55"});
    CHECK(industries({{"01", "Jordbruk"}, {"A", "Jord och skog"}, {"C", "Industri"}}, {1, 2, 3}) ==
          Codes{"01", "C"});
    CHECK(
        industries({{"01", "Jordbruk"}, {"011", "Åker"}, {"012", "Djur"}}, {5, 2, 3}) == Codes{"011", "012"});
    CHECK(industries({{"1", "Bygg"}, {"10", "Vård"}, {"11", "Skola"}}, {9, 2, 3}) == Codes{"1", "10", "11"});
    CHECK(industries({{"Totalt", "Totalt"}}, {9}) == Codes{"Totalt"});
    CHECK(industries({{"01", "Jordbruk"}, {"011", "Åker"}, {"012", "Djur"}}, {50, {}, 48}) ==
          Codes{"011", "012"});
    CHECK(
        industries({{"1", "Bygg"}, {"10", "Vård"}, {"11", "Skola"}}, {50, {}, 4}) == Codes{"1", "10", "11"});
}

TEST_CASE("each kind of analysis says which regions were sums of others") {
    const auto country = WithCountry{1000, 2000};
    for (const auto of : {app::specialisation_of, app::change_of, app::variety_of, app::opportunities_of,
             app::entry_exit_of}) {
        const auto result = of(country.dataset, country.cells, country.asked);
        REQUIRE(result);
        CHECK(speaks_of_sums(*result));
    }
}

TEST_CASE("a number of few people is in no row and no sum of a run") {
    on_each_database([](TestDatabase& database) {
        Statistics statistics{database};
        const auto result = app::read_result(statistics.run(statistics.keep(first_cells, 'a')).result);

        const auto* fish = result.row_of("03");
        REQUIRE(fish);
        CHECK(fish->note == "few");
        for (const auto& number : fish->numbers) CHECK_FALSE(number);
        CHECK(result.number("total") == 150);
        CHECK(result.number(*result.row_of("01"), "amount") == 90.0);
    });
}

TEST_CASE("what cannot be analysed is refused with the choice that is wrong") {
    on_each_database([](TestDatabase& database) {
        Statistics statistics{database};
        const auto dataset = statistics.keep(first_cells, 'a');
        const auto refused = [&](Kind kind, Parameters asked) {
            return app::analysed(*database.db, dataset, kind, asked).error().complaints.front().place.part;
        };
        auto asked = about_berg;
        asked["region"] = "9999";
        CHECK(refused(Kind::specialisation, asked) == "region");
        asked["industries"] = "region";
        CHECK(refused(Kind::specialisation, asked) == "industries");
        asked["industries"] = "";
        CHECK(refused(Kind::specialisation, asked) == "industries");
        CHECK(refused(Kind::shift_share, about_berg) == "from");
        CHECK(refused(Kind::labour_markets, about_berg) == "destinations");
    });
}

TEST_CASE("a run that a paragraph rests on stays, and one that none does is gone for good") {
    on_each_database([](TestDatabase& database) {
        Statistics statistics{database};
        statistics.write_text();
        const auto run = statistics.run(statistics.keep(first_cells, 'a'));
        REQUIRE(statistics.cite(run));
        const auto remove = [&](int number) {
            return statistics.act([&](auto& act) { return app::remove_run(act, number); });
        };

        CHECK(remove(run.number).error().kind == Failure::Kind::conflict);
        auto cells = first_cells;
        cells[0].value = 91;
        const auto other = statistics.run(statistics.keep(cells, 'b'));
        REQUIRE(remove(other.number));
        CHECK(remove(other.number).error().kind == Failure::Kind::not_found);
        CHECK(statistics.cite(other).error().kind == Failure::Kind::not_found);
        cells[0].value = 92;
        CHECK(statistics.run(statistics.keep(cells, 'c')).number == other.number + 1);
    });
}

TEST_CASE("a paragraph cites a figure that is there, once, and none that is hidden") {
    on_each_database([](TestDatabase& database) {
        Statistics statistics{database};
        statistics.write_text();
        const auto run = statistics.run(statistics.keep(first_cells, 'a'));

        CHECK(statistics.cite(run)->number == 1);
        CHECK(statistics.cite(run).error().kind == Failure::Kind::conflict);
        CHECK(statistics.cite(run, "03:lq").error().complaints.front().place == Field::chosen);
        CHECK(statistics.cite(run, "x").error().complaints.front().place == Field::chosen);
        const auto elsewhere =
            statistics.act([&](auto& act) { return app::cite_figure(act, run.number, "RUS-p9", "01:lq"); });
        CHECK(elsewhere.error().complaints.front().place == Field::concerns);
    });
}

TEST_CASE(
    "what rests on data that has been replaced waits until somebody has looked at the same of the new") {
    on_each_database([](TestDatabase& database) {
        Statistics statistics{database};
        statistics.write_text();
        const auto old_data = statistics.keep(first_cells, 'a');
        const auto run = statistics.run(old_data);
        const auto citation = statistics.cite(run).value();
        CHECK_FALSE(app::staleness_of(*database.db, run));
        auto cells = first_cells;
        cells[0].value = 45;
        const auto new_data = statistics.keep(cells, 'b', old_data.id);
        CHECK_FALSE(app::staleness_of(*database.db, run)->again);
        const auto review = [&](int newer) {
            return statistics.act(
                [&](auto& act) { return app::review_citation(act, citation.number, newer); });
        };

        CHECK(review(run.number).error().kind == Failure::Kind::invalid);
        const auto newer = statistics.run(new_data);
        CHECK(app::staleness_of(*database.db, run)->again->id == newer.id);
        REQUIRE(review(newer.number));

        const auto kept = store::citation_numbered(*database.db, statistics.world.revision.id, 1).value();
        CHECK(kept.run == newer.id);
        CHECK(kept.was == run.id);
        CHECK(kept.looked_at);
        CHECK(store::citations_of(*database.db, run.id).size() == 1);
        CHECK(statistics.act([&](auto& act) { return app::remove_run(act, run.number); }).error().kind ==
              Failure::Kind::conflict);
    });
}

TEST_CASE("a figure that is cited on purpose holds, with why and by whom, until the data is replaced again") {
    on_each_database([](TestDatabase& database) {
        Statistics statistics{database};
        statistics.write_text();
        const auto first = statistics.keep(first_cells, 'a');
        const auto citation = statistics.cite(statistics.run(first)).value();
        const auto holds = [&](const std::string& why) {
            return statistics.act([&](auto& act) { return app::hold_citation(act, citation.number, why); });
        };
        CHECK(holds("Siffran är från 2024").error().kind == Failure::Kind::conflict);
        auto cells = first_cells;
        cells[0].value = 45;
        const auto second = statistics.keep(cells, 'b', first.id);
        CHECK(app::staleness_of(*database.db, citation));
        CHECK_FALSE(holds(" "));
        CHECK_FALSE(holds(std::string(1'001, 'x')));
        const auto held = holds("Texten handlar\n om 2024");
        REQUIRE(held);
        CHECK(held->held_why == "Texten handlar om 2024");
        CHECK(held->held_role == "operator");
        CHECK(held->held_at);
        CHECK_FALSE(app::staleness_of(*database.db, *held));
        CHECK_FALSE(holds("En gång till"));

        cells[0].value = 46;
        statistics.keep(cells, 'c', second.id);
        CHECK(app::staleness_of(*database.db, *held));
    });
}

TEST_CASE("data is replaced once, and only by who can see it") {
    on_each_database([](TestDatabase& database) {
        Statistics statistics{database};
        const auto first = statistics.keep(first_cells, 'a');
        statistics.keep(first_cells, 'b', first.id);
        const auto other = settle(database, "annan").revision;
        const auto again = [&](const Process& process) {
            auto dataset = first;
            dataset.digest = std::string(64, 'c');
            dataset.replaces = first.id;
            return database
                .act(process, [&](auto& act) { return app::import_dataset(act, dataset, first_cells); })
                .error()
                .kind;
        };

        CHECK(again(statistics.world.revision) == Failure::Kind::conflict);
        CHECK(again(other) == Failure::Kind::invalid);
        const auto run = statistics.analysed(first);
        CHECK(database.act(other, [&](auto& act) { return app::keep_run(act, run); }).error().kind ==
              Failure::Kind::not_found);
    });
}
