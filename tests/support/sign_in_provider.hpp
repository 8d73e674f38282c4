#pragma once

#include "base/base64url.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "engine/openid/provider.hpp"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

/// A provider of sign-ins (OpenID Connect) of the tests' own, which can be told to lie.
namespace example {

using namespace medskapa;
using Json = nlohmann::json;

/// A key pair that signs tokens, as RS256 or ES256.
class SigningKey {
public:
    explicit SigningKey(openid::Algorithm algorithm, std::string id = "key-1")
        : algorithm_{algorithm},
          id_{std::move(id)},
          key_{algorithm == openid::Algorithm::rs256 ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256"),
              EVP_PKEY_free} {}

    const std::string& id() const { return id_; }

    /// As it stands in a set of keys.
    Json jwk() const {
        Json key{{"kid", id_}, {"use", "sig"}, {"alg", name_of(algorithm_)}};
        if (algorithm_ == openid::Algorithm::rs256) {
            key.update({{"kty", "RSA"}, {"n", number("n", 0)}, {"e", number("e", 0)}});
        } else {
            key.update({{"kty", "EC"}, {"crv", "P-256"}, {"x", number("qx", 32)}, {"y", number("qy", 32)}});
        }
        return key;
    }
    /// The public key's own bytes, which a forger has too.
    std::string public_bytes() const { return jwk().dump(); }

    std::string signature(const std::string& message) const {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> digest{
            EVP_MD_CTX_new(), EVP_MD_CTX_free};
        EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key_.get());
        std::size_t size = 0;
        const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
        EVP_DigestSign(digest.get(), nullptr, &size, bytes, message.size());
        std::string signed_bytes(size, '\0');
        auto* to = reinterpret_cast<unsigned char*>(signed_bytes.data());
        EVP_DigestSign(digest.get(), to, &size, bytes, message.size());
        signed_bytes.resize(size);
        return algorithm_ == openid::Algorithm::rs256 ? signed_bytes : two_numbers(signed_bytes);
    }

    std::string token(const Json& claims) const {
        return token(Json{{"alg", name_of(algorithm_)}, {"kid", id_}}, claims);
    }
    std::string token(const Json& header, const Json& claims) const {
        const auto part = base64url(header.dump()) + '.' + base64url(claims.dump());
        return part + '.' + base64url(signature(part));
    }

private:
    std::string number(const char* name, int size) const {
        BIGNUM* value = nullptr;
        EVP_PKEY_get_bn_param(key_.get(), name, &value);
        std::string bytes(static_cast<std::size_t>(size == 0 ? BN_num_bytes(value) : size), '\0');
        BN_bn2binpad(value, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
        BN_free(value);
        return base64url(bytes);
    }

    static std::string two_numbers(const std::string& der) {
        const auto* from = reinterpret_cast<const unsigned char*>(der.data());
        ECDSA_SIG* signature = d2i_ECDSA_SIG(nullptr, &from, static_cast<long>(der.size()));
        std::string bytes(64, '\0');
        auto* to = reinterpret_cast<unsigned char*>(bytes.data());
        BN_bn2binpad(ECDSA_SIG_get0_r(signature), to, 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(signature), to + 32, 32);
        ECDSA_SIG_free(signature);
        return bytes;
    }

    openid::Algorithm algorithm_;
    std::string id_;
    std::shared_ptr<EVP_PKEY> key_;
};

inline const SigningKey& rsa_key() {
    static const SigningKey key{openid::Algorithm::rs256, "rsa"};
    return key;
}
inline const SigningKey& ec_key() {
    static const SigningKey key{openid::Algorithm::es256, "ec"};
    return key;
}

inline std::int64_t seconds_of(Instant moment) {
    return std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch()).count();
}

inline std::string without_percents(const std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_code = text[i] == '%';
        plain += is_code ? from_hex(text.substr(i + 1, 2)).value() : std::string(1, text[i]);
        if (is_code) i += 2;
    }
    return plain;
}

/// The fields of an address' query, or of a form.
inline std::map<std::string, std::string> sent_fields(const std::string& address) {
    std::map<std::string, std::string> fields;
    const auto mark = address.find('?');
    for (const auto& field : text::split(mark == address.npos ? address : address.substr(mark + 1), '&')) {
        const auto equals = std::min(field.find('='), field.size() - 1);
        fields[field.substr(0, equals)] = without_percents(field.substr(equals + 1));
    }
    return fields;
}

/// Lets in whom it is told to, and answers as `ask` is asked. What it says of itself, its keys, the token and
/// the token's header can be twisted before they are sent.
struct TestProvider {
    std::string issuer = "https://login.example";
    const Instant* now;
    const SigningKey* key = &rsa_key();
    Json keys = Json::array({rsa_key().jwk(), ec_key().jwk()});
    Json about = {};                                            // put over what it says of itself
    std::function<void(Json& claims)> twist = {};               // before the token is signed
    std::function<std::string(const Json& claims)> forge = {};  // in place of signing it
    Json userinfo = {};
    bool is_down = false;
    std::vector<std::string> asked = {};  // addresses

    struct Waiting {
        std::map<std::string, std::string> question;
        Json claims;
    };
    std::map<std::string, Waiting> waiting = {};  // by code

    /// The person signs in there; what the browser then brings back to us.
    std::map<std::string, std::string> let_in(
        const std::string& sign_in_address, const std::string& subject, const Json& more = Json::object()) {
        auto question = sent_fields(sign_in_address);
        Json claims{{"iss", issuer}, {"aud", question["client_id"]}, {"sub", subject},
            {"iat", seconds_of(*now)}, {"exp", seconds_of(*now) + 300}, {"nonce", question["nonce"]},
            {"auth_time", seconds_of(*now)}};
        if (!more.is_null()) claims.update(more);
        const auto code = hex(random_bytes(8));
        const std::map<std::string, std::string> back{
            {"code", code}, {"state", question["state"]}, {"iss", issuer}};
        waiting[code] = {std::move(question), std::move(claims)};
        return back;
    }

    openid::Answer answer(const openid::Request& request) {
        asked.push_back(request.url);
        if (is_down) throw std::runtime_error{"Timeout was reached"};
        if (request.url == openid::discovery_address(issuer)) return {200, description().dump()};
        if (request.url == issuer + "/jwks") return {200, Json{{"keys", keys}}.dump()};
        if (request.url == issuer + "/token") return exchange(request);
        if (request.url == issuer + "/userinfo") return {200, userinfo.dump()};
        return {404, ""};
    }
    openid::Ask ask() {
        return [this](const openid::Request& request) { return answer(request); };
    }

private:
    Json description() const {
        Json said{{"issuer", issuer}, {"authorization_endpoint", issuer + "/auth"},
            {"token_endpoint", issuer + "/token"}, {"jwks_uri", issuer + "/jwks"}};
        said.update(about.is_null() ? Json::object() : about);
        return said;
    }

    /// A code is good once, for who asked for it and has its secret.
    openid::Answer exchange(const openid::Request& request) {
        const auto form = sent_fields(request.form);
        const auto found = waiting.find(form.contains("code") ? form.at("code") : "");
        if (found == waiting.end()) return {400, R"({"error":"invalid_grant"})"};
        const auto sent = found->second;
        waiting.erase(found);
        const auto challenge = base64url(as_text(sha256(form.at("code_verifier"))));
        if (challenge != sent.question.at("code_challenge") ||
            form.at("redirect_uri") != sent.question.at("redirect_uri") ||
            sent.question.at("code_challenge_method") != "S256")
            return {400, R"({"error":"invalid_grant"})"};
        const auto in_header = "Basic " + base64("medskapa:hemlig%3a%c3%a5%c3%a4%c3%b6");
        const bool is_us = form.contains("client_secret") ? form.at("client_secret") == "hemlig:åäö"
                                                          : request.authorization == in_header;
        if (!is_us) return {401, R"({"error":"invalid_client"})"};
        auto claims = sent.claims;
        if (twist) twist(claims);
        const auto token = forge ? forge(claims) : key->token(claims);
        return {200, Json{{"id_token", token}, {"access_token", "a"}, {"token_type", "Bearer"}}.dump()};
    }
};

inline openid::ProviderSettings settings_of(const TestProvider& provider) {
    openid::ProviderSettings settings;
    settings.name = "regionen";
    settings.issuer = provider.issuer;
    settings.client_id = "medskapa";
    settings.client_secret = "hemlig:åäö";
    settings.label = {"regionens konto", "the region's account"};
    return settings;
}

}  // namespace example
