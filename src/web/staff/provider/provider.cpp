#include "web/staff/provider/provider.hpp"

#include "app/staff/identity.hpp"
#include "base/digest.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/frame/sign_in/passphrase_try.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/provider/refused.hpp"
#include "web/staff/provider/services.hpp"
#include "web/staff/sign_in.hpp"
#include "web/ui/forms/form.hpp"

#include <fmt/format.h>
#include <iostream>

namespace medskapa::web::staff {
namespace {

/// One address for each provider, which is told to it beforehand: in no language, so that it is one.
std::string return_address(const Visit& visit, const std::string& provider) {
    return visit.site.base_url + path_to(address::come_from_provider, provider);
}

/// For whoever runs the server: what went wrong, without anything about the person.
void log(const Visit& visit, const std::string& provider, const openid::Refusal& refusal) {
    // Anybody can make it happen as often as they like.
    count_security(visit, SecurityEvent::login_fail, "provider");
    std::cerr << fmt::format("request {}: sign-in by {}: {}{}{}\n", visit.request.id, provider,
        name_of(refusal.fault), refusal.detail.empty() ? "" : ": ", refusal.detail);
}

Response refused(const Visit& visit, const AttemptCookie& cookie, Reason reason) {
    auto response = not_stored(see_other(address_after(cookie, reason)));
    // An answer to nothing may have been made by somebody else: it does not end what is on its way.
    if (reason != Reason::lost) remove_cookie(response, visit.site, attempt_cookie);
    return response;
}

Response begin(const Visit& visit, Errand errand) {
    const auto* provider = provider_named(visit, visit.path.at("provider"));
    if (provider == nullptr) return problem(visit, Failure::Kind::not_found);
    AttemptCookie cookie{openid::new_attempt(), errand, provider->settings().name, visit.now,
        visit.words.language(), errand == Errand::sign_in ? std::string{} : mark_of_session(visit.session)};
    if (errand == Errand::prove) cookie.attempt.proved_since = visit.now;
    const auto address =
        provider->sign_in_address(cookie.attempt, return_address(visit, cookie.provider), visit.now);
    if (!address) {
        log(visit, cookie.provider, address.error());
        // Whatever is on its way was begun before, and goes on.
        return not_stored(see_other(address_after(cookie, reason_of(address.error().fault))));
    }
    auto response = not_stored(see_other(*address));
    set_cookie(response, visit.site, attempt_cookie, written(cookie, visit.site.secret));
    return response;
}

/// The sign-in that this browser began, when the answer is to it and has not been used.
std::optional<AttemptCookie> begun_here(const Visit& visit, const std::string& provider) {
    const auto value = visit.request.cookie(name_of_cookie(visit.site, attempt_cookie));
    auto cookie = read_attempt(value, visit.site.secret, visit.now);
    if (!cookie || cookie->provider != provider || !same_secret(visit.query("state"), cookie->attempt.state))
        return std::nullopt;
    if (!cookie->session.empty() && cookie->session != mark_of_session(visit.session)) return std::nullopt;
    if (!visit.site.door->spent_states.spend(cookie->attempt.state, visit.now)) return std::nullopt;
    return cookie;
}

app::ProvenIdentity identity_of(const openid::Provider& provider, const openid::Person& person) {
    const auto& settings = provider.settings();
    // What is said to be verified is the claim "email" and no other.
    const bool is_trusted = settings.trusts_addresses && !settings.domain.empty() &&
                            settings.address_claim == "email" && person.has_verified_address;
    return {settings.issuer, person.subject, person.authenticated, is_trusted ? person.address : ""};
}

Response entered(const Visit& visit, const std::string& session, const std::string& home, Device device) {
    auto response = not_stored(enter(visit, session, home, device));
    remove_cookie(response, visit.site, attempt_cookie);
    return response;
}

Response signed_in_by(const Visit& visit, const AttemptCookie& cookie, const app::ProvenIdentity& identity) {
    const bool is_proof = cookie.errand == Errand::prove;
    const auto device = is_proof ? visit.signed_in->device : Device::shared;
    const app::Arrival arrival{{}, device, visit.session, visit.site.secret};
    const auto only = is_proof ? visit.signed_in->user.id : Id<User>{};
    std::optional<app::SignedIn> who;
    const auto session = visit.write([&](auto& act) {
        auto begun = app::sign_in_with_identity(act, identity, arrival, only);
        if (begun) who = app::signed_in(act.db(), *begun, act.now());
        return begun;
    });
    note_try(
        visit, session ? SignInTry{*session} : SignInTry{{}, {}, 422}, "provider", who ? who->user.id : only);
    if (!session) return refused(visit, cookie, is_proof ? Reason::theirs : Reason::unknown);
    const auto home = is_proof ? in_language(cookie.language, path_to(address::proved, cookie.provider))
                               : home_of(visit, who, cookie.language);
    return entered(visit, *session, home, device);
}

Response tied(const Visit& visit, const AttemptCookie& cookie, const app::ProvenIdentity& identity) {
    const auto done = visit.write(
        [&](auto& act) { return app::tie_identity(act, visit.session, identity, visit.site.secret); });
    if (!done) return refused(visit, cookie, reason_of(done.error()));
    note_security(visit,
        {.event = SecurityEvent::password_change, .resource = ProgramWord::of(Action::change_sign_in)});
    return entered(visit, done->session, in_language(cookie.language, path_to(address::own_services)),
        visit.signed_in->device);
}

/// What the provider has said instead of a code (RFC 6749, 4.1.2.1). Its words are shown nowhere.
std::optional<Reason> said_no(const Visit& visit) {
    const auto error = visit.query("error");
    if (!error.empty()) {
        const bool is_trouble = error == "server_error" || error == "temporarily_unavailable";
        return is_trouble ? Reason::unreachable : Reason::cancelled;
    }
    if (visit.query("code").empty()) return Reason::refused;
    return std::nullopt;
}

std::optional<std::string> said_issuer(const Visit& visit) {
    for (const auto& [name, value] : visit.request.query)
        if (name == "iss") return value;
    return std::nullopt;
}

}  // namespace

Response begin_at_provider(const Visit& visit) {
    return begin(visit, Errand::sign_in);
}

Response prove_at_provider(const Visit& visit) {
    return begin(visit, Errand::prove);
}

Response begin_to_tie(const Visit& visit) {
    const auto& provider = visit.path.at("provider");
    if (provider_named(visit, provider) == nullptr) return problem(visit, Failure::Kind::not_found);
    if (!is_proof_of_tying(visit, provider, visit.path.at("proof")))
        return problem(visit, Failure::Kind::not_allowed);
    // The page asks once more who it is.
    if (!visit.signed_in->is_fresh) return not_stored(see_other(visit.href(address::own_services)));
    return begin(visit, Errand::tie);
}

Response come_from_provider(const Visit& visit) {
    const auto& name = visit.path.at("provider");
    const auto* provider = provider_named(visit, name);
    if (provider == nullptr) return problem(visit, Failure::Kind::not_found);
    const auto cookie = begun_here(visit, name);
    if (!cookie) return refused(visit, {.attempt = {}, .provider = name}, Reason::lost);
    if (cookie->errand != Errand::sign_in && !visit.signed_in) return refused(visit, *cookie, Reason::lost);
    if (const auto no = said_no(visit)) return refused(visit, *cookie, *no);
    const auto person = provider->person_of(std::string{visit.query("code")}, cookie->attempt,
        return_address(visit, name), said_issuer(visit), visit.now);
    if (!person) {
        log(visit, name, person.error());
        return refused(visit, *cookie, reason_of(person.error().fault));
    }
    const auto identity = identity_of(*provider, *person);
    return cookie->errand == Errand::tie ? tied(visit, *cookie, identity)
                                         : signed_in_by(visit, *cookie, identity);
}

Response proved(const Visit& visit) {
    const auto& words = visit.words;
    const auto title = words("You have shown who you are");
    auto content = site_page(visit, title,
        html(R"(<h1>{}</h1><p class="lead">{}</p><p>{}</p>)", title,
            words(
                "Go back to the tab where you were, and go on there. It has what you wrote. This tab can be "
                "closed."),
            html(R"(<a href="{}">{}</a>)", visit.href(address::own_account), words("To your account"))));
    content.width = ui::Width::column;
    return not_stored(page(content, visit));
}

}  // namespace medskapa::web::staff
