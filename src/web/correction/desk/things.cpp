#include "app/correction/correction.hpp"
#include "app/correction/readings.hpp"
#include "store/decision/decision_store.hpp"
#include "store/referral/referral_store.hpp"
#include "store/site/site_store.hpp"
#include "web/correction/desk/correction_form.hpp"
#include "web/correction/desk/pages.hpp"
#include "web/decision/addresses.hpp"
#include "web/referral/addresses.hpp"
#include "web/site/addresses.hpp"

namespace medskapa::web::correction::desk {
namespace {

int number_in(const Visit& visit, const char* part) {
    return Visit::number(visit.path.find(std::string_view{part})->second).value_or(0);
}

std::optional<Correctable> decision_in(const Visit& visit, sql::Connection& db) {
    const auto decision = store::decision_numbered(db, visit.process->id, number_in(visit, "number"));
    if (!decision) return std::nullopt;
    const auto name = visit.words("Decision B-{}", decision->number);
    return Correctable{visit.words("Correct {}", name), app::readings_of(db, *decision),
        {visit.href(address::decision_page, decision->number), name}};
}

std::optional<Party> asked_party(const Visit& visit, sql::Connection& db) {
    const auto referral = store::referral_numbered(db, visit.process->id, number_in(visit, "referral"));
    if (!referral) return std::nullopt;
    return store::party_numbered(db, referral->id, number_in(visit, "party"));
}

std::optional<Correctable> party_in(const Visit& visit, sql::Connection& db) {
    const auto party = asked_party(visit, db);
    if (!party) return std::nullopt;
    return Correctable{visit.words("Correct {}", party->name), app::readings_of(*party),
        {visit.href(address::referral_page, number_in(visit, "referral")),
            visit.words("Formal consultation")}};
}

std::optional<Body> asked_body(const Visit& visit, sql::Connection& db) {
    for (auto& body : store::bodies_of(db, visit.process->id))
        if (body.slug == visit.path.at("body")) return std::move(body);
    return std::nullopt;
}

std::optional<Correctable> seat_in(const Visit& visit, sql::Connection& db) {
    const auto body = asked_body(visit, db);
    const auto seat = body ? store::seat_of(db, body->id, {number_in(visit, "seat")}) : std::nullopt;
    if (!seat) return std::nullopt;
    return Correctable{visit.words("Correct the seat {}, {}", seat->role, visit.in(body->title)),
        app::readings_of(*seat), {visit.href(address::organisation_page), visit.words("Organisation")}};
}

std::optional<Step> asked_step(const Visit& visit, sql::Connection& db) {
    for (auto& step : store::steps_of(db, visit.process->id))
        if (step.id.value == number_in(visit, "step")) return std::move(step);
    return std::nullopt;
}

std::optional<Correctable> step_in(const Visit& visit, sql::Connection& db) {
    const auto step = asked_step(visit, db);
    if (!step) return std::nullopt;
    return Correctable{visit.words("Correct the step {}", visit.in(step->title)), app::readings_of(*step),
        {visit.href(address::step_page, step->number), visit.in(step->title)}};
}

}  // namespace

Response decision(const Visit& visit) {
    return form_page(visit, decision_in(visit, visit.db));
}

Response correct_decision(const Visit& visit) {
    return corrected_or_again(
        visit, [&](sql::Connection& db) { return decision_in(visit, db); },
        [&](auto& act, const Correcting& typed) {
            return app::correct_decision(act, number_in(visit, "number"), typed, visit.today());
        });
}

Response party(const Visit& visit) {
    return form_page(visit, party_in(visit, visit.db));
}

Response correct_party(const Visit& visit) {
    return corrected_or_again(
        visit, [&](sql::Connection& db) { return party_in(visit, db); },
        [&](auto& act, const Correcting& typed) -> Result<app::Corrections> {
            const auto known = asked_party(visit, act.db());
            if (!known) return refuse(Failure::Kind::not_found);
            return app::correct_party(act, known->id, typed);
        });
}

Response seat(const Visit& visit) {
    return form_page(visit, seat_in(visit, visit.db));
}

Response correct_seat(const Visit& visit) {
    return corrected_or_again(
        visit, [&](sql::Connection& db) { return seat_in(visit, db); },
        [&](auto& act, const Correcting& typed) -> Result<app::Corrections> {
            const auto body = asked_body(visit, act.db());
            if (!body) return refuse(Failure::Kind::not_found);
            return app::correct_seat(act, *body, {number_in(visit, "seat")}, typed);
        });
}

Response step(const Visit& visit) {
    return form_page(visit, step_in(visit, visit.db));
}

Response correct_step(const Visit& visit) {
    return corrected_or_again(
        visit, [&](sql::Connection& db) { return step_in(visit, db); },
        [&](auto& act, const Correcting& typed) {
            return app::correct_step(act, {number_in(visit, "step")}, typed);
        });
}

}  // namespace medskapa::web::correction::desk
