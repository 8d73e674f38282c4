#pragma once

#include "base/base64url.hpp"
#include "base/digest.hpp"
#include "base/webauthn/ceremony.hpp"
#include "base/webauthn/public_key.hpp"
#include "support/cbor_writer.hpp"

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>
#include <memory>
#include <string>

/// A passkey and the browser that asks it, as honest or as wicked as a test wants them.
namespace medskapa::test {

using webauthn::Algorithm;

/// What is said in a ceremony; a test changes what is to be wrong.
struct Said {
    std::string challenge;
    std::string origin = "http://localhost:8080";
    std::string site = "localhost";
    std::string type = {};            // none: what the ceremony is
    std::string more_of_client = {};  // of its JSON: ",\"crossOrigin\":true"
    unsigned flags = 0x05;            // somebody is there, and has shown who they are
    std::string extensions = {};
    std::string attestation_format = "none";
    std::string statement = cbor_head(5, 0);
};

class TestPasskey {
public:
    explicit TestPasskey(Algorithm algorithm = Algorithm::es256)
        : algorithm_{algorithm}, key_{new_key(algorithm), EVP_PKEY_free} {}

    std::string id = random_bytes(32);
    std::string user_handle = random_bytes(32);
    std::uint32_t counter = 0;

    std::string cose() const {
        switch (algorithm_) {
            case Algorithm::es256:
                return cbor_head(5, 5) + pair(1, cbor_number(2)) + pair(3, cbor_number(-7)) +
                       pair(-1, cbor_number(1)) + pair(-2, cbor_bytes(number(OSSL_PKEY_PARAM_EC_PUB_X))) +
                       pair(-3, cbor_bytes(number(OSSL_PKEY_PARAM_EC_PUB_Y)));
            case Algorithm::ed25519:
                return cbor_head(5, 4) + pair(1, cbor_number(1)) + pair(3, cbor_number(-8)) +
                       pair(-1, cbor_number(6)) + pair(-2, cbor_bytes(raw()));
            case Algorithm::rs256: break;
        }
        return cbor_head(5, 4) + pair(1, cbor_number(3)) + pair(3, cbor_number(-257)) +
               pair(-1, cbor_bytes(number(OSSL_PKEY_PARAM_RSA_N))) +
               pair(-2, cbor_bytes(number(OSSL_PKEY_PARAM_RSA_E)));
    }

    std::string signature_of(const std::string& message) const {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{
            EVP_MD_CTX_new(), EVP_MD_CTX_free};
        const auto* digest = algorithm_ == Algorithm::ed25519 ? nullptr : EVP_sha256();
        const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
        std::string signature(1024, '\0');
        std::size_t size = signature.size();
        EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key_.get());
        EVP_DigestSign(
            context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes, message.size());
        signature.resize(size);
        return signature;
    }

    static std::string client_data(const Said& said, const std::string& type) {
        return R"({"type":")" + (said.type.empty() ? type : said.type) + R"(","challenge":")" +
               base64url(said.challenge) + R"(","origin":")" + said.origin + "\"" + said.more_of_client + "}";
    }
    std::string authenticator_data(const Said& said, bool is_made) const {
        std::string data{as_text(sha256(said.site))};
        data +=
            static_cast<char>(said.flags | (is_made ? 0x40U : 0U) | (said.extensions.empty() ? 0U : 0x80U));
        for (int i = 3; i >= 0; --i) data += static_cast<char>(counter >> (8 * i) & 255U);
        if (is_made) data += std::string(16, '\0') + two_bytes(id.size()) + id + cose();
        return data + said.extensions;
    }
    std::string attestation(const Said& said) const {
        return cbor_head(5, 3) + cbor_text("fmt") + cbor_text(said.attestation_format) +
               cbor_text("attStmt") + said.statement + cbor_text("authData") +
               cbor_bytes(authenticator_data(said, true));
    }
    /// One that has signed for itself.
    Said self_attested(Said said) const {
        said.attestation_format = "packed";
        const auto message = authenticator_data(said, true) + digest(client_data(said, "webauthn.create"));
        said.statement = cbor_head(5, 2) + cbor_text("alg") +
                         cbor_number(static_cast<std::int64_t>(algorithm_)) + cbor_text("sig") +
                         cbor_bytes(signature_of(message));
        return said;
    }

    webauthn::Assertion assertion(const Said& said) const {
        const auto client = client_data(said, "webauthn.get");
        const auto data = authenticator_data(said, false);
        return {id, client, data, signature_of(data + digest(client)), user_handle};
    }

    /// What the script puts in the form.
    std::string made_answer(const Said& said) const {
        return R"({"clientDataJSON":")" + base64url(client_data(said, "webauthn.create")) +
               R"(","attestationObject":")" + base64url(attestation(said)) + "\"}";
    }
    std::string shown_answer(const Said& said) const {
        const auto of = assertion(said);
        return R"({"id":")" + base64url(of.id) + R"(","clientDataJSON":")" + base64url(of.client_data) +
               R"(","authenticatorData":")" + base64url(of.authenticator_data) + R"(","signature":")" +
               base64url(of.signature) + R"(","userHandle":")" + base64url(of.user_handle) + "\"}";
    }

    static std::string pair(std::int64_t name, const std::string& value) { return cbor_number(name) + value; }
    static std::string digest(const std::string& text) { return std::string{as_text(sha256(text))}; }
    static std::string two_bytes(std::size_t number) {
        return {static_cast<char>(number >> 8U), static_cast<char>(number & 255U)};
    }

private:
    static EVP_PKEY* new_key(Algorithm algorithm) {
        switch (algorithm) {
            case Algorithm::es256: return EVP_EC_gen("P-256");
            case Algorithm::ed25519: return EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
            case Algorithm::rs256: break;
        }
        return EVP_RSA_gen(2048);
    }
    std::string number(const char* name) const {
        BIGNUM* found = nullptr;
        EVP_PKEY_get_bn_param(key_.get(), name, &found);
        const std::unique_ptr<BIGNUM, decltype(&BN_free)> kept{found, BN_free};
        const auto size = algorithm_ == Algorithm::es256 ? 32 : BN_num_bytes(found);
        std::string bytes(static_cast<std::size_t>(size), '\0');
        BN_bn2binpad(found, reinterpret_cast<unsigned char*>(bytes.data()), size);
        return bytes;
    }
    std::string raw() const {
        std::string bytes(32, '\0');
        std::size_t size = bytes.size();
        EVP_PKEY_get_raw_public_key(key_.get(), reinterpret_cast<unsigned char*>(bytes.data()), &size);
        return bytes;
    }

    Algorithm algorithm_;
    std::shared_ptr<EVP_PKEY> key_;
};

}  // namespace medskapa::test
