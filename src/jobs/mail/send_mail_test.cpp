#include "jobs/mail/send_mail.hpp"

#include "app/inspel/inspel.hpp"
#include "store/mail/mail_store.hpp"
#include "support/example.hpp"
#include "support/smtp_sink.hpp"

using namespace example;

namespace {

/// A site with people who wait for their receipts, and the mail server that takes them.
struct PostOffice {
    TestDatabase& database;
    World world = settle(database);
    SmtpSink sink = {};
    jobs::MailSender sender{
        sql::open(database.where, sql::Access::read_only), *database.writer, server_at(sink.url()), composed};

    explicit PostOffice(TestDatabase& where) : database{where} {}

    static jobs::MailServer server_at(const std::string& url) {
        jobs::MailServer server{url, "svar@region.example"};
        server.needs_encryption = false;
        server.connecting = 500ms;
        server.answering = 1000ms;
        server.whole = 1500ms;
        return server;
    }

    static std::optional<Message> composed(sql::Connection&, const Mail& mail) {
        if (mail.recipient.starts_with("silent@")) return std::nullopt;
        Message message{.from_name = "Regionen", .from = "svar@region.example", .to = mail.recipient};
        message.subject = "Åter";
        message.id = '<' + mail.public_id + "@region.example>";
        message.plain = "Hej\n.punkt\n";
        message.html = "<p>Hej</p>";
        return message;
    }

    void receipt_for(const std::string& name) const {
        auto typed = draft("Fler bussar");
        typed.contact = name + "@example.org";
        CHECK(database.act_as(Actor::anybody(), world.revision, [&](auto& act) {
            return app::receive_inspel(act, world.activity, typed, {name, secret});
        }));
    }

    Mail the_mail() const { return store::all_mail(*database.db, {}, 10).at(0); }
};

}  // namespace

TEST_CASE("whether the mail server lets us in is asked without sending anything") {
    const std::atomic<bool> is_ending{false};
    SmtpSink sink;
    jobs::SmtpClient client{PostOffice::server_at(sink.url())};
    CHECK(client.reach(is_ending));
    CHECK(sink.taken().empty());

    jobs::SmtpClient nowhere{PostOffice::server_at("smtp://127.0.0.1:1")};
    CHECK_FALSE(nowhere.reach(is_ending));
    CHECK_FALSE(nowhere.why().empty());
    auto encrypted = PostOffice::server_at(sink.url());
    encrypted.needs_encryption = true;
    jobs::SmtpClient refused{encrypted};
    CHECK_FALSE(refused.reach(is_ending));
}

TEST_CASE("what waits is sent once, as it was written") {
    on_each_database([](TestDatabase& database) {
        PostOffice office{database};
        office.receipt_for("eva");
        office.receipt_for("bo");

        CHECK(office.sender.send(database.now) == 2);
        CHECK(office.sender.send(database.now) == 0);

        const auto taken = office.sink.taken();
        REQUIRE(taken.size() == 2);
        CHECK(taken[0].from == "svar@region.example");
        CHECK(taken[0].to == "eva@example.org");
        CHECK(taken[0].text.find("Subject: =?UTF-8?B?w4V0ZXI=?=\r\n") != std::string::npos);
        CHECK(taken[0].text.find("\r\n.punkt\r\n") != std::string::npos);
        CHECK(office.the_mail().state == Mail::State::sent);
        CHECK(office.sender.trouble().empty());
    });
}

TEST_CASE("a recipient who is refused for good bounces, and the next is sent to") {
    on_each_database([](TestDatabase& database) {
        PostOffice office{database};
        office.receipt_for("refused");
        office.receipt_for("eva");

        CHECK(office.sender.send(database.now) == 1);

        CHECK(office.the_mail().state == Mail::State::bounced);
        CHECK(office.the_mail().reply == 550);
    });
}

TEST_CASE("a passing refusal, before the words or after them, is tried again after its pause") {
    for (const auto* name : {"later", "later-after"}) {
        CAPTURE(name);
        on_each_database([name](TestDatabase& database) {
            PostOffice office{database};
            office.receipt_for(name);

            CHECK(office.sender.send(database.now) == 0);

            CHECK(office.the_mail().state == Mail::State::waiting);
            CHECK(office.the_mail().next_at == database.now + 1min);
            CHECK(office.the_mail().tries == 1);
            CHECK(office.sender.trouble().empty());
        });
    }
}

TEST_CASE("when no answer comes after the words nobody knows, and it is not sent again by itself") {
    for (const auto* name : {"closes", "hangs"}) {
        CAPTURE(name);
        on_each_database([name](TestDatabase& database) {
            PostOffice office{database};
            office.receipt_for(name);

            CHECK(office.sender.send(database.now) == 0);
            CHECK(office.sender.send(database.now + 24h) == 0);

            CHECK(office.the_mail().state == Mail::State::unknown);
            CHECK(office.the_mail().tries == 1);
        });
    }
}

TEST_CASE("a connection that breaks before the words is tried again") {
    on_each_database([](TestDatabase& database) {
        PostOffice office{database};
        office.receipt_for("closes-early");

        CHECK(office.sender.send(database.now) == 0);

        CHECK(office.the_mail().state == Mail::State::waiting);
        CHECK_FALSE(office.sender.trouble().empty());
    });
}

TEST_CASE("a server that is down, or refuses us, makes no mail bounce and is left alone for a while") {
    on_each_database([](TestDatabase& database) {
        PostOffice office{database};
        for (const auto* name : {"eva", "bo", "li"}) office.receipt_for(name);
        office.sink.refuse_us();

        CHECK(office.sender.send(database.now) == 0);
        CHECK(office.sender.send(database.now + 1s) == 0);

        const auto counts = store::mail_counts(*database.db, {});
        CHECK(counts.at(Mail::State::waiting) == 3);
        CHECK(office.the_mail().tries == 1);
        jobs::MailSender elsewhere{sql::open(database.where, sql::Access::read_only), *database.writer,
            PostOffice::server_at("smtp://127.0.0.1:1"), PostOffice::composed};
        CHECK(elsewhere.send(database.now) == 0);
        CHECK(store::mail_counts(*database.db, {}).at(Mail::State::waiting) == 3);
    });
}

TEST_CASE("without encryption nothing is said to a server that offers none, unless we are told to") {
    on_each_database([](TestDatabase& database) {
        PostOffice office{database};
        office.receipt_for("eva");
        auto server = PostOffice::server_at(office.sink.url());
        server.needs_encryption = true;
        server.user = "medskapa";
        server.password = "test-only";
        jobs::MailSender careful{sql::open(database.where, sql::Access::read_only), *database.writer, server,
            PostOffice::composed};

        CHECK(careful.send(database.now) == 0);

        CHECK(office.sink.taken().empty());
        CHECK(office.the_mail().state == Mail::State::waiting);
    });
}

TEST_CASE("a mail about what is no longer so is taken away, unsent") {
    on_each_database([](TestDatabase& database) {
        PostOffice office{database};
        office.receipt_for("silent");

        CHECK(office.sender.send(database.now) == 0);

        CHECK(store::all_mail(*database.db, {}, 10).empty());
    });
}

TEST_CASE("the program's end does not wait for a server that hangs") {
    on_each_database([](TestDatabase& database) {
        PostOffice office{database};
        office.receipt_for("hangs");
        const auto began = std::chrono::steady_clock::now();
        std::thread ending{[&] { office.sender.end(); }};

        (void)office.sender.send(database.now);

        ending.join();
        CHECK(std::chrono::steady_clock::now() - began < 3s);
        CHECK(office.the_mail().state != Mail::State::sent);
    });
}
