#include "web/frame/routing/handled.hpp"

#include "web/frame/forms/drafts.hpp"
#include "web/frame/forms/not_saved.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/site/addresses.hpp"
#include "web/staff/addresses.hpp"

#include <iostream>

namespace medskapa::web {
namespace {

/// Rights of the same name, by which nothing is set.
bool is_no_setting(const Route& route) {
    for (const auto& other : {address::health_page, address::send_test_mail, address::prove_oneself,
             address::prove_for_passkeys, address::new_passkey_challenge, address::prove_for_services})
        if (route.address.pattern() == other.pattern()) return true;
    return false;
}

/// What the staff did by a form, where it is more than work.
void note_done(const Route& route, const Visit& visit) {
    if (is_no_setting(route)) return;
    const auto note = [&](SecurityEvent event) {
        note_security(visit, {.event = event, .resource = ProgramWord::of(route.action)});
    };
    switch (route.action) {
        case Action::describe_site:
        case Action::edit_site: return note(SecurityEvent::config_changed);
        case Action::change_sign_in: return note(SecurityEvent::password_change);
        case Action::extract_person: return note(SecurityEvent::sensitive_read);
        case Action::erase: return note(SecurityEvent::sensitive_delete);
        default: return;
    }
}

}  // namespace

void log(const http::Request& request, const sql::Error& error) {
    std::cerr << "request " << request.id << ": " << error.what() << '\n';
}

Response handled(const Route& route, const Visit& visit) {
    if (visit.request.method == http::Method::get) return route.handler(visit);
    try {
        auto response = route.handler(visit);
        if (response.status == 303) forget_draft(visit);
        if (response.status < 400) note_done(route, visit);
        return response;
    } catch (const sql::Error& error) {
        log(visit.request, error);
        return not_saved(visit, status_of(error), outcome_of(error));
    } catch (const app::SeenOtherwise& now) {
        return seen_otherwise(visit, now);
    }
}

}  // namespace medskapa::web
