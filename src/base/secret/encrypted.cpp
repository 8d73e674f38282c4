#include "base/secret/encrypted.hpp"

#include "base/digest.hpp"

#include <sodium.h>

namespace medskapa {
namespace {

constexpr std::size_t nonce_bytes = crypto_secretbox_xchacha20poly1305_NONCEBYTES;
constexpr std::size_t tag_bytes = crypto_secretbox_xchacha20poly1305_MACBYTES;

const unsigned char* bytes_of(std::string_view s) {
    return reinterpret_cast<const unsigned char*>(s.data());
}

Digest key_for(std::string_view purpose, std::string_view secret) {
    return hmac_sha256(secret, "medskapa.encrypted.v1\n" + std::string{purpose});
}

}  // namespace

std::string encrypted(std::string_view purpose, std::string_view text, std::string_view secret) {
    const auto nonce = random_bytes(nonce_bytes);
    const auto key = key_for(purpose, secret);
    std::string closed(text.size() + tag_bytes, '\0');
    crypto_secretbox_xchacha20poly1305_easy(reinterpret_cast<unsigned char*>(closed.data()), bytes_of(text),
        text.size(), bytes_of(nonce), key.data());
    return nonce + closed;
}

std::optional<std::string> decrypted(
    std::string_view purpose, std::string_view bytes, std::string_view secret) {
    if (bytes.size() < nonce_bytes + tag_bytes) return std::nullopt;
    const auto closed = bytes.substr(nonce_bytes);
    const auto key = key_for(purpose, secret);
    std::string text(closed.size() - tag_bytes, '\0');
    if (crypto_secretbox_xchacha20poly1305_open_easy(reinterpret_cast<unsigned char*>(text.data()),
            bytes_of(closed), closed.size(), bytes_of(bytes), key.data()) != 0)
        return std::nullopt;
    return text;
}

}  // namespace medskapa
