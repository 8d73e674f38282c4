#include "web/staff/passkey_door.hpp"

#include "base/digest.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/frame/sign_in/passkey_try.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/sign_in.hpp"

namespace medskapa::web::staff {
namespace {

using webauthn::Purpose;

constexpr std::size_t browser_bytes = 20;
constexpr std::size_t browser_characters = 32;
constexpr std::string_view own_device_here = "egen-enhet-passnyckel";

Html own_device(const Visit& visit) {
    const auto& words = visit.words;
    return ui::checkbox(
        {.name = std::string{own_device_here},
            .label = words("This is my own device. Keep me signed in for the working day"),
            .value = std::string{visit.field(own_device_here)},
            .hint = words("On a shared device you are signed out after half an hour without a click."),
            .is_optional = true},
        {}, words);
}

/// The browser's cookie for passkeys, or a new one: two tabs may have asked at once.
std::string browser_of(const Visit& visit) {
    const auto known = visit.request.cookie(name_of_cookie(visit.site, passkey_cookie));
    return known.size() == browser_characters ? known : base32(random_bytes(browser_bytes));
}

}  // namespace

Html passkey_door(const Visit& visit) {
    if (!passkey_site(visit)) return {};
    const auto& words = visit.words;
    const auto form =
        post_form(visit, {.action = visit.href(address::sign_in_by_passkey),
                             .fields = html("{}{}", own_device(visit), passkey_input()),
                             .button = ui::submit(words("Sign in with a passkey"), ui::Weight::filled)});
    return passkey_box(visit, visit.href(address::passkey_challenge),
        html(
            R"(<section aria-labelledby="med-passnyckel"><h2 id="med-passnyckel">{title}</h2><p>{what}</p>{form}</section>)",
            "title"_a = words("With a passkey"),
            "what"_a =
                words("By fingerprint, face or code on your device, or with a security key. For who has "
                      "made a passkey under Your account."),
            "form"_a = form));
}

Response question_response(std::string json) {
    Response response;
    response.content_type = "application/json";
    response.headers = {{"Cache-Control", "no-store"}};
    response.body = std::move(json);
    return response;
}

Response no_question() {
    auto response = question_response("{}");
    response.status = 404;
    return response;
}

Response passkey_challenge(const Visit& visit) {
    if (!passkey_site(visit)) return no_question();
    const auto browser = browser_of(visit);
    auto response =
        question_response(shown_question(visit, passkey_question(visit, Purpose::sign_in, browser)));
    set_cookie(response, visit.site, passkey_cookie, browser);
    return response;
}

Response sign_in_by_passkey(const Visit& visit) {
    const auto device = visit.field(own_device_here) == "ja" ? Device::own : Device::shared;
    const auto tried = try_passkey(visit, device);
    if (tried.session.empty()) return refused_at_the_doors(visit, tried);
    auto response = enter(visit, tried.session, home_of(visit, tried.session), device);
    remove_cookie(response, visit.site, passkey_cookie);
    return response;
}

Response proof_challenge(const Visit& visit) {
    if (!passkey_site(visit)) return no_question();
    return question_response(shown_question(visit, passkey_question(visit, Purpose::prove, visit.session)));
}

}  // namespace medskapa::web::staff
