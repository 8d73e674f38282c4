#include "app/statistics/dataset.hpp"

#include "domain/field.hpp"
#include "store/log/log_store.hpp"
#include "store/statistics/dataset_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

Dataset population() {
    Dataset dataset;
    dataset.title = "Folkmängd";
    dataset.source = "SCB";
    dataset.licence = "CC0";
    dataset.digest = std::string(64, 'a');
    dataset.dimensions = {
        {"region", {{"2305", "Bräcke"}, {"2380", "Östersund"}}}, {"period", {{"2024", "2024"}}}};
    return dataset;
}

const std::vector<Dataset::Cell> cells{{1, std::nullopt, ".."}, {0, 5900.5, ""}};
const std::vector<RegionMap::Area> areas{
    {"2380", "Östersund", "[]"}, {"2305", "Bräcke", "[[[[15,62],[16,62],[16,63],[15,62]]]]"}};

Result<Dataset> import(
    TestDatabase& database, const Dataset& draft, const Actor& actor = Actor::operating()) {
    return database.act_as(actor, {}, [&](auto& act) { return app::import_dataset(act, draft, cells); });
}

RegionMap a_map() {
    RegionMap map;
    map.digest = std::string(64, 'b');
    return map;
}

Result<RegionMap> import(TestDatabase& database, const std::vector<RegionMap::Area>& of) {
    return database.act([&](auto& act) { return app::import_map(act, a_map(), of); });
}

std::string newest_entry(TestDatabase& database) {
    return store::log_entries(*database.db, store::log_size(*database.db) - 1, 1).at(0);
}

}  // namespace

TEST_CASE("a dataset is kept whole, missing cells as missing, and stands in the log by its digest") {
    on_each_database([](TestDatabase& database) {
        const auto dataset = import(database, population());

        REQUIRE(dataset);
        CHECK(dataset->number == 1);
        const auto kept = store::dataset_numbered(*database.db, 1);
        REQUIRE(kept);
        CHECK(kept->dimensions == population().dimensions);
        CHECK(kept->source == "SCB");
        CHECK(kept->missing == 1);
        CHECK(store::cells_of(*database.db, kept->id, -1, 10) ==
              std::vector<Dataset::Cell>{{0, 5900.5, ""}, {1, std::nullopt, ".."}});
        CHECK(store::cells_of(*database.db, kept->id, 0, 1).front().place == 1);
        const auto entry = newest_entry(database);
        CHECK(entry.find("type dataset.imported\n") != std::string::npos);
        CHECK(entry.find("sha256 " + base64(from_hex(population().digest).value()) + "\n") !=
              std::string::npos);
        CHECK(entry.find("Folkmängd") == std::string::npos);
    });
}

TEST_CASE("the same file is not taken in twice, nor one without a licence, nor by anybody else") {
    on_each_database([](TestDatabase& database) {
        REQUIRE(import(database, population()));
        auto bare = population();
        bare.digest = std::string(64, 'c');
        bare.licence = "";

        CHECK(import(database, population()).error().kind == Failure::Kind::conflict);
        CHECK(import(database, bare).error().complaints.front().place == Field::licence);
        bare.licence = "CC0";
        CHECK(import(database, bare, Actor::anybody()).error().kind == Failure::Kind::not_allowed);
        CHECK(store::datasets(*database.db).size() == 1);
        CHECK(import(database, bare)->number == 2);
    });
}

TEST_CASE("borders are kept by level, the newest is the one that is shown, and one of no areas is refused") {
    on_each_database([](TestDatabase& database) {
        CHECK_FALSE(store::newest_map(*database.db, RegionMap::Level::municipality));

        REQUIRE(import(database, areas));
        CHECK_FALSE(import(database, std::vector<RegionMap::Area>{}));
        REQUIRE(import(database, {areas.front()}));

        const auto newest = store::newest_map(*database.db, RegionMap::Level::municipality).value();
        CHECK(newest.number == 2);
        CHECK(newest.areas == 1);
        const auto first = store::region_maps(*database.db).front();
        CHECK(store::areas_of(*database.db, first.id).front() == areas.back());
        CHECK_FALSE(store::newest_map(*database.db, RegionMap::Level::county));
        CHECK(newest_entry(database).find("type map.imported\n") != std::string::npos);
    });
}

TEST_CASE(
    "where numbers are hidden neither the log nor a page has the file's own digest, and the salt checks it") {
    on_each_database([](TestDatabase& database) {
        auto counted = population();
        counted.digest = std::string(64, 'e');
        const std::vector<Dataset::Cell> people{{0, 3.0, ""}, {1, 60.0, ""}};

        const auto kept = database.act_as(
            Actor::operating(), {}, [&](auto& act) { return app::import_dataset(act, counted, people); });

        REQUIRE(kept);
        CHECK(kept->few == 1);
        CHECK(kept->withheld == 0);
        CHECK(kept->public_digest != kept->digest);
        CHECK(kept->public_digest == published_digest(kept->salt, kept->digest));
        CHECK(kept->salt.size() == 64);
        CHECK(store::dataset_numbered(*database.db, kept->number)->public_digest == kept->public_digest);
        CHECK(store::all_cells_of(*database.db, kept->id).front().shown == Dataset::Shown::few);
        CHECK(newest_entry(database).find(base64(from_hex(counted.digest).value())) == std::string::npos);
    });
}
