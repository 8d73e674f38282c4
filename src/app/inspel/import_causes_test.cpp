#include "app/inspel/import_causes.hpp"

#include "app/inspel/inspel_import.hpp"
#include "domain/field.hpp"
#include "support/example.hpp"

using namespace example;

TEST_CASE("what is wrong in many rows is one cause with its count, and the word that is wrong is named") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto table = sheets::read_named(
            "text;kommun;kanal\nEtt.;Visby;\nTvå.;Visby;duva\nTre.;Paris;\n;;brev\nFyra.;Visby;\n",
            {app::inspel_columns()});
        REQUIRE(table);
        const auto entered = app::read_import(*database.db, world.revision, *table, stockholm, noon);
        REQUIRE_FALSE(entered);

        const auto causes = app::causes_of(entered.error().complaints, *table);
        REQUIRE(causes.size() == 4);
        CHECK(causes[0].typed == "Visby");
        CHECK(causes[0].rows == std::vector{2, 3, 6});
        CHECK(causes[0].complaint.place == Field::municipality);
        CHECK(std::count_if(
                  causes.begin(), causes.end(), [](const auto& one) { return one.typed == "Paris"; }) == 1);
    });
}
