#include "app/site/setup.hpp"

#include "app/staff/staff.hpp"
#include "domain/field.hpp"
#include "store/site/site_store.hpp"
#include "support/example.hpp"

#include <algorithm>

using namespace example;

namespace {

std::string link(TestDatabase& database) {
    return database.act([](auto& act) { return app::make_setup_link(act); }).value();
}

Result<app::SetUp> use(TestDatabase& database, const std::string& token, const Process& draft) {
    return database.act([&](auto& act) {
        return app::set_up(act, token, draft, choices, {{}, "leader@example.org", "Ledaren"});
    });
}

}  // namespace

TEST_CASE("with the setup link a process is opened, and its leader is signed in") {
    on_each_database([](TestDatabase& database) {
        const auto done = use(database, link(database), revision_draft());

        REQUIRE(done);
        const auto leader = app::signed_in(*database.db, done->session.value(), noon);
        REQUIRE(leader);
        CHECK(leader->actor.roles.at(done->process.id) == Role::process_leader);
    });
}

TEST_CASE("a setup link works once, but a refused form does not use it up") {
    on_each_database([](TestDatabase& database) {
        const auto token = link(database);
        auto nameless = revision_draft();
        nameless.name = {};

        CHECK(use(database, token, nameless).error().kind == Failure::Kind::invalid);
        CHECK(use(database, token, revision_draft()));
        CHECK(use(database, token, revision_draft("annan")).error().kind == Failure::Kind::not_found);
    });
}

TEST_CASE("an empty setup form is told all that is missing at once, each by its own field") {
    on_each_database([](TestDatabase& database) {
        const auto token = link(database);
        const auto refused =
            database.act([&](auto& act) { return app::set_up(act, token, {}, choices, {}); });

        REQUIRE_FALSE(refused);
        std::vector<Place> fields;
        for (const auto& complaint : refused.error().complaints) fields.push_back(complaint.place);
        for (const auto field :
            {Field::title, Field::address, Field::email, Field::leader_email, Field::name})
            CHECK(std::count(fields.begin(), fields.end(), Place{field}) == 1);
    });
}

TEST_CASE("a setup link grows old in a day") {
    on_each_database([](TestDatabase& database) {
        const auto token = link(database);
        database.now += app::setup_link_life;
        CHECK_FALSE(use(database, token, revision_draft()));
        CHECK_FALSE(store::process_named(*database.db, "rus-2050"));
    });
}

TEST_CASE("places and topics are read from lines as people write them") {
    const auto places = app::municipalities_from("2303 Ragunda\n\n2321  Åre \n2303 Igen\nutan-namn\n");
    const auto topics = app::topics_from("Resor och vägar / Travel\nBåtar & öar\n\n–\n", all_languages());

    REQUIRE(places.size() == 2);
    CHECK(places[1].name == "Åre");
    REQUIRE(topics.size() == 2);
    CHECK(topics[0].slug == "resor-och-vagar");
    CHECK(topics[0].title.only_in(Language::en) == "Travel");
    CHECK(topics[1].slug == "batar-oar");
    CHECK(app::line_of(topics[0].title, all_languages()) == "Resor och vägar / Travel");
    CHECK(app::line_of(topics[1].title, all_languages()) == "Båtar & öar");
    CHECK(app::topics_from("Resor / - / Vaeltedh", all_languages()).front().title.texts().size() == 2);
}
