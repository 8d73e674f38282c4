#include "app/act/record.hpp"

#include "support/example.hpp"

using namespace example;

namespace {

/// Writes an entry with this in a field of it.
void note(TestDatabase& database, const Process& process, const std::string& said) {
    database.act(process, [&](auto& act) {
        app::record(act, {app::EntryType::priority_decided, "priority/1", {},
                             {{"outcome", "chosen"}, {"date", "2026-05-14"}, {"became", said}}});
        return Result<int>{0};
    });
}

}  // namespace

TEST_CASE("an entry that nobody could read again is not written") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto before = store::log_size(*database.db);
        for (const auto* said : {"", " blank", "blank ", "two\nlines", "a\rb"})
            CHECK_THROWS_AS(note(database, world.revision, said), std::logic_error);
        CHECK(store::log_size(*database.db) == before);
        note(database, world.revision, "merged");
        CHECK(store::log_size(*database.db) == before + 1);
    });
}
