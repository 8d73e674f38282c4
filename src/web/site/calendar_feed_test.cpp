#include "support/pages.hpp"

#include "engine/office/xml.hpp"
#include "support/site_edits.hpp"

#include <libical/ical.h>

using namespace example;

namespace {

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
