#include "engine/openid/token.hpp"

#include "support/sign_in_provider.hpp"

#include <doctest/doctest.h>

using namespace example;
using namespace std::chrono_literals;
using openid::Fault;

namespace {

const Instant noon{std::chrono::sys_days{std::chrono::May / 14 / 2026} + 10h};
const openid::Expected expected{"https://login.example", "medskapa", "a nonce"};

Json claims(const Json& more = Json::object()) {
    Json all{{"iss", "https://login.example"}, {"aud", "medskapa"}, {"sub", "eva"}, {"nonce", "a nonce"},
        {"iat", seconds_of(noon)}, {"exp", seconds_of(noon + 5min)}};
    all.update(more);
    return all;
}

Json without(const char* name) {
    auto all = claims();
    all.erase(name);
    return all;
}

std::vector<openid::PublicKey> keys_of(const Json& listed) {
    return openid::read_keys(Json{{"keys", listed}}.dump()).value();
}

/// What is held against the token; nothing when it is believed.
std::optional<Fault> judged(
    const std::string& compact, const openid::Expected& as = expected, Instant now = noon) {
    const auto token = openid::read_token(compact);
    if (!token) return token.error().fault;
    const auto keys = keys_of(Json::array({rsa_key().jwk(), ec_key().jwk()}));
    const auto* key = openid::key_for(keys, token->algorithm, token->key_id);
    return key == nullptr ? std::optional{Fault::unknown_key} : openid::fault_of(*token, *key, as, now);
}

std::optional<Fault> judged(const Json& said, const openid::Expected& as = expected, Instant now = noon) {
    return judged(rsa_key().token(said), as, now);
}

std::string joined(const Json& header, const Json& said, const std::string& signature) {
    return base64url(header.dump()) + '.' + base64url(said.dump()) + '.' + base64url(signature);
}

}  // namespace

TEST_CASE("a token that the provider has signed for us and for this sign-in is believed") {
    CHECK_FALSE(judged(rsa_key().token(claims())));
    CHECK_FALSE(judged(ec_key().token(claims())));
}

TEST_CASE("nothing is believed that is not signed with the provider's own key, in the way of that key") {
    const Json none{{"alg", "none"}};
    CHECK(judged(joined(none, claims(), "")) == Fault::unknown_algorithm);
    for (const auto* alg : {"None", "NONE", "HS256", "RS512", "ES384", "PS256", "EdDSA", ""})
        CHECK(judged(joined({{"alg", alg}, {"kid", "rsa"}}, claims(), "x")) == Fault::unknown_algorithm);

    const Json shared{{"alg", "HS256"}, {"kid", "rsa"}};
    const auto part = base64url(shared.dump()) + '.' + base64url(claims().dump());
    const auto forged = part + '.' + base64url(as_text(hmac_sha256(rsa_key().public_bytes(), part)));
    CHECK(judged(forged) == Fault::unknown_algorithm);

    const SigningKey stranger{openid::Algorithm::rs256, "rsa"};
    CHECK(judged(stranger.token(claims())) == Fault::wrong_signature);
    CHECK(judged(ec_key().token({{"alg", "ES256"}, {"kid", "rsa"}}, claims())) == Fault::unknown_key);
    CHECK(judged(ec_key().token({{"alg", "RS256"}, {"kid", "rsa"}}, claims())) == Fault::wrong_signature);
    CHECK(judged(joined({{"alg", "ES256"}, {"kid", "ec"}}, claims(), std::string(64, '\0'))) ==
          Fault::wrong_signature);
    CHECK(judged(joined({{"alg", "RS256"}, {"kid", "rsa"}}, claims(), "")) == Fault::wrong_signature);
}

TEST_CASE("a changed token, and one in pieces, is nothing") {
    const auto good = rsa_key().token(claims());
    const auto other = rsa_key().token(claims({{"sub", "bo"}}));
    const auto swapped = good.substr(0, good.find('.')) +
                         other.substr(other.find('.'), other.rfind('.') - other.find('.')) +
                         good.substr(good.rfind('.'));
    CHECK(judged(swapped) == Fault::wrong_signature);
    for (const auto& text : {std::string{}, std::string{"."}, std::string{".."}, good + ".", good + "=",
             good.substr(0, good.rfind('.')), std::string(40'000, 'a'), "x" + good})
        CHECK(judged(text) == Fault::no_token);
    CHECK(judged(rsa_key().token({{"alg", "RS256"}, {"kid", "rsa"}, {"crit", Json::array({"b64"})}},
              claims())) == Fault::no_token);
}

TEST_CASE("keys that the token itself brings are not looked at") {
    const SigningKey stranger{openid::Algorithm::rs256, "rsa"};
    const Json header{{"alg", "RS256"}, {"kid", "rsa"}, {"jwk", stranger.jwk()},
        {"jku", "https://evil.example/jwks"}, {"x5u", "https://evil.example/x5u"}};
    CHECK(judged(stranger.token(header, claims())) == Fault::wrong_signature);
    for (const auto* id : {"../rsa", "https://evil.example/jwks", "rsa' OR '1'='1", "RSA"})
        CHECK(judged(rsa_key().token({{"alg", "RS256"}, {"kid", id}}, claims())) == Fault::unknown_key);
}

TEST_CASE(
    "a token without the name of its key is checked with the only one of its kind, and never with one of "
    "two") {
    const auto unnamed = openid::read_token(rsa_key().token({{"alg", "RS256"}}, claims())).value();
    const SigningKey second{openid::Algorithm::rs256, "second"};
    const auto one = keys_of(Json::array({rsa_key().jwk(), ec_key().jwk()}));
    const auto two = keys_of(Json::array({rsa_key().jwk(), second.jwk()}));
    CHECK(openid::key_for(one, unnamed.algorithm, unnamed.key_id) != nullptr);
    CHECK(openid::key_for(two, unnamed.algorithm, unnamed.key_id) == nullptr);
}

TEST_CASE("the issuer is the same to the letter") {
    for (const auto* issuer : {"https://login.example/", "https://LOGIN.example", "http://login.example", ""})
        CHECK(judged(claims({{"iss", issuer}})) == Fault::wrong_issuer);
    CHECK(judged(without("iss")) == Fault::wrong_issuer);
    CHECK(judged(claims({{"iss", Json::array({"https://login.example"})}})) == Fault::wrong_issuer);
}

TEST_CASE("the token is for us, and where it is for several it names us as the one that uses it") {
    CHECK(judged(claims({{"aud", "other"}})) == Fault::wrong_audience);
    CHECK(judged(claims({{"aud", Json::array()}})) == Fault::wrong_audience);
    CHECK(judged(claims({{"aud", Json::array({"other"})}})) == Fault::wrong_audience);
    CHECK(judged(without("aud")) == Fault::wrong_audience);
    CHECK_FALSE(judged(claims({{"aud", Json::array({"medskapa"})}})));
    const auto several = Json::array({"other", "medskapa"});
    CHECK(judged(claims({{"aud", several}})) == Fault::wrong_audience);
    CHECK(judged(claims({{"aud", several}, {"azp", "other"}})) == Fault::wrong_audience);
    CHECK(judged(claims({{"azp", "other"}})) == Fault::wrong_audience);
    CHECK_FALSE(judged(claims({{"aud", several}, {"azp", "medskapa"}})));
}

TEST_CASE("times are held to a minute of the clocks' difference") {
    const auto at = [](Instant moment) { return seconds_of(moment); };
    CHECK_FALSE(judged(claims({{"exp", at(noon - 59s)}})));
    CHECK(judged(claims({{"exp", at(noon - 60s)}})) == Fault::expired);
    CHECK(judged(without("exp")) == Fault::expired);
    CHECK(judged(claims({{"exp", "9999999999"}})) == Fault::expired);
    CHECK(judged(claims({{"exp", -1}})) == Fault::expired);
    CHECK(judged(claims({{"exp", 1e300}})) == Fault::expired);
    CHECK(judged(without("iat")) == Fault::expired);
    CHECK_FALSE(judged(claims({{"iat", at(noon + 60s)}})));
    CHECK(judged(claims({{"iat", at(noon + 61s)}})) == Fault::not_yet);
    CHECK(judged(claims({{"iat", at(noon - 12min)}})) == Fault::expired);
    CHECK(judged(claims({{"nbf", at(noon + 61s)}})) == Fault::not_yet);
    CHECK(judged(claims({{"nbf", "soon"}})) == Fault::no_token);
}

TEST_CASE("an answer to another sign-in is not an answer to this one") {
    CHECK(judged(claims({{"nonce", "another"}})) == Fault::wrong_nonce);
    CHECK(judged(without("nonce")) == Fault::wrong_nonce);
    const openid::Expected nothing{"https://login.example", "medskapa", ""};
    CHECK(judged(claims({{"nonce", ""}}), nothing) == Fault::wrong_nonce);
}

TEST_CASE("who must show anew who they are has done so since then, and the provider says it") {
    auto anew = expected;
    anew.proved_since = noon - 2min;
    CHECK(judged(claims(), anew) == Fault::not_proved_now);
    CHECK(judged(claims({{"auth_time", seconds_of(noon - 3min - 1s)}}), anew) == Fault::not_proved_now);
    CHECK(judged(claims({{"auth_time", seconds_of(noon + 2min)}}), anew) == Fault::not_proved_now);
    CHECK(judged(claims({{"auth_time", "now"}}), anew) == Fault::no_token);
    CHECK_FALSE(judged(claims({{"auth_time", seconds_of(noon - 1min)}}), anew));
}

TEST_CASE("a lower assurance than is asked for is not enough") {
    auto sure = expected;
    sure.assurances = {"loa3", "loa4"};
    CHECK(judged(claims(), sure) == Fault::too_low_assurance);
    CHECK(judged(claims({{"acr", "loa2"}}), sure) == Fault::too_low_assurance);
    CHECK(judged(claims({{"acr", Json::array({"loa3"})}}), sure) == Fault::too_low_assurance);
    CHECK_FALSE(judged(claims({{"acr", "loa4"}}), sure));
}

TEST_CASE("a set of keys is read without those for something else, small ones and points beside the curve") {
    auto encrypting = rsa_key().jwk();
    encrypting["use"] = "enc";
    auto other_way = rsa_key().jwk();
    other_way["alg"] = "PS256";
    auto small = rsa_key().jwk();
    small["n"] = base64url(std::string(128, '\xff'));
    auto one = rsa_key().jwk();
    one["e"] = "AQ";
    const Json shared{{"kty", "oct"}, {"k", "c2VjcmV0"}, {"kid", "rsa"}};
    CHECK(keys_of(Json::array({encrypting, other_way, small, one, shared, "x", Json::array()})).empty());

    auto beside = ec_key().jwk();
    beside["y"] = beside["x"];
    const auto token = openid::read_token(ec_key().token(claims())).value();
    for (const auto& key : keys_of(Json::array({beside})))
        CHECK(openid::fault_of(token, key, expected, noon) == Fault::wrong_signature);
}

TEST_CASE("what is no set of keys, or a set of very many, is refused") {
    for (const auto* text : {"", "[]", "{}", R"({"keys":{}})", R"({"keys":1})", "{\"keys\":[", "null"})
        CHECK_FALSE(openid::read_keys(text));
    const auto many = Json(openid::most_keys + 1, ec_key().jwk());
    CHECK_FALSE(openid::read_keys(Json{{"keys", many}}.dump()));
    std::string deep(100'000, '[');
    CHECK_FALSE(openid::read_keys("{\"keys\":" + deep + std::string(100'000, ']') + "}"));
}

TEST_CASE("bytes are written for addresses in one way alone") {
    for (const auto* bytes : {"", "a", "ab", "abc", "\xff\xfe\xfd"})
        CHECK(from_base64url(base64url(bytes)) == bytes);
    for (const auto* text : {"a", "YQ==", "YR", "YWI+", "YW I", "YWJj\n", "å"})
        CHECK_FALSE(from_base64url(text));
}
