#include "support/pages.hpp"

#include "engine/office/xml.hpp"
#include "support/site_edits.hpp"

#include <libical/ical.h>

using namespace example;

TEST_CASE("the start page says what is decided, where we are, what can be done and whom to ask") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        fill(site, "lugn");
        const auto start = site.get("/processer/rus-2050");
        for (const auto* question : {"Vad ska beslutas, och av vem?", "Var är vi nu?",
                 "Vad kan jag göra, och till när?", "Vem kan jag fråga?"})
            CHECK(contains(start, question));
        CHECK(contains(start, "Lämna ett inspel"));
        CHECK(contains(start, "Sista dagen i dag"));
        CHECK(contains(start, "rus@example.org"));
    });
}

TEST_CASE("of a vague date only as much is shown as is known") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        add_step(site, {day("2027-03-01"), {}, DatePrecision::season});
        add_step(site, {day("2027-06-01"), day("2027-08-31"), DatePrecision::month});
        add_step(site, {{}, {}, DatePrecision::none});
        const auto page = site.get("/processer/rus-2050");
        CHECK(contains(page, "från våren 2027"));
        CHECK(contains(page, "juni–augusti 2027"));
        CHECK(contains(page, "Datum är inte bestämt"));
        CHECK_FALSE(contains(page, "1 mars"));
        CHECK_FALSE(contains(page, "31 augusti"));
    });
}

TEST_CASE("a moved date says when it was changed and what it was") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto step = add_step(site, {day("2026-09-01"), day("2026-09-30"), DatePrecision::day});
        auto later = step;
        later.period.ends = day("2026-10-15");
        edit(site, [&](auto& act) { return app::change_step(act, step, later, today); });
        CHECK(contains(site.get("/processer/rus-2050"), "Ändrat 14 maj, var 1–30 september 2026"));
        CHECK(contains(site.get("/processer/rus-2050/steg/1"), "Ändrat 14 maj, var 1–30 september 2026"));
    });
}

TEST_CASE("news are in the Atom feed, the newest first, under an address of their own") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto f = fill(site, "lugn <b> & \"nytt\"");
        const auto feed = site.get("/processer/rus-2050/nyheter.atom");
        CHECK(feed.content_type == "application/atom+xml; charset=utf-8");
        CHECK(contains(feed, "<title>lugn &lt;b&gt; &amp; &quot;nytt&quot;</title>"));
        CHECK(contains(feed, "#nyhet-" + std::to_string(f.item.id.value)));
        CHECK(contains(feed, "<updated>2026-05-13T22:00:00Z</updated>"));
    });
}

TEST_CASE("whatever is typed, the feed is well-formed and the calendar holds nothing that is no character") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const std::string hostile = "lugn \uFFFE\uFFFF\x01\x0B\U0001FFFE <b> & ]]>";
        fill(site, hostile);
        const auto feed = site.get("/processer/rus-2050/nyheter.atom").body;
        CHECK_FALSE(office::read_xml(feed, {}));
        CHECK(feed.find("lugn") != std::string::npos);
        const auto calendar = site.get("/processer/rus-2050/kalender.ics").body;
        for (const auto* sign : {"\uFFFE", "\uFFFF", "\x01", "\x0B", "\U0001FFFE"}) {
            CHECK(feed.find(sign) == std::string::npos);
            CHECK(calendar.find(sign) == std::string::npos);
        }
    });
}

TEST_CASE("when the time for inspel is over, the pages lead to where it is not") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        auto later = site.other.activity;
        later.closes = today + std::chrono::days{9};
        REQUIRE(site.database.act(site.other.revision,
            [&](auto& act) { return app::change_activity(act, site.other.activity, later, today); }));
        database.now += 48h;
        const auto start = site.get("/processer/rus-2050");
        CHECK_FALSE(contains(start, "Lämna ett inspel</a>"));
        CHECK(contains(start, "/processer/annan\""));
        const auto form = site.get("/processer/rus-2050/inspel/nytt");
        CHECK(contains(form, "Just nu"));
        CHECK(contains(form, "/processer/annan\""));
        CHECK(contains(site.get("/"), "Öppet för inspel. Till och med lördag 23 maj 2026, 23.59"));
    });
}

namespace {

Activity workshop_from(Day first) {
    Activity workshop;
    workshop.slug = "verkstad";
    workshop.kind = Activity::Kind::workshop;
    workshop.title = {"Håll en verkstad", {}};
    workshop.opens = first;
    return workshop;
}

}  // namespace

TEST_CASE("all ways to take part stand on one page, by whether they are open") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto workshop = workshop_from(today + std::chrono::days{1});
        edit(site, [&](auto& act) { return app::add_activity(act, workshop); });
        const auto before = site.get("/processer/rus-2050/aktiviteter").body;
        CHECK(before.find("Öppet nu") < before.find("Lämna ett inspel</a>"));
        CHECK(before.find("Öppnar senare") < before.find("Håll en verkstad"));

        database.now += 24h;
        const auto after = site.get("/processer/rus-2050/aktiviteter").body;
        CHECK(after.find("Håll en verkstad") < after.find("Stängt"));
        CHECK(after.find("Stängt") < after.find("Lämna ett inspel</a>"));
        CHECK(contains(site.get("/processer/rus-2050/aktiviteter/verkstad"),
            "/processer/rus-2050/inspel/nytt?aktivitet=verkstad"));
        CHECK(site.get("/processer/rus-2050/inspel/nytt", "", {{"aktivitet", "verkstad"}}).status == 200);
    });
}

TEST_CASE("a body in which nobody sits any longer stands below those that work") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto add = [&](const std::string& title, std::optional<Day> to) {
            const auto body = edit(site, [&](auto& act) {
                return app::add_body(act, {{}, {}, title, {}, {title, {}}, {}});
            });
            edit(site, [&](auto& act) {
                return app::add_seat(
                    act, body, {{}, "Ordförande", "Regionen", today - std::chrono::days{9}, to});
            });
        };
        add("gamla", today - std::chrono::days{1});
        add("nya", today);
        const auto page = site.get("/processer/rus-2050/organisation").body;
        CHECK(page.find("<h2>nya") < page.find("<h2>Tidigare"));
        CHECK(page.find("<h2>Tidigare") < page.find("<h2>gamla"));
    });
}
