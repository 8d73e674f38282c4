#include "support/pages.hpp"

#include "engine/office/xml.hpp"

#include <libical/ical.h>

using namespace example;

namespace {

Day day(const char* iso) {
    return time::read_day(iso).value();
}

template <class Verb>
auto edit(TestSite& site, Verb verb) {
    return site.database.act(site.world.revision, verb).value();
}

Step add_step(TestSite& site, const Period& period) {
    return edit(site, [&](auto& act) {
        return app::add_step(act, {{}, {}, 0, {"Steg", ""}, {}, period, {}});
    });
}

Event add_event(TestSite& site, const char* starts, const char* ends) {
    return edit(site, [&](auto& act) {
        Event event;
        event.title = {"Möte; om vägar, tåg", {}};
        event.place = "Folkets hus, Berg";
        event.text = {std::string(200, 'a') + " åäö\nandra raden", {}};
        event.starts = time::read_local(starts).value();
        event.ends = time::read_local(ends).value();
        return app::add_event(act, event);
    });
}

/// The time in UTC at which a strict reader believes the event to begin.
std::string begins_in_utc(const std::string& feed) {
    auto* calendar = icalparser_parse_string(feed.c_str());
    REQUIRE(calendar != nullptr);
    CHECK(icalcomponent_count_errors(calendar) == 0);
    CHECK(icalrestriction_check(calendar) != 0);
    auto* event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    REQUIRE(event != nullptr);
    auto* zone = icaltimezone_new();
    auto* timezone = icalcomponent_get_first_component(calendar, ICAL_VTIMEZONE_COMPONENT);
    icaltimezone_set_component(zone, icalcomponent_new_clone(timezone));
    auto start = icalcomponent_get_dtstart(event);
    icaltimezone_convert_time(&start, zone, icaltimezone_get_utc_timezone());
    const std::string utc = icaltime_as_ical_string(start);
    icaltimezone_free(zone, 1);
    icalcomponent_free(calendar);
    return utc;
}

}  // namespace

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

TEST_CASE("a strict reader accepts the calendar feed, and finds the hour in winter and in summer") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        add_event(site, "2026-01-20T13:00", "2026-01-20T15:00");
        CHECK(begins_in_utc(site.get("/processer/rus-2050/kalender.ics").body) == "20260120T120000");
        const auto summer = add_event(site, "2026-08-20T13:00", "2026-08-20T15:00");
        const auto own = "/processer/rus-2050/kalender/" + std::to_string(summer.id.value) + "/kalender.ics";
        CHECK(begins_in_utc(site.get(own).body) == "20260820T110000");
    });
}

TEST_CASE("on the days when the clock is changed the calendar feed has the hour that people mean") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto spring = add_event(site, "2027-03-28T10:00", "2027-03-28T12:00");
        const auto autumn = add_event(site, "2026-10-25T10:00", "2026-10-25T12:00");
        const auto feed = [&](const Event& event) {
            return site
                .get("/processer/rus-2050/kalender/" + std::to_string(event.id.value) + "/kalender.ics")
                .body;
        };
        CHECK(begins_in_utc(feed(spring)) == "20270328T080000");
        CHECK(begins_in_utc(feed(autumn)) == "20261025T090000");
    });
}

TEST_CASE("a site in another zone has its own hours in the calendar feed") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const Clock helsinki{"Europe/Helsinki"};
        const web::Site there{
            *database.writer, helsinki, [&] { return database.now; }, secret, "http://localhost:8080"};
        for (const auto& [starts, in_utc] : {std::pair{"2026-01-20T13:00", "20260120T110000"},
                 {"2026-08-20T13:00", "20260820T100000"}, {"2026-10-25T10:00", "20261025T080000"}}) {
            const auto event = add_event(site, starts, starts);
            const auto own =
                "/processer/rus-2050/kalender/" + std::to_string(event.id.value) + "/kalender.ics";
            const auto feed =
                site.router.answer(there, *database.db, site.request(web::http::Method::get, own)).body;
            CHECK(feed.find("TZID:Europe/Helsinki") != std::string::npos);
            CHECK(begins_in_utc(feed) == in_utc);
        }
    });
}

TEST_CASE("the lines of the calendar feed are short and end as they should") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        add_event(site, "2026-08-20T13:00", "2026-08-20T15:00");
        const auto feed = site.get("/processer/rus-2050/kalender.ics").body;
        std::size_t from = 0;
        while (from < feed.size()) {
            const auto end = feed.find("\r\n", from);
            REQUIRE(end != feed.npos);
            CHECK(end - from <= 75);
            CHECK(feed.substr(from, end - from).find('\n') == feed.npos);
            from = end + 2;
        }
    });
}

TEST_CASE("an event that is moved has a higher sequence, so that calendars take the change") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto event = add_event(site, "2026-08-20T13:00", "2026-08-20T15:00");
        auto moved = event;
        moved.starts += 24h;
        moved.ends += 24h;
        edit(site, [&](auto& act) { return app::change_event(act, event, moved, today); });
        const auto feed = site.get("/processer/rus-2050/kalender.ics");
        CHECK(contains(feed, "SEQUENCE:1"));
        CHECK(contains(site.get("/processer/rus-2050/kalender"), "Ändrat 14 maj, var 20 augusti 2026"));
    });
}

TEST_CASE("an event's page has its programme, its documents and how to register") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto f = fill(site, "lugn");
        const auto page = site.get("/processer/rus-2050/kalender/" + std::to_string(f.event.id.value));
        CHECK(contains(page, "Program</h2>"));
        CHECK(contains(page, "href=\"https://example.org/lugn\""));
        CHECK(contains(page, "Anmälan</dt>"));
        database.now += 48h;
        CHECK_FALSE(contains(
            site.get("/processer/rus-2050/kalender/" + std::to_string(f.event.id.value)), "Anmälan</dt>"));
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

TEST_CASE("all ways to take part stand on one page, by whether they are open") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        edit(site, [&](auto& act) {
            Activity workshop;
            workshop.slug = "verkstad";
            workshop.kind = Activity::Kind::workshop;
            workshop.title = {"Håll en verkstad", {}};
            workshop.opens = today + std::chrono::days{1};
            return app::add_activity(act, workshop);
        });
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
