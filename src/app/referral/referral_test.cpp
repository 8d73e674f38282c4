#include "app/referral/referral.hpp"

#include "app/referral/referral_answer.hpp"
#include "support/referral.hpp"

using namespace example;

TEST_CASE("a frozen version is sent once, with a letter and a last day") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto again =
            asked.act([&](auto& act) { return app::send_referral(act, asked.referral, today); });
        REQUIRE_FALSE(again);
        CHECK(again.error().kind == Failure::Kind::conflict);

        Referral draft;
        draft.version = store::draft_of(*database.db, asked.document.id).id;
        draft.letter = "Svara.";
        draft.deadline = today;
        CHECK_FALSE(asked.act([&](auto& act) { return app::send_referral(act, draft, today); }));
    });
}

TEST_CASE("parties are asked all or none, and nobody twice") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto invite = [&](std::vector<app::Invitation> invitations) {
            return asked.act(
                [&](auto& act) { return app::invite_parties(act, asked.referral, invitations); });
        };
        const auto before = asked.parties().size();
        const auto refused =
            invite({{"Ny part", "business", ""}, {"", "kungahus", ""}, {"BERGS KOMMUN", "municipality", ""}});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().complaints.size() == 3);
        CHECK(asked.parties().size() == before);

        CHECK(invite({{"Ny part", "business", "ny@example.org", today + std::chrono::days{3}}}));
        CHECK(asked.parties().back().last_day() == today + std::chrono::days{3});
    });
}

TEST_CASE("a table of parties names every wrong row by its line") {
    const auto table = [](const char* text) {
        return sheets::read_named(text, {app::invitation_columns()}).value();
    };
    const auto rows = table(
        "namn,slag,adress,senast\nBergs kommun,municipality,a@example.org,2026-06-01\n,"
        "kung,,i höst\n");
    const auto read = app::read_invitations(rows);
    REQUIRE_FALSE(read);
    CHECK(read.error().complaints.size() == 3);
    for (const auto& complaint : read.error().complaints) CHECK(complaint.place.line == 3);
    CHECK(app::read_invitations(table("party,kind\nBerg,municipality\n"))->front().name == "Berg");
    const auto swedish = app::read_invitations(table("Namn;Slag\nVB;Statlig myndighet\nSSR;samisk\n"));
    CHECK(swedish->front().kind == "state_authority");
    CHECK(swedish->back().kind == "sami");
    CHECK_FALSE(app::read_invitations(table("namn,slag\n")));
    const auto wider = app::read_invitations(table("namn,slag,telefon\nBerg,kommun,0693\n"));
    REQUIRE_FALSE(wider);
    CHECK(wider.error().complaints.front().holes == Holes{"telefon (C)"});
}

TEST_CASE("a party is given more time but never less, is reminded, and says that it will not answer") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto extend = [&](Day last) {
            return asked.act([&](auto& act) { return app::extend_party(act, asked.party(), last); });
        };
        const auto remind = [&] {
            return asked.act([&](auto& act) { return app::remind_party(act, asked.party()); });
        };
        CHECK_FALSE(extend(asked.party().last_day()));
        CHECK(extend(asked.party().last_day() + std::chrono::days{1}));
        CHECK(remind());
        CHECK(asked.party().reminded_at == database.now);

        const auto read_before = asked.party();
        CHECK(asked.act([&](auto& act) { return app::abstain(act, asked.party()); }));
        CHECK(asked.party().state(today) == Party::State::abstained);
        CHECK_FALSE(remind());

        // Who read the party before that is judged by how it stands, and writes nothing of theirs over it.
        CHECK_FALSE(asked.act([&](auto& act) { return app::remind_party(act, read_before); }));
        CHECK_FALSE(asked.act([&](auto& act) { return app::abstain(act, read_before); }));
        CHECK(asked.party().state(today) == Party::State::abstained);
    });
}

TEST_CASE("a party's link opens its own door and no other") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto link = app::link_of(asked.party(), secret);
        const auto opened = [&](const std::string& typed, const std::string& with = secret) {
            return app::party_of_link(*database.db, asked.process(), typed, with);
        };
        CHECK(opened(link)->name == "Bergs kommun");
        CHECK_FALSE(opened(link, std::string(32, 'x')));
        CHECK_FALSE(opened(asked.party().public_id));
        CHECK_FALSE(opened(asked.party().public_id + "-"));
        auto other = link;
        other.back() = other.back() == '0' ? '1' : '0';
        CHECK_FALSE(opened(other));
        CHECK_FALSE(app::answer_of_writer(*database.db, asked.process(), link, secret));
    });
}

TEST_CASE("nobody runs a referral without the right to, or in another process") {
    on_each_database([](TestDatabase& database) {
        const Asked asked{database};
        const auto other = settle(database, "annan");
        const auto tried = [&](const Actor& actor, const Process& process) {
            return database.act_as(actor, process, [&](auto& act) {
                return app::invite_parties(act, asked.referral, {{"Ny", "business", "", {}}});
            });
        };
        CHECK_FALSE(tried(with_role(Role::handler, asked.process()), asked.process()));
        CHECK_FALSE(tried(with_role(Role::editor, other.revision), other.revision));
        CHECK_FALSE(tried(with_role(Role::editor, other.revision), asked.process()));
    });
}
