#include "app/inspel/inspel_import.hpp"

#include "app/inspel/inspel_alike.hpp"
#include "domain/field.hpp"
#include "store/inspel/inspel_store.hpp"
#include "support/example.hpp"

using namespace example;

namespace {

Result<std::vector<app::Entered>> read(TestDatabase& database, const World& world, const std::string& table) {
    const auto read = sheets::read_named(table, {app::inspel_columns()});
    if (!read) return tl::unexpected{read.error()};
    return app::read_import(*database.db, world.revision, *read, stockholm, noon);
}

}  // namespace

TEST_CASE("rows of letters and calls become inspel, with channel and day") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto entered = read(database, world,
            "text,kanal,mottaget,kommun,amne\nBygg ut bussen.,phone,2026-05-02,Berg,Resor\nMer musik.,,,,\n");
        REQUIRE(entered);
        const auto count = database.act(
            world.revision, [&](auto& act) { return app::import_inspel(act, *entered, secret); });

        CHECK(count == 2);
        const auto first = store::inspel_numbered(*database.db, world.revision.id, 1);
        CHECK(first->channel == Channel::phone);
        CHECK(first->municipality == "2326");
        CHECK(stockholm.day(first->received_at) == time::read_day("2026-05-02"));
        CHECK(store::inspel_numbered(*database.db, world.revision.id, 2)->text == "Mer musik.");
    });
}

TEST_CASE("every wrong row is named at once, and nothing is kept") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto entered = read(database, world,
            "text,kanal,mottaget,kommun\nRätt.,,,\n,phone,,\nFel kanal.,duva,,\nFel dag.,,2026-02-30,\nI "
            "morgon.,,2027-01-01,\nFel ort.,,,Paris\n");

        REQUIRE_FALSE(entered);
        std::vector<Place> places;
        for (const auto& complaint : entered.error().complaints) places.push_back(complaint.place);
        CHECK(places == std::vector{Place::in_row(3, Field::text), Place::in_row(4, Field::channel),
                            Place::in_row(5, Field::received), Place::in_row(6, Field::received),
                            Place::in_row(7, Field::municipality)});
    });
}

TEST_CASE("channels and senders are written in Swedish, with large letters or small") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto entered = read(database, world,
            "text,kanal,vem\nEtt.,E-post,Förening\nTvå.,enkät,samisk organisation\nTre.,paper,citizen\n");
        REQUIRE(entered);
        CHECK(entered->at(0).channel == Channel::email);
        CHECK(entered->at(0).draft.actor_kind == "civil_society");
        CHECK(entered->at(1).channel == Channel::survey);
        CHECK(entered->at(1).draft.actor_kind == "sami_organisation");
        CHECK(entered->at(2).channel == Channel::paper);

        const auto wrong = read(database, world, "text,vem\nEtt.,granne\n");
        REQUIRE(wrong.error().complaints.size() == 1);
        CHECK(wrong.error().complaints.front().message.find("samisk organisation") != std::string::npos);
    });
}

TEST_CASE("a table without the column of the texts is one complaint that names the columns it has") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto entered = read(database, world, "inspel,kanal\nEtt.,brev\nTvå.,brev\n");
        REQUIRE_FALSE(entered);
        REQUIRE(entered.error().complaints.size() == 1);
        CHECK(entered.error().complaints.front().holes == Holes{"inspel, kanal"});
    });
}

TEST_CASE("a row that says nearly what is known already is told, whether that waits or is published") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto import = [&](const std::string& table) {
            const auto entered = read(database, world, table).value();
            database.act(world.revision, [&](auto& act) { return app::import_inspel(act, entered, secret); })
                .value();
        };
        const auto alike = [&](const std::string& table) {
            return app::known_alike(*database.db, world.revision, read(database, world, table).value());
        };
        const std::string known =
            "text\nBussen till Storsjö går för sällan på kvällen och helgen.\nMer musik.\n";
        CHECK(alike(known).empty());
        import(known);
        database.act(world.revision, [&](auto& act) { return app::publish_inspel(act, 1); }).value();

        const auto found = alike(
            "text\nEn helt annan sak.\nBussen till Storsjö går för sällan på kvällen och på helgerna!\nmer "
            "musik\n");
        REQUIRE(found.size() == 2);
        CHECK(found[0].draft == 1);
        CHECK(found[0].number == 1);
        CHECK(found[1].draft == 2);
        CHECK(found[1].number == 2);
        CHECK(alike("text\nBussen till Storsjö behövs inte.\n").empty());
    });
}

TEST_CASE("a column called Datum is the day of receipt where it holds days") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto entered = read(database, world, "text,Datum\nBygg ut bussen.,2026-05-02\n");
        REQUIRE(entered);
        CHECK(stockholm.day(entered->front().received_at) == time::read_day("2026-05-02"));
        CHECK(read(database, world, "text,Datum\nBygg ut bussen.,i våras\n"));
    });
}
