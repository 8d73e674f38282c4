#include "support/priorities.hpp"

using namespace example;

TEST_CASE("what is proposed, tried, cited and decided is read by everybody, with why, and in the log") {
    on_each_database([](TestDatabase& database) {
        const PriorityLeader leader{database};
        CHECK(contains(leader.read(priority_pages), "Inget är föreslaget ännu"));
        REQUIRE(
            leader.propose("Sport", {{"invandningar", "Säsongen är kort.\n\nFå bor här."}}).status == 303);
        REQUIRE(leader.propose("Upplevelser", {{"slag", "strength_area"}, {"jobb", "6 896"}}).status == 303);
        CHECK(contains(leader.read(priority_pages), "2 förslag. Inget är beslutat ännu."));

        REQUIRE(leader.decide(2, {{"utfall", "chosen"}, {"motiv", "Störst."}, {"beslutat", "2026-05-14"}})
                    .status == 303);
        REQUIRE(leader
                    .decide(1, {{"utfall", "merged"}, {"blev", "2"}, {"motiv", "Smal för sig."},
                                   {"beslutat", "2026-05-14"}})
                    .status == 303);

        const auto list = leader.read(priority_pages);
        CHECK(contains(list, "1 förslag blev 1 prioritering."));
        CHECK(contains(list, "Smal för sig."));
        CHECK(contains(list, "6896 jobb"));
        const auto sport = leader.read(priority_pages + "/1");
        CHECK(contains(sport, "<b>Sammanslagen</b>, blev <a href=\"" + priority_pages + "/2\">"));
        CHECK(contains(sport, "<li>Säsongen är kort.</li><li>Få bor här.</li>"));
        CHECK(contains(leader.read(priority_pages + "/2"), "<a href=\"" + priority_pages + "/1\">"));
        CHECK(contains(leader.read("/processer/rus-2050/logg"), "Ett beslut om en"));
    });
}

TEST_CASE("who types wrongly gets all words back, and who may not decide is refused") {
    on_each_database([](TestDatabase& database) {
        const PriorityLeader leader{database};
        const auto again = leader.propose("", {{"jobb", "många"}, {"vision", "År 2030"}});
        CHECK(again.status == 422);
        CHECK(contains(again, "År 2030"));
        CHECK(contains(again, "Skriv ett namn med högst"));
        CHECK(contains(again, "Skriv antalet personer som ett heltal"));
        REQUIRE(leader.propose("Energi").status == 303);
        CHECK(leader.decide(1, {{"utfall", "merged"}, {"motiv", "Nja"}}).status == 422);
        CHECK(leader.decide(1, {{"utfall", "chosen"}, {"motiv", ""}}).status == 422);
        CHECK(leader.site.get(priority_desk + "/9", leader.session).status == 404);
        CHECK(leader.read(priority_pages + "/9").status == 404);
        CHECK(leader.read(priority_pages + "/x").status == 404);

        const auto editor = leader.site.session(Role::editor, leader.site.world.revision);
        CHECK(leader.site.get(priority_desk, editor).status == 200);
        CHECK(leader.site.get(priority_desk + "/1/beslut", editor).status == 403);
        CHECK(leader.site.post(priority_desk + "/1/beslut", editor, {{"utfall", "chosen"}}).status == 403);
        const auto viewer = leader.site.session(Role::viewer, leader.site.world.revision);
        CHECK(leader.site.get(priority_desk, viewer).status == 403);
        const auto stranger = leader.site.session(Role::process_leader, leader.site.other.revision);
        CHECK(leader.site.get(priority_desk + "/1", stranger).status == 403);
        CHECK(leader.read("/processer/annan/prioriteringar/1").status == 404);
    });
}

TEST_CASE("two who change the same priority do not write over each other") {
    on_each_database([](TestDatabase& database) {
        const PriorityLeader leader{database};
        REQUIRE(leader.propose("Energi").status == 303);
        const auto first = form_to(leader.body(priority_desk + "/1"), "/prioriteringar/1");
        const auto second = form_to(leader.body(priority_desk + "/1"), "/prioriteringar/1");
        REQUIRE(leader.send(first, {{"titel", "Sol"}}).status == 303);
        const auto conflict = leader.send(second, {{"titel", "Vind"}});
        CHECK(conflict.status == 409);
        CHECK(contains(conflict, "value=\"Vind\""));
        CHECK(contains(leader.read(priority_pages + "/1"), "<h1>Sol</h1>"));
    });
}

TEST_CASE("nobody decides about words that have become others since the page was shown, nor the other way") {
    on_each_database([](TestDatabase& database) {
        const PriorityLeader leader{database};
        REQUIRE(leader.propose("Energi").status == 303);
        const auto words = form_to(leader.body(priority_desk + "/1"), "/prioriteringar/1");
        const auto decision = form_to(leader.body(priority_desk + "/1/beslut"), "/beslut");
        const web::http::Fields chosen{
            {"utfall", "chosen"}, {"motiv", "Störst."}, {"beslutat", "2026-05-14"}};
        REQUIRE(leader.send(words, {{"text", "Om <b>kol</b>"}}).status == 303);

        const auto refused = leader.send(decision, chosen);
        CHECK(refused.status == 409);
        CHECK(contains(refused, "Störst."));
        CHECK(contains(refused, "Om &lt;b&gt;kol&lt;/b&gt;"));
        CHECK(contains(leader.read(priority_pages + "/1"), "Inget är beslutat"));

        const auto before = form_to(leader.body(priority_desk + "/1"), "/prioriteringar/1");
        REQUIRE(leader.send(form_to(refused.body, "/beslut"), {}).status == 303);
        const auto late = leader.send(before, {{"text", "Om sol"}});
        CHECK(late.status == 409);
        CHECK(contains(late, "Om sol"));
        CHECK(contains(late, "<b>Vald</b>"));
        CHECK(leader.send(form_to(late.body, "/prioriteringar/1"), {}).status == 303);
    });
}

TEST_CASE("a meeting is noted with who took part, and a number below five is refused with the words kept") {
    on_each_database([](TestDatabase& database) {
        PriorityLeader leader{database};
        const auto content = fill(leader.site, "Ord");
        const auto event = std::to_string(content.event.id.value);
        const auto note = [&](const std::string& people) {
            return leader.send(form_to(leader.body(priority_desk + "/2"), "/mote"),
                {{"mote", event}, {"personer", people}, {"aktorer-business", "ja"},
                    {"aktorer-research", "ja"}, {"aktorer-civil_society", "ja"},
                    {"lardomar", "Elnätet räcker inte."}});
        };
        const auto refused = note("3");
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Elnätet räcker inte."));
        REQUIRE(note("51").status == 303);
        const auto page = leader.read(priority_pages + "/2");
        CHECK(contains(page, "51 personer, 3 typer av aktörer"));
        CHECK(contains(page, "Elnätet räcker inte."));
    });
}

TEST_CASE("a priority is found by its words, by its number and in the sitemap") {
    on_each_database([](TestDatabase& database) {
        const PriorityLeader leader{database};
        REQUIRE(leader.propose("Vattenkraften").status == 303);
        const auto found = [&](const std::string& words) {
            const auto page = leader.site.get("/sok", "", {{"q", words}}).body;
            return page.find("href=\"" + priority_pages + "/1\"") != page.npos;
        };
        CHECK(found("vattenkraft"));
        CHECK(found("P-1"));
        CHECK_FALSE(found("P-2"));
        CHECK(leader.read("/sitemap.xml").body.find(priority_pages + "/1<") != std::string::npos);
    });
}
