#include "web/staff/provider/provider.hpp"

#include "app/staff/identity.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/routing/language_address.hpp"
#include "web/frame/sign_in/at_provider.hpp"
#include "web/frame/sign_in/passphrase_try.hpp"
#include "web/frame/sign_in/security_notes.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/provider/services.hpp"
#include "web/staff/sign_in.hpp"
#include "web/ui/forms/form.hpp"

namespace medskapa::web::staff {
namespace {

std::string return_path(const std::string& provider) {
    return path_to(address::come_from_provider, provider);
}

Reason reason_of(const Failure& failure) {
    if (failure.kind == Failure::Kind::conflict) return Reason::theirs;
    if (failure.kind == Failure::Kind::invalid) return Reason::only_way;
    // Without a sentence the session was not fresh any more, or has ended.
    return failure.complaints.empty() ? Reason::lost : Reason::one_process;
}

/// The page to go on from, in the language that it began in.
std::string page_after(const AttemptCookie& cookie) {
    return in_language(cookie.language,
        cookie.errand == Errand::tie ? path_to(address::own_services) : path_to(address::ask_for_link));
}

Response refused(const Visit& visit, const AttemptCookie& cookie, Reason reason) {
    return sent_back(visit, page_after(cookie), cookie.provider, reason);
}

Response begin(const Visit& visit, Errand errand) {
    const auto* provider = provider_named(visit, Comers::staff, visit.path.at("provider"));
    if (provider == nullptr) return problem(visit, Failure::Kind::not_found);
    auto cookie = new_attempt_at(visit, *provider, errand);
    if (errand != Errand::sign_in) cookie.session = mark_of_session(visit.session);
    auto away = sent_away(visit, *provider, cookie, return_path(cookie.provider));
    if (away) return *std::move(away);
    // Whatever is on its way was begun before, and goes on.
    return not_stored(see_other(address_with(page_after(cookie), cookie.provider, away.error())));
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

}  // namespace

Response begin_at_provider(const Visit& visit) {
    return begin(visit, Errand::sign_in);
}

Response prove_at_provider(const Visit& visit) {
    return begin(visit, Errand::prove);
}

Response begin_to_tie(const Visit& visit) {
    const auto& provider = visit.path.at("provider");
    if (provider_named(visit, Comers::staff, provider) == nullptr)
        return problem(visit, Failure::Kind::not_found);
    if (!is_proof_of_tying(visit, provider, visit.path.at("proof")))
        return problem(visit, Failure::Kind::not_allowed);
    // The page asks once more who it is.
    if (!visit.signed_in->is_fresh) return not_stored(see_other(visit.href(address::own_services)));
    return begin(visit, Errand::tie);
}

Response come_from_provider(const Visit& visit) {
    const auto& name = visit.path.at("provider");
    const auto* provider = provider_named(visit, Comers::staff, name);
    if (provider == nullptr) return problem(visit, Failure::Kind::not_found);
    const auto cookie = begun_here(visit, Comers::staff, *provider);
    if (!cookie) return refused(visit, {.attempt = {}, .provider = name}, Reason::lost);
    if (cookie->errand != Errand::sign_in && !visit.signed_in) return refused(visit, *cookie, Reason::lost);
    const auto person = who_came(visit, *provider, *cookie, return_path(name));
    if (!person) return refused(visit, *cookie, person.error());
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
