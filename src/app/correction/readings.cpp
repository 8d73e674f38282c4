#include "app/correction/readings.hpp"

#include "base/text.hpp"
#include "domain/field.hpp"
#include "store/site/site_store.hpp"

#include <algorithm>

namespace medskapa::app {
namespace {

using Aspect = Correction::Aspect;
using Complaints = std::vector<Complaint>;

std::string written(const std::optional<Day>& day) {
    return day ? time::iso(*day) : std::string{};
}

const Reading* said(const Readings& readings, Aspect aspect, const std::string& place = {}) {
    const auto found = std::find_if(readings.begin(), readings.end(),
        [&](const Reading& one) { return one.aspect == aspect && one.place == place; });
    return found == readings.end() ? nullptr : &*found;
}

void read(std::string& to, const Readings& readings, Aspect aspect) {
    if (const auto* one = said(readings, aspect)) to = one->text;
}

/// A day that may be empty.
void read(
    Complaints& complaints, std::optional<Day>& to, const Readings& readings, Aspect aspect, Field field) {
    const auto* one = said(readings, aspect);
    if (one == nullptr) return;
    to = time::read_day(one->text);
    if (!to && !one->text.empty()) complaints.push_back({field, N_("Write the day as 2026-05-14")});
}

void read(Complaints& complaints, Day& to, const Readings& readings, Aspect aspect, Field field) {
    std::optional<Day> day = to;
    read(complaints, day, readings, aspect, field);
    if (day)
        to = *day;
    else if (complaints.empty() || !(complaints.back().place == Place{field}))
        complaints.push_back({field, N_("Write the day as 2026-05-14")});
}

template <class Enum>
void read(Complaints& complaints, Enum& to, const Readings& readings, Aspect aspect, Field field) {
    const auto* one = said(readings, aspect);
    if (one != nullptr && !find_name<Enum>(one->text, to))
        complaints.push_back({field, N_("Choose one of these")});
}

/// With what the thing's own rule says of it.
template <class T>
Result<T> checked_with(Complaints complaints, const Result<T>& thing) {
    if (!thing)
        complaints.insert(complaints.end(), thing.error().complaints.begin(), thing.error().complaints.end());
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, std::move(complaints));
    return thing;
}

std::optional<Body> body_named(sql::Connection& db, Id<Process> process, const std::string& slug) {
    for (auto& body : store::bodies_of(db, process))
        if (body.slug == slug) return std::move(body);
    return std::nullopt;
}

std::string slug_of_body(sql::Connection& db, Id<Process> process, Id<Body> id) {
    for (const auto& body : store::bodies_of(db, process))
        if (body.id == id) return body.slug;
    return {};
}

Result<Seat> checked_seat(Seat seat) {
    seat.role = text::one_line(seat.role);
    seat.organisation = text::one_line(seat.organisation);
    Complaints complaints;
    if (seat.role.empty()) complaints.push_back({Field::role, N_("Write the role of the seat")});
    if (seat.to && *seat.to < seat.from)
        complaints.push_back({Field::ends, N_("Choose a last day that is not before the first")});
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, std::move(complaints));
    return seat;
}

}  // namespace

Readings readings_of(sql::Connection& db, const Decision& d) {
    return {{Aspect::decided_on, time::iso(d.decided_on)},
        {Aspect::body, slug_of_body(db, d.process, d.body)}, {Aspect::paragraph, d.paragraph},
        {Aspect::case_number, d.diary_number}, {Aspect::text, d.text}, {Aspect::dissent, d.dissent},
        {Aspect::noticed_on, written(d.noticed_on)}};
}

Readings readings_of(const Party& party) {
    return {{Aspect::name, party.name}, {Aspect::kind, std::string{name_of(party.kind)}}};
}

Readings readings_of(const Seat& seat) {
    return {{Aspect::role, seat.role}, {Aspect::organisation, seat.organisation},
        {Aspect::starts, time::iso(seat.from)}, {Aspect::ends, written(seat.to)}};
}

Readings readings_of(const Step& step) {
    Readings readings;
    for (const auto language : all_languages())
        readings.push_back({Aspect::name, step.title.only_in(language), std::string{language.tag()}});
    readings.push_back({Aspect::starts, written(step.period.starts)});
    readings.push_back({Aspect::ends, written(step.period.ends)});
    readings.push_back({Aspect::precision, std::string{name_of(step.period.precision)}});
    return readings;
}

Result<Decision> with_readings(sql::Connection& db, Decision decision, const Readings& readings, Day today) {
    Complaints complaints;
    read(complaints, decision.decided_on, readings, Aspect::decided_on, Field::decided);
    read(complaints, decision.noticed_on, readings, Aspect::noticed_on, Field::noticed);
    read(decision.paragraph, readings, Aspect::paragraph);
    read(decision.diary_number, readings, Aspect::case_number);
    read(decision.text, readings, Aspect::text);
    read(decision.dissent, readings, Aspect::dissent);
    if (const auto* slug = said(readings, Aspect::body)) {
        const auto body = body_named(db, decision.process, slug->text);
        if (body) decision.body = body->id;
        if (!body) complaints.push_back({Field::body, N_("Choose who decided")});
    }
    return checked_with(std::move(complaints), checked(std::move(decision), today));
}

Result<Party> with_readings(Party party, const Readings& readings) {
    Complaints complaints;
    read(party.name, readings, Aspect::name);
    read(complaints, party.kind, readings, Aspect::kind, Field::kind);
    return checked_with(std::move(complaints), checked(std::move(party)));
}

Result<Seat> with_readings(Seat seat, const Readings& readings) {
    Complaints complaints;
    read(seat.role, readings, Aspect::role);
    read(seat.organisation, readings, Aspect::organisation);
    read(complaints, seat.from, readings, Aspect::starts, Field::opens);
    read(complaints, seat.to, readings, Aspect::ends, Field::ends);
    return checked_with(std::move(complaints), checked_seat(std::move(seat)));
}

Result<Step> with_readings(Step step, const Readings& readings) {
    Complaints complaints;
    for (const auto language : all_languages())
        if (const auto* one = said(readings, Aspect::name, std::string{language.tag()}))
            step.title.set(language, one->text);
    read(complaints, step.period.starts, readings, Aspect::starts, Field::opens);
    read(complaints, step.period.ends, readings, Aspect::ends, Field::ends);
    read(complaints, step.period.precision, readings, Aspect::precision, Field::kind);
    return checked_with(std::move(complaints), checked(std::move(step)));
}

}  // namespace medskapa::app
