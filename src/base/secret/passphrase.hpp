#pragma once

#include <cstddef>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace medskapa {

/// The only way to hash a passphrase or to compare one with a hash: argon2id (RFC 9106) over 19 MiB, twice,
/// one lane. One at a time, which costs some tens of milliseconds, so that signing in never takes more of the
/// machine than one core and 19 MiB; only so many wait. Safe to use from several threads.
class Passphrases {
public:
    explicit Passphrases(std::size_t most_waiting = 7) : most_{most_waiting + 1} {}

    /// "$argon2id$v=19$m=19456,t=2,p=1$…" with a salt of its own. Nothing when too many wait already. Throws
    /// std::runtime_error when there is no memory for it.
    std::optional<std::string> hash_of(std::string_view passphrase);
    /// Whether it is the passphrase. Without a hash, as for an address that nobody has, false after the same
    /// time. Nothing when too many wait already.
    std::optional<bool> fits(std::string_view passphrase, const std::optional<std::string>& hash);

private:
    const std::size_t most_;
    std::mutex counting_;
    std::size_t here_ = 0;  // the one at work and those who wait
    std::mutex working_;
};

}  // namespace medskapa
