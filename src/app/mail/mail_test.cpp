#include "app/mail/mail.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/inspel/inspel_import.hpp"
#include "app/staff/staff.hpp"
#include "store/mail/mail_store.hpp"
#include "store/staff/staff_store.hpp"
#include "support/example.hpp"
#include "support/outbox.hpp"

using namespace example;

namespace {

InspelDraft draft_with(const std::string& contact) {
    auto typed = draft("Fler bussar och tåg");
    typed.contact = contact;
    return typed;
}

Result<app::Receipt> sent(
    TestDatabase& database, const World& world, const std::string& contact, const std::string& form = "a") {
    return database.act_as(Actor::anybody(), world.revision, [&](auto& act) {
        return app::receive_inspel(act, world.activity, draft_with(contact), {form, secret});
    });
}

Mail begun(TestDatabase& database) {
    return database.act([](auto& act) { return app::begin_sending(act); }).value();
}

auto ended(TestDatabase& database, const Mail& mail, Delivery::Outcome outcome) {
    return database.act([&](auto& act) { return app::end_sending(act, mail.id, {outcome, 250, true}); });
}

}  // namespace

TEST_CASE("a sender who gave an address gets one receipt, and its code is nowhere in the database") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);

        const auto receipt = sent(database, world, " Eva@Example.ORG");
        CHECK(sent(database, world, " Eva@Example.ORG")->was_here);

        const auto mails = outbox(database);
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].recipient == "Eva@example.org");
        CHECK(mails[0].kind == Mail::Kind::receipt);
        CHECK(mails[0].state == Mail::State::waiting);
        CHECK(app::code_of({mails[0].code_key, secret}, world.revision) == receipt->code);
    });
}

TEST_CASE("nothing is put in the outbox for a telephone number, or by an act that is refused") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);

        CHECK(sent(database, world, "070-123 45 67"));
        CHECK(sent(database, world, "eva@example.org\r\nBcc: bo@example.org", "b"));
        auto empty = draft_with("eva@example.org");
        empty.text.clear();
        CHECK_FALSE(database.act_as(Actor::anybody(), world.revision, [&](auto& act) {
            return app::receive_inspel(act, world.activity, empty, {"c", secret});
        }));

        CHECK(outbox(database).empty());
    });
}

TEST_CASE("a letter that staff write down is answered with a receipt, a table that they read in is not") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        app::Entered letter;
        letter.draft = draft_with("eva@example.org");
        letter.received_at = database.now;

        REQUIRE(database.act(world.revision, [&](auto& act) {
            return app::import_inspel(act, std::vector<app::Entered>(3, letter), secret);
        }));
        CHECK(outbox(database).empty());
        REQUIRE(
            database.act(world.revision, [&](auto& act) { return app::enter_inspel(act, letter, secret); }));
        CHECK(outbox(database).size() == 1);
    });
}

TEST_CASE("an address that others write in the form gets no more than twelve receipts within the hour") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);

        for (int i = 0; i < 15; ++i) CHECK(sent(database, world, "eva@example.org", std::to_string(i)));
        CHECK(outbox(database).size() == 12);
        database.now += 61min;
        CHECK(sent(database, world, "eva@example.org", "later"));

        CHECK(outbox(database).size() == 13);
    });
}

TEST_CASE("the sender is told that the inspel is published, and why it was declined") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto first = sent(database, world, "eva@example.org");
        const auto second = sent(database, world, "bo@example.org", "b");

        CHECK(
            database.act(world.revision, [&](auto& act) { return app::publish_inspel(act, first->number); }));
        CHECK(database.act(world.revision,
            [&](auto& act) { return app::decline_inspel(act, second->number, "off_topic", "Annat"); }));

        const auto mails = outbox(database);
        REQUIRE(mails.size() == 4);
        CHECK(mails[2].kind == Mail::Kind::published);
        CHECK(mails[2].recipient == "eva@example.org");
        CHECK(mails[3].kind == Mail::Kind::declined);
        CHECK(mails[3].recipient == "bo@example.org");
    });
}

TEST_CASE("erasure takes the addresses in the outbox with the inspel") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        const auto receipt = sent(database, world, "eva@example.org");

        CHECK(database.act(world.revision, [&](auto& act) {
            return app::erase_inspel(act, receipt->number,
                {Erasure::Level::destroyed, Erasure::Ground::data_protection, "RUN/1/2026"});
        }));

        CHECK(outbox(database).empty());
    });
}

TEST_CASE("what was being sent when the program ended is unknown, and is sent again only by somebody") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        (void)sent(database, world, "eva@example.org");
        const auto mail = begun(database);
        CHECK(mail.tries == 1);
        CHECK(mail.state == Mail::State::sending);

        CHECK(database.act([](auto& act) { return app::lose_sight_of_mail(act); }).value() == 1);

        CHECK_FALSE(begun(database).id);
        CHECK(outbox(database)[0].state == Mail::State::unknown);
        const auto again = database.act_as(with_role(Role::moderator, world.revision), world.revision,
            [&](auto& act) { return app::send_mail_again(act, mail.id); });
        CHECK(again->public_id == mail.public_id);
        CHECK(begun(database).id == mail.id);
    });
}

TEST_CASE("every mail is in one of the states, whatever has come of it") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        using Outcome = Delivery::Outcome;
        for (const auto* form : {"a", "b", "c", "d", "e"})
            (void)sent(database, world, std::string{form} + "@example.org", form);
        for (const auto outcome : {Outcome::accepted, Outcome::refused, Outcome::unknown, Outcome::not_now})
            CHECK(ended(database, begun(database), outcome));

        const auto counts = store::mail_counts(*database.db, world.revision.id);

        CHECK(counts.at(Mail::State::sent) == 1);
        CHECK(counts.at(Mail::State::bounced) == 1);
        CHECK(counts.at(Mail::State::unknown) == 1);
        CHECK(counts.at(Mail::State::waiting) == 2);
        CHECK(counts.at(Mail::State::sending) == 0);
    });
}

TEST_CASE("news that has waited for three days is given up, not sent") {
    on_each_database([](TestDatabase& database) {
        const auto world = settle(database);
        (void)sent(database, world, "eva@example.org");
        database.now += 72h;

        CHECK_FALSE(begun(database).id);

        CHECK(outbox(database)[0].state == Mail::State::bounced);
        CHECK(outbox(database)[0].tries == 0);
    });
}
