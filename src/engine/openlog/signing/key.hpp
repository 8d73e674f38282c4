#pragma once

#include "base/digest.hpp"
#include "base/result.hpp"

#include <cstdint>

/// Keys of signed notes as C2SP's signed-note names and writes them.
namespace medskapa::openlog {

/// The signature types that we make and check. Others exist; their lines in a note are left alone.
enum class KeyType : std::uint8_t { ed25519 = 0x01, cosignature = 0x04 };

/// Who signed, and with what. Two with the same name and id are the same key.
struct VerifierKey {
    std::string name;  // of a log: its origin
    KeyType type = KeyType::ed25519;
    Digest public_key;  // RFC 8032
    std::uint32_t id = 0;

    bool operator==(const VerifierKey&) const = default;
};

/// Refuses what is no vkey ("name+id+key"), an id that is not the key's, and types that we cannot check.
Result<VerifierKey> read_verifier_key(std::string_view vkey);
std::string as_vkey(const VerifierKey&);

/// Whether a key may be called so: not empty, valid UTF-8 without blanks, control characters and plus.
bool is_key_name(std::string_view);

/// Signs. The seed is the whole secret: keep it in a file that its owner alone can read.
class SigningKey {
public:
    /// `seed` is 32 bytes. Throws std::logic_error for a name that is none.
    SigningKey(std::string name, KeyType, const Digest& seed);

    const VerifierKey& verifier() const { return verifier_; }
    /// Ed25519 (RFC 8032), 64 bytes.
    std::string signature_of(std::string_view message) const;
    /// "PRIVATE+KEY+name+id+key", as Go's sumdb/note keeps it.
    std::string as_text() const;

private:
    VerifierKey verifier_;
    Digest seed_;
};

Result<SigningKey> read_signing_key(std::string_view text);

/// Ed25519 (RFC 8032), with libsodium's strictness: no small-order keys, no malleable signatures.
bool is_signed(std::string_view message, std::string_view signature, const VerifierKey&);

}  // namespace medskapa::openlog
