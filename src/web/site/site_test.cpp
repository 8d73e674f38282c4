#include "support/pages.hpp"

#include <libical/ical.h>

using namespace example;

namespace {

Day day(const char* iso) {
    return time::read_day(iso).value();
}

template <class Verb>
auto edit(TestSite& house, Verb verb) {
    return house.home.act(house.world.revision, verb).value();
}

Step add_step(TestSite& house, const Period& period) {
    return edit(house, [&](auto& act) { return app::add_step(act, {{}, {}, 0, {"Steg", ""}, {}, period, {}}); });
}

Event add_event(TestSite& house, const char* starts, const char* ends) {
    return edit(house, [&](auto& act) {
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
    auto* told = icalcomponent_get_first_component(calendar, ICAL_VTIMEZONE_COMPONENT);
    icaltimezone_set_component(zone, icalcomponent_new_clone(told));
    auto start = icalcomponent_get_dtstart(event);
    icaltimezone_convert_time(&start, zone, icaltimezone_get_utc_timezone());
    const std::string utc = icaltime_as_ical_string(start);
    icaltimezone_free(zone, 1);
    icalcomponent_free(calendar);
    return utc;
}

}  // namespace

TEST_CASE("the start page says what is decided, where we are, what can be done and whom to ask") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        fill(house, "lugn");
        const auto start = house.get("/processer/rus-2050");
        for (const auto* question : {"Vad bestäms, och av vem?", "Var är vi nu?",
                 "Vad kan jag göra, och till när?", "Vem kan jag fråga?"})
            CHECK(says(start, question));
        CHECK(says(start, "Lämna ett inspel"));
        CHECK(says(start, "Sista dagen i dag"));
        CHECK(says(start, "rus@example.org"));
    });
}

TEST_CASE("of a vague date only as much is shown as is known") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        add_step(house, {day("2027-03-01"), {}, DatePrecision::season});
        add_step(house, {day("2027-06-01"), day("2027-08-31"), DatePrecision::month});
        add_step(house, {{}, {}, DatePrecision::none});
        const auto page = house.get("/processer/rus-2050");
        CHECK(says(page, "från våren 2027"));
        CHECK(says(page, "juni–augusti 2027"));
        CHECK(says(page, "Ingen dag är bestämd"));
        CHECK_FALSE(says(page, "1 mars"));
        CHECK_FALSE(says(page, "31 augusti"));
    });
}

TEST_CASE("a moved date says when it was changed and what it was") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto step = add_step(house, {day("2026-09-01"), day("2026-09-30"), DatePrecision::day});
        auto later = step;
        later.period.ends = day("2026-10-15");
        edit(house, [&](auto& act) { return app::change_step(act, step, later, today); });
        CHECK(says(house.get("/processer/rus-2050"), "Ändrat 14 maj, var 1–30 september 2026"));
        CHECK(says(house.get("/processer/rus-2050/steg/1"), "Ändrat 14 maj, var 1–30 september 2026"));
    });
}

TEST_CASE("a strict reader accepts the calendar feed, and finds the hour in winter and in summer") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        add_event(house, "2026-01-20T13:00", "2026-01-20T15:00");
        CHECK(begins_in_utc(house.get("/processer/rus-2050/kalender.ics").body) == "20260120T120000");
        const auto summer = add_event(house, "2026-08-20T13:00", "2026-08-20T15:00");
        const auto own = "/processer/rus-2050/kalender/" + std::to_string(summer.id.value) + "/kalender.ics";
        CHECK(begins_in_utc(house.get(own).body) == "20260820T110000");
    });
}

TEST_CASE("on the days when the clock is changed the calendar feed has the hour that people mean") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto spring = add_event(house, "2027-03-28T10:00", "2027-03-28T12:00");
        const auto autumn = add_event(house, "2026-10-25T10:00", "2026-10-25T12:00");
        const auto feed = [&](const Event& event) {
            return house
                .get("/processer/rus-2050/kalender/" + std::to_string(event.id.value) + "/kalender.ics")
                .body;
        };
        CHECK(begins_in_utc(feed(spring)) == "20270328T080000");
        CHECK(begins_in_utc(feed(autumn)) == "20261025T090000");
    });
}

TEST_CASE("the lines of the calendar feed are short and end as they should") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        add_event(house, "2026-08-20T13:00", "2026-08-20T15:00");
        const auto feed = house.get("/processer/rus-2050/kalender.ics").body;
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
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto event = add_event(house, "2026-08-20T13:00", "2026-08-20T15:00");
        auto moved = event;
        moved.starts += 24h;
        moved.ends += 24h;
        edit(house, [&](auto& act) { return app::change_event(act, event, moved, today); });
        const auto feed = house.get("/processer/rus-2050/kalender.ics");
        CHECK(says(feed, "SEQUENCE:1"));
        CHECK(says(house.get("/processer/rus-2050/kalender"), "Ändrat 14 maj, var 20 augusti 2026"));
    });
}

TEST_CASE("an event's page has its programme, its documents and how to register") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto f = fill(house, "lugn");
        const auto page = house.get("/processer/rus-2050/kalender/" + std::to_string(f.event.id.value));
        CHECK(says(page, "Program</h2>"));
        CHECK(says(page, "href=\"https://example.org/lugn\""));
        CHECK(says(page, "Anmälan</dt>"));
        home.now += 48h;
        CHECK_FALSE(says(
            house.get("/processer/rus-2050/kalender/" + std::to_string(f.event.id.value)), "Anmälan</dt>"));
    });
}

TEST_CASE("news are in the Atom feed, the newest first, under an address of their own") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto f = fill(house, "lugn <b> & \"nytt\"");
        const auto feed = house.get("/processer/rus-2050/nyheter.atom");
        CHECK(feed.content_type == "application/atom+xml; charset=utf-8");
        CHECK(says(feed, "<title>lugn &lt;b&gt; &amp; &quot;nytt&quot;</title>"));
        CHECK(says(feed, "#nyhet-" + std::to_string(f.item.id.value)));
        CHECK(says(feed, "<updated>2026-05-13T22:00:00Z</updated>"));
    });
}

TEST_CASE("when the time for inspel is over, the pages lead to where it is not") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        auto later = house.other.activity;
        later.closes = today + std::chrono::days{9};
        REQUIRE(house.home.act(house.other.revision,
            [&](auto& act) { return app::change_activity(act, house.other.activity, later, today); }));
        home.now += 48h;
        const auto start = house.get("/processer/rus-2050");
        CHECK_FALSE(says(start, "Lämna ett inspel</a>"));
        CHECK(says(start, "/processer/annan\""));
        const auto form = house.get("/processer/rus-2050/inspel/nytt");
        CHECK(says(form, "Just nu"));
        CHECK(says(form, "/processer/annan\""));
        CHECK(says(house.get("/"), "Öppet för inspel. Till och med 23 maj 2026"));
    });
}

TEST_CASE("all ways to take part stand on one page, by whether they are open") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        edit(house, [&](auto& act) {
            Activity workshop;
            workshop.slug = "verkstad";
            workshop.kind = Activity::Kind::workshop;
            workshop.title = {"Håll en verkstad", {}};
            workshop.opens = today + std::chrono::days{1};
            return app::add_activity(act, workshop);
        });
        const auto before = house.get("/processer/rus-2050/aktiviteter").body;
        CHECK(before.find("Öppet nu") < before.find("Lämna ett inspel</a>"));
        CHECK(before.find("Öppnar senare") < before.find("Håll en verkstad"));

        home.now += 24h;
        const auto after = house.get("/processer/rus-2050/aktiviteter").body;
        CHECK(after.find("Håll en verkstad") < after.find("Stängt"));
        CHECK(after.find("Stängt") < after.find("Lämna ett inspel</a>"));
        CHECK(says(house.get("/processer/rus-2050/aktiviteter/verkstad"),
            "/processer/rus-2050/inspel/nytt?aktivitet=verkstad"));
        CHECK(house.get("/processer/rus-2050/inspel/nytt", "", {{"aktivitet", "verkstad"}}).status == 200);
    });
}

TEST_CASE("a body in which nobody sits any longer stands below those that work") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto add = [&](const std::string& title, std::optional<Day> to) {
            const auto body = edit(house, [&](auto& act) {
                return app::add_body(act, {{}, {}, title, {}, {title, {}}, {}});
            });
            edit(house, [&](auto& act) {
                return app::add_seat(
                    act, body, {{}, "Ordförande", "Regionen", today - std::chrono::days{9}, to});
            });
        };
        add("gamla", today - std::chrono::days{1});
        add("nya", today);
        const auto page = house.get("/processer/rus-2050/organisation").body;
        CHECK(page.find("<h2>nya") < page.find("<h2>Tidigare"));
        CHECK(page.find("<h2>Tidigare") < page.find("<h2>gamla"));
    });
}

TEST_CASE(
    "a meeting that is called off stays in the calendar, struck through, and is cancelled in calendars") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto event = add_event(house, "2026-08-20T13:00", "2026-08-20T15:00");
        edit(house, [&](auto& act) { return app::call_off_event(act, event, {today, "För få anmälda."}); });
        const auto address = "/processer/rus-2050/kalender/" + std::to_string(event.id.value);
        for (const auto& page : {house.get("/processer/rus-2050/kalender"), house.get(address)}) {
            CHECK(says(page, "<s>"));
            CHECK(says(page, "Inställt 14 maj 2026: För få anmälda."));
        }
        const auto feed = house.get("/processer/rus-2050/kalender.ics");
        CHECK(says(feed, "STATUS:CANCELLED"));
        CHECK(says(feed, "SEQUENCE:1"));
    });
}

TEST_CASE("nothing is called off without a reason, or twice") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto event = add_event(house, "2026-08-20T13:00", "2026-08-20T15:00");
        const auto call_off = [&](const std::string& reason) {
            const auto known = store::find_event(*home.db, house.world.revision.id, event.id).value();
            return home.act(house.world.revision, [&](auto& act) {
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
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        edit(house, [&](auto& act) {
            return app::withdraw_activity(act, house.world.activity, {today, "Fel fråga."});
        });
        const auto address = "/processer/rus-2050/aktiviteter/" + house.world.activity.slug;
        CHECK(says(house.get(address), "Stängt i förtid 14 maj 2026: Fel fråga."));
        CHECK_FALSE(says(house.get(address), "/inspel/nytt"));
        CHECK(says(house.get("/processer/rus-2050/aktiviteter"), "Inget är öppet just nu."));
    });
}

TEST_CASE("a news item that is withdrawn keeps its heading and gives its reason, but not its words") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        NewsItem item{{}, {}, today, {"Ny plan", "New plan"}, {"Felaktiga ord.", "Wrong words."}};
        edit(house, [&](auto& act) {
            const auto told = app::publish_news(act, item);
            return app::withdraw_news(act, *told, {today, "Det stämde inte."});
        });
        const auto page = house.get("/processer/rus-2050/nyheter");
        CHECK(says(page, "Ny plan</h2>"));
        CHECK(says(page, "Återkallat 14 maj 2026: Det stämde inte."));
        for (const auto* place : {"/nyheter", "/nyheter.atom", ""})
            CHECK_FALSE(says(house.get("/processer/rus-2050" + std::string{place}), "Felaktiga"));
        CHECK_FALSE(says(house.get("/processer/rus-2050/nyheter.atom"), "Ny plan"));
    });
}

TEST_CASE("a step that is taken out stays in the story, struck through, and is not where we are") {
    on_each_database([](TestDatabase& home) {
        TestSite house{home};
        const auto step = add_step(house, {today, today + std::chrono::days{5}});
        CHECK(says(house.get("/processer/rus-2050"), "Här är vi nu"));
        edit(house, [&](auto& act) { return app::withdraw_step(act, step, {today, "Beslutet kom före."}); });
        const auto start = house.get("/processer/rus-2050");
        CHECK(says(start, "<s><a href=\"/processer/rus-2050/steg/1\">Steg</a></s>"));
        CHECK(says(start, "Utgår, sagt 14 maj 2026: Beslutet kom före."));
        CHECK_FALSE(says(start, "Här är vi nu"));
        CHECK(says(house.get("/processer/rus-2050/steg/1"), "Utgår, sagt 14 maj 2026"));
    });
}
