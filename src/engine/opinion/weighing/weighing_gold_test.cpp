#include "engine/opinion/report/weighing_report.hpp"
#include "support/opinion_gold.hpp"

using namespace medskapa;
using namespace medskapa::opinion;
using test::Json;

namespace {

BestWorst answers_in(const std::filesystem::path& file) {
    return exchange::read_best_worst(test::whole_file(file), std::nullopt).value();
}

/// The set of each row, as it was shown, person by person.
std::vector<std::pair<int, SetOfFour>> sets_in(const std::filesystem::path& file) {
    std::vector<std::pair<int, SetOfFour>> sets;
    std::ifstream lines{file};
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        const auto row = Json::parse("[" + line + "]");
        sets.push_back({row[0], {row[1], row[2], row[3], row[4]}});
    }
    return sets;
}

}  // namespace

TEST_CASE("a hundred points of six sectors, some answers wrong, are weighed as in the reference") {
    const auto csv = test::second_gold("weighing/points.csv", "hundred points");
    const auto file = test::second_gold("weighing/points.json", "hundred points");
    if (!csv || !file) return;
    const auto gold = test::json_in(*file);
    const auto table = exchange::read_points(test::whole_file(*csv)).value();
    const auto weighed = [&](const std::map<std::string, double>& weights) {
        return test::written([&](auto& json) { exchange::write_points(json, table, weights); });
    };

    const auto equal = weighed({});
    for (const auto* key : {"accepted", "refused", "left_out", "sectors", "total"})
        test::check_same(equal.at(key), gold.at(key), key);
    test::check_same(weighed({{"citizen", 2}}).at("total"), gold.at("weighted_2_1_1_1"), "weighted");
}

TEST_CASE("sets of four for 4 to 20 items are the reference's") {
    const auto file = test::second_gold("weighing/designs.json", "designs");
    if (!file) return;
    const auto designs = test::json_in(*file);
    for (const auto& [items, gold] : designs.items()) {
        CAPTURE(items);
        const auto found =
            test::written([&](auto& json) { exchange::write_design(json, std::stoul(items), 3); });
        CHECK(found.at(items) == gold);
    }
}

TEST_CASE("best and worst of three rounds have the counts, worths and intervals of the reference") {
    const auto file = test::second_gold("weighing/bestworst.json", "best and worst");
    if (!file) return;
    const auto all = test::json_in(*file);
    for (const auto& [name, gold] : all.items()) {
        const auto answers = answers_in(file->parent_path() / ("bestworst_" + name + ".csv"));
        const auto found = test::written([&](auto& json) { exchange::write_best_worst(json, answers); });
        for (const auto* key : {"items", "people", "best", "worst", "shown", "count_score", "theta", "share"})
            test::check_same(found.at(key), gold.at(key), name + "/" + key, 1e-8);
        for (const auto* key : {"se", "low", "high"})
            test::check_same(found.at(key), gold.at(key), name + "/" + key, 1e-7);
        CHECK(found.at("may_be_shown") == (name != "few"));
    }
}

TEST_CASE("who sees which sets, in which order, is as in the reference's answers") {
    const auto file = test::second_gold("weighing/bestworst.json", "decks");
    if (!file) return;
    const auto all = test::json_in(*file);
    for (const auto& [name, gold] : all.items()) {
        CAPTURE(name);
        const auto shown = sets_in(file->parent_path() / ("bestworst_" + name + ".csv"));
        const auto sets = sets_of_four(gold.at("items"), gold.at("rounds"));
        const std::size_t per = gold.at("per_person");
        REQUIRE(shown.size() == per * gold.at("people").get<std::size_t>());
        for (std::size_t row = 0; row < shown.size(); ++row) {
            const auto deck = deck_of(sets, per, row / per, gold.at("seed"));
            CHECK(deck[row % per] == shown[row].second);
        }
    }
}
