#include "engine/openid/provider.hpp"

#include "base/address.hpp"
#include "base/base64url.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "engine/openid/json.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <atomic>
#include <stdexcept>

namespace medskapa::openid {
namespace {

constexpr std::chrono::hours kept_for{1};
constexpr std::chrono::minutes before_asked_again{1};
constexpr std::size_t secret_bytes = 32;
constexpr std::size_t longest_subject = 255;
constexpr std::chrono::hours longest_since_proof{12};

using Fields = std::vector<std::pair<std::string_view, std::string_view>>;

std::string form_of(const Fields& fields) {
    std::string form;
    for (const auto& [name, value] : fields)
        form += fmt::format("{}{}={}", form.empty() ? "" : "&", name, percent_encoded(value));
    return form;
}

/// RFC 6749, 2.3.1: both are encoded before they are joined.
std::string basic(const ProviderSettings& settings) {
    return "Basic " +
           base64(percent_encoded(settings.client_id) + ':' + percent_encoded(settings.client_secret));
}

/// The provider's own word for what went wrong, when it is one.
std::string word_of_error(const std::string& body) {
    const auto json = object_in(body);
    const auto word = json ? text_in(*json, "error") : std::string{};
    const bool is_word =
        word.size() <= 40 && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == word.npos;
    return is_word ? word : std::string{};
}

std::string challenge_of(const std::string& verifier) {
    return base64url(as_text(sha256(verifier)));
}

bool is_of_domain(std::string_view address, const std::string& domain) {
    const auto at = address.rfind('@');
    return at != address.npos && at > 0 && text::lower(address.substr(at + 1)) == text::lower(domain);
}

}  // namespace

/// What the provider has said of itself, and when.
struct Provider::Kept {
    std::mutex mutex;
    std::optional<Discovery> discovery;
    Instant discovered_at;
    std::vector<PublicKey> keys;
    Instant keys_at;
};

Ask at_most(std::size_t at_once, Ask ask) {
    const auto waiting = std::make_shared<std::atomic<std::size_t>>(0);
    return [at_once, waiting, ask = std::move(ask)](const Request& request) {
        struct Turn {
            std::atomic<std::size_t>& of;
            std::size_t before = of.fetch_add(1);
            ~Turn() { of.fetch_sub(1); }
        } const turn{*waiting};
        if (turn.before >= at_once) throw Busy{};
        return ask(request);
    };
}

Attempt new_attempt() {
    return {base64url(random_bytes(secret_bytes)), base64url(random_bytes(secret_bytes)),
        base64url(random_bytes(secret_bytes))};
}

Provider::Provider(ProviderSettings settings, Ask ask)
    : settings_{std::move(settings)}, ask_{std::move(ask)}, kept_{std::make_shared<Kept>()} {}

Outcome<Answer> Provider::ask(Request request) const {
    request.trusted = settings_.trusted;
    try {
        return ask_(request);
    } catch (const Busy&) {
        return refuse_for(Fault::busy);
    } catch (const std::runtime_error& error) {
        return refuse_for(Fault::unreachable, error.what());
    }
}

Outcome<Discovery> Provider::look() const {
    const auto answer = ask({.url = discovery_address(settings_.issuer)});
    if (!answer) return tl::unexpected{answer.error()};
    if (answer->status != 200)
        return refuse_for(Fault::no_discovery, fmt::format("status {}", answer->status));
    return read_discovery(answer->body, settings_.issuer);
}

/// Nobody waits for another's question: several may ask at once, and the last answer stays.
Outcome<Discovery> Provider::discovery(Instant now) const {
    {
        const std::lock_guard lock{kept_->mutex};
        const auto age = now - kept_->discovered_at;
        if (kept_->discovery && age >= std::chrono::seconds{0} && age < kept_for) return *kept_->discovery;
    }
    auto found = look();
    const std::lock_guard lock{kept_->mutex};
    if (!found && kept_->discovery && found.error().fault == Fault::unreachable) return *kept_->discovery;
    if (found) {
        kept_->discovery = *found;
        kept_->discovered_at = now;
    }
    return found;
}

/// Keys that are asked for anew have been so within a minute at most: tokens with made-up names of keys make
/// nobody ask more often.
Outcome<std::vector<PublicKey>> Provider::keys(const Discovery& discovery, Instant now, bool anew) const {
    {
        const std::lock_guard lock{kept_->mutex};
        const std::chrono::milliseconds good_for = anew ? before_asked_again : kept_for;
        const auto age = now - kept_->keys_at;
        if (!kept_->keys.empty() && age >= std::chrono::seconds{0} && age < good_for) return kept_->keys;
    }
    const auto answer = ask({.url = discovery.keys});
    if (!answer) return tl::unexpected{answer.error()};
    if (answer->status != 200) return refuse_for(Fault::no_keys, fmt::format("status {}", answer->status));
    auto found = read_keys(answer->body);
    if (!found) return found;
    const std::lock_guard lock{kept_->mutex};
    kept_->keys = *found;
    kept_->keys_at = now;
    return found;
}

Outcome<PublicKey> Provider::key_of(const Token& token, const Discovery& discovery, Instant now) const {
    for (const bool anew : {false, true}) {
        const auto known = keys(discovery, now, anew);
        if (!known) return tl::unexpected{known.error()};
        if (const auto* key = key_for(*known, token.algorithm, token.key_id)) return *key;
    }
    return refuse_for(Fault::unknown_key);
}

Outcome<std::string> Provider::sign_in_address(
    const Attempt& attempt, const std::string& return_to, Instant now) const {
    const auto found = discovery(now);
    if (!found) return tl::unexpected{found.error()};
    const bool is_proof = attempt.proved_since.has_value();
    const auto seconds = std::to_string(std::chrono::seconds{longest_since_proof}.count());
    return with_query(found->sign_in,
        {{"response_type", "code"}, {"client_id", settings_.client_id}, {"redirect_uri", return_to},
            {"scope", settings_.scopes}, {"state", attempt.state}, {"nonce", attempt.nonce},
            {"code_challenge", challenge_of(attempt.verifier)}, {"code_challenge_method", "S256"},
            {"max_age", is_proof ? "0" : seconds}, {"prompt", is_proof ? "login" : ""},
            {"acr_values", fmt::format("{}", fmt::join(settings_.assurances, " "))}});
}

Outcome<Provider::Codes> Provider::exchange(const Discovery& discovery, const std::string& code,
    const Attempt& attempt, const std::string& return_to) const {
    Fields fields{{"grant_type", "authorization_code"}, {"code", code}, {"redirect_uri", return_to},
        {"code_verifier", attempt.verifier}};
    Request request{.url = discovery.token};
    if (discovery.takes_secret_in_form) {
        fields.emplace_back("client_id", settings_.client_id);
        fields.emplace_back("client_secret", settings_.client_secret);
    } else {
        request.authorization = basic(settings_);
    }
    request.form = form_of(fields);
    const auto answer = ask(request);
    if (!answer) return tl::unexpected{answer.error()};
    if (answer->status != 200)
        return refuse_for(
            Fault::code_refused, fmt::format("status {} {}", answer->status, word_of_error(answer->body)));
    const auto json = object_in(answer->body);
    if (!json) return refuse_for(Fault::no_token);
    return Codes{text_in(*json, "id_token"), text_in(*json, "access_token")};
}

/// Many providers say the address there alone. Only of the person whom the token is about.
Outcome<Claims> Provider::with_userinfo(const Discovery& discovery, Claims claims, const Codes& codes) const {
    const bool wants_address = !settings_.domain.empty() && claims.text(settings_.address_claim).empty();
    const bool wants_person = claims.text(settings_.person_claim).empty();
    if ((!wants_address && !wants_person) || discovery.userinfo.empty() || codes.access_token.empty())
        return claims;
    if (codes.access_token.find_first_of("\r\n\t ") != std::string::npos) return claims;
    const auto answer = ask({.url = discovery.userinfo, .authorization = "Bearer " + codes.access_token});
    if (!answer) return tl::unexpected{answer.error()};
    const auto more = answer->status == 200 ? read_claims(answer->body) : std::nullopt;
    if (!more || more->text("sub") != claims.text("sub")) return claims;
    if (wants_address) {
        claims.texts[settings_.address_claim] = more->text(settings_.address_claim);
        claims.has_verified_email = more->has_verified_email;
    }
    if (wants_person) claims.texts[settings_.person_claim] = more->text(settings_.person_claim);
    return claims;
}

Outcome<Person> Provider::person_in(const Claims& claims) const {
    const auto subject = claims.text(settings_.person_claim);
    if (subject.empty() || subject.size() > longest_subject || claims.text("sub").empty())
        return refuse_for(Fault::no_person);
    const auto address = claims.text(settings_.address_claim);
    if (!settings_.domain.empty() && !is_of_domain(address, settings_.domain))
        return refuse_for(Fault::other_domain);
    return Person{std::string{subject}, text::lower(text::one_line(address)), claims.has_verified_email,
        claims.authenticated, std::string{claims.text("acr")}};
}

Outcome<Person> Provider::person_of(const std::string& code, const Attempt& attempt,
    const std::string& return_to, const std::optional<std::string>& said_issuer, Instant now) const {
    const auto found = discovery(now);
    if (!found) return tl::unexpected{found.error()};
    if (said_issuer ? *said_issuer != settings_.issuer : found->names_itself)
        return refuse_for(Fault::wrong_issuer, "in the answer to the browser");
    const auto codes = exchange(*found, code, attempt, return_to);
    if (!codes) return tl::unexpected{codes.error()};
    const auto token = read_token(codes->id_token);
    if (!token) return tl::unexpected{token.error()};
    const auto key = key_of(*token, *found, now);
    if (!key) return tl::unexpected{key.error()};
    const Expected expected{
        settings_.issuer, settings_.client_id, attempt.nonce, attempt.proved_since, settings_.assurances};
    if (const auto fault = fault_of(*token, *key, expected, now)) return refuse_for(*fault);
    const auto claims = with_userinfo(*found, token->claims, *codes);
    if (!claims) return tl::unexpected{claims.error()};
    return person_in(*claims);
}

}  // namespace medskapa::openid
