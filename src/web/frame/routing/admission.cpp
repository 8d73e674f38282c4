#include "web/frame/routing/admission.hpp"

#include "store/site/opening_store.hpp"
#include "web/frame/forms/ask_again.hpp"
#include "web/frame/forms/not_saved.hpp"
#include "web/frame/roles.hpp"
#include "web/frame/routing/not_open.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/site/addresses.hpp"

namespace medskapa::web {
namespace {

/// A page that changes something is asked for from one of our own pages, or not from a page at all.
bool comes_from_us(const http::Request& request) {
    const auto site = request.header("sec-fetch-site");
    if (!site.empty() && site != "same-origin" && site != "none") return false;
    const auto origin = request.header("origin");
    if (origin.empty()) return true;
    for (const std::string_view scheme : {"https://", "http://"})
        if (origin.starts_with(scheme)) return origin.substr(scheme.size()) == request.header("host");
    return false;
}

/// What everybody may come to waits until the site is opened, but for the ways in and how the page looks that
/// says so.
bool waits_for_opening(const Route& route) {
    if (route.action == Action::sign_in || route.action == Action::set_up) return false;
    for (const auto& own : {address::site_style, address::site_logotype})
        if (route.address.pattern() == own.pattern()) return false;
    return authorize(Actor::anybody(), route.action, {});
}

}  // namespace

void recognise(Visit& visit) {
    visit.signed_in = app::signed_in(visit.db, visit.session, visit.now);
    if (!visit.signed_in) visit.session.clear();
}

Response not_permitted(const Visit& visit, Action action) {
    const auto right = ProgramWord::of(action);
    if (visit.signed_in)
        note_security(visit, {.event = SecurityEvent::refused_right, .resource = right});
    else
        count_security(visit, SecurityEvent::refused_right, right);
    const bool is_form = visit.request.method == http::Method::post && comes_from_us(visit.request);
    return is_form && !visit.signed_in ? signed_out(visit) : not_for_you(visit, action);
}

std::optional<Response> hidden_until_opening(const Route& route, Visit& visit) {
    if (visit.signed_in || !store::is_closed_to_visitors(visit.db)) return std::nullopt;
    const auto process = visit.process ? visit.process->id : Id<Process>{};
    const bool waits = waits_for_opening(route);
    if (!waits && authorize(Actor::anybody(), route.action, process)) return std::nullopt;
    visit.process.reset();
    return waits ? not_open_yet(visit) : not_permitted(visit, route.action);
}

Response unknown_process(const Route& route, Visit& visit) {
    recognise(visit);
    if (auto hidden = hidden_until_opening(route, visit)) return *std::move(hidden);
    visit.signed_in.reset();
    return problem(visit, Failure::Kind::not_found);
}

std::optional<Response> refused_sending(const Visit& visit, Action action) {
    if (visit.request.method != http::Method::post) return std::nullopt;
    if (!comes_from_us(visit.request)) {
        count_security(visit, SecurityEvent::foreign_form, ProgramWord::of(action));
        return problem(visit, Failure::Kind::not_allowed);
    }
    if (visit.request.stage != http::Request::Stage::head && visit.signed_in &&
        !same_secret(visit.field("bevis"), visit.csrf_token())) {
        note_security(visit, {.event = SecurityEvent::old_form, .resource = ProgramWord::of(action)});
        return of_another_session(visit);
    }
    return std::nullopt;
}

}  // namespace medskapa::web
