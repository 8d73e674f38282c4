#pragma once

#include "engine/openlog/audit/source.hpp"
#include "engine/openlog/signing/checkpoint.hpp"

#include <filesystem>
#include <mutex>
#include <unordered_map>

namespace medskapa::store {

/// A file of the published log is not what was signed.
struct DamagedLog : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The published log's files for whoever asks, each checked against a signed root before it is given out the
/// first time and again when it has been changed since: a checkpoint by its signature, a tile and a bundle of
/// entries by the root. Safe to use from several threads.
class CheckedLog {
public:
    /// `keys` are the log's own.
    CheckedLog(std::filesystem::path folder, std::vector<openlog::VerifierKey> keys);

    /// Nothing where there is no such file, or nothing that is signed refers to it. Throws DamagedLog.
    std::optional<std::string> file(const std::string& path) const;

private:
    /// Which content a file had: another one has another stamp.
    struct Stamp {
        std::uint64_t file = 0;
        std::int64_t changed = 0;  // nanoseconds
        std::uint64_t bytes = 0;

        bool operator==(const Stamp&) const = default;
    };

    Stamp stamp_of(const std::string& path) const;
    openlog::SignedCheckpoint checkpoint(const std::string& path, const std::string& text) const;
    std::vector<openlog::TreeHead> heads() const;
    /// How the file was found: nothing when no signed tree has any of it.
    std::optional<bool> is_wholly_signed(const std::string& path, const std::string& bytes) const;

    std::filesystem::path folder_;
    openlog::Fetch files_;
    std::vector<openlog::VerifierKey> keys_;
    mutable std::mutex mutex_;
    mutable std::unordered_map<std::string, Stamp> checked_;
};

}  // namespace medskapa::store
