#include "app/inspel/inspel.hpp"
#include "app/mail/following.hpp"
#include "store/mail/mail_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "support/pages.hpp"
#include "web/mail/letters.hpp"

using namespace example;

namespace {

const std::string outbox = "/processer/rus-2050/handlaggning/mejl";

struct Senders {
    TestSite site;

    explicit Senders(TestDatabase& database) : site{database} {}

    app::Receipt send(const std::string& contact, const std::string& text = "Fler bussar och tåg",
        const std::string& key = "a", const std::string& language = "sv") const {
        auto typed = draft(text);
        typed.contact = contact;
        typed.language = language;
        return site.database
            .act_as(Actor::anybody(), site.world.revision,
                [&](auto& act) {
                    return app::receive_inspel(act, site.world.activity, typed, {key, secret});
                })
            .value();
    }

    std::vector<Mail> mails() const { return store::all_mail(*site.database.db, {}, 100); }

    std::optional<web::mail::Letter> letter(const Mail& mail) const {
        const web::mail::Office office{
            .clock = stockholm, .base_url = "https://rus.example.org", .secret = secret};
        return web::mail::letter_of(*site.database.db, office, mail);
    }
};

bool has(const std::string& text, std::string_view words) {
    return text.find(words) != text.npos;
}

}  // namespace

TEST_CASE(
    "the receipt holds the code and the way to the inspel, and no words that anybody could have mailed by "
    "it") {
    on_each_database([](TestDatabase& database) {
        const Senders senders{database};
        const auto receipt = senders.send("eva@example.org", "Fler bussar\noch <b>tåg</b> & båt");

        const auto letter = senders.letter(senders.mails().at(0)).value();

        const auto plain = as_plain(letter);
        CHECK(letter.subject == "Vi har tagit emot ditt inspel I-1");
        CHECK(has(plain, readable_code(receipt.code)));
        CHECK(has(plain, "https://rus.example.org/processer/rus-2050/kvittens/" + receipt.code + "\n"));
        CHECK_FALSE(has(plain, "Fler bussar"));
        CHECK(has(plain, "rus@example.org"));
        const auto html = as_html(letter);
        CHECK_FALSE(has(html, "bussar"));
        CHECK(has(html, "<html lang=\"sv\">"));
        CHECK_FALSE(has(html, "src="));
    });
}

TEST_CASE("who wrote in English is written to in English") {
    on_each_database([](TestDatabase& database) {
        const Senders senders{database};
        (void)senders.send("eva@example.org", "More buses", "a", "en");

        const auto letter = senders.letter(senders.mails().at(0)).value();

        CHECK(letter.subject == "Your comment I-1 is received");
        CHECK(has(as_plain(letter), "https://rus.example.org/en/processer/rus-2050/kvittens/"));
    });
}

TEST_CASE("lines of a mail are 72 characters at most, and long words stay whole") {
    on_each_database([](TestDatabase& database) {
        const Senders senders{database};
        std::string text;
        for (int i = 0; i < 100; ++i) text += "åäö ";
        (void)senders.send("eva@example.org", text + std::string(200, 'x'));

        for (const auto& line : text::split(as_plain(*senders.letter(senders.mails().at(0))), '\n'))
            CHECK((text::length(line) <= 72 || has(line, "http") || has(line, "xxx")));
    });
}

TEST_CASE("a mail about what has changed meanwhile says nothing") {
    on_each_database([](TestDatabase& database) {
        const Senders senders{database};
        const auto receipt = senders.send("eva@example.org");
        const auto& process = senders.site.world.revision;
        CHECK(database.act(process,
            [&](auto& act) { return app::decline_inspel(act, receipt.number, "off_topic", "Annat"); }));
        const auto declined = senders.mails().back();
        CHECK(has(as_plain(*senders.letter(declined)), "rus@example.org"));
        CHECK_FALSE(senders.letter(senders.mails().front()));

        CHECK(database.act(process, [&](auto& act) { return app::reopen_inspel(act, receipt.number); }));

        CHECK_FALSE(senders.letter(declined));
    });
}

TEST_CASE("the desk shows what is sent without the sender's code, and to nobody else") {
    on_each_database([](TestDatabase& database) {
        const Senders senders{database};
        const auto receipt = senders.send("eva@example.org", "<script>x</script>");
        const auto session = senders.site.session(Role::viewer, senders.site.world.revision);
        const auto stranger = senders.site.session(Role::process_leader, senders.site.other.revision);
        const auto number = "/" + std::to_string(senders.mails().at(0).id.value);
        const auto letter = outbox + number;

        const auto page = senders.site.get(letter, session);

        CHECK(page.status == 200);
        CHECK(contains(page, "eva@example.org"));
        CHECK_FALSE(contains(page, "<script>x"));
        CHECK_FALSE(contains(page, receipt.code));
        CHECK_FALSE(contains(page, readable_code(receipt.code)));
        CHECK(contains(senders.site.get(outbox, session), "eva@example.org"));
        CHECK(senders.site.get(letter, stranger).status != 200);
        CHECK(senders.site.get(letter).status != 200);
        CHECK(senders.site.get("/processer/annan/handlaggning/mejl" + number, stranger).status == 404);
    });
}

TEST_CASE("the answer about a sign-in link is the same whoever has the address") {
    on_each_database([](TestDatabase& database) {
        const Senders senders{database};
        (void)senders.site.session(Role::handler, senders.site.world.revision);
        const auto asked = [&](const std::string& address) {
            return senders.site.post("/inloggning", "", {{"epost", address}});
        };

        const auto known = asked("handler@rus-2050.example");
        const auto unknown = asked("nobody@rus-2050.example");

        CHECK(known.status == 200);
        CHECK(unknown.status == 200);
        CHECK(known.body == unknown.body);
        REQUIRE(senders.mails().size() == 1);
        const auto letter = senders.letter(senders.mails()[0]).value();
        CHECK(has(as_plain(letter), "https://rus.example.org/inloggning/"));
        CHECK(asked("handler@rus-2050.example\r\nBcc: bo@example.org").status == 422);
        CHECK(senders.mails().size() == 1);
    });
}

namespace {

const std::string follow_page = "/processer/rus-2050/besked";

/// Somebody who follows the process and has confirmed it.
std::string confirmed_link(const Senders& senders) {
    const auto& site = senders.site;
    CHECK(site.post(follow_page, "", {{"om", "process"}, {"epost", "eva@example.org"}}).status == 200);
    const auto subscriber =
        store::subscriber_with_address(*site.database.db, site.world.revision.id, "eva@example.org");
    const auto link = follow_page + "/" + app::link_of(*subscriber, secret);
    CHECK(site.post(link + "/bekraftelse", "", {}).status == 303);
    return link;
}

}  // namespace

TEST_CASE("one click ends the mails, and looking at the page ends nothing") {
    on_each_database([](TestDatabase& database) {
        const Senders senders{database};
        const auto link = confirmed_link(senders);

        CHECK(senders.site.get(link + "/sluta").status == 200);
        CHECK(senders.site.get(link).status == 200);
        CHECK(senders.site.post(link + "/sluta", "", {{"List-Unsubscribe", "One-Click"}}).status == 200);

        CHECK(senders.site.get(link).status == 404);
        CHECK(senders.site.post(link + "/sluta", "", {}).status == 200);
    });
}

TEST_CASE("a link to news does nothing but change the news") {
    on_each_database([](TestDatabase& database) {
        const Senders senders{database};
        const auto link = confirmed_link(senders);
        const auto signed_name = link.substr(follow_page.size() + 1);

        CHECK(senders.site.get("/inloggning/" + signed_name).status == 410);
        CHECK(senders.site.get("/processer/rus-2050/kvittens/" + signed_name).status == 404);
        CHECK(senders.site.get("/processer/rus-2050/remiss/svar/" + signed_name).status == 404);
        CHECK(senders.site.get("/processer/annan/besked/" + signed_name).status == 404);
    });
}

TEST_CASE(
    "a digest tells of the days that have been, with a link that ends it, and is silent when nothing has "
    "happened") {
    on_each_database([](TestDatabase& database) {
        const Senders senders{database};
        (void)confirmed_link(senders);
        const auto digest_after = [&](int days) {
            (void)database.act([&](auto& act) {
                return app::write_digests(act, LocalTime{today + std::chrono::days{days}} + 12h);
            });
            database.now = noon + std::chrono::days{days};
            auto mail = senders.mails().back();
            mail.made_at = database.now;
            return senders.letter(mail);
        };
        const auto receipt = senders.send("", "Fler bussar", "b");
        CHECK(database.act(senders.site.world.revision,
            [&](auto& act) { return app::publish_inspel(act, receipt.number); }));

        const auto letter = digest_after(1);
        REQUIRE(letter);
        CHECK(has(as_plain(*letter), "1 inspel har publicerats"));
        CHECK(has(letter->unsubscribe, "https://rus.example.org/processer/rus-2050/besked/"));
        CHECK_FALSE(has(letter->subject, "eva"));
        CHECK_FALSE(digest_after(2));
    });
}
