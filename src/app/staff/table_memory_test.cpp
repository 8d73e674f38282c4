#include "app/staff/table_memory.hpp"

#include "store/log/log_store.hpp"
#include "store/staff/table_reading_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

TableReading reading_of(const std::string& header) {
    return {"inspel", header, ';', {{"B", ""}}, {{std::string(64, 'b'), "2326"}}};
}

std::string header_of(int number) {
    const auto digits = std::to_string(number);
    return std::string(64 - digits.size(), '0') + digits;
}

struct Memory {
    TestDatabase& database;
    Process process = settle(database).revision;

    Result<bool> remembers(const TableReading& reading) const {
        return database.act(process, [&](auto& act) { return app::remember_table(act, reading); });
    }
    std::optional<TableReading> of(const std::string& header) const {
        return store::table_reading(*database.db, process.id, "inspel", header, database.now);
    }
};

}  // namespace

TEST_CASE("how a table was read is kept whole, changed and forgotten, and the log is told of each change") {
    on_each_database([](TestDatabase& database) {
        const Memory memory{database};
        const auto reading = reading_of(header_of(1));
        const auto before = store::log_size(*database.db);
        CHECK(memory.remembers(reading) == true);
        CHECK(memory.of(header_of(1)) == reading);
        CHECK(memory.remembers(reading) == true);
        CHECK(store::log_size(*database.db) == before + 1);

        auto changed = reading;
        changed.answers.clear();
        CHECK(memory.remembers(changed) == true);
        CHECK(memory.of(header_of(1)) == changed);
        CHECK(memory.remembers({"inspel", header_of(1)}) == false);
        CHECK_FALSE(memory.of(header_of(1)));
        CHECK(store::log_size(*database.db) == before + 3);
        CHECK(memory.remembers({"inspel", header_of(1)}) == false);
        CHECK(store::log_size(*database.db) == before + 3);
    });
}

TEST_CASE("what has no digest of a header, or is too long, is not kept") {
    on_each_database([](TestDatabase& database) {
        const Memory memory{database};
        for (const std::string header : {"", "ab", "Anna Berg"})
            CHECK(memory.remembers(reading_of(header)) == false);
        auto longest = reading_of(header_of(1));
        longest.meaning = {{"B", std::string(longest_table_reading - 1 - 68, 'x')}};
        CHECK(memory.remembers(longest) == true);
        longest.meaning["B"] += 'x';
        CHECK(memory.remembers(longest) == false);
    });
}

TEST_CASE("of a process the newest tables are remembered") {
    on_each_database([](TestDatabase& database) {
        const Memory memory{database};
        for (int i = 0; i <= static_cast<int>(most_table_readings); ++i) {
            database.now += 1s;
            CHECK(memory.remembers(reading_of(header_of(i))) == true);
        }
        CHECK_FALSE(memory.of(header_of(0)));
        CHECK(memory.of(header_of(1)));
    });
}
