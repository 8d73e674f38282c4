#include "engine/openid/provider.hpp"

#include "support/sign_in_provider.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace example;
using namespace std::chrono_literals;
using openid::Fault;

namespace {

const std::string back_to = "https://rus.example/inloggning/hos/regionen/svar";

/// Us and a provider.
struct Pair {
    Instant now{std::chrono::sys_days{std::chrono::May / 14 / 2026} + 10h};
    TestProvider there{.now = &now};
    openid::Provider here;
    openid::Attempt attempt = openid::new_attempt();

    explicit Pair(const std::function<void(openid::ProviderSettings&)>& change = {})
        : here{changed(change), there.ask()} {}

    openid::ProviderSettings changed(const std::function<void(openid::ProviderSettings&)>& change) const {
        auto settings = settings_of(there);
        if (change) change(settings);
        return settings;
    }
    openid::Outcome<openid::Person> come(
        const Json& more = Json::object(), std::optional<std::string> issuer = std::nullopt) {
        const auto address = here.sign_in_address(attempt, back_to, now);
        if (!address) return tl::unexpected{address.error()};
        const auto back = there.let_in(*address, "eva", more);
        return here.person_of(back.at("code"), attempt, back_to, issuer, now);
    }
    Fault refusal(const Json& more = Json::object(), std::optional<std::string> issuer = std::nullopt) {
        const auto person = come(more, std::move(issuer));
        REQUIRE_FALSE(person);
        return person.error().fault;
    }
    std::int64_t times_asked(const std::string& path) const {
        return std::count(there.asked.begin(), there.asked.end(), there.issuer + path);
    }
};

}  // namespace

TEST_CASE("the browser is sent with what binds the answer to it, and the secret stays here") {
    Pair pair{[](auto& settings) { settings.assurances = {"loa3", "loa4"}; }};

    const auto address = pair.here.sign_in_address(pair.attempt, back_to, pair.now).value();

    CHECK(address.starts_with("https://login.example/auth?"));
    auto sent = sent_fields(address);
    CHECK(sent["response_type"] == "code");
    CHECK(sent["redirect_uri"] == back_to);
    CHECK(sent["state"] == pair.attempt.state);
    CHECK(sent["nonce"] == pair.attempt.nonce);
    CHECK(sent["code_challenge_method"] == "S256");
    CHECK(sent["code_challenge"] == base64url(as_text(sha256(pair.attempt.verifier))));
    CHECK(sent["acr_values"] == "loa3 loa4");
    CHECK(sent["max_age"] == "43200");
    CHECK_FALSE(sent.contains("prompt"));
    CHECK(address.find(pair.attempt.verifier) == address.npos);
    CHECK(address.find("hemlig") == address.npos);
}

TEST_CASE("who must show anew who they are is asked to by the provider, which must say that they did") {
    Pair pair;
    pair.attempt.proved_since = pair.now;
    auto sent = sent_fields(pair.here.sign_in_address(pair.attempt, back_to, pair.now).value());
    CHECK(sent["prompt"] == "login");
    CHECK(sent["max_age"] == "0");
    CHECK(pair.come());
    CHECK(pair.refusal({{"auth_time", seconds_of(pair.now - 1h)}}) == Fault::not_proved_now);
}

TEST_CASE("every sign-in has words of its own") {
    const auto one = openid::new_attempt();
    const auto other = openid::new_attempt();
    for (const auto& word : {one.state, one.nonce, one.verifier}) CHECK(word.size() == 43);
    CHECK(one.state != other.state);
    CHECK(one.nonce != other.nonce);
    CHECK(one.verifier != other.verifier);
}

TEST_CASE("a person comes back, and is who the claim of the settings says") {
    Pair pair;
    CHECK(pair.come()->subject == "eva");
    Pair by_other{[](auto& settings) { settings.person_claim = "personal_number"; }};
    CHECK(by_other.come({{"personal_number", "190001019876"}})->subject == "190001019876");
    CHECK(by_other.refusal() == Fault::no_person);
    CHECK(by_other.refusal({{"personal_number", 190001019876}}) == Fault::no_person);
    CHECK(pair.refusal({{"sub", ""}}) == Fault::no_person);
    CHECK(pair.refusal({{"sub", std::string(256, 'x')}}) == Fault::no_person);
}

TEST_CASE("a code is good once, and with the secret and the address that it was asked for with alone") {
    Pair pair;
    const auto address = pair.here.sign_in_address(pair.attempt, back_to, pair.now).value();
    const auto come = [&](const std::string& code, const openid::Attempt& with, const std::string& to) {
        return pair.here.person_of(code, with, to, std::nullopt, pair.now);
    };
    const auto code = pair.there.let_in(address, "eva").at("code");
    CHECK(come(code, pair.attempt, back_to));
    CHECK(come(code, pair.attempt, back_to).error().fault == Fault::code_refused);

    auto other = openid::new_attempt();
    CHECK(come(pair.there.let_in(address, "eva").at("code"), other, back_to).error().fault ==
          Fault::code_refused);
    CHECK(come(pair.there.let_in(address, "eva").at("code"), pair.attempt, back_to + "/x").error().fault ==
          Fault::code_refused);
    // Another's code, put into this browser: its token is of another sign-in.
    other.verifier = pair.attempt.verifier;
    CHECK(come(pair.there.let_in(address, "eva").at("code"), other, back_to).error().fault ==
          Fault::wrong_nonce);
}

TEST_CASE("an answer of another provider than the one that was asked is not taken") {
    Pair pair;
    CHECK(pair.come({}, "https://login.example"));
    CHECK(pair.refusal({}, "https://evil.example") == Fault::wrong_issuer);
    pair.there.about = {{"authorization_response_iss_parameter_supported", true}};
    Pair names_itself;
    names_itself.there.about = pair.there.about;
    CHECK(names_itself.refusal() == Fault::wrong_issuer);
    CHECK(names_itself.come({}, "https://login.example"));
}

TEST_CASE("what says that it is somebody else, or speaks without encryption, is no provider") {
    for (const Json& about :
        {Json{{"issuer", "https://evil.example"}}, Json{{"issuer", "https://login.example/"}},
            Json{{"token_endpoint", "http://login.example/token"}}, Json{{"jwks_uri", "file:///etc/passwd"}},
            Json{{"authorization_endpoint", "javascript:alert(1)"}}, Json{{"token_endpoint", ""}},
            Json{{"userinfo_endpoint", "http://login.example/u"}},
            Json{{"jwks_uri", "https://a@login.example/jwks"}}, Json{{"issuer", 1}}}) {
        CAPTURE(about.dump());
        Pair pair;
        pair.there.about = about;
        CHECK(pair.refusal() == Fault::no_discovery);
    }
}

TEST_CASE("what a provider says that it cannot is known before anybody signs in") {
    Pair pair;
    CHECK(pair.here.look()->lacks.empty());
    pair.there.about = {{"id_token_signing_alg_values_supported", {"RS256", "HS256"}},
        {"code_challenge_methods_supported", {"plain", "S256"}},
        {"token_endpoint_auth_methods_supported", {"client_secret_post", "none"}}};
    CHECK(pair.here.look()->lacks.empty());
    CHECK(pair.here.look()->takes_secret_in_form);
    CHECK(pair.come());
    pair.there.about = {{"id_token_signing_alg_values_supported", Json::array({"HS256"})},
        {"code_challenge_methods_supported", Json::array({"plain"})},
        {"token_endpoint_auth_methods_supported", Json::array({"private_key_jwt"})}};
    CHECK(pair.here.look()->lacks.size() == 3);
}

TEST_CASE("addresses are https, or http to this machine alone") {
    for (const auto* good : {"https://login.example", "https://login.example:8443/a?b=c",
             "http://127.0.0.1:8318", "http://localhost/x", "http://[::1]:9/"})
        CHECK(openid::is_safe_address(good));
    for (const auto* bad : {"", "https://", "http://login.example", "http://127.0.0.1.evil.example",
             "http://localhost.evil.example", "http://localhost@evil.example", "ftp://login.example",
             "https://login.example/#x", "https://login.example/ x", "https://login.example\\@evil",
             "//login.example", "HTTPS//x", "https://login.example/\n"})
        CHECK_FALSE(openid::is_safe_address(bad));
}

TEST_CASE(
    "keys are kept, fetched again when a token names another, and not more than once a minute for that") {
    Pair pair;
    CHECK(pair.come());
    CHECK(pair.come());
    CHECK(pair.times_asked("/jwks") == 1);
    CHECK(pair.times_asked("/.well-known/openid-configuration") == 1);

    const SigningKey later{openid::Algorithm::rs256, "later"};
    pair.there.key = &later;
    pair.there.keys = Json::array({later.jwk()});
    CHECK(pair.refusal() == Fault::unknown_key);  // fetched a moment ago
    CHECK(pair.times_asked("/jwks") == 1);
    pair.now += 1min;
    CHECK(pair.come());
    CHECK(pair.times_asked("/jwks") == 2);

    const SigningKey stranger{openid::Algorithm::rs256, "made-up"};
    pair.there.key = &stranger;
    for (int i = 0; i < 5; ++i) CHECK(pair.refusal() == Fault::unknown_key);
    CHECK(pair.times_asked("/jwks") == 2);
}

TEST_CASE("a key that is gone lets nobody in an hour later") {
    Pair pair;
    CHECK(pair.come());
    pair.there.keys = Json::array({ec_key().jwk()});
    pair.now += 61min;
    CHECK(pair.refusal() == Fault::unknown_key);
}

TEST_CASE("what the provider cannot answer is told apart from what it says") {
    Pair pair;
    pair.there.is_down = true;
    CHECK(pair.refusal() == Fault::unreachable);
    pair.there.is_down = false;
    pair.there.forge = [](const Json&) { return std::string{}; };
    CHECK(pair.refusal() == Fault::no_token);
    pair.there.forge = {};
    pair.there.keys = Json(openid::most_keys + 1, rsa_key().jwk());
    CHECK(pair.refusal() == Fault::no_keys);
    CHECK(pair.here.look());
}

TEST_CASE(
    "the address must be of the domain that may come in, and is verified only where the provider says so") {
    Pair pair{[](auto& settings) { settings.domain = "region.example"; }};
    CHECK(pair.refusal() == Fault::other_domain);
    for (const auto* address : {"eva@evil.example", "eva@region.example.evil.example", "eva@xregion.example",
             "@region.example", "region.example"})
        CHECK(pair.refusal({{"email", address}, {"email_verified", true}}) == Fault::other_domain);
    const auto person = pair.come({{"email", "Eva@REGION.example"}, {"email_verified", true}});
    CHECK(person->address == "eva@region.example");
    CHECK(person->has_verified_address);
    CHECK_FALSE(pair.come({{"email", "eva@region.example"}})->has_verified_address);
    CHECK_FALSE(
        pair.come({{"email", "eva@region.example"}, {"email_verified", "true"}})->has_verified_address);
}

TEST_CASE("an address that the token lacks is asked for, and taken of the same person alone") {
    Pair pair{[](auto& settings) { settings.domain = "region.example"; }};
    pair.there.about = {{"userinfo_endpoint", "https://login.example/userinfo"}};
    pair.there.userinfo = {{"sub", "bo"}, {"email", "bo@region.example"}};
    CHECK(pair.refusal() == Fault::other_domain);
    pair.there.userinfo = {{"sub", "eva"}, {"email", "eva@region.example"}, {"email_verified", true}};
    CHECK(pair.come()->has_verified_address);
}

TEST_CASE("only so many wait for providers at once") {
    openid::Ask inner;
    const auto asks_itself =
        openid::at_most(2, [&](const openid::Request& request) { return inner(request); });
    int deep = 0;
    inner = [&](const openid::Request& request) {
        if (++deep == 3) return openid::Answer{200};
        return asks_itself(request);
    };
    CHECK_THROWS_AS((void)asks_itself({"https://login.example"}), openid::Busy);
    CHECK(deep == 2);
    deep = 2;
    CHECK(asks_itself({"https://login.example"}).status == 200);
}
