#include "base/digest.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sodium.h>
#include <algorithm>
#include <memory>
#include <stdexcept>

namespace medskapa {
namespace {

const unsigned char* bytes_of(std::string_view s) {
    return reinterpret_cast<const unsigned char*>(s.data());
}

// OpenSSL 3 looks an algorithm up by name each time unless it is fetched once: that costs more than hashing.
const EVP_MD* fetched_sha256() {
    static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return algorithm;
}

EVP_MD_CTX* context() {
    thread_local const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> mine{
        EVP_MD_CTX_new(), EVP_MD_CTX_free};
    return mine.get();
}

}  // namespace

Digest sha256(std::string_view message) {
    Digest out;
    if (EVP_DigestInit_ex(context(), fetched_sha256(), nullptr) != 1 ||
        EVP_DigestUpdate(context(), message.data(), message.size()) != 1 ||
        EVP_DigestFinal_ex(context(), out.data(), nullptr) != 1)
        throw std::runtime_error{"OpenSSL could not compute SHA-256"};
    return out;
}

struct Sha256::Context {
    EVP_MD_CTX* of = EVP_MD_CTX_new();

    Context() = default;
    ~Context() { EVP_MD_CTX_free(of); }
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
};

Sha256::Sha256() : context_{std::make_unique<Context>()} {
    if (EVP_DigestInit_ex(context_->of, fetched_sha256(), nullptr) != 1)
        throw std::runtime_error{"OpenSSL could not compute SHA-256"};
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    if (EVP_DigestUpdate(context_->of, bytes.data(), bytes.size()) != 1)
        throw std::runtime_error{"OpenSSL could not compute SHA-256"};
}

Digest Sha256::finish() {
    Digest out;
    if (EVP_DigestFinal_ex(context_->of, out.data(), nullptr) != 1)
        throw std::runtime_error{"OpenSSL could not compute SHA-256"};
    return out;
}

Digest hmac_sha256(std::string_view key, std::string_view message) {
    Digest out;
    unsigned size = 0;
    if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(message), message.size(),
            out.data(), &size) == nullptr)
        throw std::runtime_error{"OpenSSL could not compute HMAC-SHA-256"};
    return out;
}

std::string random_bytes(std::size_t bytes) {
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw std::runtime_error{"libsodium found no random source"};
    std::string out(bytes, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

std::string hex(std::string_view bytes) {
    constexpr auto digits = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

std::optional<std::string> from_hex(std::string_view digits) {
    std::string out(digits.size() / 2, '\0');
    const int done = sodium_hex2bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), digits.data(),
        digits.size(), nullptr, nullptr, nullptr);
    if (done != 0 || digits.size() % 2 != 0) return std::nullopt;
    return out;
}

std::string base64(std::string_view bytes) {
    std::string out(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const auto size = EVP_EncodeBlock(
        reinterpret_cast<unsigned char*>(out.data()), bytes_of(bytes), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string out(text.size() / 4 * 3, '\0');
    std::size_t size = 0;
    const int done = sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(),
        text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
    if (done != 0) return std::nullopt;
    out.resize(size);
    // libsodium 1.0.18 takes bytes from 0x80 on for digits.
    if (base64(out) != text) return std::nullopt;
    return out;
}

std::string base32(std::string_view bytes) {
    constexpr auto signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string out;
    unsigned held = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        held = (held << 8U) | static_cast<unsigned char>(c);
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            out += signs[(held >> bits) & 31U];
        }
    }
    if (bits > 0) out += signs[(held << (5 - bits)) & 31U];
    return out;
}

std::string base32_normalised(std::string_view typed) {
    std::string out;
    for (char c : typed) {
        if (c == '-' || c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        out += c;
    }
    return out;
}

std::string_view as_text(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

std::optional<Digest> as_digest(std::string_view bytes) {
    Digest out;
    if (bytes.size() != out.size()) return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), out.begin());
    return out;
}

bool same_secret(std::string_view a, std::string_view b) {
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace medskapa
