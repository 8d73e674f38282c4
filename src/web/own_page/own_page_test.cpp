#include "app/own_page/own_page.hpp"

#include "app/conversation/opinion.hpp"
#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "app/mail/following.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "store/mail/mail_store.hpp"
#include "store/mail/subscriber_store.hpp"
#include "store/own_page/own_page_store.hpp"
#include "support/forms.hpp"
#include "support/markup.hpp"
#include "web/mail/letters.hpp"

using namespace example;
using web::http::Fields;
using web::http::Method;

namespace {

const std::string eva = "eva@example.org";
const std::string own = "/mina-sidor";

/// Browsers that come to their own pages.
struct Browsers {
    TestSite site;

    explicit Browsers(TestDatabase& database) : site{database} {}

    app::Receipt send(const std::string& contact, const std::string& key, const World& where,
        const std::string& text = "Fler bussar") const {
        auto typed = draft(text);
        typed.contact = contact;
        return site.database
            .act_as(Actor::anybody(), where.revision,
                [&](auto& act) {
                    return app::receive_inspel(act, where.activity, typed, {key, secret});
                })
            .value();
    }
    std::string link(const std::string& address) const {
        return "/mina-sidor/lank/" +
               app::own_link_token(store::mail_to(*site.database.db, address).back(), secret);
    }
    /// The session that the link's button sets, as the browser sends it.
    std::string opened(const std::string& address) const {
        REQUIRE(site.post(own, "", {{"epost", address}}).status == 200);
        const auto response = site.post(link(address), "", {});
        REQUIRE(response.status == 303);
        const auto set = header(response, "Set-Cookie");
        return set.substr(5, set.find(';') - 5);
    }
    web::Response with(
        const std::string& session, Method method, const std::string& target, const Fields& form = {}) const {
        auto request = site.request(method, target);
        request.headers["cookie"] = "mina=" + session;
        request.form = form;
        return site.answer(request);
    }
    web::Response get(const std::string& session, const std::string& target = own) const {
        return with(session, Method::get, target);
    }
};

}  // namespace

TEST_CASE("the answer about a link is the same whatever is tied to the address") {
    on_each_database([](TestDatabase& database) {
        const Browsers browsers{database};
        (void)browsers.send(eva, "a", browsers.site.world);

        const auto known = browsers.site.post(own, "", {{"epost", eva}});
        const auto unknown = browsers.site.post(own, "", {{"epost", "bo@example.org"}});
        for (int i = 0; i < 3; ++i) (void)browsers.site.post(own, "", {{"epost", eva}});
        const auto too_many = browsers.site.post(own, "", {{"epost", eva}});

        CHECK(known.status == 200);
        CHECK(known.body == unknown.body);
        CHECK(known.body == too_many.body);
        CHECK(header(known, "Set-Cookie").empty());
        const auto wrong = browsers.site.post(own, "", {{"epost", "eva@"}});
        CHECK(wrong.status == 422);
        CHECK(contains(wrong, "value=\"eva@\""));
    });
}

TEST_CASE("a link that is fetched ahead is not used up, opens once, and its cookie is for this site alone") {
    on_each_database([](TestDatabase& database) {
        const Browsers browsers{database};
        (void)browsers.site.post(own, "", {{"epost", eva}});
        const auto link = browsers.link(eva);

        for (int i = 0; i < 3; ++i) {
            const auto shown = browsers.site.get(link);
            CHECK(shown.status == 200);
            CHECK(contains(shown, eva));
            CHECK(header(shown, "Set-Cookie").empty());
            CHECK(header(shown, "Cache-Control") == "no-store");
        }
        auto from_elsewhere = browsers.site.request(Method::post, link);
        from_elsewhere.headers["origin"] = "https://evil.example";
        CHECK(browsers.site.answer(from_elsewhere).status == 403);
        const auto opened = browsers.site.post(link, "", {});
        CHECK(opened.status == 303);
        const auto cookie = header(opened, "Set-Cookie");
        CHECK(cookie.starts_with("mina="));
        for (const auto* part : {"HttpOnly", "SameSite=Lax", "Path=/"})
            CHECK(cookie.find(part) != cookie.npos);
        CHECK(browsers.site.post(link, "", {}).status == 410);
        CHECK(browsers.site.get(link).status == 410);
        CHECK(browsers.site.get("/mina-sidor/lank/x").status == 410);
    });
}

TEST_CASE("the page shows what is the address's in every process, with answers and receipt, and no other's") {
    on_each_database([](TestDatabase& database) {
        const Browsers browsers{database};
        const auto& process = browsers.site.world.revision;
        const auto first = browsers.send(eva, "a", browsers.site.world, "Fler bussar till Berg");
        (void)browsers.send(eva, "b", browsers.site.other, "Fler tåg till Dal");
        (void)browsers.send("bo@example.org", "c", browsers.site.world, "Färre bilar");
        const auto act = [&](auto verb) { return database.act(process, std::move(verb)).value(); };
        act([&](auto& a) { return app::publish_inspel(a, first.number); });
        const auto issue = act([&](auto& a) {
            return app::split_inspel(a, first.number, {"Fler bussar", "", "", "", {}}, today);
        });
        const auto answer = act(
            [&](auto& a) { return app::answer_issue(a, issue.id, "noterat", "Vi tar upp <b>det</b>", {}); });
        const auto session = browsers.opened(eva);

        CHECK_FALSE(contains(browsers.get(session), "Vi tar upp"));  // it is held
        act([&](auto& a) { return app::publish_answers(a, {answer.id}); });
        const auto page = browsers.get(session);

        CHECK(page.status == 200);
        CHECK(what_is_wrong_with(page.body) == "");
        CHECK(header(page, "Cache-Control") == "no-store");
        CHECK(contains(page, eva));
        CHECK(contains(page, "Fler bussar till Berg"));
        CHECK(contains(page, "Fler tåg till Dal"));
        CHECK(contains(page, "Vi tar upp &lt;b&gt;det"));
        CHECK(contains(page, "/processer/rus-2050/kvittens/" + first.code));
        CHECK_FALSE(contains(page, "Färre bilar"));
        for (const auto& nobody : {std::string{}, std::string{"x"}, session + "x"}) {
            const auto asked = browsers.get(nobody);
            CHECK(asked.status == 200);
            CHECK_FALSE(contains(asked, "Fler bussar"));
        }
        CHECK(contains(browsers.site.get(own), "name=\"epost\""));  // no page of another's is kept
    });
}

TEST_CASE("hostile words of an inspel, a request and its answer stay words on all of one's pages") {
    for (const auto& text : markup::hostile_texts()) {
        CAPTURE(text);
        detail::on_sqlite([&](TestDatabase& database) {
            const Browsers browsers{database};
            const auto sent = browsers.send(eva, "a", browsers.site.world, text + "!");
            const auto session = browsers.opened(eva);
            const auto address = "/processer/rus-2050/mina-sidor/" + std::to_string(sent.number) + "/begaran";
            auto form = form_to(browsers.get(session, address).body, "/begaran");
            set(form, "text", text + "?");
            set(form, "typ", "erasure");
            CHECK(browsers.with(session, Method::post, address, form.fields).status == 303);
            CHECK(what_is_wrong_with(browsers.get(session).body) == "");
            const auto staff = browsers.site.session(Role::moderator, browsers.site.world.revision);
            const std::string desk = "/processer/rus-2050/handlaggning/begaran";
            CHECK(what_is_wrong_with(browsers.site.get(desk, staff).body) == "");
            CHECK(browsers.site.post(desk + "/1/svar", staff, {{"svar-1", text + "!"}}).status == 303);
            CHECK(what_is_wrong_with(browsers.site.get(desk, staff).body) == "");
            CHECK(what_is_wrong_with(browsers.get(session).body) == "");
        });
    }
}

TEST_CASE("what was typed comes back when the session is over or something is missing") {
    on_each_database([](TestDatabase& database) {
        const Browsers browsers{database};
        const auto sent = browsers.send(eva, "a", browsers.site.world);
        const auto session = browsers.opened(eva);
        const auto address = "/processer/rus-2050/mina-sidor/" + std::to_string(sent.number) + "/begaran";
        auto form = form_to(browsers.get(session, address).body, "/begaran");
        set(form, "text", "Mitt namn är fel.");

        const auto without_kind = browsers.with(session, Method::post, address, form.fields);
        CHECK(without_kind.status == 422);
        CHECK(contains(without_kind, "Mitt namn är fel."));
        set(form, "typ", "correction");
        database.now += own_idle_limit + 1min;
        const auto late = browsers.with(session, Method::post, address, form.fields);
        CHECK(late.status == 403);
        CHECK(contains(late, "Mitt namn är fel."));
        CHECK(store::own_requests(*database.db, browsers.site.world.revision.id, 10).empty());
        CHECK(browsers.with(session, Method::post, own + "/kvittens", {{"kod", sent.code}}).status == 403);
        CHECK(browsers.with(session, Method::post, own + "/utdrag", {{"format", "json"}}).status == 403);
    });
}

TEST_CASE("an inspel is tied by its code: on the receipt with a mail, on one's own page at once") {
    on_each_database([](TestDatabase& database) {
        const Browsers browsers{database};
        const auto sent = browsers.send("", "a", browsers.site.world, "Fler bussar");
        const auto receipt = "/processer/rus-2050/kvittens/" + sent.code;
        const auto taken = browsers.send("bo@example.org", "b", browsers.site.world, "Färre bilar");

        auto form = form_to(browsers.site.get(receipt).body, "/adress");
        set(form, "epost", "eva");
        CHECK(browsers.site.post(form.action, "", form.fields).status == 422);
        set(form, "epost", eva);
        CHECK(browsers.site.post(form.action, "", form.fields).status == 200);
        CHECK(browsers.site.post(browsers.link(eva), "", {}).status == 303);
        CHECK_FALSE(contains(browsers.site.get(receipt), "/adress\""));

        const auto other = browsers.send("", "c", browsers.site.other, "Fler tåg");
        const auto session = browsers.opened(eva);
        const auto tie = [&](const std::string& code) {
            return browsers.with(session, Method::post, own + "/kvittens", {{"kod", code}});
        };
        CHECK(contains(browsers.get(session), "Fler bussar"));
        CHECK(tie(readable_code(other.code)).status == 303);
        CHECK(contains(browsers.get(session), "Fler tåg"));
        const auto refused = tie(taken.code);
        CHECK(refused.status == 422);
        CHECK_FALSE(contains(refused, "Färre bilar"));
        CHECK(contains(refused, taken.code));  // what was typed
        CHECK(tie("").status == 422);
    });
}

TEST_CASE("a stranger's inspel becomes nobody's unawares: link and mail say which it is, and what to do") {
    on_each_database([](TestDatabase& database) {
        const Browsers browsers{database};
        const auto sent = browsers.send("", "a", browsers.site.world, "Riv <b>allt</b>");
        auto form = form_to(browsers.site.get("/processer/rus-2050/kvittens/" + sent.code).body, "/adress");
        set(form, "epost", eva);
        REQUIRE(browsers.site.post(form.action, "", form.fields).status == 200);

        const auto page = browsers.site.get(browsers.link(eva));
        const auto mail = store::mail_to(*database.db, eva).back();
        const auto plain = as_plain(*web::mail::letter_of(*database.db, {stockholm, "", secret}, mail));

        const auto number = "I-" + std::to_string(sent.number);
        CHECK(contains(page, number + " Riv &lt;b&gt;allt"));
        CHECK(contains(page, "Har du inte skickat det?"));
        CHECK(plain.find(number) != plain.npos);
        CHECK(plain.find("Har du inte skickat det?") != plain.npos);
        CHECK(plain.find("Riv") == plain.npos);
        (void)browsers.site.post(own, "", {{"epost", eva}});
        CHECK_FALSE(contains(browsers.site.get(browsers.link(eva)), "Har du inte skickat det?"));
    });
}

TEST_CASE("who has sent very much sees the newest, and that the rest is in the file") {
    detail::on_sqlite([](TestDatabase& database) {
        const Browsers browsers{database};
        for (int i = 0; i < 202; ++i)
            (void)browsers.send(eva, "nyckel " + std::to_string(i), browsers.site.world);
        const auto session = browsers.opened(eva);

        const auto page = browsers.get(session).body;

        CHECK(page.find("I-202 ") != page.npos);
        CHECK(page.find("I-3 ") != page.npos);
        CHECK(page.find("I-2 ") == page.npos);
        CHECK(page.find("2 äldre inspel finns i filen under Dina uppgifter.") != page.npos);
    });
}

TEST_CASE("somebody withdraws, stops following, fetches their data and signs out by the page's own forms") {
    on_each_database([](TestDatabase& database) {
        const Browsers browsers{database};
        const auto sent = browsers.send(eva, "a", browsers.site.world, "Fler bussar");
        const auto& process = browsers.site.world.revision;
        (void)database.act_as(Actor::anybody(), process,
            [&](auto& act) { return app::follow(act, eva, "process", "sv", today); });
        const auto subscriber = [&] { return store::subscriber_with_address(*database.db, process.id, eva); };
        (void)database.act_as(Actor::anybody(), process, [&](auto& act) {
            return app::confirm_following(act, {app::link_of(*subscriber(), secret), secret});
        });
        const auto session = browsers.opened(eva);
        const auto press = [&](const std::string& end, auto change) {
            auto form = form_to(browsers.get(session).body, end);
            change(form);
            return browsers.with(session, Method::post, form.action, form.fields);
        };
        const auto as_it_is = [](PageForm&) {};

        const auto file = press("/utdrag", [](PageForm& form) { set(form, "format", "json"); });
        CHECK(file.status == 200);
        CHECK(contains(file, "Fler bussar"));
        CHECK(contains(file, "\"subscriber\""));
        CHECK(header(file, "Cache-Control") == "no-store");
        CHECK(press("/besked", as_it_is).status == 303);
        CHECK(subscriber());
        CHECK(press("/besked", [&](PageForm& form) {
            std::erase_if(form.fields, [](const auto& field) { return field.first.starts_with("om-"); });
        }).status == 303);
        CHECK_FALSE(subscriber());
        CHECK(press("/" + std::to_string(sent.number) + "/aterkallelse", as_it_is).status == 303);
        CHECK(contains(browsers.get(session), "Du har tagit tillbaka det"));
        CHECK(press("/utloggning", as_it_is).status == 303);
        CHECK(contains(browsers.get(session), "name=\"epost\""));
    });
}

TEST_CASE("of votes the page says what it cannot know, and where this browser has voted") {
    on_each_database([](TestDatabase& database) {
        const Browsers browsers{database};
        const auto session = browsers.opened(eva);
        auto request = browsers.site.request(Method::get, own);
        request.headers["cookie"] = "mina=" + session + "; deltar=" + app::new_participant_key();

        const auto page = browsers.site.answer(request);

        CHECK(page.status == 200);
        CHECK(contains(page, "slumptal"));
        CHECK(contains(page, "registerutdrag"));
    });
}

TEST_CASE("staff come to no one's own page, and a sender's session opens no desk") {
    on_each_database([](TestDatabase& database) {
        const Browsers browsers{database};
        (void)browsers.send(eva, "a", browsers.site.world, "Fler bussar");
        const auto session = browsers.opened(eva);
        const auto leader = browsers.site.session(Role::process_leader, browsers.site.world.revision);

        CHECK_FALSE(contains(browsers.site.get(own, leader), "Fler bussar"));
        auto as_staff = browsers.site.request(Method::get, "/processer/rus-2050/handlaggning/begaran");
        as_staff.headers["cookie"] = "ms=" + session;
        CHECK(browsers.site.answer(as_staff).status == 403);
        as_staff.headers["cookie"] = "mina=" + session;
        CHECK(browsers.site.answer(as_staff).status == 403);
    });
}

TEST_CASE("the mail with the link holds it, and nothing of what is tied to the address") {
    on_each_database([](TestDatabase& database) {
        const Browsers browsers{database};
        (void)browsers.send(eva, "a", browsers.site.world, "Fler bussar");
        (void)browsers.site.post("/en" + own, "", {{"epost", eva}});
        const auto mail = store::mail_to(*database.db, eva).back();
        const web::mail::Office office{
            .clock = stockholm, .base_url = "https://rus.example.org", .secret = secret};

        const auto plain = as_plain(*web::mail::letter_of(*database.db, office, mail));

        CHECK(plain.find("https://rus.example.org/en" + browsers.link(eva)) != plain.npos);
        CHECK(plain.find("bussar") == plain.npos);
        auto hiding = office;
        hiding.hides_codes = true;
        CHECK(as_plain(*web::mail::letter_of(*database.db, hiding, mail)).find(browsers.link(eva)) ==
              plain.npos);
    });
}
