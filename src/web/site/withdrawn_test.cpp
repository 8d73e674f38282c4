#include "support/pages.hpp"

#include "engine/office/xml.hpp"
#include "support/site_edits.hpp"

#include <libical/ical.h>

using namespace example;

TEST_CASE(
    "a meeting that is called off stays in the calendar, struck through, and is cancelled in calendars") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto event = add_event(site, "2026-08-20T13:00", "2026-08-20T15:00");
        edit(site, [&](auto& act) { return app::call_off_event(act, event, {today, "För få anmälda."}); });
        const auto address = "/processer/rus-2050/kalender/" + std::to_string(event.id.value);
        for (const auto& page : {site.get("/processer/rus-2050/kalender"), site.get(address)}) {
            CHECK(contains(page, "<s>"));
            CHECK(contains(page, "Inställt 14 maj 2026: För få anmälda."));
        }
        const auto feed = site.get("/processer/rus-2050/kalender.ics");
        CHECK(contains(feed, "STATUS:CANCELLED"));
        CHECK(contains(feed, "SEQUENCE:1"));
    });
}

TEST_CASE("nothing is called off without a reason, or twice") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto event = add_event(site, "2026-08-20T13:00", "2026-08-20T15:00");
        const auto call_off = [&](const std::string& reason) {
            const auto known = store::find_event(*database.db, site.world.revision.id, event.id).value();
            return database.act(site.world.revision, [&](auto& act) {
                return app::call_off_event(act, known, {today, reason});
            });
        };
        CHECK_FALSE(call_off("  \n"));
        CHECK_FALSE(call_off(std::string(301, 'a')));
        CHECK(call_off(std::string(300, 'a')));
        CHECK_FALSE(call_off("Igen."));
    });
}

TEST_CASE("an activity that is closed before its time takes no more, and its page says why") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        edit(site, [&](auto& act) {
            return app::withdraw_activity(act, site.world.activity, {today, "Fel fråga."});
        });
        const auto address = "/processer/rus-2050/aktiviteter/" + site.world.activity.slug;
        CHECK(contains(site.get(address), "Stängt i förtid 14 maj 2026: Fel fråga."));
        CHECK_FALSE(contains(site.get(address), "/inspel/nytt"));
        CHECK(contains(site.get("/processer/rus-2050/aktiviteter"), "Inget är öppet just nu."));
    });
}

TEST_CASE("a news item that is withdrawn keeps its heading and gives its reason, but not its words") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        NewsItem item{{}, {}, today, {"Ny plan", "New plan"}, {"Felaktiga ord.", "Wrong words."}};
        edit(site, [&](auto& act) {
            const auto news = app::publish_news(act, item);
            return app::withdraw_news(act, *news, {today, "Det stämde inte."});
        });
        const auto page = site.get("/processer/rus-2050/nyheter");
        CHECK(contains(page, "Ny plan</h2>"));
        CHECK(contains(page, "Återkallat 14 maj 2026: Det stämde inte."));
        for (const auto* place : {"/nyheter", "/nyheter.atom", ""})
            CHECK_FALSE(contains(site.get("/processer/rus-2050" + std::string{place}), "Felaktiga"));
        CHECK_FALSE(contains(site.get("/processer/rus-2050/nyheter.atom"), "Ny plan"));
    });
}

TEST_CASE("a step that is taken out stays in the story, struck through, and is not where we are") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto step = add_step(site, {today, today + std::chrono::days{5}});
        CHECK(contains(site.get("/processer/rus-2050"), "Här är vi nu"));
        edit(site, [&](auto& act) { return app::withdraw_step(act, step, {today, "Beslutet kom före."}); });
        const auto start = site.get("/processer/rus-2050");
        CHECK(contains(start, "<s><a href=\"/processer/rus-2050/steg/1\">Steg</a></s>"));
        CHECK(contains(start, "Utgår, sagt 14 maj 2026: Beslutet kom före."));
        CHECK_FALSE(contains(start, "Här är vi nu"));
        CHECK(contains(site.get("/processer/rus-2050/steg/1"), "Utgår, sagt 14 maj 2026"));
    });
}

TEST_CASE("a step that was taken out of the plan is counted nowhere") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto first = add_step(site, {today, today, DatePrecision::day});
        add_step(site, {today, today + std::chrono::days{5}, DatePrecision::day});
        CHECK(contains(site.get("/processer/rus-2050"), "Steg 2 av 2"));
        edit(site, [&](auto& act) { return app::withdraw_step(act, first, {today, "Den behövs inte."}); });
        CHECK(contains(site.get("/processer/rus-2050"), "Steg 1 av 1"));
    });
}
