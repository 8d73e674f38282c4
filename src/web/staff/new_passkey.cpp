#include "app/staff/passkey.hpp"
#include "base/base64url.hpp"
#include "base/webauthn/public_key.hpp"
#include "web/frame/sign_in/passkey_try.hpp"
#include "web/staff/own_passkeys.hpp"
#include "web/staff/own_passphrase.hpp"
#include "web/staff/passkey_door.hpp"

#include <nlohmann/json.hpp>

namespace medskapa::web::staff {
namespace {

using Json = nlohmann::ordered_json;

Json ways_to_sign() {
    auto ways = Json::array();
    for (const auto algorithm : webauthn::algorithms)
        ways.push_back({{"type", "public-key"}, {"alg", static_cast<std::int64_t>(algorithm)}});
    return ways;
}

/// Whom the passkey is for. The person's number is not told: random bytes stand for it.
Json person(const Visit& visit, const std::string& challenge) {
    const auto& user = visit.signed_in->user;
    return {{"id", base64url(app::user_handle_of(visit.db, user.id, challenge, visit.site.secret))},
        {"name", user.email}, {"displayName", user.name}};
}

std::string creation(const Visit& visit) {
    const auto question = passkey_question(visit, webauthn::Purpose::make, visit.session);
    const auto challenge = webauthn::challenge_of(question);
    using std::chrono::milliseconds;
    return Json{{"challenge", base64url(challenge)},
        {"rp", {{"id", question.site.id}, {"name", name_in_app(visit)}}}, {"user", person(visit, challenge)},
        {"pubKeyCredParams", ways_to_sign()}, {"timeout", milliseconds{webauthn::life_of_challenge}.count()},
        {"attestation", "none"},
        {"authenticatorSelection",
            {{"residentKey", "required"}, {"requireResidentKey", true}, {"userVerification", "required"}}},
        {"excludeCredentials", own_credentials(visit)}}
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Response new_passkey_challenge(const Visit& visit) {
    if (!passkey_site(visit)) return no_question();
    const auto complaints = complaints_about_passkey_name(visit.field("namn"));
    if (complaints.empty()) return question_response(creation(visit));
    auto response = question_response(Json{{"complaint", visit.words.complaint(complaints.front())}}.dump());
    response.status = 422;
    return response;
}

}  // namespace medskapa::web::staff
