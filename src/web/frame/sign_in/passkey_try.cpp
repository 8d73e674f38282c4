#include "web/frame/sign_in/passkey_try.hpp"

#include "app/staff/passkey.hpp"
#include "app/staff/session.hpp"
#include "base/base64url.hpp"
#include "store/staff/passkey_store.hpp"
#include "web/frame/cookies.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::web {
namespace {

using Json = nlohmann::ordered_json;
using webauthn::Purpose;

/// What cannot be read is refused in the same words as what is wrong.
SignInTry tried(const Visit& visit, const webauthn::Question& question, Device device,
    const std::optional<Id<User>>& of) {
    const auto answer = webauthn::read_assertion(visit.field(passkey_field)).value_or(webauthn::Assertion{});
    const auto session = visit.write([&](auto& act) {
        return app::sign_in_with_passkey(act, {answer, question, of},
            {.code = {}, .device = device, .former_session = visit.session, .secret = visit.site.secret});
    });
    const SignInTry came_of = session ? SignInTry{*session} : SignInTry{{}, session.error().complaints, 422};
    const auto who = session ? app::signed_in(visit.db, *session, visit.now) : std::nullopt;
    note_try(visit, came_of, "passkey", who ? who->user.id : of.value_or(Id<User>{}));
    return came_of;
}

SignInTry not_here() {
    return {
        {}, {{std::string{passkey_field}, N_("Passkeys cannot be used at this address of the site")}}, 422};
}

}  // namespace

std::optional<webauthn::RelyingParty> passkey_site(const Visit& visit) {
    return webauthn::relying_party(visit.site.base_url);
}

webauthn::Question passkey_question(const Visit& visit, Purpose purpose, std::string asked) {
    return {passkey_site(visit).value(), purpose, std::move(asked), visit.now, visit.site.secret};
}

SignInTry try_passkey(const Visit& visit, Device device) {
    if (!passkey_site(visit)) return not_here();
    const auto browser = visit.request.cookie(name_of_cookie(visit.site, passkey_cookie));
    return tried(visit, passkey_question(visit, Purpose::sign_in, browser), device, {});
}

SignInTry prove_by_passkey(const Visit& visit) {
    if (!passkey_site(visit)) return not_here();
    return tried(visit, passkey_question(visit, Purpose::prove, visit.session), visit.signed_in->device,
        visit.signed_in->user.id);
}

Html passkey_box(const Visit& visit, const std::string& question, const Html& form) {
    const auto& words = visit.words;
    return html(
        R"(<div id="passnyckel" tabindex="-1" data-passkey="{question}" data-stopped="{stopped}" data-known="{known}" data-failed="{failed}" hidden>{form}</div>)",
        "question"_a = question, "stopped"_a = words("No passkey was used. Try again, or use another way."),
        "known"_a = words("This device has a passkey for you already."),
        "failed"_a = words("The passkey could not be asked for. Load the page again and try once more."),
        "form"_a = form);
}

Html passkey_input() {
    return ui::hidden_field(std::string{passkey_field}, "");
}

bool has_passkey(const Visit& visit) {
    return passkey_site(visit) && !store::passkeys_of(visit.db, visit.signed_in->user.id).empty();
}

Json own_credentials(const Visit& visit) {
    auto ids = Json::array();
    for (const auto& passkey : store::passkeys_of(visit.db, visit.signed_in->user.id))
        ids.push_back({{"type", "public-key"}, {"id", passkey.credential}});
    return ids;
}

std::string shown_question(const Visit& visit, const webauthn::Question& question) {
    using std::chrono::milliseconds;
    Json asked{{"challenge", base64url(webauthn::challenge_of(question))}, {"rpId", question.site.id},
        {"timeout", milliseconds{webauthn::life_of_challenge}.count()}, {"userVerification", "required"}};
    if (question.purpose == Purpose::prove) asked["allowCredentials"] = own_credentials(visit);
    return asked.dump();
}

}  // namespace medskapa::web
