#include "base/csv/records.hpp"
#include "engine/regional/areas/labour_market_areas.hpp"
#include "engine/regional/read/amount.hpp"
#include "engine/regional/read/columns.hpp"
#include "support/flows.hpp"
#include "support/shared_regional.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace medskapa;
using namespace medskapa::regional;

namespace {

namespace fs = std::filesystem;
using Cells = std::vector<std::vector<std::string>>;

Cells cells_of(const fs::path& path) {
    Cells rows;
    const auto bytes = test::contents(path);
    csv::Records records(bytes, ',');
    while (const auto* fields = records.next()) rows.emplace_back(fields->begin(), fields->end());
    return rows;
}

Flows brindisi(const fs::path& folder) {
    FlowBuilder builder;
    auto rows = cells_of(folder / "gold" / "lma" / "input_brindisi.csv");
    for (std::size_t k = 1; k < rows.size(); ++k)
        builder.add(rows[k][0], rows[k][1], read::amount(rows[k][2])->value);
    return builder.finish().value();
}

/// A square table: residence down, workplace across.
Flows norrbotten(const fs::path& folder) {
    FlowBuilder builder;
    const auto rows = cells_of(folder / "scb" / "norrbotten_commuting_2024_total.csv");
    for (std::size_t k = 1; k < rows.size(); ++k) {
        for (std::size_t column = 1; column < rows[k].size(); ++column)
            builder.add(rows[k][0], rows[0][column], read::amount(rows[k][column])->value);
    }
    return builder.finish().value();
}

/// Columns: area,name,employed,out_share,max_flow_share,max_flow_to,primary_centre,la,links.
void check_equal(const Flows& flows, const Division& ours, const Cells& gold) {
    REQUIRE(gold.size() == flows.size() + 1);
    for (std::size_t p = 0; p < flows.size(); ++p) {
        const auto& theirs = gold[p + 1];
        const auto& mine = ours.places[p];
        REQUIRE(theirs[0] == flows.codes()[p]);
        CHECK(flows.residents(p) == std::stod(theirs[2]));
        CHECK(mine.out_share == doctest::Approx(std::stod(theirs[3])).epsilon(1e-9));
        CHECK(mine.largest_share == doctest::Approx(std::stod(theirs[4])).epsilon(1e-9));
        CHECK(flows.codes()[*mine.largest_to] == theirs[5]);
        CHECK((mine.role == Role::self_sufficient) == (theirs[6] == "1"));
        CHECK(flows.codes()[*mine.area] == theirs[7]);
        CHECK(mine.links == std::stoul(theirs[8]));
        CHECK_FALSE(in_english(mine.reason).empty());
    }
}

}  // namespace

TEST_CASE("local labour markets of Brindisi equal the reference for one, two and three links") {
    const auto folder = test::shared_regional("local labour markets of Brindisi");
    if (!folder) return;
    const auto flows = brindisi(*folder);

    for (const std::size_t links : {1U, 2U, 3U}) {
        const auto gold =
            cells_of(*folder / "gold" / "la" / ("ref_la_brindisi_max" + std::to_string(links) + ".csv"));
        check_equal(flows, local_labour_markets(flows, {}, {.max_links = links}), gold);
    }
}

TEST_CASE("Norrbotten's 14 municipalities stand as on Statistics Sweden's official map") {
    const auto folder = test::shared_regional("local labour markets of Norrbotten");
    if (!folder) return;
    const auto flows = norrbotten(*folder);
    const auto ours = local_labour_markets(flows, {}, {});

    check_equal(flows, ours, cells_of(*folder / "gold" / "la" / "ref_la_norrbotten2024_scb.csv"));
    std::map<std::string, std::set<std::string>> official;
    std::map<std::string, std::string> official_of;
    for (const auto& row : cells_of(*folder / "geo" / "scb_la_assignment_from_swemapdata.csv")) {
        if (!row[0].starts_with("25")) continue;
        official[row[2]].insert(row[0]);
        official_of[row[0]] = row[2];
    }
    std::map<std::size_t, std::set<std::string>> found;
    for (std::size_t p = 0; p < flows.size(); ++p) found[*ours.places[p].area].insert(flows.codes()[p]);
    std::size_t same = 0;
    for (std::size_t p = 0; p < flows.size(); ++p)
        same += found[*ours.places[p].area] == official[official_of[flows.codes()[p]]] ? 1 : 0;
    CHECK(same == 14);
}

TEST_CASE("labour market areas of Brindisi equal an independent computation") {
    const auto folder = test::shared_regional("labour market areas of Brindisi");
    if (!folder) return;
    const auto flows = brindisi(*folder);
    const auto ours = labour_market_areas(flows, {}).value();
    const auto gold =
        cells_of(*folder / "gold" / "lma" / "own_lma_clean_brindisi_1000_0.6667_10000_0.75.csv");

    std::map<std::string, std::string> theirs;
    for (std::size_t k = 1; k < gold.size(); ++k) theirs[gold[k][0]] = gold[k][1];
    REQUIRE(theirs.size() == flows.size());
    for (std::size_t a = 0; a < flows.size(); ++a) {
        for (std::size_t b = 0; b < flows.size(); ++b) {
            const bool together = theirs[flows.codes()[a]] == theirs[flows.codes()[b]];
            CHECK((ours.places[a].area == ours.places[b].area) == together);
        }
    }
}
