#include "web/inspel/note.hpp"

namespace medskapa::web::inspel {

ui::Outcome badge(Outcome outcome) {
    switch (outcome) {
        case Outcome::fulfilled: return ui::Outcome::yes;
        case Outcome::partly: return ui::Outcome::part;
        case Outcome::not_fulfilled: return ui::Outcome::no;
        case Outcome::noted: return ui::Outcome::noted;
        case Outcome::waiting: break;
    }
    return ui::Outcome::wait;
}

std::string what_became(Inspel::State state, const Words& words) {
    switch (state) {
        case Inspel::State::received: return words("The inspel waits for review");
        case Inspel::State::declined: return words("The inspel is not published");
        case Inspel::State::withdrawn: return words("The sender has withdrawn the inspel");
        case Inspel::State::erased: return words("The inspel has been erased");
        case Inspel::State::published: break;
    }
    return words("The inspel is published");
}

bool has_known_time(const Visit& visit, const Inspel& inspel) {
    const auto& clock = visit.site.clock;
    return inspel.channel == Channel::web ||
           inspel.received_at != clock.start_of(clock.day(inspel.received_at));
}

std::string received_at(const Visit& visit, const Inspel& inspel) {
    return has_known_time(visit, inspel) ? visit.words.moment(visit.site.clock.local(inspel.received_at))
                                         : visit.words.day(visit.site.clock.day(inspel.received_at));
}

}  // namespace medskapa::web::inspel
