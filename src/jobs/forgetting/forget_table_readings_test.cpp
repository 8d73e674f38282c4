#include "jobs/forgetting/forget_table_readings.hpp"

#include "app/staff/table_memory.hpp"
#include "store/staff/table_reading_store.hpp"
#include "support/example.hpp"

using namespace example;

TEST_CASE("how a table was read is forgotten a year after the last such table, and not a day before") {
    on_each_database([](TestDatabase& database) {
        const auto process = settle(database).revision;
        const TableReading reading{"inspel", std::string(64, 'a'), ';', {{"B", ""}}, {}};
        const auto remember = [&] {
            return database.act(process, [&](auto& act) { return app::remember_table(act, reading); });
        };
        const auto forgets = [&] {
            return jobs::forget_table_readings(*database.db, *database.writer, database.now);
        };
        const auto is_known = [&] {
            return store::table_reading(*database.db, process.id, "inspel", reading.header, database.now)
                .has_value();
        };
        REQUIRE(remember());
        database.now += std::chrono::days{200};
        REQUIRE(remember());  // a table was imported by it once more
        database.now += std::chrono::days{days_of_table_reading};
        CHECK_FALSE(forgets());
        CHECK(is_known());

        database.now += std::chrono::seconds{1};
        CHECK_FALSE(is_known());
        CHECK(forgets());
        CHECK(database.db->run("SELECT kind FROM table_reading").empty());
        CHECK_FALSE(forgets());
    });
}
