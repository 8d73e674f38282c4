#include "app/open_data/open_data.hpp"

#include "app/statistics/dataset.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "support/example.hpp"
#include "support/scratch.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

using namespace example;
namespace fs = std::filesystem;

namespace {

std::string contents(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// A small world with a dataset and a map, exported.
struct Exported {
    test::Scratch scratch;
    fs::path folder = scratch.folder / "open";
    std::size_t files = 0;

    explicit Exported(TestDatabase& database) {
        settle(database);
        Dataset dataset;
        dataset.title = "Folkmängd";
        dataset.source = "SCB";
        dataset.licence = "CC0";
        dataset.digest = std::string(64, 'a');
        dataset.dimensions = {{"region", {{"0114", "Upplands Väsby"}, {"2305", "Bräcke"}, {"2326", "Berg"}}}};
        REQUIRE(database.act([&](auto& act) {
            return app::import_dataset(act, dataset, {{0, 1.5, ""}, {1, std::nullopt, ".."}, {2, 4.0, ""}});
        }));
        RegionMap map;
        map.digest = dataset.digest;
        REQUIRE(database.act([&](auto& act) {
            return app::import_map(act, map, {{"2305", "Bräcke", "[[[[15,62],[16,62],[16,63],[15,62]]]]"}});
        }));
        files = write(database, folder);
    }

    static std::size_t write(TestDatabase& database, const fs::path& folder) {
        return app::write_open_data(*database.db,
            {"Region Exempel", "https://example.org/licence", "https://example.org/data", noon}, folder,
            [](auto, auto) {});
    }

    std::string operator[](const std::string& file) const { return contents(folder / file); }
};

}  // namespace

TEST_CASE("open data are tables as CSV and JSON, with what each field means") {
    detail::on_sqlite([](TestDatabase& database) {
        const Exported open{database};

        CHECK(open["tables/activities.csv"] ==
              "process,activity,kind,title_sv,title_en,title_sma,description,opens,closes,withdrawn\r\n"
              "rus-2050,lamna-inspel,inspel,Lämna ett inspel,Give an inspel,,,2026-05-14,2026-05-14,\r\n");
        const auto rows = nlohmann::json::parse(open["tables/activities.json"]);
        CHECK(rows.at(0).at("title_sv") == "Lämna ett inspel");
        CHECK(nlohmann::json::parse(open["tables/inspel.json"]).empty());
        CHECK(nlohmann::json::parse(open["tables/processes.json"]).at(0).at("is_example") == false);
        CHECK(open["dictionary.csv"].find("activities,opens,day,the first day\r\n") != std::string::npos);
        CHECK(nlohmann::json::parse(open["dictionary.json"]).size() == 38);
    });
}

TEST_CASE(
    "datasets and maps are files of their own, where codes keep their zeros, missing is not 0 and few are "
    "hidden") {
    detail::on_sqlite([](TestDatabase& database) {
        const Exported open{database};

        CHECK(
            open["datasets/dataset-1.csv"] == "region,value,status\r\n0114,1.5,\r\n2305,,..\r\n2326,,<5\r\n");
        const auto dataset = nlohmann::json::parse(open["datasets/dataset-1.json"]);
        CHECK(dataset.at("rows").at(1).at(1).is_null());
        CHECK(dataset.at("rows").at(2).at(1).is_null());
        CHECK(dataset.at("licence") == "CC0");
        const auto map = nlohmann::json::parse(open["maps/map-1.geojson"]);
        CHECK(map.at("features").at(0).at("geometry").at("coordinates").at(0).at(0).size() == 4);
    });
}

TEST_CASE("the sums are those of the files") {
    detail::on_sqlite([](TestDatabase& database) {
        const Exported open{database};

        const auto sums = text::split(open["SHA256SUMS"], '\n');
        CHECK(sums.size() == open.files);  // all but itself, and an empty end
        for (const auto& line : sums) {
            if (line.empty()) continue;
            CHECK(hex(as_text(sha256(open[line.substr(66)]))) == line.substr(0, 64));
        }
    });
}

TEST_CASE("the catalogue lists each file with its licence") {
    detail::on_sqlite([](TestDatabase& database) {
        const Exported open{database};

        const auto catalogue = nlohmann::json::parse(open["catalog.jsonld"]);
        CHECK(catalogue.at("@type") == "dcat:Catalog");
        CHECK(catalogue.at("dcterms:publisher").at("foaf:name") == "Region Exempel");
        std::size_t files = 0;
        for (const auto& dataset : catalogue.at("dcat:dataset")) {
            for (const auto& file : dataset.at("dcat:distribution")) {
                const auto address = file.at("dcat:downloadURL").at("@id").get<std::string>();
                CHECK(fs::exists(
                    open.folder / address.substr(std::string{"https://example.org/data/"}.size())));
                CHECK(file.contains("dcterms:license"));
                ++files;
            }
        }
        CHECK(files + 4 == open.files);  // dictionary twice, catalogue and sums
    });
}

TEST_CASE("the same data give the same bytes") {
    detail::on_sqlite([](TestDatabase& database) {
        const Exported open{database};
        const auto again = open.scratch.folder / "again";

        Exported::write(database, again);

        for (const auto& entry : fs::recursive_directory_iterator{again}) {
            if (!entry.is_regular_file()) continue;
            CAPTURE(entry.path().string());
            CHECK(contents(entry.path()) == open[fs::relative(entry.path(), again).string()]);
        }
    });
}
