#include "store/privacy/all_tables.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/redaction.hpp"
#include "store/log/log_store.hpp"
#include "support/strategy_process.hpp"

#include <algorithm>
#include <map>
#include <set>

using namespace example;

namespace {

using Schema = std::map<std::string, std::set<std::string>>;

/// A virtual table of SQLite keeps its own tables, and a column with its own name.
Schema real_schema(sql::Connection& db) {
    const auto rows = db.dialect() == sql::Dialect::sqlite ? db.run(R"(
        SELECT t.name AS table_name, c.name AS column_name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
        WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'inspel_search_%'
            AND t.name NOT LIKE 'desk_search_%')")
                                                           : db.run(R"(
        SELECT CAST(table_name AS TEXT) AS table_name, CAST(column_name AS TEXT) AS column_name
        FROM information_schema.columns WHERE table_schema = current_schema())");
    Schema schema;
    for (const auto& row : rows) schema[row.text("table_name")].insert(row.text("column_name"));
    schema.erase("migration");
    return schema;
}

Schema listed_schema(sql::Dialect dialect) {
    Schema schema;
    for (const auto& noun : store::all_tables())
        for (const auto& table : noun.tables)
            for (const auto& column : table.columns)
                CHECK(schema[std::string{table.name}].insert(std::string{column.name}).second);
    if (dialect == sql::Dialect::sqlite) {
        schema["inspel_search"].erase("inspel_id");
        schema["desk_search"].erase("found_id");
    }
    return schema;
}

/// The columns where some row has the words, as "table.column".
std::set<std::string> columns_with(sql::Connection& db, const std::string& words) {
    std::set<std::string> found;
    for (const auto& [table, columns] : real_schema(db))
        for (const auto& column : columns)
            if (!db.run("SELECT 1 AS found FROM " + table + " WHERE CAST(" + column +
                            " AS TEXT) LIKE '%' || $1 || '%'",
                       words)
                     .empty())
                found.insert(table + "." + column);
    return found;
}

template <class Fits>
std::set<std::string> columns_that(Fits fit) {
    std::set<std::string> found;
    for (const auto& noun : store::all_tables())
        for (const auto& table : noun.tables)
            for (const auto& column : table.columns)
                if (fit(column.privacy))
                    found.insert(std::string{table.name} + "." + std::string{column.name});
    return found;
}

/// A published inspel with all that a sender can give, each with these words.
int sent_with(const StrategyProcess& at, const std::string& words) {
    auto& db = *at.database.db;
    const auto node = store::node_named(db, at.process().id, "RUS-1-p1")->node.id;
    auto typed = draft(words + ". Fler bussar.");
    typed.concerns = "RUS-1-p1";
    typed.proposal = words;
    typed.instead_of = store::line_of(db, store::draft_of(db, at.document.id).id, node)->revision;
    typed.title = words;
    typed.organisation = words;
    typed.contact = words + "@example.org";
    const auto number = at.published(typed);
    at.split(number, words);
    at.does([&](auto& act) { return app::edit_copy(act, number, words, words + ". Fler bussar nu."); });
    return number;
}

}  // namespace

TEST_CASE("every table and column says what it is, and nothing else does") {
    on_each_database([](TestDatabase& database) {
        const auto real = real_schema(*database.db);
        const auto listed = listed_schema(database.db->dialect());
        for (const auto& [table, columns] : real) {
            CAPTURE(table);
            CHECK(listed.count(table) == 1);
            for (const auto& column : columns) {
                CAPTURE(column);
                CHECK(listed.at(table).count(column) == 1);
            }
        }
        CHECK(listed == real);
    });
}

TEST_CASE("what a sender has written stands in columns of persons alone, and in none after an erasure") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        REQUIRE(at.freezes(Version::Kind::referral));
        const auto first_place = store::log_size(*database.db);
        const auto number = sent_with(at, "xyzzy");

        const auto before = columns_with(*database.db, "xyzzy");
        const auto of_persons = columns_that(sql::is_of_a_person);
        CHECK(before.size() > 8);
        for (const auto& column : before) {
            CAPTURE(column);
            CHECK(of_persons.count(column) == 1);
        }

        at.does([&](auto& act) {
            Erasure erasure;
            erasure.level = Erasure::Level::destroyed;
            erasure.decision = "RS/1/2026";
            return app::erase_inspel(act, number, erasure);
        });
        CHECK(columns_with(*database.db, "xyzzy").empty());
        CHECK(database.db->run("SELECT 1 AS found FROM log_salt WHERE idx >= $1", first_place).empty());
    });
}

TEST_CASE("what is masked stands in no column that everybody reads, however it was written there") {
    on_each_database([](TestDatabase& database) {
        const StrategyProcess at{database};
        REQUIRE(at.freezes(Version::Kind::referral));
        const auto number = sent_with(at, "xyzzy");
        const auto published =
            columns_that([](sql::Privacy privacy) { return privacy == sql::Privacy::published; });
        const auto seen_in = [&] {
            auto found = columns_with(*database.db, "xyzzy");
            std::erase_if(found, [&](const std::string& column) { return !published.contains(column); });
            return found;
        };
        CHECK(seen_in().size() >= 6);
        at.does([&](auto& act) { return app::redact(act, number, {"XYZZY", "namn"}); });
        CHECK(seen_in() == std::set<std::string>{});
    });
}
