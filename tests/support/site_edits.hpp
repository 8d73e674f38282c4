#pragma once

#include "engine/office/xml.hpp"
#include "support/pages.hpp"

#include <libical/ical.h>

namespace example::inline site_edits_shared {

template <class Verb>
auto edit(TestSite& site, Verb verb) {
    return site.database.act(site.world.revision, verb).value();
}

inline Event add_event(TestSite& site, const char* starts, const char* ends) {
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

inline Day day(const char* iso) {
    return time::read_day(iso).value();
}

inline Step add_step(TestSite& site, const Period& period) {
    return edit(site, [&](auto& act) {
        return app::add_step(act, {{}, {}, 0, {"Steg", ""}, {}, period, {}});
    });
}

}  // namespace example::inline site_edits_shared
