#include "app/site/description.hpp"
#include "store/privacy/all_tables.hpp"
#include "store/site/description_store.hpp"
#include "support/forms.hpp"
#include "support/law_pages.hpp"
#include "support/markup.hpp"
#include "web/frame/cookies.hpp"
#include "web/law/personal_columns.hpp"
#include "web/ui/assets.hpp"

#include <filesystem>
#include <fstream>

using namespace example;
using web::http::Method;

TEST_CASE("the leader fills in what is missing, and nobody else sees or sends the form") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto page = site.get(desk + "om-webbplatsen", leader);
        CHECK(contains(page, "Det här kräver lagen"));
        auto form = forms_in(page.body).back();
        REQUIRE(form.has("agare"));
        set(form, "agare", "Region Tjärnlandet");
        set(form, "tider", "vardagar 8–16");
        CHECK(site.post_as_it_is(form.action, leader, form.fields).status == 303);
        CHECK(contains(site.get("/kontakt"), "Region Tjärnlandet"));

        for (const auto role : {Role::viewer, Role::moderator, Role::editor, Role::handler}) {
            const auto other = site.session(role, site.world.revision);
            CHECK(site.get(desk + "om-webbplatsen", other).status == 403);
            CHECK(site.get(desk + "hinder", other).status == 403);
            CHECK(site.post_as_it_is(form.action, other, form.fields).status == 403);
        }
        CHECK(database.db->run("SELECT id FROM site_description").size() == 1);
    });
}

TEST_CASE("a wrong address comes back with all that was typed, and what was said before stays in its row") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        describe(site, filled_with("förr"));
        const auto leader = site.session(Role::process_leader, site.world.revision);
        auto form = forms_in(site.get(desk + "om-webbplatsen", leader).body).back();
        set(form, "epost", "ingen adress");
        set(form, "agare", "Nytt namn");
        const auto refused = site.post_as_it_is(form.action, leader, form.fields);
        CHECK(refused.status == 422);
        CHECK(contains(refused, "Nytt namn"));
        CHECK(contains(refused, "href=\"#epost\""));
        set(form, "epost", "a@example.org");
        CHECK(site.post_as_it_is(form.action, leader, form.fields).status == 303);
        const auto rows = database.db->run("SELECT owner FROM site_description ORDER BY id");
        REQUIRE(rows.size() == 2);
        CHECK(rows[0].text("owner") == "förr");
        CHECK(rows[1].text("owner") == "Nytt namn");
    });
}

TEST_CASE("a report of a lack is kept once, reaches the desk, and its contact goes when it is closed") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        auto form = lack_form(site);
        set(form, "text", "Kartan läses inte upp.");
        set(form, "kontakt", "070-174 06 05");
        const auto sent = site.post_as_it_is(form.action, "", form.fields);
        REQUIRE(sent.status == 303);
        CHECK(
            header(site.post_as_it_is(form.action, "", form.fields), "Location") == header(sent, "Location"));
        CHECK(database.db->run("SELECT id FROM lack_report").size() == 1);
        CHECK_FALSE(contains(site.get("/tillganglighet"), "Kartan läses"));

        const auto leader = site.session(Role::process_leader, site.world.revision);
        const auto page = site.get(desk + "hinder", leader);
        CHECK(contains(page, "Kartan läses inte upp."));
        CHECK(contains(page, "070-174 06 05"));
        CHECK(contains(site.get("/processer/rus-2050/handlaggning/webbplats", leader), "1 anmälan väntar"));
        for (const auto& close : forms_in(page.body))
            if (close.action.ends_with("/klart"))
                CHECK(site.post_as_it_is(close.action, leader, close.fields).status == 303);
        const auto kept = store::lack_reports(*database.db, 10).front();
        CHECK(kept.contact.empty());
        CHECK(kept.text == "Kartan läses inte upp.");
        CHECK(store::open_lack_reports(*database.db) == 0);
    });
}

TEST_CASE("an empty report, and one with a key that is not ours, are refused with what was typed") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        auto form = lack_form(site);
        set(form, "kontakt", "min@adress.example");
        const auto empty = site.post_as_it_is(form.action, "", form.fields);
        CHECK(empty.status == 422);
        CHECK(contains(empty, "min@adress.example"));
        set(form, "text", "Mina ord");
        set(form, "nyckel", "påhittad");
        const auto forged = site.post_as_it_is(form.action, "", form.fields);
        CHECK(forged.status == 422);
        CHECK(contains(forged, "Mina ord"));
        CHECK(database.db->run("SELECT id FROM lack_report").empty());
    });
}
