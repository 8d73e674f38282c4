#include "store/files/restore_mark.hpp"

#include "support/databases.hpp"

#include <filesystem>

using namespace example;

TEST_CASE("a backup that was put into a database alone marks the folder that it is first opened with, once") {
    on_each_database([](TestDatabase& database) {
        const test::Scratch scratch;
        const store::Installation installation{scratch.folder.string(), {}};
        const auto db = sql::open(database.where, sql::Access::read_write);
        const auto is_marked = [&] { return std::filesystem::exists(installation.restore_mark()); };

        store::take_restore_mark(*db, installation);
        CHECK_FALSE(is_marked());
        store::leave_restore_mark(*db, noon);
        store::take_restore_mark(*db, installation);
        CHECK(is_marked());

        std::filesystem::remove(installation.restore_mark());
        store::take_restore_mark(*db, installation);
        CHECK_FALSE(is_marked());
    });
}
