#pragma once

#include "base/digest.hpp"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

/// Files that nobody reads without a key: libsodium's secretstream (XChaCha20-Poly1305) in pieces of 64 KiB,
/// the last one marked as the last, after a line of their own that says which month's key opens them. Written
/// and read in constant memory.
namespace medskapa::store {

/// Writes an encrypted copy of `plain` at `encrypted`, which must not be there, for its owner alone to read,
/// and returns when it would survive a power cut. Throws std::runtime_error.
void encrypt_file(const std::filesystem::path& plain, const std::filesystem::path& encrypted,
    const std::string& month, const Digest& key);

/// "2026-11" of an encrypted file; nothing when the file is not one.
std::optional<std::string> month_of_encrypted(const std::filesystem::path&);

/// Puts what was encrypted at `plain`, for its owner alone. Throws std::runtime_error, and leaves no `plain`,
/// when the key is another or anything in the file was changed, added or cut away.
void decrypt_file(
    const std::filesystem::path& encrypted, const std::filesystem::path& plain, const Digest& key);

/// Decrypts a whole file. False when it is none, the key is another, or anything in it was changed, added or
/// cut away: then what has been written is not to be used.
bool decrypt(std::istream& encrypted, std::ostream& plain, const Digest& key);

}  // namespace medskapa::store
