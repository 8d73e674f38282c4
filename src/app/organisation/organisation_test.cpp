#include "app/organisation/organisation.hpp"

#include "domain/field.hpp"
#include "store/log/log_store.hpp"
#include "store/migrations/migrate.hpp"
#include "store/organisation/organisation_store.hpp"
#include "support/referral.hpp"

#include <doctest/doctest.h>

using namespace example;

namespace {

/// The small world, and a register that a member of its staff keeps.
struct Register {
    TestDatabase& database;
    World world = settle(database);
    Process other = settle(database, "annan").revision;

    template <class Verb>
    auto act(Verb verb) const {
        return database.act_as(with_role(Role::editor, world.revision), world.revision, verb);
    }
    Result<Organisation> add(const Organisation& typed) const {
        return act([&](auto& act) { return app::add_organisation(act, typed); });
    }
    Result<Organisation> merge(const Organisation& from, const Organisation& into) const {
        return act([&](auto& act) { return app::merge_organisations(act, from.public_id, into.public_id); });
    }
    Organisation now(const Organisation& organisation) const {
        return store::find_organisation(*database.db, organisation.id).value();
    }
};

Organisation named(const std::string& name, const std::string& number = {}) {
    Organisation typed;
    typed.name = name;
    typed.number = number;
    typed.kind = OrganisationKind::civil_society;
    return typed;
}

Result<std::vector<Organisation>> read(const std::string& table) {
    return app::read_organisations(sheets::read_named(table, {app::organisation_columns()}).value());
}

}  // namespace

TEST_CASE("the register has each number once, and each name once of its kind") {
    on_each_database([](TestDatabase& database) {
        const Register at{database};
        REQUIRE(at.add(named("Byalaget", "556677-8899")));

        CHECK(at.add(named("Annat lag", "5566778899")).error().complaints.front().place ==
              Field::organisation_number);
        CHECK(at.add(named(" BYALAGET ")).error().complaints.front().place == Field::name);
        auto firm = named("Byalaget");
        firm.kind = OrganisationKind::business;
        CHECK(at.add(firm));
    });
}

TEST_CASE("a name that an older database folded otherwise is found once the schema is brought up to date") {
    on_each_database([](TestDatabase& database) {
        const Register at{database};
        const auto known = at.add(named("ČESKÝ Krumlov ØST"));
        REQUIRE(known);
        const auto owner = sql::open(database.where, sql::Access::read_write);
        owner->run("UPDATE organisation SET folded_name = $1", std::string{"ČESKÝ krumlov ØST"});
        CHECK(at.add(named("český krumlov øst")));
        owner->run("DELETE FROM organisation WHERE id <> $1", known->id);
        owner->script("DROP TABLE extract_use; DELETE FROM migration WHERE number = 48");

        REQUIRE(store::migrate(*owner, noon) == 1);

        CHECK(at.now(*known).folded_name == "český krumlov øst");
        CHECK(at.add(named("Český KRUMLOV Øst")).error().complaints.front().place == Field::name);
    });
}

TEST_CASE("a name that was merged away is the one that stays to a table, and free to be added by hand") {
    on_each_database([](TestDatabase& database) {
        const Register at{database};
        const auto from = at.add(named("Byalaget")).value();
        const auto into = at.add(named("Byalaget i Berg")).value();
        REQUIRE(at.merge(from, into));

        const auto imported =
            at.act([&](auto& act) { return app::import_organisations(act, {named("Byalaget")}); });

        REQUIRE(imported);
        CHECK(imported->known == std::vector<std::string>{"Byalaget i Berg"});
        CHECK(at.add(named("Byalaget")));  // it was another after all
    });
}

TEST_CASE("two that are the same become one: what referred to either refers to the one that stays") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const Register at{database, asked.world, settle(database, "annan").revision};
        const auto party = asked.parties().back();
        auto into = named("Byalaget i Berg", "556677-8899");
        into = at.add(into).value();
        auto from = store::find_organisation(*database.db, party.organisation).value();
        from.registrar = "byalaget@example.org";
        from.line_of_work = "bygdeutveckling";
        REQUIRE(at.act([&](auto& act) { return app::change_organisation(act, from.public_id, from); }));

        const auto kept = at.merge(from, into);

        REQUIRE(kept);
        CHECK(kept->line_of_work == "bygdeutveckling");
        CHECK(kept->registrar == "byalaget@example.org");
        CHECK(kept->number == "556677-8899");
        CHECK(store::find_party(*database.db, party.id)->organisation == into.id);
        CHECK(store::standing_organisation(*database.db, at.now(from)).id == into.id);
        CHECK(at.now(from).registrar.empty());
        CHECK(store::newest_entry(*database.db)->find("\nmoved 1") != std::string::npos);
        CHECK(at.merge(from, into).error().kind == Failure::Kind::conflict);
        CHECK(at.merge(into, into).error().kind == Failure::Kind::invalid);
        CHECK(store::count_organisations(*database.db, {}) == 2);
    });
}

TEST_CASE("two with different numbers are two") {
    on_each_database([](TestDatabase& database) {
        const Register at{database};
        const auto one = at.add(named("Byalaget", "556677-8899")).value();
        const auto other = at.add(named("Bygdelaget", "802000-0009"));
        REQUIRE(other);
        CHECK(at.merge(one, *other).error().kind == Failure::Kind::invalid);
        CHECK_FALSE(at.now(one).merged_into);
    });
}

TEST_CASE("who works in one process changes no organisation that another process has asked") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto other = settle(database, "annan").revision;
        auto berg = store::find_organisation(*database.db, asked.party().organisation).value();
        berg.registrar = "mina@example.org";
        const auto stranger = with_role(Role::process_leader, other);

        const auto changed = database.act_as(
            stranger, other, [&](auto& act) { return app::change_organisation(act, berg.public_id, berg); });
        const auto spare = database.act_as(
            stranger, other, [&](auto& act) { return app::add_organisation(act, named("Mitt lag")); });
        const auto merged = database.act_as(stranger, other,
            [&](auto& act) { return app::merge_organisations(act, berg.public_id, spare->public_id); });

        CHECK(changed.error().kind == Failure::Kind::conflict);
        CHECK(merged.error().kind == Failure::Kind::conflict);
        CHECK(store::find_organisation(*database.db, berg.id)->registrar.empty());
    });
}

TEST_CASE("a party that is asked is the one of the register with its number, else with its name and kind") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const Register at{database, asked.world, settle(database, "annan").revision};
        const auto known = at.add(named("Hembygdsföreningen", "556677-8899")).value();
        const auto before = store::count_organisations(*database.db, {});

        const auto parties = asked.act([&](auto& act) {
            return app::invite_parties(act, asked.referral,
                {{"Föreningen i Berg", "civil_society", "", {}, "5566778899"},
                    {"Ny förening", "civil_society", "", {}}});
        });

        REQUIRE(parties);
        CHECK(parties->front().organisation == known.id);
        CHECK(store::count_organisations(*database.db, {}) == before + 1);
        const auto wrong = asked.act([&](auto& act) {
            return app::invite_parties(
                act, asked.referral, {{"Tredje", "civil_society", "", {}, "811218-9876"}});
        });
        CHECK(wrong.error().complaints.front().place == Field::organisation_number);
    });
}

TEST_CASE("a table of organisations is read whole or not at all, in Swedish words") {
    const auto all = read(
        "Namn;Org.nr;Slag;Område;E-post\n"
        "Bergs kommun;;kommun;;registrator@example.org\n"
        "Fjällbolaget AB;556677-8899;Företag;besöksnäring;\n");
    REQUIRE(all);
    CHECK(all->front().kind == OrganisationKind::municipality);
    CHECK(all->front().sector == Sector::public_sector);
    CHECK(all->back().number == "556677-8899");
    CHECK(all->back().line_of_work == "besöksnäring");

    const auto wrong = read("namn;organisationsnummer;slag\n;;kommun\nA;811218-9876;förening\nB;;ufo\n");
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().complaints.size() == 3);
    CHECK(wrong.error().complaints[1].place.line == 3);
    CHECK_FALSE(read("namn;slag\nA;kommun\na;kommun\n"));
    CHECK_FALSE(read("namn;slag;lön\nA;kommun;3\n"));
    CHECK_FALSE(read("namn;slag\n"));
}

TEST_CASE("an import leaves those that stand in the register as they are, and names them") {
    on_each_database([](TestDatabase& database) {
        const Register at{database};
        auto known = named("Byalaget", "556677-8899");
        known.registrar = "byalaget@example.org";
        known = at.add(known).value();

        const auto imported = at.act([&](auto& act) {
            return app::import_organisations(
                act, {named("Byalaget"), named("Nytt namn", "556677-8899"), named("Nya laget")});
        });

        REQUIRE(imported);
        CHECK(imported->known == std::vector<std::string>{"Byalaget", "Byalaget"});
        REQUIRE(imported->added.size() == 1);
        CHECK(at.now(known).registrar == "byalaget@example.org");
    });
}

TEST_CASE("the register is searched by name, number and line of work, and signs of a pattern are letters") {
    on_each_database([](TestDatabase& database) {
        const Register at{database};
        auto typed = named("Östra 50 %-laget", "556677-8899");
        typed.line_of_work = "besöksnäring";
        REQUIRE(at.add(typed));
        REQUIRE(at.add(named("Västra laget")));
        const auto count = [&](const std::string& words) {
            return store::count_organisations(*database.db, {.words = words});
        };
        CHECK(count("ÖSTRA") == 1);
        CHECK(count("8899") == 1);
        CHECK(count("besök") == 1);
        CHECK(count("%") == 1);
        CHECK(count("_") == 0);
        CHECK(count("'; DROP TABLE party; --") == 0);
        CHECK(store::count_organisations(*database.db, {.kind = OrganisationKind::business}) == 0);
    });
}
