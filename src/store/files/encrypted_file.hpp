#pragma once

#include "base/digest.hpp"

#include <filesystem>
#include <optional>
#include <string>

/// Files that nobody reads without a key: libsodium's secretstream (XChaCha20-Poly1305) in pieces of 64 KiB,
/// the last one marked as the last, after a line of their own that says which month's key opens them. Written
/// and read in constant memory.
namespace medskapa::store {

/// Writes a sealed copy of `plain` at `sealed`, which must not be there, for its owner alone to read, and
/// returns when it would survive a power cut. Throws std::runtime_error.
void seal_file(const std::filesystem::path& plain, const std::filesystem::path& sealed,
    const std::string& month, const Digest& key);

/// "2026-11" of a sealed file; nothing when the file is not a sealed one.
std::optional<std::string> month_of_sealed(const std::filesystem::path&);

/// Puts what was sealed at `plain`, for its owner alone. Throws std::runtime_error, and leaves no `plain`,
/// when the key is another or anything in the file was changed, added or cut away.
void open_sealed(const std::filesystem::path& sealed, const std::filesystem::path& plain, const Digest& key);

}  // namespace medskapa::store
