#include "engine/regional/read/format.hpp"

#include "engine/regional/read/borders.hpp"
#include "engine/regional/read/flows.hpp"
#include "support/shared_regional.hpp"
#include "support/statistics.hpp"

#include <doctest/doctest.h>
#include <charconv>

using namespace medskapa;
using namespace medskapa::regional::read;
using medskapa::test::table_or_error;

namespace {

struct Sum {
    std::size_t numbers = 0;
    double total = 0;

    bool operator==(const Sum&) const = default;
};

/// Added up from the files without the reader, row by row.
const std::map<std::string, Sum> plain_sums{
    {"v1_BefolkningNy_post.json", {1, 5082662}},
    {"v2_TAB5974_data.json", {2, 97441}},
    {"v2_TAB638_data.json", {1, 50937}},
    {"norrbotten_commuting_2024_total.csv", {196, 122252}},
    {"grp_data.csv", {192, 120279.32072400002}},
    {"kld_data.csv", {48, 39778.064744999996}},
};

const std::map<std::string, std::string> refusals{
    {"v2_config.json", R"("dimension", "columns" or "values" is missing)"},
    {"pxwebapi_GetApiConfiguration.json", R"("dimension", "columns" or "values" is missing)"},
    {"pxwebapi_ListAllTables.json", R"("dimension", "columns" or "values" is missing)"},
    {"pxwebapi_TableById_tab004.json", R"("dimension", "columns" or "values" is missing)"},
    {"pxwebapi_MetadataById_tab001_js2.json", R"("value" is empty)"},
    {"pxwebapi_MetadataById_tab003_js2.json", R"("value" is empty)"},
    {"pxwebapi_MetadataById_tab004_js2.json", R"("value" is empty)"},
    {"kpi_sample60_v3shape.json", R"("values[0].kpi" is missing)"},
    {"kpi_all_titles.csv.gz", "The file is compressed."},
    {"municipality.csv", "Line 1: no column"},
    {"counties.csv", "Line 1: no column"},
    {"municipalities.csv", "Line 1: no column"},
    {"scb_la_assignment_from_swemapdata.csv", "Line 1: no column"},
    {"skr_kommungrupp_from_kolada.csv", "Line 1: no column"},
};

struct Outlines {
    std::size_t areas = 0;
    std::size_t polygons = 0;
    std::size_t positions = 0;
    double degrees = 0;  // all longitudes and latitudes, in the file's order

    bool operator==(const Outlines&) const = default;
};

const std::map<std::string, Outlines> plain_outlines{
    {"scb_kommuner_cc0.geojson", {290, 314, 9748, 733082.8782000039}},
    {"scb_la2022_cc0.geojson", {67, 94, 5291, 402329.0768999986}},
};

Outlines outlines_of(const std::vector<Area>& areas) {
    Outlines all{.areas = areas.size()};
    for (const auto& area : areas) {
        all.polygons += area.polygons.size();
        for (const auto& polygon : area.polygons) {
            for (const auto& ring : polygon) {
                all.positions += ring.size();
                for (const auto& at : ring) all.degrees += at.longitude + at.latitude;
            }
        }
    }
    return all;
}

/// Every number after DATA= that is not between quotation marks, counted without the reader.
Sum plain_sum(const std::string& px) {
    Sum sum;
    bool is_quoted = false;
    const auto* end = px.data() + px.size();
    for (const auto* at = px.data() + px.find("\nDATA=") + 6; at < end; ++at) {
        if (*at == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        double number = 0;
        const auto [after, error] = std::from_chars(at, end, number);
        if (error != std::errc{}) continue;
        ++sum.numbers;
        sum.total += number;
        at = after - 1;
    }
    return sum;
}

Sum sum_of(const Statistic& statistic) {
    Sum sum;
    for (std::size_t row = 0; row < statistic.rows(); ++row) {
        if (!statistic.value(row)) continue;
        ++sum.numbers;
        sum.total += *statistic.value(row);
    }
    return sum;
}

}  // namespace

TEST_CASE("every PX file is read with all its cells and the same total, or refused by keyword") {
    const auto folder = test::shared_regional("PX files");
    if (!folder) return;

    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(*folder / "px")) {
        if (entry.path().extension() != ".px") continue;
        ++files;
        CAPTURE(entry.path().filename().string());
        const auto bytes = test::contents(entry.path());
        const auto statistic = read_statistic(bytes);
        if (!statistic) {
            CHECK(table_or_error(statistic).starts_with("Line "));
            CHECK(entry.path().stem().string().find("missing") != std::string::npos);
            continue;
        }
        const auto plain = plain_sum(bytes);
        CHECK(sum_of(*statistic).total == plain.total);
        const bool has_rows_left_out = !statistic->warnings.empty();  // each cell of theirs is a 0
        CHECK((sum_of(*statistic).numbers == plain.numbers) != has_rows_left_out);
    }
    CHECK(files == 13);
}

TEST_CASE(
    "every other file is read with all its cells and the same total, or refused by what is wrong in it") {
    const auto folder = test::shared_regional("totals of statistics and borders");
    if (!folder) return;

    for (const char* part : {"px", "scb", "kolada", "geo"}) {
        for (const auto& entry : std::filesystem::directory_iterator(*folder / part)) {
            const auto name = entry.path().filename().string();
            if (entry.path().extension() == ".px") continue;
            CAPTURE(name);
            const auto bytes = test::contents(entry.path());
            if (const auto outlines = plain_outlines.find(name); outlines != plain_outlines.end()) {
                CHECK(outlines_of(read_borders(bytes).value()) == outlines->second);
                continue;
            }
            const auto statistic = read_statistic(bytes);
            if (const auto sum = plain_sums.find(name); sum != plain_sums.end()) {
                REQUIRE(statistic);
                CHECK(sum_of(*statistic) == sum->second);
                continue;
            }
            REQUIRE(refusals.contains(name));
            CHECK(table_or_error(statistic).starts_with(refusals.at(name)));
        }
    }
}

TEST_CASE("a PX file and the description of the same table agree on codes") {
    const auto folder = test::shared_regional("JSON-stat of the same tables as PX");
    if (!folder) return;
    const auto px = read_statistic(test::contents(*folder / "px" / "pxwebapi_TAB004.px"));
    auto description = test::contents(*folder / "px" / "pxwebapi_MetadataById_tab004_js2.json");

    REQUIRE(px);
    CHECK(table_or_error(read_statistic(description)).starts_with("\"value\" is empty"));
    const auto at = description.rfind("\"value\": []");
    REQUIRE(at != std::string::npos);
    description.replace(at, 11, "\"value\": {\"0\":1}");
    const auto same = read_statistic(description);
    REQUIRE(same);
    REQUIRE(same->rows() == px->rows());
    for (std::size_t row = 0; row < px->rows(); ++row) {
        for (std::size_t k = 0; k < px->dimensions.size(); ++k)
            REQUIRE(px->member(row, k).code == same->member(row, k).code);
    }
}
