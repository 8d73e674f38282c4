#include "app/inspel/inspel.hpp"
#include "app/inspel/redaction.hpp"
#include "store/inspel/inspel_store.hpp"
#include "support/forms.hpp"
#include "support/markup.hpp"

using namespace example;

namespace {

const std::string root = "/processer/rus-2050";
const std::string desk = root + "/handlaggning";

struct Case {
    TestSite site;
    app::Receipt shown;
    app::Receipt waiting;

    explicit Case(TestDatabase& database)
        : site{database}, shown{sent("Köp billiga däck", "a")}, waiting{sent("Ett inspel om bussar", "b")} {
        detail::must(site, [&](auto& act) { return app::publish_inspel(act, shown.number); });
    }
    app::Receipt sent(const std::string& text, const std::string& key) {
        return detail::must(site, [&](auto& act) {
            return app::receive_inspel(act, site.world.activity, draft(text), {key, secret});
        });
    }
    /// Reports the published inspel as a browser would, and gives the address of the receipt.
    std::string report(const std::string& why) {
        auto form = form_to(site.get(root + "/inspel/1/anmalan").body, "/anmalan");
        set(form, "grund", "insult");
        set(form, "text", why);
        const auto answer = site.post_as_it_is(form.action, "", form.fields);
        REQUIRE(answer.status == 303);
        return header(answer, "Location");
    }
    web::Response send(const PageForm& form, const std::string& session) {
        return site.post_as_it_is(form.action, session, form.fields);
    }
    Inspel::State state(int number) {
        return store::inspel_numbered(*site.database.db, site.world.revision.id, number)->state;
    }
};

}  // namespace

TEST_CASE("whoever reports without signing in gets a code, and learns by it what was decided and why") {
    on_each_database([](TestDatabase& database) {
        Case c{database};
        CHECK(contains(c.site.get(root + "/inspel/1"), root + "/inspel/1/anmalan"));
        const auto receipt = c.report("<script>alert(1)</script> Den pekar ut min granne.");
        CHECK(contains(c.site.get(receipt), "har kommit in"));
        CHECK(contains(c.site.get(receipt), "&lt;script&gt;"));
        CHECK(contains(c.site.get(root + "/inspel/1"), "däck"));

        const auto moderator = c.site.session(Role::moderator, c.site.world.revision);
        CHECK(contains(c.site.get(desk + "/anmalt", moderator), "1 anmälan"));
        auto form = form_to(c.site.get(desk + "/anmalt/1", moderator).body, "/anmalt/1");
        set(form, "utfall", "taken_down");
        set(form, "svar", "Ordet pekar ut någon.");
        const auto refused = c.send(form, moderator);
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Ordet pekar ut någon."));
        set(form, "grund", "personal_data");
        CHECK(c.send(form, moderator).status == 303);
        CHECK(c.site.get(root + "/inspel/1").status == 410);
        CHECK(contains(c.site.get(receipt), "Ordet pekar ut någon."));
        CHECK(contains(c.site.get(root + "/kvittens/" + c.shown.code), "Någon anmälde det"));
        CHECK_FALSE(contains(c.site.get(root + "/kvittens/" + c.shown.code), "granne"));
    });
}

TEST_CASE("the queue of reports is for those who may decide, and the same page does not decide twice") {
    on_each_database([](TestDatabase& database) {
        Case c{database};
        c.report("Fel.");
        for (const auto role : {Role::viewer, Role::editor}) {
            const auto other = c.site.session(role, c.site.world.revision);
            CHECK(c.site.get(desk + "/anmalt", other).status == 403);
            CHECK(c.site.get(desk + "/anmalt/1", other).status == 403);
        }
        CHECK(c.site.get(desk + "/anmalt").status != 200);
        const auto first = c.site.session(Role::moderator, c.site.world.revision);
        const auto second = c.site.session(Role::handler, c.site.world.revision);
        auto one_tab = form_to(c.site.get(desk + "/anmalt/1", first).body, "/anmalt/1");
        auto other_tab = form_to(c.site.get(desk + "/anmalt/1", second).body, "/anmalt/1");
        set(one_tab, "utfall", "stays");
        set(one_tab, "svar", "Den får vara kvar.");
        set(other_tab, "utfall", "taken_down");
        set(other_tab, "grund", "spam");
        set(other_tab, "svar", "Den tas bort.");
        CHECK(c.send(one_tab, first).status == 303);
        const auto late = c.send(other_tab, second);
        CHECK(late.status == 409);
        CHECK(contains(late, "Den tas bort."));
        CHECK(c.state(1) == Inspel::State::published);
    });
}

TEST_CASE(
    "a report without words or reason comes back as it was, and a code that is nobody's leads nowhere") {
    on_each_database([](TestDatabase& database) {
        Case c{database};
        auto form = form_to(c.site.get(root + "/inspel/1/anmalan").body, "/anmalan");
        set(form, "kontakt", "min@adress.example");
        const auto empty = c.site.post_as_it_is(form.action, "", form.fields);
        CHECK(empty.status == 422);
        CHECK(contains(empty, "min@adress.example"));
        set(form, "nyckel", "påhittad");
        CHECK(c.site.post_as_it_is(form.action, "", form.fields).status == 422);
        CHECK(database.db->run("SELECT id FROM content_report").empty());

        CHECK(c.site.get(root + "/inspel/2/anmalan").status == 404);
        CHECK(c.site.get(root + "/anmalan/" + c.shown.code).status == 404);
        CHECK(c.site.post(root + "/anmalan", "", {{"kod", c.shown.code}}).status == 422);
        const auto receipt = c.report("Fel.");
        CHECK(c.site.get("/processer/annan" + receipt.substr(root.size())).status == 404);
        const auto code = receipt.substr(receipt.rfind('/') + 1);
        CHECK(header(c.site.post(root + "/anmalan", "", {{"kod", "kod: " + code}}), "Location") == receipt);
    });
}

TEST_CASE("a declined sender reads the reasons, appeals by the code, and somebody else looks again") {
    on_each_database([](TestDatabase& database) {
        Case c{database};
        const auto first = c.site.session(Role::moderator, c.site.world.revision);
        const auto second = c.site.session(Role::handler, c.site.world.revision);
        auto decline = form_to(c.site.get(desk + "/inspel/2", first).body, "/avslag");
        set(decline, "grund", "off_topic");
        set(decline, "skal", "Det handlar om något annat.");
        REQUIRE(c.send(decline, first).status == 303);
        const auto gone = c.site.get(root + "/inspel/2");
        CHECK(gone.status == 410);
        CHECK(contains(gone, "ny bedömning"));

        const auto receipt = root + "/kvittens/" + c.waiting.code;
        const auto page = c.site.get(receipt);
        CHECK(contains(page, "Vår egen granskning"));
        CHECK(contains(page, "En människa, inget program"));
        auto appeal = form_to(page.body, "/omprovning");
        CHECK(c.send(appeal, "").status == 422);
        set(appeal, "skal", "Det handlar om strategins mål 3.");
        CHECK(c.send(appeal, "").status == 303);
        auto guess = appeal;
        guess.action = root + "/kvittens/" + c.shown.code + "0/omprovning";
        CHECK(c.send(guess, "").status == 404);

        CHECK(contains(c.site.get(desk + "/omprovning/1", first), "måste vara någon annan"));
        auto own = form_to(c.site.get(desk + "/omprovning/1", second).body, "/omprovning/1");
        set(own, "utfall", "restored");
        set(own, "svar", "Det gäller mål 3. Vi läste fel.");
        CHECK(c.send(own, first).status == 403);
        CHECK(c.state(2) == Inspel::State::declined);
        CHECK(c.send(own, second).status == 303);
        CHECK(c.state(2) == Inspel::State::published);
        CHECK(contains(c.site.get(receipt), "Vi läste fel."));
        CHECK(c.site.get(root + "/inspel/2").status == 200);
    });
}

TEST_CASE("whoever looks again reads what was sent, also masked words, while it is to be decided") {
    on_each_database([](TestDatabase& database) {
        Case c{database};
        detail::must(c.site, [&](auto& act) { return app::redact(act, 2, {"bussar", "annat"}); });
        const auto first = c.site.session(Role::moderator, c.site.world.revision);
        auto decline = form_to(c.site.get(desk + "/inspel/2", first).body, "/avslag");
        set(decline, "grund", "off_topic");
        set(decline, "skal", "Det handlar om något annat.");
        REQUIRE(c.send(decline, first).status == 303);
        auto appeal = form_to(c.site.get(root + "/kvittens/" + c.waiting.code).body, "/omprovning");
        set(appeal, "skal", "Det handlar om bussarna.");
        REQUIRE(c.send(appeal, "").status == 303);

        const auto second = c.site.session(Role::handler, c.site.world.revision);
        CHECK(contains(c.site.get(desk + "/omprovning/1", second), "Ett inspel om bussar"));

        auto own = form_to(c.site.get(desk + "/omprovning/1", second).body, "/omprovning/1");
        set(own, "utfall", "upheld");
        set(own, "svar", "Det handlar inte om strategin.");
        REQUIRE(c.send(own, second).status == 303);
        detail::must(c.site, [&](auto& act) { return app::reopen_inspel(act, 2); });
        auto anew = form_to(c.site.get(desk + "/inspel/2", first).body, "/avslag");
        set(anew, "grund", "spam");
        set(anew, "skal", "Det är reklam.");
        REQUIRE(c.send(anew, first).status == 303);
        const auto page = c.site.get(desk + "/omprovning/1", second);
        CHECK(contains(page, "Det handlar inte om strategin."));
        CHECK_FALSE(contains(page, "Det är reklam."));
        CHECK_FALSE(contains(page, "Ett inspel om bussar"));
    });
}

TEST_CASE(
    "the rules are there before anybody has written any, and the leader alone writes the region's own") {
    on_each_database([](TestDatabase& database) {
        Case c{database};
        CHECK(contains(c.site.get("/spelregler"), "Gör inte reklam"));
        const auto leader = c.site.session(Role::process_leader, c.site.world.revision);
        auto form = form_to(c.site.get(desk + "/webbplats/spelregler", leader).body, "/spelregler");
        set(form, "reklam", "Sälj inget <b>här</b>.");
        const auto handler = c.site.session(Role::handler, c.site.world.revision);
        CHECK(c.site.get(desk + "/webbplats/spelregler", handler).status == 403);
        CHECK(c.send(form, handler).status == 403);
        CHECK(c.send(form, leader).status == 303);
        const auto page = c.site.get("/spelregler");
        CHECK(contains(page, "Sälj inget &lt;b&gt;här&lt;/b&gt;."));
        CHECK_FALSE(contains(page, "Gör inte reklam"));
        CHECK(contains(page, "Hota inte"));
        CHECK(what_is_wrong_with(page.body) == "");
    });
}

TEST_CASE(
    "what has been decided is counted in public, but not fewer than five, nor a sum that would tell them") {
    on_each_database([](TestDatabase& database) {
        Case c{database};
        const auto decline = [&](const std::string& key) {
            const auto number = c.sent("Köp däck nummer " + key, key).number;
            detail::must(c.site, [&](auto& act) {
                return app::decline_inspel(act, number, "spam", "Reklam från Vintergatan.");
            });
        };
        for (const auto* key : {"1", "2", "3", "4"}) decline(key);
        const auto numbers = root + "/granskning";
        CHECK(contains(c.site.get(numbers), "färre än fem"));
        CHECK(contains(c.site.get(numbers), "visas inte"));
        decline("5");
        const auto page = c.site.get(numbers);
        CHECK_FALSE(contains(page, "färre än fem"));
        CHECK(contains(page, ">5<"));
        CHECK(contains(page, ">Skäl</th>"));
        CHECK(contains(page, ">Vad som beslutades</th>"));
        CHECK_FALSE(contains(page, "Vintergatan"));
        CHECK(c.site.get("/processer/annan/granskning").status == 200);
        CHECK_FALSE(contains(c.site.get("/processer/annan/granskning"), ">5<"));
    });
}

TEST_CASE("a statement that is voted on can be reported, and one that is not shown cannot") {
    on_each_database([](TestDatabase& database) {
        Case c{database};
        const auto conversation = start_conversation(database, c.site.world.revision);
        const auto statements = root + "/aktiviteter/rosta/pastaenden";
        CHECK(contains(c.site.get(statements), "/anmalan"));
        auto form = form_to(c.site.get(statements + "/1/anmalan").body, "/1/anmalan");
        set(form, "grund", "other");
        set(form, "text", "Det är fel.");
        CHECK(c.send(form, "").status == 303);
        (void)conversation.act(app::moderate_statement, 1, Ruling{"rejected", "insult", ""});
        CHECK(c.site.get(statements + "/1/anmalan").status == 404);
        CHECK(c.send(form, "").status == 404);
        const auto moderator = c.site.session(Role::moderator, c.site.world.revision);
        auto decision = form_to(c.site.get(desk + "/anmalt/1", moderator).body, "/anmalt/1");
        set(decision, "utfall", "stays");
        set(decision, "svar", "Det får vara kvar.");
        CHECK(c.send(decision, moderator).status == 422);
        set(decision, "utfall", "gone");
        CHECK(c.send(decision, moderator).status == 303);
    });
}
