#include "base/text.hpp"
#include "store/site/site_store.hpp"
#include "web/correction/note.hpp"
#include "web/site/addresses.hpp"
#include "web/site/dates.hpp"
#include "web/site/pages.hpp"

#include <libical/ical.h>
#include <algorithm>
#include <memory>

namespace medskapa::web::site {
namespace {

struct FreeComponent {
    void operator()(icalcomponent* c) const { icalcomponent_free(c); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

icaltimetype wall_time(LocalTime t) {
    const auto day = std::chrono::floor<std::chrono::days>(t);
    const std::chrono::year_month_day date{std::chrono::sys_days{day.time_since_epoch()}};
    const std::chrono::hh_mm_ss clock{t - day};
    auto out = icaltime_null_time();
    out.year = static_cast<int>(date.year());
    out.month = static_cast<int>(static_cast<unsigned>(date.month()));
    out.day = static_cast<int>(static_cast<unsigned>(date.day()));
    out.hour = static_cast<int>(clock.hours().count());
    out.minute = static_cast<int>(clock.minutes().count());
    out.second = static_cast<int>(clock.seconds().count());
    return out;
}

icaltimetype utc_time(Instant t) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(t.time_since_epoch()).count();
    return icaltime_from_timet_with_zone(seconds, 0, icaltimezone_get_utc_timezone());
}

// Summer time in Sweden since 1996: from the last Sunday of March at 2 to the last Sunday of October at 3.
constexpr auto stockholm = R"(BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19960331T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
)";

/// The rules of the site's zone, under the name that the times have.
icalcomponent* zone_component(const std::string& name) {
    if (name == "Europe/Stockholm") return icalcomponent_new_from_string(stockholm);
    auto* zone = icaltimezone_get_builtin_timezone(name.c_str());
    auto* rules = zone == nullptr ? nullptr : icaltimezone_get_component(zone);
    if (rules == nullptr) throw std::logic_error{"libical does not know the zone " + name};
    auto* component = icalcomponent_new_clone(rules);
    icalproperty_set_tzid(icalcomponent_get_first_property(component, ICAL_TZID_PROPERTY), name.c_str());
    return component;
}

icalproperty* in_zone(const Visit& visit, icalproperty* property) {
    icalproperty_add_parameter(property, icalparameter_new_tzid(visit.site.clock.name().c_str()));
    return property;
}

icalcomponent* event_component(const Visit& visit, const Event& event) {
    const auto address = visit.site.base_url + visit.href(address::event_page, event.id.value);
    const auto uid = visit.process->slug + "-event-" + std::to_string(event.id.value) + "@medskapa";
    const auto language = visit.words.language();
    auto* component = icalcomponent_new_vevent();
    const auto add = [&](icalproperty* property) { icalcomponent_add_property(component, property); };
    add(icalproperty_new_uid(uid.c_str()));
    add(icalproperty_new_dtstamp(utc_time(visit.now)));
    add(in_zone(visit, icalproperty_new_dtstart(wall_time(event.starts))));
    add(in_zone(visit, icalproperty_new_dtend(wall_time(event.ends))));
    add(icalproperty_new_summary(event.title.in(language).c_str()));
    add(icalproperty_new_location(event.place.c_str()));
    add(icalproperty_new_description(event.text.in(language).c_str()));
    add(icalproperty_new_url(address.c_str()));
    add(icalproperty_new_sequence(event.revision));
    add(icalproperty_new_status(event.withdrawn ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    if (event.withdrawn)
        add(icalproperty_new_comment(called_off(*event.withdrawn, words_of(language)).c_str()));
    return component;
}

Response calendar_of(const Visit& visit, const std::vector<Event>& events) {
    const Component calendar{icalcomponent_new_vcalendar()};
    icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
    icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Medskapa//Calendar//SV"));
    icalcomponent_add_component(calendar.get(), zone_component(visit.site.clock.name()));
    for (const auto& event : events)
        icalcomponent_add_component(calendar.get(), event_component(visit, event));

    char* text = icalcomponent_as_ical_string_r(calendar.get());
    Response response;
    response.content_type = "text/calendar; charset=utf-8";
    response.body = text::for_xml(text);
    icalmemory_free_buffer(text);
    response.headers.emplace_back("Cache-Control", "public, max-age=0, must-revalidate");
    return response;
}

std::string updated_at(const Visit& visit, const NewsItem& item) {
    return time::iso(visit.site.clock.start_of(item.day));
}

/// `root`: the address of the page of all news, which every id begins with.
Html news_entry(const Visit& visit, const NewsItem& item, const std::string& root) {
    return html(R"(
  <entry>
    <title>{title}</title>
    <id>{root}#nyhet-{number}</id>
    <link href="{root}#nyhet-{number}"/>
    <updated>{updated}</updated>
    <content>{text}</content>
  </entry>)",
        "title"_a = visit.in(item.title), "root"_a = root, "number"_a = item.id.value,
        "updated"_a = updated_at(visit, item), "text"_a = visit.in(item.text));
}

/// When the newest of it was written.
std::string updated_of(const Visit& visit, const std::vector<NewsItem>& items) {
    const auto corrected = correction::newest(visit);
    if (items.empty()) return time::iso(corrected.value_or(visit.now));
    const auto news = visit.site.clock.start_of(items.front().day);
    return time::iso(std::max(news, corrected.value_or(news)));
}

Html atom_feed(const Visit& visit, const std::vector<NewsItem>& items) {
    const auto root = visit.site.base_url + visit.href(address::news_page);
    return html(R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{lang}">
  <title>{title}</title>
  <id>{root}</id>
  <link rel="self" href="{self}"/>
  <link href="{root}"/>
  <updated>{updated}</updated>
  <author><name>{author}</name></author>{entries}{corrections}
</feed>
)",
        "lang"_a = visit.words.tag(), "title"_a = visit.in(visit.process->name), "root"_a = root,
        "self"_a = visit.site.base_url + visit.href(address::news_feed),
        "updated"_a = updated_of(visit, items), "author"_a = visit.in(visit.process->contact_role),
        "entries"_a = each(items, [&](const NewsItem& item) { return news_entry(visit, item, root); }),
        "corrections"_a = correction::feed_entries(visit));
}

}  // namespace

Response calendar_feed(const Visit& visit) {
    return calendar_of(visit, store::events_of(visit.db, visit.process->id));
}

Response event_calendar(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("event"));
    const auto event = number ? store::find_event(visit.db, visit.process->id, {*number}) : std::nullopt;
    if (!event) return problem(visit, Failure::Kind::not_found);
    return calendar_of(visit, {*event});
}

Response news_feed(const Visit& visit) {
    auto items = store::newest_news(visit.db, visit.process->id, 50);
    std::erase_if(items, [](const NewsItem& item) { return item.withdrawn.has_value(); });
    Response response;
    response.content_type = "application/atom+xml; charset=utf-8";
    response.headers.emplace_back("Cache-Control", "public, max-age=0, must-revalidate");
    response.body = text::for_xml(atom_feed(visit, items).markup());
    return response;
}

}  // namespace medskapa::web::site
