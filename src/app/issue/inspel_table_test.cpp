#include "app/issue/inspel_table.hpp"

#include "app/inspel/inspel.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

app::Receipt received(
    TestDatabase& database, const World& world, const std::string& words, const std::string& key) {
    auto sent = draft(words);
    sent.contact = "astrid@example.org";
    return database
        .act(world.revision,
            [&](auto& act) {
                return app::receive_inspel(act, world.activity, sent, {key, secret});
            })
        .value();
}

std::vector<std::string> table_of(TestDatabase& database, const World& world) {
    std::vector<std::string> lines;
    app::each_line_of_inspel(
        *database.db, world.revision, stockholm, [&](const std::string& line) { lines.push_back(line); });
    return lines;
}

}  // namespace

TEST_CASE("the table of all inspel has every state, an issue a line, and nobody's address") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto first = received(database, world, "Mer buss, och mer skog", "a");
        (void)received(database, world, "Ännu inte läst", "b");
        REQUIRE(
            database.act(world.revision, [&](auto& act) { return app::publish_inspel(act, first.number); }));

        const auto lines = table_of(database, world);

        REQUIRE(lines.size() == 3);
        CHECK(lines[0].starts_with("number,state,received,"));
        CHECK(lines[1].starts_with("\"1\",\"published\","));
        CHECK(lines[1].find("\"Mer buss, och mer skog\"") != std::string::npos);
        CHECK(lines[2].starts_with("\"2\",\"received\","));
        for (const auto& line : lines) {
            CHECK(line.find("astrid") == std::string::npos);
            CHECK(line.ends_with("\r\n"));
        }
    });
}
