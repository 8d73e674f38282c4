#pragma once

#include "engine/openlog/signing/key.hpp"

#include <filesystem>

namespace medskapa::store {

/// Who may read a file besides its owner.
enum class Readers { owner, everybody };

/// Puts the bytes at `path`, whole or not at all, with the folders above it, and returns only when they would
/// survive a power cut. Throws std::runtime_error with a sentence for the operator.
void write_durably(const std::filesystem::path& path, std::string_view bytes, Readers);

/// Returns when what was written to the file would survive a power cut.
void sync_file(const std::filesystem::path&);
/// Gives a file in the same folder its name, over what had it, and returns when that would survive a power
/// cut.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);
/// Zeros in place of what a file holds, on the disk before this returns, as far as the disk writes in place.
void write_over(const std::filesystem::path&);
/// Takes the file away so that it does not come back after a power cut.
void remove_durably(const std::filesystem::path&);

/// Holds a folder for one process. Made with its folder; throws std::runtime_error when another has it.
class FolderLock {
public:
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int file_;
};

/// The signing key in a file that its owner alone can read; the first call makes one, called `name`. Throws
/// std::runtime_error when it can be neither read nor made, and when it is of another type.
openlog::SigningKey signing_key_in(
    const std::filesystem::path& path, const std::string& name, openlog::KeyType);

}  // namespace medskapa::store
