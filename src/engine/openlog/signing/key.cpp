#include "engine/openlog/signing/key.hpp"

#include "base/text.hpp"
#include "engine/openlog/lines.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <algorithm>
#include <stdexcept>

namespace medskapa::openlog {
namespace {

constexpr std::string_view private_mark = "PRIVATE+KEY+";

const unsigned char* bytes_of(std::string_view s) {
    return reinterpret_cast<const unsigned char*>(s.data());
}

/// A key's type and bytes as they stand in its text and in its id.
std::string typed(KeyType type, const Digest& key) {
    return static_cast<char>(type) + std::string{as_text(key)};
}

std::uint32_t id_of(const std::string& name, KeyType type, const Digest& public_key) {
    const auto digest = sha256(name + '\n' + typed(type, public_key));
    std::uint32_t id = 0;
    for (int i = 0; i < 4; ++i) id = id << 8U | digest[static_cast<std::size_t>(i)];
    return id;
}

struct KeyText {
    std::string name;
    std::string id;
    KeyType type;
    Digest key;
};

std::optional<KeyText> read_parts(std::string_view text) {
    const auto name = take_until(text, '+');
    const auto id = take_until(text, '+');
    if (!name || !id || !is_key_name(*name)) return std::nullopt;
    const auto bytes = from_base64(text);
    if (!bytes || bytes->empty()) return std::nullopt;
    const auto type = static_cast<KeyType>(bytes->front());
    const auto key = as_digest(std::string_view{*bytes}.substr(1));
    if (!key || (type != KeyType::ed25519 && type != KeyType::cosignature)) return std::nullopt;
    return KeyText{std::string{*name}, std::string{*id}, type, *key};
}

struct KeyPair {
    Digest public_key;
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;

    explicit KeyPair(const Digest& seed) {
        crypto_sign_seed_keypair(public_key.data(), secret.data(), seed.data());
    }
    ~KeyPair() { sodium_memzero(secret.data(), secret.size()); }
    KeyPair(const KeyPair&) = delete;
    KeyPair& operator=(const KeyPair&) = delete;
};

/// UTF-8 of every blank in Unicode that is not a control character.
constexpr std::string_view blanks[] = {" ", "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003",
    "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F",
    "\u205F", "\u3000", "\xC2\x85"};

}  // namespace

Result<VerifierKey> read_verifier_key(std::string_view vkey) {
    const auto parts = read_parts(vkey);
    if (parts) {
        const auto id = id_of(parts->name, parts->type, parts->key);
        if (parts->id == fmt::format("{:08x}", id))
            return VerifierKey{parts->name, parts->type, parts->key, id};
    }
    return refuse(Failure::Kind::invalid,
        {{"vkey", N_("{} is not a key that can be checked here: copy it whole, name+id+key, from its owner"),
            {std::string{vkey}}}});
}

std::string as_vkey(const VerifierKey& key) {
    return fmt::format("{}+{:08x}+{}", key.name, key.id, base64(typed(key.type, key.public_key)));
}

bool is_key_name(std::string_view name) {
    if (name.empty() || name.find('+') != std::string_view::npos || !text::is_valid_utf8(name)) return false;
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    return std::none_of(name.begin(), name.end(), is_control) &&
           std::none_of(std::begin(blanks), std::end(blanks),
               [name](auto blank) { return name.find(blank) != std::string_view::npos; });
}

SigningKey::SigningKey(std::string name, KeyType type, const Digest& seed) : seed_{seed} {
    if (!is_key_name(name)) throw std::logic_error{"A key may not be called “" + name + "”"};
    const KeyPair pair{seed};
    const auto id = id_of(name, type, pair.public_key);
    verifier_ = {std::move(name), type, pair.public_key, id};
}

std::string SigningKey::signature_of(std::string_view message) const {
    const KeyPair pair{seed_};
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, bytes_of(message),
        message.size(), pair.secret.data());
    return signature;
}

std::string SigningKey::as_text() const {
    return fmt::format(
        "{}{}+{:08x}+{}", private_mark, verifier_.name, verifier_.id, base64(typed(verifier_.type, seed_)));
}

Result<SigningKey> read_signing_key(std::string_view text) {
    if (text.starts_with(private_mark)) {
        if (const auto parts = read_parts(text.substr(private_mark.size()))) {
            SigningKey key{parts->name, parts->type, parts->key};
            if (parts->id == fmt::format("{:08x}", key.verifier().id)) return key;
        }
    }
    // The text itself is a secret and stays out of the sentence.
    return refuse(Failure::Kind::invalid,
        {{"key", N_("The file of the signing key is broken: put it back from a backup")}});
}

bool is_signed(std::string_view message, std::string_view signature, const VerifierKey& key) {
    return signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(
               bytes_of(signature), bytes_of(message), message.size(), key.public_key.data()) == 0;
}

}  // namespace medskapa::openlog
